import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { draw } from '../app/simulate/random.ts';
import { connect, type Db, migrate, transactor } from '../base/db/index.ts';
import { addStaff, openSession } from '../domain/staff/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { type Benchmark, type Figures, withPostgres } from './benchmark.ts';
import { answerTickets } from './storm/agent.ts';
import { playCustomer } from './storm/people.ts';
import { BOT, type Kept, keepRunning, untilOpen } from './storm/processes.ts';
import { judge, missing } from './storm/verdict.ts';

/** How much of everything; `seed` decides who writes what, and who dies when. */
export type Weather = {
  customers: number;
  messages: number;
  seconds: number;
  seed: number;
  killEveryMs: number;
  /** Ends every connection to the database, or the whole of it, once in every third of the storm. */
  breakDatabase: (db: Db) => Promise<void>;
};

/** Everything at once: what is lost, doubled, out of order, ambiguous. */
export const storm: Benchmark = {
  summary:
    '500 customers send every kind of message while processes are killed, PostgreSQL crashes and Telegram is in trouble: what is lost, doubled, out of order',
  run: () =>
    withPostgres((url) =>
      weather(url, {
        customers: 500,
        messages: 6,
        seconds: 75,
        seed: 1,
        killEveryMs: 5000,
        breakDatabase: crash,
      }),
    ),
};

/** Kills one server process: PostgreSQL then ends all others and recovers from its log, as after a crash. */
async function crash(db: Db): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  if (rows[0]) process.kill(rows[0].pid, 'SIGKILL');
}

// What Telegram does to a share of the calls, and to updates.
const TROUBLE = {
  rules: [
    { method: 'sendMessage', kind: '429', retry_after: 1, probability: 0.02 },
    { method: 'sendMessage', kind: '500', probability: 0.02 },
    { method: 'sendMessage', kind: 'drop_after', probability: 0.01 },
    { method: 'sendMessage', kind: 'drop_before', probability: 0.01 },
    { method: 'sendMessage', kind: 'slow', delay_ms: 400, probability: 0.02 },
    { method: 'editMessageText', kind: '502', probability: 0.03 },
    { method: 'editMessageText', kind: 'drop_after', probability: 0.02 },
    { method: 'answerCallbackQuery', kind: 'drop_before', probability: 0.05 },
    { method: 'getUpdates', kind: '502', probability: 0.03 },
    { method: 'getUpdates', kind: 'drop_after', probability: 0.03 },
  ],
  updates: { duplicate: 0.1, reorder: 0.1 },
};
const CALM = { rules: [], updates: { duplicate: 0, reorder: 0 } };
const SETTLED_WITHIN_MS = 180_000;

/** Lets the storm loose on a desk of four processes, waits until it has settled, and counts. */
export async function weather(url: string, how: Weather): Promise<Figures> {
  await migrate(url);
  const { db, close } = connect({ url, connections: 4, onError: () => {} });
  const sandbox = await startSandbox({ port: 0, bots: [BOT], limits: { enabled: true } });
  const people = (path: string, body: unknown) =>
    fetch(`${sandbox.url}/people/${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    });
  const env = { DATABASE_URL: url, TELEGRAM_API_ROOT: sandbox.url };
  const http = keepRunning('http', env);
  const kept = [http, keepRunning('bot', env), keepRunning('bot', env), keepRunning('worker', env)];
  try {
    await Promise.all(kept.map(untilOpen));
    await people('faults', TROUBLE);
    const cookie = await signIn(db);
    let over = false;
    let heard = false;
    const began = performance.now();
    const replying = answerTickets(db, { http, cookie, done: () => heard });
    const raging = rage(db, { kept, how, over: () => over });
    const customers = await Promise.all(
      Array.from({ length: how.customers }, async (_, index) => {
        const { seed, messages, seconds } = how;
        await delay(draw(seed, index, 'begins') * seconds * 500);
        return playCustomer(sandbox.url, { index, seed, messages, pauseMs: (seconds * 500) / messages });
      }),
    );
    await people('faults', CALM);
    over = true;
    await raging;
    const tell = async () => ((await missing(db, customers)) > 0 ? false : (await unsent(db)) === 0);
    await settled(tell);
    heard = true;
    const replies = await replying;
    await settled(tell);
    const figures = await judge(db, { sandboxUrl: sandbox.url, customers, replies });
    // Whoever was killed last is on its way up; it cannot stop in order before it has started.
    await Promise.all(kept.map(untilOpen));
    const codes = await Promise.all(kept.map((one) => one.stop()));
    return {
      ...figures,
      seconds: Math.round((performance.now() - began) / 1000),
      stopped_in_order: codes.every((code) => code === 0),
      ...(await limits(sandbox.url)),
    };
  } finally {
    await Promise.all(kept.map((one) => one.stop()));
    await sandbox.close();
    await close();
  }
}

async function signIn(db: Db): Promise<string> {
  const transact = transactor(db, { publish: () => {}, flush: async () => {} });
  const now = new Date();
  const session = await transact(async (tx) => {
    const { id } = await addStaff(tx, { name: 'Aysel', role: 'l1', telegramId: 900_001, now });
    return openSession(tx, id, { now });
  });
  return `nightdesk_session=${session}`;
}

/** Kills one process after another, whose turn the seed decides, and breaks the database twice. */
async function rage(
  db: Db,
  { kept, how, over }: { kept: readonly Kept[]; how: Weather; over: () => boolean },
): Promise<void> {
  const began = performance.now();
  let broken = 0;
  for (let turn = 0; !over(); turn += 1) {
    await delay(how.killEveryMs * (0.5 + draw(how.seed, turn, 'when')));
    kept[Math.floor(draw(how.seed, turn, 'who') * kept.length)]?.kill();
    if (performance.now() - began > ((broken + 1) * how.seconds * 1000) / 3 && broken < 2) {
      broken += 1;
      await how.breakDatabase(db).catch(() => {});
    }
  }
}

async function unsent(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from outbox where state in ('pending', 'sending')`.execute(db);
  return rows[0]?.n ?? 0;
}

async function settled(done: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < SETTLED_WITHIN_MS) {
    if (await done().catch(() => false)) return;
    await delay(250);
  }
}

async function limits(sandboxUrl: string): Promise<Figures> {
  const stats = (await (await fetch(`${sandboxUrl}/people/stats`)).json()) as {
    flood: Record<string, number>;
    updates: Record<string, number>;
  };
  const {
    violations_bot_second = 0,
    violations_per_chat_second = 0,
    violations_group_minute = 0,
  } = stats.flood;
  return {
    limits_exceeded: violations_bot_second + violations_per_chat_second + violations_group_minute,
    busiest_second: stats.flood.max_bot_second ?? 0,
    updates_doubled: stats.updates.duplicated ?? 0,
    updates_reordered: stats.updates.reordered ?? 0,
  };
}
