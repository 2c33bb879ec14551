import { join } from 'node:path';
import { whileLeader } from '../base/db/index.ts';
import { hashToken } from '../base/kernel/index.ts';
import { startWorker } from '../base/queue/index.ts';
import { becomeBot, noteBotName, noteBotTopics } from '../domain/chats/index.ts';
import { setUnreachable } from '../domain/customers/index.ts';
import { handOver, hearOutcome } from '../domain/reception/index.ts';
import { isStaffChat } from '../domain/staff-forum/index.ts';
import { buildServer } from '../edges/http/index.ts';
import { type JobOptions, scheduleRounds, startSealing, tasks, WORKER } from '../edges/jobs/index.ts';
import {
  type Intake,
  keepWebhook,
  poll,
  readLaunch,
  receiveWebhook,
  retryAllFailed,
  retryFailed,
} from '../edges/telegram-in/index.ts';
import {
  createApi,
  fileOpener,
  fileSource,
  introduce,
  type Sender,
  startSender,
  type TelegramApi,
} from '../edges/telegram-out/index.ts';
import { telegramProblem } from './reaching.ts';
import { ROLES, type Role } from './roles.ts';
import { publicUrl, ROOT, type Runtime } from './runtime.ts';
import { seed } from './seed.ts';
import { type Stops, stopList } from './stops.ts';

/** A running desk. */
export type RunningDesk = { port: number; botUsername: string; stop: () => Promise<void> };

/** A bot's own account. */
type Bot = {
  api: TelegramApi;
  patient: TelegramApi;
  token: string;
  id: number;
  username: string;
  hasTopics: boolean;
};

const POLL_LOCK = 7_140_502;

/** Which desk to start: for the bot with this token; as a demo, or for real; all of it, or some roles of it in this process. */
export type DeskOptions = { token: string; demo: boolean; roles?: ReadonlySet<Role> };

/** Starts a desk: everything that runs, in order; `stop` ends it in the opposite order, waiting for what is under way. The database and
 * its migration come before (`openRuntime`). Health and metrics are served whatever the roles. */
export async function startDesk(runtime: Runtime, options: DeskOptions): Promise<RunningDesk> {
  const stops = stopList();
  try {
    return await start(runtime, options, stops);
  } catch (error) {
    await stops.all();
    throw error;
  }
}

async function start(runtime: Runtime, options: DeskOptions, stops: Stops): Promise<RunningDesk> {
  const { config, transact, announcer, log } = runtime;
  const { roles = new Set(ROLES) } = options;
  await seed(runtime);
  // Indexing thousands of articles takes seconds, which nobody's first words should wait for.
  runtime.desk.library().catch((error: unknown) => log.warn({ err: error }, 'the articles were not read'));
  const bot = await identify(runtime, options.token);
  if (await transact((tx) => becomeBot(tx, bot.id))) log.warn('the desk speaks as another bot than before');
  await transact(async (tx) => {
    await noteBotName(tx, bot.username);
    await noteBotTopics(tx, bot.hasTopics);
  });
  const state = { ready: false };
  // The same in every process, so that any of them can take what Telegram brings.
  const secret = config.TELEGRAM_WEBHOOK_SECRET ?? hashToken(`webhook ${options.token}`);
  const intake = intakeOf(runtime, bot);

  if (roles.has('bot')) {
    const sender = startOutbox(runtime, bot);
    stops.add(() => sender.stop());
    stops.add(runtime.onNote((note) => (note.outbox ? sender.wake() : undefined)));
  }

  const serving = { demo: options.demo, all: roles.has('http'), intake, secret, ready: () => state.ready };
  const http = await serve(runtime, bot, serving);
  stops.add(() => closeHttp(http));

  if (roles.has('worker')) await work(runtime, stops);

  if (roles.has('bot')) {
    stops.add(await startIntake(runtime, bot, { intake, secret }));
    // What this version may understand better than the one before.
    const again = retryAllFailed(intake).catch((error: unknown) =>
      log.warn({ err: error }, 'what could not be handled before was not tried again'),
    );
    stops.add(async () => void (await again));
    introduce(bot.api, runtime.translate).catch((error: unknown) =>
      log.warn({ err: error }, 'the menu of commands was not set'),
    );
  }

  state.ready = true;
  // Whatever was announced while this process was away is read anew.
  announcer.publish({ resync: true, outbox: true });
  stops.add(async () => {
    state.ready = false;
  });
  const address = http.server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  return { port, botUsername: bot.username, stop: () => stops.all() };
}

/** Begins to perform jobs and timers. */
async function work(runtime: Runtime, stops: Stops): Promise<void> {
  const { transact, log } = runtime;
  const { db, desk, metrics, storage } = runtime;
  const filesKeptDays = runtime.config.FILES_KEPT_DAYS;
  const jobs: JobOptions = {
    ...{ db, transact, desk, metrics, storage },
    ...(filesKeptDays === undefined ? {} : { filesKeptDays }),
  };
  stops.add(await startWorker({ pool: runtime.pool, tasks: tasks(jobs), log, ...WORKER }));
  await scheduleRounds(jobs);
  stops.add(startSealing(transact, (error) => log.error({ err: error }, 'audit entries were not sealed')));
}

/** Telegram takes so many from one bot. A Bot API server of one's own (and a benchmark) can take more. */
const MESSAGES_A_SECOND = 30;
const REQUESTS_END_MS = 3000;
/** How long sending a file may take. */
const UPLOAD_SECONDS = 300;

async function identify(runtime: Runtime, token: string): Promise<Bot> {
  const apiRoot = runtime.config.TELEGRAM_API_ROOT;
  const api = createApi({ token, apiRoot, timeoutSeconds: 15 });
  const patient = createApi({ token, apiRoot, timeoutSeconds: UPLOAD_SECONDS });
  const me = await api.getMe().catch((error: unknown) => {
    throw telegramProblem(error, apiRoot);
  });
  const hasTopics = me.has_topics_enabled === true;
  return { api, patient, token, id: me.id, username: me.username, hasTopics };
}

function intakeOf(runtime: Runtime, bot: Bot): Intake {
  const { transact, clock, log, metrics, desk } = runtime;
  return {
    botId: bot.id,
    transact,
    clock,
    log,
    metrics,
    handle: (tx, arrival) => handOver(tx, desk, arrival),
  };
}

function startOutbox(runtime: Runtime, bot: Bot): Sender {
  const { db, transact, log, metrics, clock, config, desk, storage } = runtime;
  return startSender({
    ...{
      api: bot.api,
      url: runtime.url,
      patient: bot.patient,
      files: fileSource({ db, storage }),
      bot: bot.username,
      db,
      transact,
      log,
      metrics,
      perSecond: config.TELEGRAM_LIMITS === 'lifted' ? null : MESSAGES_A_SECOND,
    },
    onSettled: (tx, settled) => hearOutcome(tx, desk, settled),
    onUnreachable: (tx, customerId) => setUnreachable(tx, customerId, clock.now()),
    isOwn: isStaffChat,
  });
}

type Serving = { demo: boolean; all: boolean; intake: Intake; secret: string; ready: () => boolean };

async function serve(runtime: Runtime, bot: Bot, serving: Serving) {
  const { config, db, transact, desk, translate, log, metrics, onNote, storage } = runtime;
  const server = await buildServer({
    ...{ db, transact, desk, translate, log, metrics, onNote, storage },
    openFile: fileOpener(bot.api, { apiRoot: config.TELEGRAM_API_ROOT, token: bot.token }),
    botUsername: () => bot.username,
    readLaunch: (initData) => readLaunch(initData, bot.token),
    framedBy: serving.demo ? localOrigins(config.TELEGRAM_API_ROOT) : [],
    demo: serving.demo,
    onlyHealth: !serving.all,
    trustedProxies: config.TRUSTED_PROXIES,
    pathPrefix: new URL(publicUrl(config)).pathname.replace(/\/$/, ''),
    ...(config.TELEGRAM_MODE === 'webhook'
      ? { webhook: (request) => receiveWebhook(serving.intake, serving.secret, request) }
      : {}),
    retryUpdate: (which, also) => retryFailed(serving.intake, which, also),
    distFolder: join(ROOT, 'dist'),
    ready: serving.ready,
  });
  await server.listen({ host: config.HOST, port: config.PORT });
  return server;
}

/** Where the sandbox's phone is served, by each name of this machine that a browser may know it by. */
function localOrigins(address: string): string[] {
  const { port } = new URL(address);
  return ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);
}

/** Waits for the requests that run, not for connections that browsers hold open without asking anything. */
async function closeHttp(http: Awaited<ReturnType<typeof serve>>): Promise<void> {
  const late = setTimeout(() => http.server.closeAllConnections(), REQUESTS_END_MS);
  await http.close();
  clearTimeout(late);
}

/** Begins to take updates: fetched by one process at a time, or brought to the webhook. */
async function startIntake(
  runtime: Runtime,
  bot: Bot,
  { intake, secret }: { intake: Intake; secret: string },
): Promise<() => Promise<void>> {
  if (runtime.config.TELEGRAM_MODE === 'webhook') {
    const { config, log, metrics } = runtime;
    const url = `${publicUrl(config)}/telegram/webhook`;
    const everyMs = config.TELEGRAM_WEBHOOK_CHECK_SECONDS * 1000;
    return keepWebhook(bot.api, { url, secret, everyMs }, { log, metrics });
  }
  // Fetching waits for updates at Telegram's end; nothing else may take that long.
  const patient = createApi({
    token: bot.token,
    apiRoot: runtime.config.TELEGRAM_API_ROOT,
    timeoutSeconds: 40,
  });
  await bot.api.deleteWebhook();
  const stopping = new AbortController();
  const { pollLeader } = runtime.metrics;
  const done = whileLeader({ url: runtime.url, key: POLL_LOCK, signal: stopping.signal }, async (signal) => {
    pollLeader.set(1);
    await poll(patient, intake, signal).finally(() => pollLeader.set(0));
  });
  return async () => {
    stopping.abort();
    await done;
  };
}

/** The description of the HTTP API, without listening anywhere. */
export async function describeApi(runtime: Runtime): Promise<unknown> {
  const { db, transact, desk, translate, log, metrics, onNote, storage } = runtime;
  const server = await buildServer({
    ...{ db, transact, desk, translate, log, metrics, onNote, storage },
    openFile: async () => ({ status: 404 }),
    botUsername: () => null,
    readLaunch: () => undefined,
    demo: false,
    distFolder: join(ROOT, 'dist'),
    ready: () => false,
  });
  await server.ready();
  const description = server.swagger();
  await server.close();
  return description;
}
