import type { Tx } from '../../base/db/index.ts';
import { type Language, nearestLanguage } from '../../base/i18n/index.ts';
import type { Settled } from '../../base/outbox/index.ts';
import { record } from '../audit/index.ts';
import { lockChat, say } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { type StaffMember, staffByTelegram } from '../staff/index.ts';
import type { BusinessArrival, BusinessWhat } from './arrival.types.ts';
import type { At } from './at.ts';
import { conciergeById, keepConnection, loseConnection, SERVES } from './connections.sql.ts';
import { conciergeOfMessage } from './matters.sql.ts';
import { readLetsIn } from './settings.sql.ts';
import type { Right } from './window.ts';

type Connection = Extract<BusinessWhat, { kind: 'connection' }>;

/** Somebody let the desk into their account's chats, changed what it may do there, or ended it (P5). Nobody but a member of the staff who
 * may serve is taken; they hear at once what it means, and what is missing. */
export async function noteConnection(
  at: At,
  { business: connection }: BusinessArrival,
  what: Connection,
): Promise<void> {
  const { account, ownerChatId, rights, enabled } = what;
  const member = await staffByTelegram(at.tx, account.telegramId);
  if (!member?.permissions.includes(SERVES)) {
    if (enabled)
      await tellOwner(at, ownerChatId, {
        language: nearestLanguage(account.languageTag, at.desk.settings.language),
        key: 'concierge-not-one',
      });
    return;
  }
  const before = await conciergeById(at.tx, member.id);
  const current = await keepConnection(at.tx, {
    ...{ staffId: member.id, accountId: account.telegramId, ownerChatId, connection, rights, enabled },
    now: at.now,
  });
  if (!current) return;
  const was = before && { state: before.state, rights: before.rights };
  await note(at, member, { was, is: { state: enabled ? 'connected' : 'off', rights } });
  if (before?.state === 'connected' && enabled && same(before.rights, rights)) return;
  await tellOwner(at, ownerChatId, await wordsFor(at, member, what));
}

const same = (a: readonly Right[], b: readonly Right[]): boolean =>
  a.length === b.length && a.every((right) => b.includes(right));

/** Telegram no longer knows a connection: its owner hears of it, and the console shows it. */
async function noteLost(at: At, staffId: number): Promise<void> {
  const before = await conciergeById(at.tx, staffId);
  const ownerChatId = await loseConnection(at.tx, staffId, at.now);
  if (ownerChatId === undefined || !before) return;
  await record(at.tx, {
    ...{ by: { kind: 'system' }, action: 'concierge.lost', object: { kind: 'staff', id: staffId } },
    ...{ before: { state: before.state }, after: { state: 'lost' }, now: at.now },
  });
  const member = await staffByTelegram(at.tx, before.accountId);
  const language = member?.language ?? at.desk.settings.language;
  await tellOwner(at, ownerChatId, { language, key: 'concierge-lost-told' });
}

type Facts = { state: string; rights: readonly Right[] };

async function note(
  at: At,
  member: StaffMember,
  change: { was: Facts | undefined; is: Facts },
): Promise<void> {
  const { was, is } = change;
  await record(at.tx, {
    by: { kind: 'staff', id: member.id, from: { place: 'bot' } },
    ...{ action: 'concierge.connection', object: { kind: 'staff', id: member.id }, now: at.now },
    ...(was ? { before: was } : {}),
    after: is,
  });
}

type Told = { language: Language; key: string; vars?: Record<string, string> };

async function wordsFor(at: At, { language }: StaffMember, what: Connection): Promise<Told> {
  if (!what.enabled) return { language, key: 'concierge-off-told' };
  const whose = await readLetsIn(at.tx);
  const missing = what.rights.includes('reply') ? (what.rights.includes('read') ? 'none' : 'read') : 'reply';
  return { language, key: 'concierge-on-told', vars: { whose, missing } };
}

async function tellOwner({ tx, desk, now }: At, ownerChatId: number, told: Told): Promise<void> {
  const chat = await lockChat(tx, { telegramChatId: ownerChatId, kind: 'private' }, now);
  await say(tx, { chat, said: { text: desk.translate(told.language, told.key, told.vars) } });
}

/** How something that was sent ended: where Telegram no longer knows the connection in whose name it was sent, that is noted. */
export async function followDelivery(tx: Tx, desk: Desk, settled: Settled): Promise<void> {
  const { message } = settled.ref;
  if (settled.code !== 'connection_lost' || message === undefined) return;
  const staffId = await conciergeOfMessage(tx, message);
  if (staffId !== undefined) await noteLost({ tx, desk, now: desk.clock.now() }, staffId);
}
