import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';

/** An entry `e` as one text, equal on every server and in every time zone: what its hash is made of. */
const CANONICAL: RawBuilder<string> = sql`jsonb_build_array(e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor_kind, e.actor_id,
  e.action, e.object_kind, e.object_id, e.before, e.after, e.place, e.address_hash)::text`;

/** The end of the chain, by which a later check can tell whether it is still the same one. */
export type Head = { position: number; hash: string };

/** How many entries `sealEntries` takes at once. */
export const SEALED_AT_ONCE = 1000;

/** Chains the oldest entries that were committed and have no place yet, 1000 at most: each hash covers the entry and the hash before it
 * (C6). Returns how many; none while another process is sealing. */
export async function sealEntries(tx: Tx): Promise<number> {
  const head = await tx
    .selectFrom('audit_chain')
    .select(['position', 'hash'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!head) return 0;
  const { rows } = await sql<{ id: number; canonical: string }>`
    select e.id, ${CANONICAL} as canonical
    from audit_entries e join (select id from audit_entries where position is null order by id limit ${SEALED_AT_ONCE}) u on u.id = e.id
    order by e.id`.execute(tx);
  if (rows.length === 0) return 0;
  let { hash } = head;
  const hashes = rows.map(({ canonical }) => {
    hash = createHash('sha256').update(hash).update(canonical).digest();
    return hash.toString('hex');
  });
  await sql`
    update audit_entries e set position = ${head.position}::bigint + s.n, hash = decode(s.hash, 'hex')
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${hashes}::text[]) with ordinality as s (id, hash, n)
    where e.id = s.id`.execute(tx);
  await tx
    .updateTable('audit_chain')
    .set({ position: head.position + rows.length, hash })
    .execute();
  return rows.length;
}

type Fault = 'changed' | 'missing' | 'foreign' | 'head';

/** What a check of the chain found. Not sound: `position` is the first place that does not fit, `entry` the id that stands there. */
export type Verdict =
  | { sound: true; head: Head; waiting: number }
  | {
      sound: false;
      fault: 'changed' | 'missing' | 'foreign' | 'head';
      position: number;
      entry: number | null;
    };

const CHECKED_AT_ONCE = 50_000;

/** How to check: `witness` is a head that was noted earlier; `page` is how many entries are looked at in one question. */
export type Check = { witness?: Head | undefined; page?: number };

/** Goes through the whole chain, in pages, on one snapshot of the database (C6). With a witness it also finds a chain whose end was
 * written anew. */
export function verifyAudit(db: Db, check: Check = {}): Promise<Verdict> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verify(tx, check));
}

type At = { count: number; position: number | null; hash: Buffer };

async function verify(tx: Tx, { witness, page: size = CHECKED_AT_ONCE }: Check): Promise<Verdict> {
  let at: At = { count: 0, position: null, hash: Buffer.alloc(32) };
  for (;;) {
    const page = await checkPage(tx, at, size);
    if ('sound' in page) return page;
    if (page.count === at.count) break;
    at = page;
  }
  const fault = await faultAtEnd(tx, at, witness);
  if (fault) return { sound: false, ...fault, entry: null };
  const { rows } = await sql<{ sealed: number; waiting: number }>`
    select count(position) as sealed, count(*) - count(position) as waiting from audit_entries`.execute(tx);
  const { sealed = 0, waiting = 0 } = rows[0] ?? {};
  // A second entry at the place with which a page ended has escaped the pages.
  if (sealed !== at.count) return { sound: false, fault: 'foreign', position: at.count, entry: null };
  return { sound: true, head: { position: at.count, hash: at.hash.toString('hex') }, waiting };
}

async function faultAtEnd(
  tx: Tx,
  at: At,
  witness: Head | undefined,
): Promise<{ fault: Fault; position: number } | undefined> {
  const head = await tx.selectFrom('audit_chain').select(['position', 'hash']).executeTakeFirst();
  if (!head || head.position < at.count) return { fault: 'foreign', position: (head?.position ?? 0) + 1 };
  if (head.position > at.count) return { fault: 'missing', position: at.count + 1 };
  if (!head.hash.equals(at.hash)) return { fault: 'head', position: at.count };
  return !witness || (await holds(tx, witness)) ? undefined : { fault: 'head', position: witness.position };
}

/** Looks at the next entries: each must stand in the next place, with the hash that follows from the one before. */
async function checkPage(tx: Tx, at: At, size: number): Promise<At | Verdict> {
  const page = sql`
    select e.id, e.position, e.hash, ${at.count}::bigint + row_number() over (order by e.position) as place,
      sha256(coalesce(lag(e.hash) over (order by e.position), ${at.hash}::bytea) || convert_to(${CANONICAL}, 'UTF8')) as expected
    from audit_entries e where e.position is not null and (${at.position}::bigint is null or e.position > ${at.position}::bigint)
    order by e.position limit ${size}`;
  const { rows } = await sql<{ id: number; position: number; place: number }>`
    select id, position, place from (${page}) p where position <> place or hash is distinct from expected
    order by place limit 1`.execute(tx);
  const [wrong] = rows;
  if (wrong) {
    const { id, position, place } = wrong;
    if (position > place) return { sound: false, fault: 'missing', position: place, entry: null };
    return { sound: false, fault: position < place ? 'foreign' : 'changed', position, entry: id };
  }
  // The places of this page are now known to count up without a gap.
  const end = await sql<{ position: number; hash: Buffer }>`
    select position, hash from audit_entries where position > ${at.count} and position <= ${at.count + size}
    order by position desc limit 1`.execute(tx);
  const [last] = end.rows;
  return last ? { count: last.position, position: last.position, hash: last.hash } : at;
}

async function holds(tx: Tx, witness: Head): Promise<boolean> {
  const { rows } = await sql`
    select from audit_entries where position = ${witness.position} and encode(hash, 'hex') = ${witness.hash}`.execute(
    tx,
  );
  return rows.length > 0;
}
