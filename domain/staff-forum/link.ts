import type { Tx } from '../../base/db/index.ts';
import { HOUR, newCode, plus } from '../../base/kernel/index.ts';
import { type Author, record } from '../audit/index.ts';
import { lockChat, lookAt, PlaceFacts, say } from '../chats/index.ts';
import type { Desk, PlaceArrival } from '../front-desk/index.ts';
import { type Actor, authorOf, demand, staffByTelegram } from '../staff/index.ts';
import type { ForumWork } from './forum.types.ts';
import {
  groupById,
  groupOfChat,
  keepCode,
  linkGroup,
  NEEDS,
  type Need,
  type StaffGroup,
  setGroup,
  spendCode,
} from './groups.sql.ts';
import { type ForumSettledJob, followInForum } from './jobs.ts';
import { openIn, waitingWithoutTopic } from './mirror.sql.ts';

/** What an admin does with staff groups: who, and when by the desk's clock. */
export type Managing = { tx: Tx; desk: Desk; actor: Actor };

const CODE_LIFE_MS = HOUR / 4;

/** Makes a code that links one group within 15 minutes: whoever sends `/staff CODE` there (P6). */
export async function makeGroupCode({
  tx,
  desk,
  actor,
}: Managing): Promise<{ code: string; expiresAt: Date }> {
  demand(actor, 'telegram.manage');
  const now = desk.clock.now();
  const code = newCode();
  const expiresAt = plus(now, CODE_LIFE_MS);
  await keepCode(tx, { code, staffId: actor.id, now, expiresAt });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'staff_group.code', object: { kind: 'desk', id: 'staff-forum' } },
    ...{ after: { expires_at: expiresAt.toISOString() }, now },
  });
  return { code, expiresAt };
}

type Command = Extract<PlaceArrival['what'], { kind: 'command' }>;

/** `/staff` in a group: makes it a staff group for whoever has a code, or may manage it; in one already it is looked at anew (P6). */
export async function onStaffCommand(
  work: ForumWork,
  arrival: PlaceArrival,
  command: Command,
): Promise<void> {
  const { tx, desk, now } = work;
  const { place, person } = arrival;
  const member = person && (await staffByTelegram(tx, person.telegramId));
  const code = command.args.trim().toUpperCase();
  const by = code === '' ? undefined : await spendCode(tx, code, now);
  const may = member?.permissions.includes('telegram.manage') ?? false;
  if (by === undefined && !may) {
    // To people who are not of the staff there is no such command, unless they were given a code.
    if (code === '' && !member) return;
    const language = member?.language ?? desk.settings.language;
    const key = code === '' ? 'error-permission-missing' : 'forum-code-wrong';
    await answer(work, arrival, desk.translate(language, key));
    return;
  }
  const chat = await lockChat(tx, place, now);
  const known = await groupOfChat(tx, place.telegramChatId);
  const staffId = by ?? member?.id ?? null;
  const id = await linkGroup(tx, { chatId: chat.id, title: place.title ?? '', by: staffId, now });
  await lookAt(tx, chat, { forumGroup: id });
  if (known) return;
  const author: Author = {
    kind: 'staff',
    from: { place: 'bot' },
    ...(staffId === null ? {} : { id: staffId }),
  };
  await record(tx, {
    ...{ by: author, action: 'staff_group.link', object: { kind: 'group', id }, now },
    ...{ after: { chat: place.telegramChatId } },
  });
}

async function answer({ tx, now }: ForumWork, { place, thread }: PlaceArrival, text: string): Promise<void> {
  const { id, kind } = await lockChat(tx, place, now);
  await say(tx, { chat: { id, kind, ...(thread === undefined ? {} : { thread }) }, said: { text } });
}

/** What Telegram said of a group: it works, or what is missing is told there in words. */
export async function applyReport(work: ForumWork, groupId: number, settled: ForumSettledJob): Promise<void> {
  const { tx } = work;
  const group = await groupById(tx, groupId);
  if (!group || group.unlinkedAt !== null) return;
  const { state, code } = settled;
  if (state !== 'sent') {
    if (code === 'unreachable' || code === 'refused') await setGroup(tx, groupId, { state: 'lost' });
    return;
  }
  const facts = PlaceFacts.parse(settled.facts);
  await standAs(work, { ...group, title: facts.title || group.title }, lacking(facts));
}

const RIGHTS: Partial<Record<Need, string>> = { topics: 'can_manage_topics', pins: 'can_pin_messages' };

function lacking({ isForum, status, rights }: PlaceFacts): Need[] {
  return NEEDS.filter((need) => {
    if (need === 'forum') return !isForum;
    return need === 'admin' ? status !== 'administrator' : !rights.includes(RIGHTS[need] ?? '');
  });
}

/** What the bot is in a staff group now, as Telegram tells it when that changes. */
export async function onMembership(
  work: ForumWork,
  group: StaffGroup,
  now: Extract<PlaceArrival['what'], { kind: 'membership' }>,
): Promise<void> {
  const there = ['member', 'administrator', 'creator', 'restricted'].includes(now.status);
  if (!there) return setGroup(work.tx, group.id, { state: 'lost', missing: [] });
  // Whether it has topics is for Telegram to say.
  await lookAt(work.tx, { id: group.chatId, kind: group.kind }, { forumGroup: group.id });
}

/** A group became a supergroup, as one does when topics are switched on: where it is the staff's, it is looked at anew. */
export async function lookAtMoved(tx: Tx, telegramChatId: number): Promise<void> {
  const group = await groupOfChat(tx, telegramChatId);
  if (group) await lookAt(tx, { id: group.chatId, kind: group.kind }, { forumGroup: group.id });
}

const MOST_CAUGHT_UP = 100;

async function standAs(work: ForumWork, group: StaffGroup, missing: readonly Need[]): Promise<void> {
  const { tx, desk, now } = work;
  const state = missing.length === 0 ? 'works' : 'lacking';
  await setGroup(tx, group.id, { state, missing: [...missing], title: group.title });
  if (group.state === state && group.missing.join() === missing.join()) return;
  const { language } = desk.settings;
  const lines = missing.map((need) => `• ${desk.translate(language, `forum-need-${need}`)}`);
  const text = [desk.translate(language, `forum-group-${state}`), ...lines].join('\n');
  await say(tx, { chat: { id: group.chatId, kind: group.kind }, said: { text } });
  if (state !== 'works') return;
  // What was said while nothing could be shown here; and who has no topic yet.
  const behind = [
    ...(await openIn(tx, group.id, MOST_CAUGHT_UP)),
    ...(await waitingWithoutTopic(tx, MOST_CAUGHT_UP)),
  ];
  await followInForum(tx, behind, now);
}
