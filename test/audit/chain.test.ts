import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../base/db/index.ts';
import { type Head, record, sealEntries, verifyAudit } from '../../domain/audit/index.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const ENTRIES = 12;
const PAGE = 5;
const NOW = new Date('2026-11-23T08:00:00.123Z');

let t: TestDatabase;
let head: Head;
beforeAll(async () => {
  t = await testDatabase();
  for (let n = 1; n <= ENTRIES; n += 1) {
    await write(t.db, n);
    // The chain is made of several sealings, as in life.
    if (n % 4 === 0) await seal(t.db);
  }
  head = await soundHead();
  // What follows is done by somebody who may do anything to the database.
  await t.pool.query(`create table kept as table audit_entries; create table kept_chain as table audit_chain;
    alter table audit_entries alter column id drop identity;
    drop index audit_entries_position; alter table audit_entries drop constraint audit_entries_check;
    alter table audit_entries drop constraint audit_entries_pkey`);
});
afterAll(() => t?.[Symbol.asyncDispose]());

const write = (db: Db, n: number) =>
  db.transaction().execute((tx) =>
    record(tx, {
      by: { kind: 'staff', id: n % 3, from: { place: 'console', address: `10.0.0.${n}` } },
      action: 'ticket.assign',
      object: { kind: 'ticket', id: 1000 + n },
      before: { assignee: null, status: 'accepted' },
      after: { assignee: n, status: 'accepted' },
      now: NOW,
    }),
  );
const seal = (db: Db) => db.transaction().execute((tx) => sealEntries(tx));
const check = (db: Db, witness?: Head) => verifyAudit(db, { page: PAGE, witness });

async function soundHead(): Promise<Head> {
  const verdict = await check(t.db);
  if (!verdict.sound) throw new Error(`the chain does not hold: ${JSON.stringify(verdict)}`);
  return verdict.head;
}

/** Does something to the tables with all triggers off, gives the verdict, and puts everything back. */
async function afterTampering(statement: string, witness?: Head) {
  const client = await t.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(statement);
    return await check(t.db, witness);
  } finally {
    await client.query(`delete from audit_entries; insert into audit_entries select * from kept;
      delete from audit_chain; insert into audit_chain select * from kept_chain; set session_replication_role = default`);
    client.release();
  }
}

const place = fc.integer({ min: 1, max: ENTRIES });
const change = fc
  .record({
    at: place,
    set: fc.constantFrom(
      ...[
        "at = at + interval '1 microsecond'",
        "actor_kind = 'system'",
        'actor_id = actor_id + 1',
        'actor_id = null',
      ],
      ...[
        "action = 'ticket.raise'",
        "object_kind = 'staff'",
        "object_id = object_id || '0'",
        'id = id + 100',
      ],
      ...[
        'before = null',
        'after = null',
        `after = after || '{"assignee": 77}'`,
        `before = before || '{"more": 1}'`,
      ],
      ...["place = 'cli'", 'address_hash = null', "address_hash = 'x' || address_hash"],
      ...["hash = sha256('')", 'hash = null', 'position = null', 'position = null, hash = null'],
      ...[`position = position + ${ENTRIES}`, 'position = 0', 'position = -3'],
    ),
  })
  .map(({ at, set }) => ({
    // Before the first place, it is the first that does not fit.
    at: set === 'position = 0' || set === 'position = -3' ? 1 : at,
    statement: `update audit_entries set ${set} where position = ${at}`,
  }));
const deletion = place.map((at) => ({ at, statement: `delete from audit_entries where position = ${at}` }));
const insertion = fc
  .record({ of: place, at: fc.integer({ min: -1, max: ENTRIES + 2 }) })
  .map(({ of, at }) => ({
    at: Math.min(Math.max(at, 1), ENTRIES + 1),
    statement: `insert into audit_entries select id + 100, at, actor_kind, actor_id, action, object_kind, object_id, before, after,
      place, address_hash, ${at}, hash from audit_entries where position = ${of}`,
  }));
const swap = fc.uniqueArray(place, { minLength: 2, maxLength: 2 }).chain(([a = 1, b = 2]) =>
  fc.constantFrom('position', 'hash', 'position, hash', 'object_id', 'id').map((columns) => {
    const fields = columns.split(', ');
    const set = fields.map((field) => `${field} = o.${field}`).join(', ');
    return {
      at: Math.min(a, b),
      statement: `update audit_entries e set ${set} from kept o where (e.position, o.position) in ((${a}, ${b}), (${b}, ${a}))`,
    };
  }),
);

test('any single change, deletion, insertion or swap of sealed entries is found, at the first place that does not fit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(change, deletion, insertion, swap), async ({ at, statement }) => {
      const verdict = await afterTampering(statement);
      expect({ statement, verdict }).toMatchObject({ statement, verdict: { sound: false } });
      // Of two entries at one place either may be told, and one that no page holds is told at the end.
      const told = verdict.sound ? 0 : Math.max(verdict.position, 1);
      const doubled = statement.startsWith('insert') && told === ENTRIES;
      expect(doubled || Math.abs(told - at) <= 1, `${statement}: told at ${told}`).toBe(true);
    }),
    { numRuns: 250 },
  );
  expect(await soundHead()).toEqual(head);
});

test('a second entry at the place with which a page ends is found, although no page holds it', async () => {
  const verdict = await afterTampering(
    `insert into audit_entries select * from kept where position = ${PAGE}`,
  );
  expect(verdict).toMatchObject({ sound: false, fault: 'foreign' });
});

test('a head that was moved, changed or deleted is found', async () => {
  for (const statement of [
    'delete from audit_chain',
    "update audit_chain set hash = sha256('')",
    'update audit_chain set position = position - 1',
    'update audit_chain set position = position + 1',
    `delete from audit_entries where position = ${ENTRIES}`,
    'delete from audit_entries',
  ]) {
    expect({ statement, ...(await afterTampering(statement)) }).toMatchObject({ statement, sound: false });
  }
});

test('an end that was written anew, head and all, fits by itself and is found by a head that was noted before', async () => {
  const client = await t.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`
      update audit_entries set actor_id = 99 where position = 9;
      update audit_entries set position = null, hash = null where position >= 9;
      update audit_chain set position = 8, hash = (select hash from audit_entries where position = 8)`);
    await client.query('set session_replication_role = default');
    expect(await seal(t.db)).toBe(4);
    expect(await check(t.db)).toMatchObject({ sound: true, head: { position: ENTRIES } });
    expect(await check(t.db, head)).toMatchObject({ sound: false, fault: 'head', position: ENTRIES });
  } finally {
    client.release();
    await afterTampering('select');
  }
  expect(await check(t.db, head)).toMatchObject({ sound: true });
});

test('entries are added and sealed; everything else is refused by the database', async () => {
  await using own = await testDatabase();
  await write(own.db, 1);
  await write(own.db, 2);
  await seal(own.db);
  await write(own.db, 3);
  for (const statement of [
    "update audit_entries set action = 'x' where id = 3",
    "update audit_entries set position = 3, hash = sha256(''), action = 'x' where id = 3",
    'update audit_entries set position = null, hash = null where id = 1',
    'delete from audit_entries where id = 3',
    'truncate audit_entries',
    'delete from audit_chain',
    'truncate audit_chain',
  ]) {
    await expect(own.pool.query(statement), statement).rejects.toThrow('append-only');
  }
});

test('a change that changes nothing leaves no entry, and an entry holds only what differs', async () => {
  await using own = await testDatabase();
  const same = { by: { kind: 'system' }, action: 'x', object: { kind: 'ticket', id: 1 }, now: NOW } as const;
  await own.db.transaction().execute(async (tx) => {
    await record(tx, { ...same, before: { a: 1, list: [1] }, after: { a: 1, list: [1] } });
    await record(tx, { ...same, before: { a: 1, b: 2 }, after: { a: 1, b: null, c: 3 } });
  });
  const rows = await own.db.selectFrom('audit_entries').select(['before', 'after', 'address_hash']).execute();
  expect(rows).toEqual([{ before: { b: 2, c: null }, after: { b: null, c: 3 }, address_hash: null }]);
});

const inTurn = async (db: Kysely<never> | Db, work: (n: number) => Promise<void>, times: number) => {
  for (let n = 0; n < times; n += 1) await work(n);
  return db;
};

test('many transactions at once, sealed meanwhile by several, of which some break off: every committed entry is in the chain, once', async () => {
  await using own = await testDatabase();
  const { db } = own;
  const writer = (who: number) =>
    inTurn(
      db,
      async (n) => {
        await db
          .transaction()
          .execute(async (tx) => {
            for (let part = 0; part <= n % 3; part += 1) {
              await record(tx, {
                by: { kind: 'staff', id: who },
                action: 'ticket.note',
                object: { kind: 'ticket', id: n },
                now: NOW,
              });
            }
            if (n % 4 === 3) throw new Error('rolled back');
          })
          .catch(() => undefined);
      },
      24,
    );
  let writing = true;
  let broken = 0;
  const sealer = async () => {
    for (let round = 0; writing; round += 1) {
      await db
        .transaction()
        .execute(async (tx) => {
          if ((await sealEntries(tx)) > 0 && round % 2 === 0) {
            broken += 1;
            throw new Error('the process died before the commit');
          }
        })
        .catch(() => undefined);
    }
  };
  const sealing = [sealer(), sealer()];
  await Promise.all([1, 2, 3, 4, 5, 6].map(writer));
  writing = false;
  await Promise.all(sealing);
  await seal(db);
  // Of 24 transactions six roll back, all of them with one entry or more; 18 stay, with 2 entries each on average.
  const { rows } = await sql<{ entries: number; sealed: number; places: number }>`
    select count(*) as entries, count(position) as sealed, count(distinct position) as places from audit_entries`.execute(
    db,
  );
  const perWriter = Array.from({ length: 24 }, (_, n) => (n % 4 === 3 ? 0 : (n % 3) + 1)).reduce(
    (a, b) => a + b,
  );
  const entries = 6 * perWriter;
  expect(rows).toEqual([{ entries, sealed: entries, places: entries }]);
  expect(broken).toBeGreaterThan(0);
  expect(await check(db)).toMatchObject({ sound: true, head: { position: entries }, waiting: 0 });
});

test('an entry that is committed after later ones were sealed gets its place after them', async () => {
  await using own = await testDatabase();
  const client = await own.pool.connect();
  try {
    await client.query(`begin; insert into audit_entries (at, actor_kind, action, object_kind, object_id, place)
      values (now(), 'system', 'slow', 'ticket', '1', 'system')`);
    await write(own.db, 2);
    expect(await seal(own.db)).toBe(1);
    await client.query('commit');
  } finally {
    client.release();
  }
  expect(await check(own.db)).toMatchObject({ sound: true, waiting: 1 });
  expect(await seal(own.db)).toBe(1);
  const order = await own.db.selectFrom('audit_entries').select('action').orderBy('position').execute();
  expect(order.map(({ action }) => action)).toEqual(['ticket.assign', 'slow']);
  expect(await check(own.db)).toMatchObject({ sound: true, waiting: 0 });
});
