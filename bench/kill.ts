import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { createPlayer, numberOf, type Player } from '../app/demo/people.ts';
import { connect, type Db, migrate } from '../base/db/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { type Benchmark, type Figures, withPostgres } from './benchmark.ts';

const ROOT = join(import.meta.dirname, '..');
const BOT = {
  token: '1000001:sandbox-nightdesk-token-000000000000000',
  username: 'test_desk_bot',
  first_name: 'Test desk',
};

/** What the desk's process dies of while customers open tickets, and what is found afterwards. */
export const kill: Benchmark = {
  summary: 'a desk killed 20 times while 200 customers open tickets: what is lost, doubled, ambiguous',
  run: () => withPostgres((url) => survive(url, { customers: 200, kills: 20 })),
};

/** Kills a desk again and again while customers open tickets, lets it finish, and counts. */
export async function survive(url: string, size: { customers: number; kills: number }): Promise<Figures> {
  await migrate(url);
  const { db, close } = connect({ url, connections: 3, onError: () => {} });
  const sandbox = await startSandbox({ port: 0, bots: [BOT], limits: { enabled: true } });
  let desk = startDesk(url, sandbox.url);
  try {
    const players = await open(sandbox.url, size.customers);
    const asking = ask(players);
    for (let kills = 0; kills < size.kills; kills += 1) {
      // The moments are spread by the golden ratio over the start and the work of a desk: from 0.8 to 2.8 seconds.
      await delay(800 + 2000 * ((kills * 0.618) % 1));
      desk.kill('SIGKILL');
      await once(desk, 'exit');
      desk = startDesk(url, sandbox.url);
    }
    await asking;
    await settled(db, size.customers);
    return await count(db, players, sandbox.url);
  } finally {
    desk.kill('SIGTERM');
    if (desk.exitCode === null && desk.signalCode === null) await once(desk, 'exit');
    await sandbox.close();
    await close();
  }
}

function startDesk(url: string, sandboxUrl: string): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'app/main.ts'), 'start'], {
    env: {
      ...process.env,
      ...{
        DATABASE_URL: url,
        TELEGRAM_API_ROOT: sandboxUrl,
        TELEGRAM_BOT_TOKEN: BOT.token,
        PORT: '0',
        LOG_LEVEL: 'error',
      },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function open(sandboxUrl: string, customers: number): Promise<Player[]> {
  return Promise.all(
    Array.from({ length: customers }, (_, index) =>
      createPlayer(sandboxUrl, { first_name: `Customer ${index}`, language_code: 'en', bot: BOT.username }),
    ),
  );
}

/** Everybody opens a ticket by a deep link and adds two messages; a few start every 100 ms. */
async function ask(players: readonly Player[]): Promise<void> {
  for (const player of players) {
    await player.say({ text: '/start t_idea' });
    for (const part of [1, 2, 3]) await player.say({ text: `idea of ${player.id}, part ${part}` });
    await delay(100);
  }
}

async function settled(db: Db, customers: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const { rows } = await sql<{ messages: number; waiting: number }>`
      select (select count(*)::int from messages where ticket_id is not null) as messages,
        (select count(*)::int from outbox where state in ('pending', 'sending')) as waiting`.execute(db);
    if (rows[0]?.messages === customers * 3 && rows[0].waiting === 0) return;
    await delay(100);
  }
}

async function count(db: Db, players: readonly Player[], sandboxUrl: string): Promise<Figures> {
  const { rows } = await sql<{
    tickets: number;
    customers: number;
    messages: number;
    disordered: number;
    ambiguous: number;
    unknown: number;
    parked: number;
  }>`
    select (select count(*)::int from tickets) as tickets,
      (select count(distinct customer_id)::int from tickets) as customers,
      (select count(*)::int from messages where ticket_id is not null) as messages,
      (select count(*)::int from (select text, row_number() over (partition by ticket_id order by id) as n from messages) m
        where right(text, 1) <> n::text) as disordered,
      (select count(*)::int from outbox where state = 'ambiguous') as ambiguous,
      (select count(*)::int from outbox where error like 'the process died%' or error like 'the connection broke%') as unknown,
      (select count(*)::int from failed_updates) as parked`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('nothing was counted');
  const cards = await Promise.all(
    players.map(
      async (player) => (await player.messages()).filter((message) => numberOf(message) !== undefined).length,
    ),
  );
  const stats = (await (await fetch(`${sandboxUrl}/people/stats`)).json()) as {
    flood?: Record<string, number>;
  };
  return {
    customers: players.length,
    tickets: found.tickets,
    tickets_lost: players.length - found.customers,
    tickets_doubled: found.tickets - found.customers,
    messages_lost: players.length * 3 - found.messages,
    messages_out_of_order: found.disordered,
    updates_parked: found.parked,
    customers_without_number: cards.filter((n) => n === 0).length,
    customers_told_twice: cards.filter((n) => n > 1).length,
    sends_with_unknown_end: found.unknown,
    sends_left_ambiguous: found.ambiguous,
    flood: JSON.stringify(stats.flood ?? {}),
  };
}
