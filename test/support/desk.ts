import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../app/config.ts';
import { createPlayer, type Player } from '../../app/demo/people.ts';
import { type RunningDesk, startDesk } from '../../app/desk.ts';
import { openRuntime, type Runtime } from '../../app/runtime.ts';
import { followClock } from '../../app/sandbox.ts';
import { stopList } from '../../app/stops.ts';
import { makeCustomerLink, recognise } from '../../domain/customers/index.ts';
import { addStaff, openSession, type StaffMember } from '../../domain/staff/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** The bot of every test. */
export const BOT = {
  token: '1000001:sandbox-nightdesk-token-000000000000000',
  username: 'test_desk_bot',
  first_name: 'Test desk',
};

/** A desk that runs in this process on a database and a sandbox of its own; everything ends at dispose. */
export type TestDesk = AsyncDisposable & {
  /** The desk's address. */
  readonly url: string;
  readonly sandboxUrl: string;
  readonly runtime: Runtime;
  readonly desk: RunningDesk;
  /** A new customer who talks to the desk's bot. */
  customer(name?: string, language?: string): Promise<Player>;
  /** A new member of the staff, signed in. */
  agent(role?: string): Promise<Agent>;
  /** Asks the sandbox's people side. */
  people(path: string, body?: unknown): Promise<unknown>;
};

/** Somebody of the staff with a session. `call` answers the status and the body. */
export type Agent = {
  readonly member: StaffMember;
  readonly cookie: string;
  call(path: string, body?: unknown, method?: string): Promise<{ status: number; body: unknown }>;
};

/** Settings that differ from a test's usual ones. */
export type TestDeskOptions = {
  env?: Record<string, string>;
  demo?: boolean;
  /** The sandbox has Telegram's limits, and the desk keeps its pace; without them a test does not wait a second between two messages to one
   * chat. */
  limits?: boolean;
  /** What BotFather has switched on for the bot before the desk starts. */
  bot?: Record<string, boolean>;
};

/** Starts a desk: `await using t = await testDesk()`. */
export async function testDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const stops = stopList();
  const database = await testDatabase();
  stops.add(() => database[Symbol.asyncDispose]());
  const sandbox = await startSandbox({
    port: 0,
    bots: [BOT],
    limits: { enabled: options.limits ?? false },
  });
  stops.add(() => sandbox.close());
  const people = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/people${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    return response.json();
  };
  if (options.bot) await people('/bots/settings', { bot: `@${BOT.username}`, ...options.bot });
  const folder = await mkdtemp(join(tmpdir(), 'nightdesk-test-'));
  stops.add(() => rm(folder, { recursive: true, force: true }));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    TELEGRAM_BOT_TOKEN: BOT.token,
    TELEGRAM_API_ROOT: sandbox.url,
    DATABASE_URL: database.url,
    DATABASE_CONNECTIONS: '10',
    DESK_NAME: 'Test desk',
    LOG_LEVEL: 'silent',
    TELEGRAM_LIMITS: options.limits ? 'official' : 'lifted',
    ...options.env,
  });
  const runtime = await openRuntime(config, database.url);
  stops.add(() => runtime.close());
  if (!options.limits) await hurry(database);
  const desk = await startDesk(runtime, { token: BOT.token, demo: options.demo ?? true });
  stops.add(() => desk.stop());
  stops.add(followClock(runtime, sandbox.url));
  const url = `http://127.0.0.1:${desk.port}`;
  return {
    ...{ url, sandboxUrl: sandbox.url, runtime, desk },
    customer: (name = 'Leyla', language = 'en') =>
      createPlayer(sandbox.url, { first_name: name, language_code: language, bot: BOT.username }),
    agent: (role = 'l1') => signIn(runtime, url, role),
    people,
    [Symbol.asyncDispose]: () => stops.all(),
  };
}

/** Makes everything that is sent follow at once, and staff groups follow as soon. */
async function hurry({ pool }: TestDatabase): Promise<void> {
  await pool.query(`
    create function hurry() returns trigger language plpgsql as 'begin new.pace_ms := 0; new.per_minute := null; return new; end';
    create trigger hurry before insert on outbox for each row execute function hurry();
    create function hurry_mirror() returns trigger language plpgsql as 'begin new.run_at := least(new.run_at, now()); return new; end';
    create trigger hurry before insert on graphile_worker._private_jobs for each row when (new.key ~ '^staff-forum:[0-9]+$')
      execute function hurry_mirror();`);
}

let visitorsMade = 0;

/** A customer with a link into the cabinet of their own, without a walk through the bot. */
export async function cabinetLink(
  { runtime }: TestDesk,
  who: { language?: string; firstName?: string } = {},
): Promise<{ id: number; telegramId: number; path: string }> {
  visitorsMade += 1;
  const telegramId = 7_100_000 + visitorsMade;
  const person = { telegramId, firstName: who.firstName ?? 'Leyla', languageTag: who.language ?? 'en' };
  const now = runtime.clock.now();
  return runtime.transact(async (tx) => {
    const { id } = await recognise(tx, person, { now, fallback: 'en' });
    return { id, telegramId, path: `/cabinet/?link=${await makeCustomerLink(tx, id, now)}` };
  });
}

let staffMade = 0;

async function signIn({ transact, clock }: Runtime, url: string, role: string): Promise<Agent> {
  staffMade += 1;
  const now = clock.now();
  const { member, session } = await transact(async (tx) => {
    const added = await addStaff(tx, {
      name: `Agent ${staffMade}`,
      role,
      telegramId: 900_000 + staffMade,
      now,
    });
    return { member: added, session: await openSession(tx, added.id, { now }) };
  });
  const cookie = `nightdesk_session=${session}`;
  return {
    member,
    cookie,
    async call(path, body, method = body === undefined ? 'GET' : 'POST') {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          cookie,
          'x-nightdesk': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
  };
}
