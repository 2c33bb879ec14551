import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { askSandbox, createPlayer } from '../app/demo/people.ts';
import { connect, type Db, migrate, transactor } from '../base/db/index.ts';
import { addStaff, openSession } from '../domain/staff/index.ts';
import { type Benchmark, type Figures, median, quantile, round, withPostgres } from './benchmark.ts';
import { TOKEN, withSandbox } from './sandbox.ts';
import { keepRunning, untilOpen } from './storm/processes.ts';

const USERNAME = 'nightdesk_bot';
const CUSTOMERS = 20;
const ROUNDS = 8;
const ANSWERS = 25;
const COLD = 5;
// Ten answers a second are what hundreds of agents write.
const PAUSE_MS = 70;

/** Whether a staff group makes the console slower (P6). */
export const forum: Benchmark = {
  summary:
    'milliseconds until an answer from the console is taken, rounds with a staff group and without one in turn, http, bot and worker in processes of their own',
  run: () => withPostgres((url) => withSandbox(['--no-limits'], (root) => compare(url, root))),
};

/** The desk's processes, as somebody who manages them sees them. */
type Stage = { root: string; db: Db; cookie: string; http: string; worker: string };

async function compare(url: string, root: string): Promise<Figures> {
  await migrate(url);
  const { db, close } = connect({ url, connections: 2, onError: () => {} });
  const env = { DATABASE_URL: url, TELEGRAM_API_ROOT: root, TELEGRAM_LIMITS: 'lifted' };
  const kept = ['http', 'bot', 'worker'].map((role) => keepRunning(role, env));
  try {
    const [http = '', , worker = ''] = await Promise.all(kept.map(untilOpen));
    const stage: Stage = { root, db, http, worker, cookie: await signIn(db) };
    const tickets = await openTickets(stage);
    const group = await makeGroup(root);
    await link(stage, group);
    // Each kind has tickets of its own: those without a group would be told of later, in the rounds with one.
    const [some, others] = [tickets.slice(0, CUSTOMERS / 2), tickets.slice(CUSTOMERS / 2)];
    const withGroup: number[] = [];
    const without: number[] = [];
    let jobs = 0;
    for (let each = 0; each < ROUNDS; each += 1) {
      const linkedRound = async () => {
        await idle(db);
        const before = await mirrorJobs(stage);
        withGroup.push(...(await answerAll(stage, some, `with-${each}`)));
        await idle(db);
        jobs += (await mirrorJobs(stage)) - before;
      };
      const bareRound = async () => {
        await unlink(stage);
        without.push(...(await answerAll(stage, others, `bare-${each}`)));
        await link(stage, group);
      };
      // Which comes first changes: whatever runs longer runs faster.
      if (each % 2 === 0) await linkedRound();
      await bareRound();
      if (each % 2 === 1) await linkedRound();
    }
    const figures = figuresOf(withGroup, without, await mirrored(db));
    return { ...figures, mirror_jobs_per_answer: round(jobs / (ROUNDS * ANSWERS)) };
  } finally {
    await Promise.all(kept.map((one) => one.stop()));
    await close();
  }
}

function figuresOf(withGroup: readonly number[], without: readonly number[], shown: number): Figures {
  return {
    answers_each: withGroup.length,
    with_group_median_ms: round(median(withGroup)),
    with_group_p90_ms: round(quantile(withGroup, 0.9)),
    without_median_ms: round(median(without)),
    without_p90_ms: round(quantile(without, 0.9)),
    ratio: round(median(withGroup) / median(without)),
    ratio_p90: round(quantile(withGroup, 0.9) / quantile(without, 0.9)),
    shown_in_topics: shown,
  };
}

async function call<T>(
  { http, cookie }: Stage,
  path: string,
  how: { method: string; body?: unknown },
): Promise<T> {
  const response = await fetch(`${http}/api/${path}`, {
    method: how.method,
    headers: { cookie, 'x-nightdesk': '1', ...(how.body ? { 'content-type': 'application/json' } : {}) },
    ...(how.body ? { body: JSON.stringify(how.body) } : {}),
  });
  if (!response.ok)
    throw new Error(`the desk answered ${response.status} to ${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Answers these tickets one after the other; answers how long each took, but for the first ones, which find everything cold. */
async function answerAll(stage: Stage, tickets: readonly number[], name: string): Promise<number[]> {
  await idle(stage.db);
  const took: number[] = [];
  for (let each = 0; each < ANSWERS; each += 1) {
    const ticket = tickets[each % tickets.length];
    const body = { text: 'We are looking into it.', request_key: `${name}-${each}`.padEnd(16, '-') };
    const began = performance.now();
    await call(stage, `tickets/${ticket}/replies`, { method: 'POST', body });
    took.push(performance.now() - began);
    await delay(PAUSE_MS);
  }
  return took.slice(COLD);
}

async function openTickets({ root, db }: Stage): Promise<number[]> {
  for (let each = 0; each < CUSTOMERS; each += 1) {
    const player = await createPlayer(root, {
      first_name: `Person ${each}`,
      language_code: 'en',
      bot: USERNAME,
    });
    await player.say({ text: '/start t_idea' });
    await player.say({ text: `An idea of person ${each}` });
  }
  const tickets = () => db.selectFrom('tickets').select('id').orderBy('id').execute();
  await until(async () => (await tickets()).length === CUSTOMERS);
  return (await tickets()).map(({ id }) => id);
}

type Group = { chat: number; owner: number };

async function makeGroup(root: string): Promise<Group> {
  const { id: owner } = (await askSandbox(root, '/users', { first_name: 'Owner' })) as { id: number };
  const { id: chat } = (await askSandbox(root, '/chats', {
    ...{ type: 'supergroup', title: 'Staff', creator: owner, is_forum: true },
  })) as { id: number };
  const bot = Number(TOKEN.split(':')[0]);
  await askSandbox(root, `/chats/${chat}/members`, { user: bot, status: 'administrator' });
  return { chat, owner };
}

async function link(stage: Stage, { chat, owner }: Group): Promise<void> {
  const { command } = await call<{ command: string }>(stage, 'staff-forum/code', { method: 'POST' });
  await askSandbox(stage.root, `/users/${owner}/send`, { chat, text: command });
  await until(async () => (await groups(stage)).some(({ state }) => state === 'works'));
}

async function unlink(stage: Stage): Promise<void> {
  for (const { id } of await groups(stage))
    await call(stage, `staff-forum/groups/${id}`, { method: 'DELETE' });
}

const groups = async (stage: Stage) =>
  (await call<{ groups: { id: number; state: string }[] }>(stage, 'staff-forum', { method: 'GET' })).groups;

async function signIn(db: Db): Promise<string> {
  const transact = transactor(db, { publish: () => {}, flush: async () => {} });
  const now = new Date();
  const session = await transact(async (tx) => {
    const { id } = await addStaff(tx, { name: 'Aysel', role: 'admin', telegramId: 900_001, now });
    return openSession(tx, id, { now });
  });
  return `nightdesk_session=${session}`;
}

/** Nothing is sent and nothing is mirrored any more. */
async function idle(db: Db): Promise<void> {
  await until(async () => {
    const { rows } = await sql<{ any: boolean }>`
      select exists (select from outbox where state in ('pending', 'sending'))
        or exists (select from graphile_worker.jobs where task_identifier like 'staff-forum.%') as any`.execute(
      db,
    );
    return !rows[0]?.any;
  });
}

/** How many jobs of the mirror the worker has done. */
async function mirrorJobs({ worker }: Stage): Promise<number> {
  const told = await (await fetch(`${worker}/metrics`)).text();
  const counts = [...told.matchAll(/nightdesk_jobs_total\{task="staff-forum[^}]*\} (\d+)/g)];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

async function mirrored(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from staff_bridges where state = 'there'`.execute(db);
  return rows[0]?.n ?? 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(50);
}
