import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type Announcement,
  type Announcer,
  announcer,
  connect,
  type Db,
  listen,
  migrate,
  type Transact,
  transactor,
} from '../base/db/index.ts';
import { findPostgres, startPostgres } from '../base/db/server.ts';
import { loadTranslations, type Translate } from '../base/i18n/index.ts';
import { type MovableClock, movableClock } from '../base/kernel/index.ts';
import { createLog, type Log } from '../base/log.ts';
import { createMetrics, type Metrics } from '../base/metrics.ts';
import { bucketStorage, folderStorage, type Storage } from '../base/storage/index.ts';
import { activeRules } from '../domain/automation/index.ts';
import type { Desk } from '../domain/front-desk/index.ts';
import { detectLanguage, loadLanguageModel, openLibrary, type Tongue } from '../domain/knowledge/index.ts';
import { readRoutingMap } from '../domain/routing/index.ts';
import { followInForum, hasStaffGroups } from '../domain/staff-forum/index.ts';
import { chatWriter, embedder } from '../edges/language-model/index.ts';
import type { Config } from './config.ts';
import { databaseProblem } from './reaching.ts';

/** Where the project lies. */
export const ROOT = join(import.meta.dirname, '..');

/** A database to work with: the address of a given one, or our own server, which stops with us. */
export type Database = { url: string; stop: () => Promise<void> };

/** Where a database of our own lies, beside the demo's own one: a demo never touches a desk's data. */
const folderOf = (config: Config, demo: boolean): string =>
  resolve(ROOT, config.DATA_DIR, demo ? 'demo' : 'postgres');

/** Opens the database that the settings name; without one, starts a PostgreSQL of our own in DATA_DIR. */
export async function openDatabase(
  config: Config,
  options: { demo: boolean; tell: (line: string) => void },
): Promise<Database> {
  if (config.DATABASE_URL && !options.demo) return { url: config.DATABASE_URL, stop: async () => {} };
  const log = { info: options.tell, warn: options.tell };
  return startPostgres({ dataDir: folderOf(config, options.demo), log });
}

/** As `openDatabase`, for a command that may run beside a desk: uses the database that the desk has started. */
export async function joinDatabase(
  config: Config,
  options: { demo: boolean; tell: (line: string) => void },
): Promise<Database> {
  const log = { info: () => {}, warn: options.tell };
  const running = config.DATABASE_URL
    ? undefined
    : await findPostgres({ dataDir: folderOf(config, options.demo), log });
  return running === undefined ? openDatabase(config, options) : { url: running, stop: async () => {} };
}

/** What every command of a desk works with. */
export type Runtime = {
  config: Config;
  url: string;
  db: Db;
  pool: ReturnType<typeof connect>['pool'];
  transact: Transact;
  announcer: Announcer;
  desk: Desk;
  /** Where files are kept. */
  storage: Storage;
  translate: Translate;
  clock: MovableClock;
  log: Log;
  metrics: Metrics;
  /** Tells of changes in all processes; returns how to stop listening. */
  onNote: (listener: (note: Announcement) => void) => () => void;
  close: () => Promise<void>;
};

/** Migrates the database and connects to it. */
export async function openRuntime(config: Config, url: string): Promise<Runtime> {
  await migrate(url).catch((error: unknown) => {
    throw databaseProblem(error);
  });
  const log = createLog({ level: config.LOG_LEVEL, secrets: secretsOf(config, url) });
  const metrics = createMetrics();
  const translate = await loadTranslations(join(ROOT, 'content/locales'));
  const { db, pool, close } = connect({
    url,
    connections: config.DATABASE_CONNECTIONS,
    onError: (error) => log.warn({ err: error }, 'an idle database connection broke'),
  });
  // Whoever holds a chat's lock asks for these while all other connections may be waiting for that lock.
  const beside = connect({
    url,
    connections: 1,
    onError: (error) => log.warn({ err: error }, 'an idle database connection broke'),
  });
  const tellOthers = announcer(db, (error) => log.warn({ err: error }, 'a change could not be announced'));
  const clock = movableClock(await clockOffset(db));
  const forum = keptFor(RULES_KEPT_MS, () => hasStaffGroups(beside.db));
  const transact = transactor(db, tellOthers, async (tx, { tickets = [] }) => {
    if (tickets.length > 0 && (await forum.read())) await followInForum(tx, tickets, clock.now());
  });
  const routing = keptFor(RULES_KEPT_MS, () => readRoutingMap(beside.db));
  const automation = keptFor(RULES_KEPT_MS, () => activeRules(beside.db));
  const library = openLibrary(beside.db, config.AI_EMBEDDING_MODEL);
  const languages = loadLanguageModel(await readFile(join(ROOT, 'content/models/language.bin')));
  const listeners = new Set<(note: Announcement) => void>();
  const stopListening = await listen(url, (note) => {
    if (note.rules || note.resync) {
      for (const kept of [routing, automation, forum]) kept.forget();
    }
    if (note.knowledge || note.resync) library.stale();
    for (const listener of listeners) listener(note);
  });
  return {
    storage: storageOf(config),
    ...{ config, url, db, pool, transact, translate, clock, log, metrics, announcer: tellOthers },
    desk: {
      settings: settingsOf(config),
      ...{ clock, translate, routing: routing.read, automation: automation.read, library: library.read },
      tongueOf: (text) => sureLanguage(detectLanguage(languages, text), text),
      ...helpersOf(config, { log, metrics }),
    },
    onNote(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await tellOthers.flush();
      await stopListening();
      await Promise.all([close(), beside.close()]);
    },
  };
}

/** What the desk is called and how it speaks. */
const settingsOf = (config: Config): Desk['settings'] => ({
  name: config.DESK_NAME,
  timeZone: config.DESK_TIME_ZONE,
  language: config.DESK_LANGUAGE,
  publicUrl: publicUrl(config),
});

/** A few words are not enough to tell a language by, and a wrong one is worse than none. */
const SURE = { probability: 0.95, letters: 12 };

function sureLanguage(told: ReturnType<typeof detectLanguage>, text: string): Tongue | undefined {
  if (!told || told.probability < SURE.probability) return undefined;
  return (text.match(/\p{L}/gu)?.length ?? 0) < SURE.letters ? undefined : told.language;
}

/** Where files are kept: in the bucket that the settings name, else in a folder of this machine. */
function storageOf(config: Config): Storage {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: name, FILES_S3_REGION: region } = config;
  const { FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (endpoint && name && accessKeyId && secretAccessKey)
    return bucketStorage({ endpoint, name, region, accessKeyId, secretAccessKey });
  return folderStorage(resolve(ROOT, config.DATA_DIR, 'files'));
}

/** Who drafts answers and who tells what words mean, where the settings name an endpoint. */
function helpersOf(
  config: Config,
  { log, metrics }: Pick<Runtime, 'log' | 'metrics'>,
): Pick<Desk, 'writer' | 'embedder'> {
  const { AI_URL: url, AI_CHAT_MODEL: writes, AI_EMBEDDING_MODEL: embeds, AI_KEY: key } = config;
  if (!url) return {};
  const at = { url, ...(key === undefined ? {} : { key }) };
  const count = (what: string, result: string) => metrics.embeddings.inc({ what, result });
  return {
    ...(writes === undefined ? {} : { writer: chatWriter({ ...at, model: writes }, log) }),
    ...(embeds === undefined ? {} : { embedder: embedder({ ...at, model: embeds }, { log, count }) }),
  };
}

/** Where people reach the desk, without a slash at the end. */
export function publicUrl(config: Config): string {
  return config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
}

function secretsOf(config: Config, url: string): string[] {
  const password = decodeURIComponent(new URL(url).password);
  return [
    config.TELEGRAM_BOT_TOKEN,
    config.TELEGRAM_WEBHOOK_SECRET,
    config.FILES_S3_SECRET_ACCESS_KEY,
    config.AI_KEY,
    password,
  ].filter((secret) => secret !== undefined);
}

async function clockOffset(db: Db): Promise<number> {
  const row = await db.selectFrom('desk_clock').select('offset_ms').executeTakeFirst();
  return row?.offset_ms ?? 0;
}

const RULES_KEPT_MS = 5000;

function keptFor<T>(ms: number, read: () => Promise<T>): { read: () => Promise<T>; forget: () => void } {
  let kept: { value: Promise<T>; until: number } | undefined;
  const forget = () => {
    kept = undefined;
  };
  return {
    read() {
      if (!kept || performance.now() > kept.until) {
        const value = read();
        kept = { value, until: performance.now() + ms };
        value.catch(forget);
      }
      return kept.value;
    },
    forget,
  };
}
