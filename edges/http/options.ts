import type { Announcement, Db, Transact, Tx } from '../../base/db/index.ts';
import type { Translate } from '../../base/i18n/index.ts';
import type { Log } from '../../base/log.ts';
import type { Metrics } from '../../base/metrics.ts';
import type { Storage } from '../../base/storage/index.ts';
import type { Launch } from '../../domain/cabinet/index.ts';
import type { Desk } from '../../domain/front-desk/index.ts';

/** Bytes of a customer's file; `status` says why there are none. */
export type OpenFile = (
  fileId: string,
) => Promise<
  { status: 200; body: ReadableStream<Uint8Array>; size: number | undefined } | { status: 404 | 413 | 502 }
>;

/** What became of an update that was tried again. */
export type RetryUpdate = (
  which: { bot: number; update: number },
  also: (tx: Tx) => Promise<void>,
) => Promise<'done' | 'failed' | 'gone'>;

/** What the HTTP side of a desk needs. */
export type HttpOptions = {
  db: Db;
  transact: Transact;
  desk: Desk;
  translate: Translate;
  log: Log;
  metrics: Metrics;
  /** Where files are kept. */
  storage: Storage;
  openFile: OpenFile;
  /** The bot's username, once it is known. */
  botUsername: () => string | null;
  /** What Telegram handed the Mini App at its opening; undefined when Telegram did not sign it for our bot. */
  readLaunch: (initData: string) => Launch | undefined;
  /** The origins whose pages may show the cabinet in a frame, beside Telegram's own. */
  framedBy?: readonly string[];
  /** Anybody may sign in as anybody: only beside a sandbox. */
  demo: boolean;
  /** Serve health and metrics and nothing else: the process has other work. */
  onlyHealth?: boolean;
  /** Takes Telegram's updates; absent when they are fetched instead. */
  webhook?: (request: { secret: string | undefined; body: unknown }) => Promise<200 | 400 | 401>;
  /** Tries an update again that could not be handled, and `also` in the same transaction; absent where nobody handles updates. */
  retryUpdate?: RetryUpdate;
  /** Tells of changes, in all processes; returns how to stop listening. */
  onNote: (listener: (note: Announcement) => void) => () => void;
  /** Whose `X-Forwarded-For` is believed; this machine's when not said. */
  trustedProxies?: string[] | false;
  /** A path of the desk's address from outside, which a proxy may leave in place: `/desk`. */
  pathPrefix?: string;
  /** Where the built pages are. */
  distFolder: string;
  /** Whether work can be taken: false while starting and stopping. */
  ready: () => boolean;
};
