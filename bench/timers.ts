import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { readConfig } from '../app/config.ts';
import { openRuntime, type Runtime } from '../app/runtime.ts';
import { seed } from '../app/seed.ts';
import { HOUR, MINUTE } from '../base/kernel/index.ts';
import { startWorker } from '../base/queue/index.ts';
import { SLA_TASK, savePolicy, syncClocks } from '../domain/sla/index.ts';
import { lockTicket } from '../domain/tickets/index.ts';
import { tasks, WORKER } from '../edges/jobs/index.ts';
import { type Benchmark, type Figures, round, withPostgres } from './benchmark.ts';

const PENDING = 100_000;
const DUE = 600;
const SPREAD_MS = 20_000;
const PARALLEL = 8;
const TRIAL = 200;

/** How late deadlines are noticed while many more of them wait, beside the same with nothing else waiting. */
export const timers: Benchmark = {
  summary: `lateness of ${DUE} deadlines within ${SPREAD_MS / 1000} s, alone and among ${PENDING} timers that wait`,
  run: () => withPostgres((url) => measureTimers(url, { pending: PENDING, due: DUE, spreadMs: SPREAD_MS })),
};

/** Measures in a database of its own; see `timers`. */
export async function measureTimers(
  url: string,
  size: { pending: number; due: number; spreadMs: number },
): Promise<Figures> {
  const config = readConfig({
    ...{ DATABASE_URL: url, LOG_LEVEL: 'error', DATABASE_CONNECTIONS: String(PARALLEL + 4) },
  });
  const runtime = await openRuntime(config, url);
  try {
    await seed(runtime);
    await runtime.db
      .insertInto('customers')
      .values({ first_name: 'Leyla', language: 'en', created_at: runtime.clock.now() })
      .execute();
    const input = { queue: 'l1', metric: 'first_reply', target_minutes: 1, warn_percent: null };
    await runtime.transact((tx) => savePolicy(tx, input, runtime.clock.now()));
    await runtime.db.deleteFrom('sla_policies').where('metric', '=', 'resolution').execute();
    const alone = await pass(runtime, size);
    await fill(runtime, size.pending);
    const among = await pass(runtime, size);
    return {
      pending: size.pending,
      due: size.due,
      due_a_second: round(size.due / (size.spreadMs / 1000)),
      lateness_p50_ms: quantile(among, 0.5),
      lateness_p99_ms: quantile(among, 0.99),
      lateness_max_ms: quantile(among, 1),
      alone_p99_ms: quantile(alone, 0.99),
      p99_to_alone: round(quantile(among, 0.99) / quantile(alone, 0.99)),
      fired: among.length,
      within_a_second: quantile(among, 0.99) < 1000,
    };
  } finally {
    await runtime.close();
  }
}

/** Lets deadlines pass, evenly spread, under a worker as the desk's own; answers how late each was noticed, in milliseconds. */
async function pass(runtime: Runtime, size: { due: number; spreadMs: number }): Promise<number[]> {
  const { pool, db, log } = runtime;
  // By the time the last one is set, the first one is still to come.
  const began = Date.now();
  await openTickets(runtime, TRIAL, () => began + HOUR);
  const each = (Date.now() - began) / TRIAL;
  const first = Date.now() + 2000 + size.due * each * 1.5;
  const ids = await openTickets(
    runtime,
    size.due,
    (place) => first - MINUTE + (place * size.spreadMs) / size.due,
  );
  if (Date.now() > first) throw new Error('the timers could not be set before they were due');
  await sql`analyze`.execute(runtime.db);
  const stop = await startWorker({ pool, log, tasks: tasks(runtime), ...WORKER });
  try {
    for (;;) {
      const { rows } = await sql<{ late: number }>`
        select (data ->> 'lateness_ms')::int as late from sla_events
        where kind = 'breach' and ticket_id between ${ids.first} and ${ids.last} order by late`.execute(db);
      if (rows.length === size.due) return rows.map(({ late }) => late);
      if (Date.now() > first + size.spreadMs + 60_000)
        throw new Error(`${size.due - rows.length} timers never fired`);
      await delay(500);
    }
  } finally {
    await stop();
  }
}

/** Opens tickets whose first reply began at the given moments, with the clocks and timers that follow. */
async function openTickets(
  runtime: Runtime,
  count: number,
  began: (place: number) => number,
): Promise<{ first: number; last: number }> {
  const moments = Array.from({ length: count }, (_, place) => new Date(began(place)));
  const { rows } = await sql<{ id: number }>`
    insert into tickets (customer_id, queue_id, status, priority, language, subject, waiting_since, last_message_at, created_at, updated_at)
    select customer, (select id from queues where slug = 'l1'), 'accepted', 'normal', 'en', 'A measured matter', at, at, at, at
    from (select max(id) from customers) as one (customer), unnest(${moments}::timestamptz[]) with ordinality as moments (at, place) order by place returning id`.execute(
    runtime.db,
  );
  const ids = rows.map(({ id }) => id).toSorted((a, b) => a - b);
  const work = [...ids];
  const worker = async () => {
    for (let id = work.shift(); id !== undefined; id = work.shift()) {
      const ticket = id;
      await runtime.transact(async (tx) => syncClocks(tx, await lockTicket(tx, ticket), runtime.clock.now()));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return { first: ids[0] ?? 0, last: ids.at(-1) ?? 0 };
}

const BATCH = 5000;

/** Adds timers of tickets that are due much later. */
async function fill(runtime: Runtime, count: number): Promise<void> {
  for (let from = 1; from <= count; from += BATCH) {
    await sql`
      select count(*) from graphile_worker.add_jobs(array(
        select row(${SLA_TASK}::text, json_build_object('ticket', n), null, now() + interval '1 day' + n * interval '1 second',
          null, 'sla:waiting:' || n, null, null)::graphile_worker.job_spec
        from generate_series(${from}::int, ${Math.min(count, from + BATCH - 1)}::int) n))`.execute(
      runtime.db,
    );
  }
  await sql`analyze`.execute(runtime.db);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
