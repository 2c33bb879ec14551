import { sql } from 'kysely';
import { connect, type Db, migrate } from '../base/db/index.ts';
import { record, sealEntries, verifyAudit } from '../domain/audit/index.ts';
import { type Benchmark, type Figures, round, withPostgres } from './benchmark.ts';

const ENTRIES = 1_000_000;
const WRITERS = 16;
const WRITING_MS = 4000;

/** How long a million entries take to be chained and to be checked, and whether writers feel that others seal. */
export const audit: Benchmark = {
  summary: 'chain and check an audit log of 1,000,000 entries',
  run: () =>
    withPostgres(async (url) => {
      await migrate(url);
      const { db, close } = connect({ url, connections: WRITERS + 2, onError: () => {} });
      try {
        return await measure(db);
      } finally {
        await close();
      }
    }),
};

async function measure(db: Db): Promise<Figures> {
  const alone = await write(db, false);
  const sealing = await write(db, true);
  await sql`
    insert into audit_entries (at, actor_kind, actor_id, action, object_kind, object_id, before, after, place, address_hash)
    select now(), 'staff', n % 50, 'ticket.assign', 'ticket', n::text, '{"assignee": null}', jsonb_build_object('assignee', n % 50),
      'console', 'abcdefabcdefabcdefabcdef' from generate_series(1, ${ENTRIES}::int) n`.execute(db);
  const sealed = await timed(async () => {
    while ((await seal(db)) > 0);
  });
  await sql`vacuum analyze audit_entries`.execute(db);
  const counted = await timed(() => sql`select count(*), sum(length(hash)) from audit_entries`.execute(db));
  const checked = await timed(async () => {
    const verdict = await verifyAudit(db);
    if (!verdict.sound) throw new Error('the chain does not hold');
  });
  return {
    entries: ENTRIES,
    seal_seconds: round(sealed / 1000),
    check_seconds: round(checked / 1000),
    check_to_plain_scan: round(checked / counted),
    commits_per_second: Math.round(alone),
    commits_while_sealing_ratio: round(sealing / alone),
  };
}

const seal = (db: Db) => db.transaction().execute((tx) => sealEntries(tx));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How many transactions with one entry each commit in a second; `sealed`: while somebody seals them without a pause. */
async function write(db: Db, sealed: boolean): Promise<number> {
  const until = performance.now() + WRITING_MS;
  let commits = 0;
  const writer = async (who: number) => {
    while (performance.now() < until) {
      await db.transaction().execute((tx) =>
        record(tx, {
          by: { kind: 'staff', id: who, from: { place: 'console', address: '10.0.0.1' } },
          action: 'ticket.note',
          object: { kind: 'ticket', id: commits },
          now: new Date(),
        }),
      );
      commits += 1;
    }
  };
  const sealer = async () => {
    while (sealed && performance.now() < until) await seal(db);
  };
  await Promise.all([sealer(), ...Array.from({ length: WRITERS }, (_, who) => writer(who))]);
  return (commits / WRITING_MS) * 1000;
}
