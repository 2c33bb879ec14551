import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DAY, DomainError, hashToken, MINUTE, newToken, plus } from '../../base/kernel/index.ts';
import { schedule, type Timer } from '../../base/queue/index.ts';
import { isBeingTold } from './telling.ts';

/** The job that makes the copy which a customer asked for. */
export const EXPORT_TASK = 'privacy_export';
/** The job that removes what a customer wants to be gone. */
export const ERASURE_TASK = 'privacy_erasure';

/** How long a copy is kept. */
const COPY_LASTS = 7 * DAY;
/** How long a link to it can be used. */
const LINK_LASTS = 10 * MINUTE;

/** What a customer asked of their own data, and how far that is. */
export type PrivacyRequest = {
  id: number;
  kind: 'export' | 'erasure';
  state: 'asked' | 'ready' | 'done';
  asked_at: Date;
  expires_at: Date | null;
  size_bytes: number | null;
};

/** What a customer asked for last, of each kind. */
export async function readPrivacy(db: Db, customerId: number): Promise<PrivacyRequest[]> {
  const { rows } = await sql<PrivacyRequest>`
    select distinct on (kind) id, kind, state, asked_at, expires_at, size_bytes from privacy_requests
    where customer_id = ${customerId} order by kind, id desc`.execute(db);
  return rows;
}

/** Asks for a copy of all that is kept of a customer, or that it goes (C4): a durable job. Asked again while it is being done, nothing more
 * happens. Returns whether it was new. */
export async function askPrivacy(
  tx: Tx,
  customerId: number,
  ask: { kind: PrivacyRequest['kind']; now: Date },
): Promise<boolean> {
  const { kind, now } = ask;
  const { rows } = await sql<{ id: number }>`
    insert into privacy_requests (customer_id, kind, asked_at) values (${customerId}, ${kind}, ${now})
    on conflict (customer_id, kind) where state = 'asked' do nothing returning id`.execute(tx);
  const [row] = rows;
  if (!row) return false;
  await schedule(tx, timerOf(kind, row.id, now));
  return true;
}

function timerOf(kind: PrivacyRequest['kind'], id: number, at: Date): Timer {
  const task = kind === 'export' ? EXPORT_TASK : ERASURE_TASK;
  return { task, at, key: `${task}:${id}`, payload: { request: id } };
}

/** How long an erasure waits for what is being said to its customer, and how often it looks; in milliseconds. */
const PATIENCE = { most: 2 * MINUTE, each: 1_000 };

/** Whether an erasure is to wait a little, because what its customer is being told has still to leave: afterwards nobody knows where to. It
 * then begins anew by itself. */
export async function isToWait(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { customer_id: customerId, asked_at: askedAt } = await tx
    .selectFrom('privacy_requests')
    .select(['customer_id', 'asked_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (now >= plus(askedAt, PATIENCE.most) || !(await isBeingTold(tx, customerId))) return false;
  await schedule(tx, timerOf('erasure', id, plus(now, PATIENCE.each)));
  return true;
}

/** The customer of a request that waits to be done; undefined: it is done already. */
export async function openRequest(db: Db, id: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('privacy_requests')
    .select('customer_id')
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return row?.customer_id;
}

/** Notes that a copy can be fetched; false: nobody waits for it any more. */
export async function noteReady(
  tx: Tx,
  id: number,
  copy: { key: string; size: number; now: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('privacy_requests')
    .set({
      ...{ state: 'ready', storage_key: copy.key, size_bytes: copy.size, ready_at: copy.now },
      expires_at: plus(copy.now, COPY_LASTS),
    })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes a link that hands the copy out once, within ten minutes; returns its secret. Refuses (`not_found`) where there is no copy. */
export async function linkToCopy(tx: Tx, customerId: number, now: Date): Promise<string> {
  const token = newToken();
  const { rows } = await sql`
    update privacy_requests set token_hash = ${hashToken(token)}, token_expires_at = ${plus(now, LINK_LASTS)}
    where id = (select max(id) from privacy_requests where customer_id = ${customerId} and kind = 'export' and state = 'ready' and expires_at > ${now})
    returning id`.execute(tx);
  if (rows.length === 0) throw new DomainError('not_found', 'copy_gone');
  return token;
}

/** Uses up such a link; answers where the copy is. Refuses (`not_found`) a link that is unknown, used or too old. */
export async function useCopyLink(tx: Tx, token: string, now: Date): Promise<{ key: string; size: number }> {
  const { rows } = await sql<{ key: string; size: number }>`
    update privacy_requests set token_hash = null where token_hash = ${hashToken(token)} and token_expires_at > ${now} and state = 'ready'
    returning storage_key as key, size_bytes as size`.execute(tx);
  const [row] = rows;
  if (!row) throw new DomainError('not_found', 'copy_gone');
  return row;
}

/** Copies whose time is over, or whose customer is gone: their bytes are to be removed. */
export async function staleCopies(db: Db, now: Date): Promise<{ id: number; key: string }[]> {
  const { rows } = await sql<{ id: number; key: string }>`
    select r.id, r.storage_key as key from privacy_requests r where r.storage_key is not null and r.state = 'ready' and r.expires_at < ${now}
    limit 100`.execute(db);
  return rows;
}

/** Notes that a request is over, and that nothing of it is in the storage any more. */
export async function noteDone(tx: Tx, id: number, now: Date): Promise<void> {
  await tx
    .updateTable('privacy_requests')
    .set({ state: 'done', done_at: now, storage_key: null, token_hash: null, keys_left: [] })
    .where('id', '=', id)
    .execute();
}
