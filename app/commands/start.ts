import { listStaff } from '../../domain/staff/index.ts';
import type { Call, Command, Ended } from '../command.ts';
import { ConfigError } from '../config.ts';
import { fillFaq, peopleTheDemo, welcomeVisitor } from '../demo/index.ts';
import { startDesk } from '../desk.ts';
import { ROLES, readRoles } from '../roles.ts';
import { openDatabase, openRuntime, publicUrl, type Runtime } from '../runtime.ts';
import { DEMO_BOT, followClock, startSandbox } from '../sandbox.ts';
import { seedContent } from '../seed-content.ts';
import { type Stops, stopList } from '../stops.ts';

/** Runs a desk until it is told to stop. */
export const start: Command = {
  summary: 'run the desk; without TELEGRAM_BOT_TOKEN beside a sandbox, with a living demo',
  async run(call) {
    demandOneDatabase(call);
    const stops = stopList();
    const { ended, asked } = untilStopped(call, stops);
    try {
      await (call.config.TELEGRAM_BOT_TOKEN
        ? startLive(call, stops, call.config.TELEGRAM_BOT_TOKEN)
        : startDemo(call, stops));
    } catch (error) {
      await stops.all();
      // What was still starting cannot finish once it was told to stop.
      if (!asked()) throw error;
    }
    return ended;
  },
};

/** A PostgreSQL of a process's own is nobody else's, and a demo is one process. */
function demandOneDatabase({ config, values }: Call): void {
  if (readRoles(values.role).size === ROLES.length || (config.DATABASE_URL && config.TELEGRAM_BOT_TOKEN))
    return;
  throw new ConfigError(
    'start --role: processes that share the work share a database and a bot. Set DATABASE_URL and TELEGRAM_BOT_TOKEN for each of them.',
  );
}

async function startLive(call: Call, stops: Stops, token: string): Promise<void> {
  const { config, tell } = call;
  const database = await openDatabase(config, { demo: false, tell });
  stops.add(() => database.stop());
  const runtime = await openRuntime(config, database.url);
  stops.add(() => runtime.close());
  if (config.SANDBOX_URL) stops.add(followClock(runtime, config.SANDBOX_URL));
  const roles = readRoles(call.values.role);
  const desk = await startDesk(runtime, { token, demo: false, roles });
  stops.add(() => desk.stop());
  if (roles.size < ROLES.length) {
    tell(`\n  ${config.DESK_NAME} is open as @${desk.botUsername}: ${[...roles].join(', ')}.`);
    tell(`  Health     http://localhost:${desk.port}/readyz\n`);
    return;
  }
  const staff = await listStaff(runtime.db);
  tell(`\n  ${config.DESK_NAME} is open as @${desk.botUsername}.\n`);
  tell(`  Console    ${publicUrl(config)}/console/`);
  if (staff.length === 0) {
    tell(
      `\n  Next: nobody works here yet. Write /id to @${desk.botUsername}, and with the number that it answers:`,
    );
    tell('        npm run nightdesk -- staff add --name "Your name" --role admin --telegram-id NUMBER\n');
  } else {
    tell(
      `\n  Next: send /console to @${desk.botUsername} to sign in. Is everything right? npm run nightdesk -- doctor\n`,
    );
  }
}

async function startDemo(call: Call, stops: Stops): Promise<void> {
  const { config, tell } = call;
  const name = config.DESK_NAME === 'Nightdesk' ? 'Kapital Shop' : config.DESK_NAME;
  const [database, sandbox] = await both(
    openDatabase(config, { demo: true, tell }),
    startSandbox({ port: config.SANDBOX_PORT, name }),
    stops,
  );
  if (config.DATABASE_URL) tell('The demo has a database of its own and leaves DATABASE_URL alone.');
  const demo = {
    ...config,
    DESK_NAME: name,
    TELEGRAM_API_ROOT: sandbox.url,
    TELEGRAM_MODE: 'polling' as const,
  };
  const runtime = await freshRuntime(demo, database.url);
  stops.add(() => runtime.close());
  const desk = await startDesk(runtime, { token: DEMO_BOT.token, demo: true });
  stops.add(() => desk.stop());
  stops.add(followClock(runtime, sandbox.url));
  const address = config.PUBLIC_URL ?? `http://localhost:${desk.port}`;
  const phone = await welcomeVisitor(sandbox.url);
  tell(`\n  ${name} is open (a demo: it begins anew at every start).\n`);
  tell(`  Phone      ${phone}`);
  tell('             be a customer: press Start and ask for help');
  tell(`  Console    ${address}/console/`);
  tell('             be the agent: sign in as Aysel and answer');
  tell(`  Cabinet    ${address}/cabinet/`);
  tell('             send /cabinet on the phone for the way in');
  tell('  Go live    TELEGRAM_BOT_TOKEN=… npm start');
  tell('             with a token from @BotFather; README.md tells how\n');
  await peopleTheDemo(runtime, sandbox.url);
  // Last: the demo's people came with what needs a person.
  await seedContent(runtime);
  await fillFaq(runtime);
}

type Stoppable = { stop: () => Promise<void> };

/** Waits for two starts at once; when one fails, what the other started is stopped as well. */
async function both<A extends Stoppable, B extends Stoppable>(
  a: Promise<A>,
  b: Promise<B>,
  stops: Stops,
): Promise<[A, B]> {
  const [first, second] = await Promise.allSettled([a, b]);
  for (const started of [first, second]) {
    if (started.status === 'fulfilled') stops.add(() => started.value.stop());
  }
  if (first.status === 'rejected') throw first.reason;
  if (second.status === 'rejected') throw second.reason;
  return [first.value, second.value];
}

/** A runtime on an empty database: the sandbox's world is new, so what an earlier demo knew of it is gone. */
async function freshRuntime(config: Call['config'], url: string): Promise<Runtime> {
  const { emptyDatabase } = await import('../demo/empty.ts');
  await emptyDatabase(url);
  return openRuntime(config, url);
}

/** One Ctrl-C may arrive twice, from the terminal and from the process above us; a person needs longer than this for a second one. */
const SAME_PRESS_MS = 1500;

/** Resolves when the process was asked to stop and everything has stopped. A second Ctrl-C ends it at once. */
function untilStopped({ tell }: Call, stops: Stops): { ended: Promise<Ended>; asked: () => boolean } {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  let asked: number | undefined;
  const stop = () => {
    if (asked !== undefined && performance.now() - asked > SAME_PRESS_MS) process.exit(130);
    if (asked !== undefined) return;
    asked = performance.now();
    tell('Stopping…');
    stops.all().then(() => resolve({ code: 0 }), reject);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { ended: promise, asked: () => asked !== undefined };
}
