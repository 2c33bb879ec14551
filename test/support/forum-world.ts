import { expect, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import type { Runtime } from '../../app/runtime.ts';
import { StaffForum, StaffGroupCode } from '../../contract/index.ts';
import { addStaff } from '../../domain/staff/index.ts';
import { type Agent, BOT, type TestDesk } from './desk.ts';

/** A message of a group as the sandbox shows it. */
export type GroupMessage = {
  message_id: number;
  text?: string;
  caption?: string;
  photo?: unknown;
  media_group_id?: string;
  message_thread_id?: number;
  from?: { id: number; is_bot: boolean; first_name: string };
  forum_topic_created?: { name: string };
  reply_to_message?: { message_id: number };
  reactions?: unknown;
  reply_markup?: {
    inline_keyboard?: {
      text: string;
      callback_data?: string;
      url?: string;
      switch_inline_query_current_chat?: string;
    }[][];
    force_reply?: boolean;
  };
};

/** What whoever pressed a button is told. */
export type Answer = { text?: string; show_alert?: boolean };

/** Somebody in the group: what they write, press and see there. */
export type Member = {
  readonly id: number;
  say(words: Record<string, unknown>): Promise<GroupMessage>;
  edit(messageId: number, text: string): Promise<void>;
  press(message: GroupMessage, label: RegExp): Promise<Answer>;
  remove(messageId: number): Promise<void>;
};

/** A supergroup of the staff's with topics, and its owner. */
export type Group = {
  readonly chat: number;
  readonly owner: Member;
  /** What stands in the group, or in one topic of it. */
  messages(thread?: number): Promise<GroupMessage[]>;
  /** The topics by name, as far as they were made and not deleted. */
  topics(): Promise<{ message_thread_id: number; name: string; closed: boolean }[]>;
  /** Makes somebody a member; with `agent`, the account is that agent's. */
  member(name: string, agent?: Agent): Promise<Member>;
  remove(thread: number): Promise<void>;
  bot(status: string, rights?: readonly string[]): Promise<void>;
};

/** Waits until it holds. */
export const until = <T>(holds: () => Promise<T>) => vi.waitFor(holds, { timeout: 30_000, interval: 50 });

/** The bot's own account. */
export const BOT_ID = Number(BOT.token.split(':')[0]);

/** Makes a group with topics of which the bot is an administrator with these rights (all where they are left out). */
export async function staffGroup(t: TestDesk, title = 'Staff', rights?: readonly string[]): Promise<Group> {
  const ask = <T>(path: string, body?: unknown) => t.people(path, body) as Promise<T>;
  const person = (first_name: string) => ask<{ id: number }>('/users', { first_name });
  const { id: ownerId } = await person('Owner');
  const { id: chat } = await ask<{ id: number }>('/chats', {
    ...{ type: 'supergroup', title, creator: ownerId, is_forum: true },
  });
  const set = (user: number, status: string, may?: readonly string[]) =>
    ask(`/chats/${chat}/members`, { user, status, ...(may ? { rights: may } : {}) });
  await set(BOT_ID, 'administrator', rights);
  const acting = (id: number): Member => ({
    id,
    say: (words) => ask(`/users/${id}/send`, { chat, ...words }),
    edit: async (message_id, text) => void (await ask(`/users/${id}/edit`, { chat, message_id, text })),
    press: async (message, label) => {
      const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text));
      const pressed = { chat, message_id: message.message_id, data: button?.callback_data };
      return (await ask<{ answer?: Answer }>(`/users/${id}/press`, pressed)).answer ?? {};
    },
    remove: async (message_id) => void (await ask(`/users/${id}/delete`, { chat, message_id })),
  });
  return {
    chat,
    owner: acting(ownerId),
    messages: (thread) =>
      ask(`/users/${ownerId}/chats/${chat}/messages${thread === undefined ? '' : `?thread=${thread}`}`),
    topics: async () => {
      const chats = await ask<{ chat: { id: number }; topics?: [] }[]>(`/users/${ownerId}/chats`);
      return chats.find(({ chat: { id } }) => id === chat)?.topics ?? [];
    },
    member: async (name, agent) => {
      const { id } = await person(name);
      await set(id, 'member');
      if (agent) {
        const { db } = t.runtime;
        await db
          .updateTable('staff')
          .set({ telegram_id: id, name })
          .where('id', '=', agent.member.id)
          .execute();
      }
      return acting(id);
    },
    remove: async (thread) => void (await ask(`/chats/${chat}/topics/${thread}`, { deleted: true })),
    bot: async (status, may) => void (await set(BOT_ID, status, may)),
  };
}

/** Links a group as an admin does: a code from the console, sent in the group. Waits until it works. */
export async function link(t: TestDesk, group: Group, admin: Agent): Promise<void> {
  const { code } = StaffGroupCode.parse((await admin.call('/api/staff-forum/code', {})).body);
  await group.owner.say({ text: `/staff ${code}` });
  await until(async () => {
    const { groups } = StaffForum.parse((await admin.call('/api/staff-forum')).body);
    expect(groups.find(({ chat_id }) => chat_id === group.chat)).toMatchObject({ state: 'works' });
  });
}

/** A linked group with Aysel, an agent, in it, and Leyla's ticket about an idea: its number, and the number of its topic. */
export async function askedInGroup(t: TestDesk) {
  const [admin, agent] = [await t.agent('admin'), await t.agent('l1')];
  const group = await staffGroup(t);
  await link(t, group, admin);
  const aysel = await group.member('Aysel', agent);
  const leyla = await t.customer('Leyla');
  await leyla.say({ text: '/start t_idea' });
  await leyla.say({ text: 'A dark theme would be nice' });
  const id = await untilSeen(leyla, numberOf);
  return { admin, agent, group, aysel, leyla, id, thread: await topicOf(group, id) };
}

/** The same without a desk that runs: Aysel, whose account is 7, and the ticket's topic 70 in the group -1001. Returns the group's chat. */
export async function keptInGroup({ db, transact, clock }: Runtime, ticketId: number): Promise<number> {
  const now = clock.now();
  await transact((tx) => addStaff(tx, { name: 'Aysel', role: 'l1', telegramId: 7, now }));
  const chat = await db
    .insertInto('chats')
    .values({ telegram_chat_id: -1001, kind: 'supergroup', updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const group = await db
    .insertInto('staff_groups')
    .values({ chat_id: chat.id, title: 'Staff', state: 'works', linked_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('staff_topics')
    .values({ ticket_id: ticketId, group_id: group.id, thread_id: 70, name: 'A', icon: '💬', made_at: now })
    .execute();
  return chat.id;
}

/** Waits for the topic of a ticket in a group; answers its number. */
export async function topicOf(group: Group, ticket: number): Promise<number> {
  return until(async () => {
    const topics = await group.topics();
    const topic = topics.find(({ name }) => name.startsWith(`№ ${ticket} `));
    if (!topic) throw new Error(`№ ${ticket} has no topic: ${JSON.stringify(topics)}`);
    return topic.message_thread_id;
  });
}

/** Waits until a message in a topic fits. */
export function seenIn(group: Group, thread: number, words: RegExp): Promise<GroupMessage> {
  return until(async () => {
    const there = await group.messages(thread);
    const found = there.findLast(({ text, caption }) => words.test(text ?? caption ?? ''));
    const texts = there.map(({ text, caption }) => text ?? caption);
    if (!found) throw new Error(`not in the topic: ${words}; there is ${JSON.stringify(texts)}`);
    return found;
  });
}

/** What the bot said to a customer, in order. */
export const toldTo = async (customer: Player): Promise<string[]> =>
  (await customer.messages()).filter(({ from }) => from?.is_bot).map(({ text }) => text ?? '');
