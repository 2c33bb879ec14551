import { sql } from 'kysely';
import { vi } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { BOT, type TestDesk } from './desk.ts';

/** Waits until this holds. */
export const until = <T>(holds: () => Promise<T>) => vi.waitFor(holds, { timeout: 30_000, interval: 100 });

/** A message as somebody in a group sees it. */
export type InGroup = Seen & {
  message_thread_id?: number;
  reply_to_message?: { message_id: number };
  pinned_message?: unknown;
  ephemeral_message_id?: number;
};

/** A group or a channel of the sandbox, with its owner. */
export type Venue = {
  readonly id: number;
  readonly owner: number;
  messages(thread?: number, viewer?: number): Promise<InGroup[]>;
  promote(rights?: readonly string[]): Promise<void>;
  say(person: number, words: Record<string, unknown>): Promise<InGroup>;
};

const BOT_ID = Number(BOT.token.split(':')[0]);

type Wish = {
  type: 'supergroup' | 'channel';
  title: string;
  username?: string;
  is_forum?: boolean;
  direct_messages?: boolean;
  owner: number;
};

/** Makes a group or a channel on the sandbox. The bot is not in it yet. */
export async function venue(t: TestDesk, what: Wish): Promise<Venue> {
  const ask = (path: string, body?: unknown) => t.people(path, body) as Promise<Record<string, unknown>>;
  const { owner, ...wish } = what;
  const { id } = (await ask('/chats', { ...wish, creator: owner })) as { id: number };
  return {
    ...{ id, owner },
    messages: async (thread, viewer = owner) =>
      (await t.people(
        `/users/${viewer}/chats/${id}/messages${thread === undefined ? '' : `?thread=${thread}`}`,
      )) as InGroup[],
    promote: async (rights) => {
      await ask(`/chats/${id}/members`, {
        user: BOT_ID,
        status: 'administrator',
        ...(rights ? { rights } : {}),
      });
    },
    say: async (person, words) =>
      (await ask(`/users/${person}/send`, { chat: id, ...words })) as unknown as InGroup,
  };
}

/** Somebody of the staff who has a Telegram account of the sandbox's and talks to the bot. */
export async function manager(
  t: TestDesk,
  role = 'admin',
): Promise<Player & { cookie: string; staff: number }> {
  const player = await t.customer('Nigar', 'en');
  await player.say({ text: '/start' });
  const { member, cookie } = await t.agent(role);
  await sql`update staff set telegram_id = ${player.id} where id = ${member.id}`.execute(t.runtime.db);
  return { ...player, cookie, staff: member.id };
}

/** How often the bot called a method of Telegram's. */
export async function calls(t: TestDesk, method: string): Promise<number> {
  const stats = (await t.people('/stats')) as { methods: Record<string, { ok: number }> };
  return stats.methods[method]?.ok ?? 0;
}

/** Lets the round of the places run now. */
export async function roundNow(t: TestDesk): Promise<void> {
  await t.people('/clock', { advance_seconds: 31 * 60 });
}

/** How many calls of the outbox wait or are under way. */
export async function unsent(t: TestDesk): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from outbox where state in ('pending', 'sending')`.execute(t.runtime.db);
  return Number(rows[0]?.count ?? 0);
}

/** Chooses the first topic, and answers its question with the first answer. */
export async function answerTopic(player: Player): Promise<void> {
  for (const data of [/:topic:/, /:clarify:/]) {
    const found = await untilSeen(player, (message) => {
      if (numberOf(message) !== undefined) return { message, data: undefined };
      const button = message.reply_markup?.inline_keyboard
        ?.flat()
        .find((one) => data.test(one.callback_data ?? ''));
      return button ? { message, data: button.callback_data } : undefined;
    });
    if (found.data !== undefined) await player.press(found.message.message_id, found.data);
  }
}
