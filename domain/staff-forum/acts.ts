import { DomainError } from '../../base/kernel/index.ts';
import {
  applyMacro,
  askClarification,
  assign,
  escalate,
  note,
  reopen,
  reply,
  resolve,
  splitPoints,
  type Written,
} from '../back-office/index.ts';
import { askInTopic } from '../chats/index.ts';
import { demand, listStaff, type Permission } from '../staff/index.ts';
import { type ForumScene, wordsFor, workOf } from './scene.ts';
import { type Bridge, saveBridges } from './topics.sql.ts';

/** What somebody of the staff does to a ticket without words for its customer. */
export type Act =
  | { do: 'take' | 'release' | 'reopen' }
  | { do: 'assign'; name: string }
  | { do: 'escalate'; queue: string }
  | { do: 'macro'; macroId: number; requestKey: string };

/** Does it, by the functions of the back office and with their permissions (P6, R1–R8). Refuses what they refuse. */
export async function act(scene: ForumScene, what: Act): Promise<void> {
  const work = workOf(scene);
  switch (what.do) {
    case 'take':
      return assign(work, scene.member.id);
    case 'release':
      return assign(work, null);
    case 'reopen':
      return reopen(work);
    case 'assign':
      return assign(work, await memberNamed(scene, what.name));
    case 'escalate':
      return escalate(work, what.queue);
    case 'macro': {
      const { macroId, requestKey } = what;
      await applyMacro(work, { macroId, fields: {}, requestKey });
    }
  }
}

async function memberNamed({ tx }: ForumScene, name: string): Promise<number> {
  const wanted = name.trim().toLocaleLowerCase();
  const staff = await listStaff(tx);
  const exact = staff.filter((member) => member.name.toLocaleLowerCase() === wanted);
  const found =
    exact.length > 0 ? exact : staff.filter(({ name: n }) => n.toLocaleLowerCase().startsWith(wanted));
  const [only, ...others] = wanted === '' ? [] : found;
  if (only === undefined || others.length > 0) {
    const names = (found.length > 0 ? found : staff).map((member) => member.name).join(', ');
    throw new DomainError('invalid', 'forum_who', { names });
  }
  return only.id;
}

/** How words are meant that are written in a topic. */
export const SAYINGS = ['reply', 'ask', 'resolve', 'note'] as const;
/** One of these. */
export type Saying = (typeof SAYINGS)[number];

/** Words of the staff's, and the message of the group's that they stand in. */
export type Spoken = Pick<Written, 'text' | 'entities' | 'files' | 'replyTo'> & {
  saying: Saying;
  messageId: number;
  key: string;
};

/** Writes them into the ticket as the console does; their delivery is told at the message they stand in. */
export async function speak(scene: ForumScene, spoken: Spoken): Promise<void> {
  const { saying, messageId, key, ...said } = spoken;
  const work = workOf(scene);
  const written = { ...said, requestKey: `${key}:${saying}` };
  const id = await {
    reply: () => reply(work, written),
    ask: () => askClarification(work, written),
    resolve: () => resolve(work, { ...written, ...splitPoints(said.text) }),
    note: () => note(work, written),
  }[saying]();
  const bridge: Bridge = {
    ...{ messageId: id, form: 'own', post: id, state: 'there', groupMessageId: messageId, editedAt: null },
    direction: saying === 'note' ? 'note' : 'customer',
  };
  await saveBridges(scene.tx, scene.ticketId, [bridge]);
}

const NEEDED: Record<Exclude<Saying, 'reply'>, Permission> = {
  ask: 'tickets.reply',
  resolve: 'tickets.resolve',
  note: 'tickets.note',
};

const PROMPT = /^staff-prompt:(ask|resolve|note):(\d+)$/;

/** What an answer to our message with this name is meant as; undefined: that message asked for nothing. */
export function promptedBy(name: string | undefined, ticketId: number): Saying | undefined {
  const found = PROMPT.exec(name ?? '');
  return found && Number(found[2]) === ticketId ? (found[1] as Saying) : undefined;
}

/** Asks somebody for the words: their answer to this message is meant so. Refuses (`forbidden`) who may not say it. */
export async function promptFor(scene: ForumScene, saying: Exclude<Saying, 'reply'>): Promise<void> {
  const { tx, place, member, ticketId } = scene;
  demand(member, NEEDED[saying]);
  if (member.telegramId === null) return;
  await askInTopic(tx, place, {
    text: wordsFor(scene, `forum-prompt-${saying}`),
    key: `staff-prompt:${saying}:${ticketId}`,
    whom: { telegramId: member.telegramId, name: member.name },
  });
}
