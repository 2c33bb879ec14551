import { sql } from 'kysely';
import { readConfig } from '../app/config.ts';
import { openRuntime, type Runtime } from '../app/runtime.ts';
import { seed } from '../app/seed.ts';
import { connect } from '../base/db/index.ts';
import { next as takeNext } from '../domain/back-office/index.ts';
import { type StaffMember, staffById } from '../domain/staff/index.ts';
import { type Benchmark, type Figures, round, withPostgres } from './benchmark.ts';

const SIZES = [1000, 100_000, 1_000_000];
const AGENTS = 16;
const TAKES = 50;
const ROUNDS = 3;

/** How long an agent waits for the next ticket, while sixteen ask without a pause, as the queue grows. */
export const next: Benchmark = {
  summary: `milliseconds to take the next ticket, ${AGENTS} agents at once, at ${SIZES.join(', ')} open tickets`,
  run: () => withPostgres((url) => measureNext(url, SIZES)),
};

async function measureNext(url: string, sizes: readonly number[]): Promise<Figures> {
  const runtime = await openRuntime(
    readConfig({ ...{ DATABASE_URL: url, LOG_LEVEL: 'error', DATABASE_CONNECTIONS: String(AGENTS + 4) } }),
    url,
  );
  try {
    await seed(runtime);
    const agents = await people(runtime);
    const figures: Figures = { agents: AGENTS, takes_at_each_size: AGENTS * TAKES * ROUNDS };
    const p99: number[] = [];
    await pass(runtime, agents, 1000);
    for (const size of sizes) {
      const times: number[] = [];
      for (let n = 0; n < ROUNDS; n += 1) times.push(...(await pass(runtime, agents, size)));
      process.stderr.write(`${size} open: p99 ${round(quantile(times, 0.99))} ms\n`);
      p99.push(quantile(times, 0.99));
      figures[`open_${size}_p50_ms`] = round(quantile(times, 0.5));
      figures[`open_${size}_p99_ms`] = round(quantile(times, 0.99));
      figures[`open_${size}_max_ms`] = round(quantile(times, 1));
    }
    const growth = (p99.at(-1) ?? Number.NaN) / (p99[0] ?? Number.NaN);
    const plan = await planOf(runtime, url, agents);
    process.stderr.write(`${plan}\n`);
    return {
      ...figures,
      p99_growth: round(growth),
      index_in_order: /Index (Only )?Scan using tickets_next/.test(plan) && !/Seq Scan on tickets/.test(plan),
      within_limits: growth < 3,
    };
  } finally {
    await runtime.close();
  }
}

/** Sixteen agents who may take as many as there are, and customers with chats, an eighth of them VIPs. */
async function people({ db }: Runtime): Promise<StaffMember[]> {
  await sql`
    insert into customers (telegram_id, first_name, language, is_vip, created_at)
    select n, 'Customer ' || n, 'az', n % 8 = 0, now() from generate_series(1, 20000) n`.execute(db);
  await sql`
    insert into chats (telegram_chat_id, kind, customer_id, updated_at)
    select telegram_id, 'private', id, now() from customers`.execute(db);
  const { rows } = await sql<{ id: number }>`
    insert into staff (name, role, created_at, capacity)
    select 'Agent ' || n, 'l1', now(), 1000000 from generate_series(1, ${sql.lit(AGENTS)}) n returning id`.execute(
    db,
  );
  const found = await Promise.all(rows.map(({ id }) => staffById(db, id)));
  return found.filter((one) => one !== undefined);
}

/** Fills the queues up to `size` open tickets of all kinds, then lets every agent take tickets one after another; milliseconds of each. */
async function pass(runtime: Runtime, agents: readonly StaffMember[], size: number): Promise<number[]> {
  await fill(runtime, size);
  const times: number[] = [];
  const work = async (actor: StaffMember): Promise<void> => {
    for (let n = 0; n < TAKES; n += 1) {
      const began = performance.now();
      const taken = await runtime.transact((tx) => takeNext({ tx, desk: runtime.desk, actor }));
      times.push(performance.now() - began);
      if (taken === undefined) throw new Error('the queue ran dry');
    }
  };
  await Promise.all(agents.map(work));
  return times;
}

const BULK = 20_000;

async function fill({ db }: Runtime, size: number): Promise<void> {
  await sql`
    update tickets set status = 'resolved', waiting_since = null
    where assignee_id is not null and status <> 'resolved'`.execute(db);
  const { rows } = await sql<{ missing: number }>`
    select (${size} - count(*))::int as missing from tickets where waiting_since is not null`.execute(db);
  const missing = rows[0]?.missing ?? 0;
  await db.transaction().execute(async (tx) => {
    // Nothing that is written here needs a check or a trigger, and indexes are made faster than they are kept.
    await sql`set local session_replication_role = replica`.execute(tx);
    const indexes = await sql<{ name: string; definition: string }>`
      select indexname as name, indexdef as definition from pg_indexes where tablename = 'tickets' and indexname <> 'tickets_pkey'`.execute(
      tx,
    );
    const bulk = missing > BULK ? indexes.rows : [];
    for (const { name } of bulk) await sql`drop index ${sql.id(name)}`.execute(tx);
    await sql`
      insert into tickets (customer_id, chat_id, topic_id, queue_id, status, priority, language, subject, waiting_since, last_message_at,
        created_at, updated_at, vip, topic_rank)
      select c.id, h.id, p.id, q.id, 'accepted', (array['normal', 'low', 'high', 'critical'])[1 + least(3, n % 50)], 'az', 'Ticket',
        now() - random() * interval '30 days', now(), now(), now(), c.is_vip, p.position
      from generate_series(1, ${missing}::int) n
      join customers c on c.telegram_id = 1 + n % 20000 join chats h on h.customer_id = c.id
      join topics p on p.position = n % 5 join queues q on q.position = n % 4`.execute(tx);
    for (const { definition } of bulk) await sql.raw(definition).execute(tx);
  });
  await sql`vacuum analyze tickets`.execute(db);
}

/** The plans that the server really used for one take. */
async function planOf(runtime: Runtime, url: string, [actor]: readonly StaffMember[]): Promise<string> {
  const told: string[] = [];
  const one = connect({ url, connections: 1, onError: () => {} });
  one.pool.on('connect', (client) =>
    client.on('notice', (notice) => {
      if (notice.message?.includes('plan:')) told.push(notice.message);
    }),
  );
  try {
    await one.db.transaction().execute(async (tx) => {
      if (!actor) return;
      await sql`load 'auto_explain'`.execute(tx);
      await sql`set local auto_explain.log_min_duration = 0`.execute(tx);
      await sql`set local auto_explain.log_analyze = on`.execute(tx);
      await sql`set local client_min_messages = log`.execute(tx);
      await takeNext({ tx, desk: runtime.desk, actor });
    });
  } finally {
    await one.close();
  }
  return told.find((plan) => plan.includes('tickets_next')) ?? told.join('\n');
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
