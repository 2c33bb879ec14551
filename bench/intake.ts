import pg from 'pg';
import { readConfig } from '../app/config.ts';
import { openRuntime, type Runtime } from '../app/runtime.ts';
import { seed } from '../app/seed.ts';
import { handOver } from '../domain/reception/index.ts';
import { type Intake, receiveBatch } from '../edges/telegram-in/index.ts';
import { type Benchmark, type Figures, median, round, withPostgres } from './benchmark.ts';

type Update = Parameters<typeof receiveBatch>[1][number];

const ROUNDS = 5;
const CONVERSATIONS = 400;
const PARALLEL = 8;

/** How fast updates become tickets, beside a bare loop that commits the same rows. */
export const intake: Benchmark = {
  summary:
    'durable updates a second through the whole path, against a bare loop that commits the same rows with pg alone',
  run: () => withPostgres(measure),
};

async function measure(url: string): Promise<Figures> {
  const runtime = await openRuntime(
    readConfig({ LOG_LEVEL: 'error', DATABASE_CONNECTIONS: String(PARALLEL + 2), DATABASE_URL: url }),
    url,
  );
  const bare = new pg.Pool({ connectionString: url, max: PARALLEL });
  bare.on('error', () => {});
  try {
    await seed(runtime);
    const way = intakeOf(runtime);
    await wholePath(way, 0);
    const rows = await rowsOf(runtime, 0);
    const ratios: number[] = [];
    const strictRatios: number[] = [];
    const speeds: number[] = [];
    const bareSpeeds: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const ours = await wholePath(way, round);
      const theirs = await bareLoop(bare, rows, { round, prepared: false });
      const prepared = await bareLoop(bare, rows, { round: round + ROUNDS, prepared: true });
      strictRatios.push(ours / prepared);
      speeds.push(ours);
      bareSpeeds.push(theirs);
      ratios.push(ours / theirs);
    }
    const { rows: parked } = await runtime.pool.query('select from failed_updates');
    if (parked.length > 0)
      throw new Error(`${parked.length} updates could not be handled, so nothing was measured`);
    return {
      updates_per_second: Math.round(median(speeds)),
      bare_updates_per_second: Math.round(median(bareSpeeds)),
      ratio: round(median(ratios)),
      ratio_min: round(Math.min(...ratios)),
      ratio_to_prepared_bare_loop: round(median(strictRatios)),
      statements_per_pair: rows.length + 4,
      parallel: PARALLEL,
    };
  } finally {
    await bare.end();
    await runtime.close();
  }
}

function intakeOf({ transact, clock, log, metrics, desk }: Runtime): Intake {
  return {
    botId: 1,
    transact,
    clock,
    log,
    metrics,
    handle: (tx, arrival) => handOver(tx, desk, arrival),
  };
}

/** A new customer chooses a topic by a deep link and writes: two updates, of which the second opens a ticket. */
function conversation(round: number, index: number): Update[] {
  const id = 10_000_000 + round * CONVERSATIONS + index;
  const from = { id, is_bot: false, first_name: `Customer ${index}`, language_code: 'en' };
  const chat = { id, type: 'private' as const, first_name: from.first_name };
  const date = Math.floor(Date.now() / 1000);
  const start = '/start t_idea';
  return [
    {
      update_id: id * 2,
      message: {
        message_id: 1,
        from,
        chat,
        date,
        text: start,
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      },
    },
    { update_id: id * 2 + 1, message: { message_id: 2, from, chat, date, text: TEXT } },
  ];
}

const TEXT = 'A dark theme would help those who work at night. It could follow the setting of the phone.';

async function wholePath(way: Intake, round: number): Promise<number> {
  const updates = Array.from({ length: CONVERSATIONS }, (_, index) => conversation(round, index)).flat();
  const began = performance.now();
  await receiveBatch(way, updates, PARALLEL);
  return (updates.length / (performance.now() - began)) * 1000;
}

type Row = { table: string; values: Record<string, unknown> };

const CUSTOMER = '(select id from customers where telegram_id = $1)';
const CHAT = '(select id from chats where telegram_chat_id = $1)';
const TICKET = `(select id from tickets where customer_id = ${CUSTOMER})`;

/** Where one conversation leaves rows, and which of them are its own. */
const TABLES: Record<string, string> = {
  customers: 'telegram_id = $1',
  chats: 'telegram_chat_id = $1',
  consents: `customer_id = ${CUSTOMER}`,
  tickets: `customer_id = ${CUSTOMER}`,
  ticket_events: `ticket_id = ${TICKET}`,
  messages: `chat_id = ${CHAT}`,
  sla_clocks: `ticket_id = ${TICKET}`,
  sla_events: `ticket_id = ${TICKET}`,
  'graphile_worker._private_jobs': `payload ->> 'ticket' = (select id::text from tickets where customer_id = ${CUSTOMER})`,
  outbox_lanes: `lane = 'chat:' || ${CHAT}`,
  outbox: `lane = 'chat:' || ${CHAT}`,
  updates: 'update_id in ($1 * 2, $1 * 2 + 1)',
};

const bareName = (table: string): string => `bare_${table.replace('graphile_worker._private_', '')}`;

/** What one conversation left behind, to be written again by the bare loop into tables of the same shape and indexes. */
async function rowsOf({ pool }: Runtime, round: number): Promise<Row[]> {
  const telegramId = 10_000_000 + round * CONVERSATIONS;
  const found: Row[] = [];
  for (const [table, where] of Object.entries(TABLES)) {
    const bare = bareName(table);
    await pool.query(
      `create table ${bare} (like ${table} including defaults including indexes including generated)`,
    );
    const { rows: made } = await pool.query<{ attname: string }>(
      "select attname from pg_attribute where attrelid = $1::regclass and attgenerated <> ''",
      [bare],
    );
    const { rows } = await pool.query<Record<string, unknown>>(`select * from ${table} where ${where}`, [
      telegramId,
    ]);
    for (const values of rows) {
      for (const { attname } of made) delete values[attname];
      found.push({ table: bare, values });
    }
  }
  return found;
}

/** Commits the same rows as a conversation's two updates, in two transactions, with the same number of connections. */
async function bareLoop(
  pool: pg.Pool,
  rows: readonly Row[],
  how: { round: number; prepared: boolean },
): Promise<number> {
  const half = Math.ceil(rows.length / 2);
  let next = 0;
  const began = performance.now();
  const work = async (): Promise<void> => {
    while (next < CONVERSATIONS) {
      const shift = (how.round * CONVERSATIONS + next) * 100 + 1_000_000_000;
      next += 1;
      await commit(pool, rows.slice(0, half), { shift, prepared: how.prepared });
      await commit(pool, rows.slice(half), { shift, prepared: how.prepared });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return ((CONVERSATIONS * 2) / (performance.now() - began)) * 1000;
}

const SHIFTED = new Set([
  'id',
  'ticket_id',
  'telegram_id',
  'telegram_chat_id',
  'update_id',
  'customer_id',
  'chat_id',
]);

async function commit(
  pool: pg.Pool,
  rows: readonly Row[],
  how: { shift: number; prepared: boolean },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const { table, values } of rows) {
      const names = Object.keys(values);
      const marks = names.map((_, index) => `$${index + 1}`).join(', ');
      await client.query({
        ...(how.prepared ? { name: table } : {}),
        text: `insert into ${table} (${names.join(', ')}) values (${marks})`,
        values: names.map((name) => shifted(name, values[name], how.shift)),
      });
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

function shifted(name: string, value: unknown, shift: number): unknown {
  if (typeof value === 'number' && SHIFTED.has(name)) return value + shift;
  if (name === 'lane' || name === 'key') return `${String(value)}:${shift}`;
  return value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;
}
