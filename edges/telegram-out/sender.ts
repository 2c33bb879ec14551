import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Db, Transact, Tx } from '../../base/db/index.ts';
import type { Log } from '../../base/log.ts';
import type { Metrics } from '../../base/metrics.ts';
import {
  answered,
  type Budget,
  type Claimed,
  claim,
  discard,
  msUntilReady,
  msUntilRoom,
  type Outcome,
  pause,
  register,
  renewLease,
  type Sent,
  type Settled,
  settleSent,
  settleUnsent,
  type Unsent,
} from '../../base/outbox/index.ts';
import { type Addressee, chatsByIds, moveChat } from '../../domain/chats/index.ts';
import { type FloodWatch, floodWatch } from './flood.ts';
import { gathering } from './gathering.ts';
import type { FileSource } from './media.ts';
import { inTheNameOf } from './name.ts';
import { mayRepeat, perform } from './perform.ts';

/** What the way out needs. `onSettled`, `onUnreachable` and `isOwn` are the domain's doors. */
export type Outgoing = {
  api: Api;
  /** The database's address, for a connection by whose end others know that this process is dead. */
  url: string;
  /** The same, for calls that carry files and so may take long. */
  patient: Api;
  /** Finds the files that messages name. */
  files: FileSource;
  /** What people call the bot, without the @: links into its Mini App are made of this. */
  bot: string;
  db: Db;
  transact: Transact;
  log: Log;
  metrics: Metrics;
  /** How many messages a second the bot may send, over all processes; null lifts this and the pace of chats. */
  perSecond: number | null;
  onSettled: (tx: Tx, settled: Settled) => Promise<void>;
  onUnreachable: (tx: Tx, customerId: number) => Promise<void>;
  /** Whether a chat is the desk's own affair: nobody has to decide about single messages that do not arrive there. */
  isOwn: (tx: Tx, chatId: number) => Promise<boolean>;
};

/** A running sender: `wake` tells it that there is something to send. */
export type Sender = { wake(): void; stop(): Promise<void> };

/** Calls at once. More of them make each a little slower, and a message takes its room in a second's budget for as long as its call lasts.
 * Without limits it is the claims that must keep up: the more calls, the more messages share one. */
export const PARALLEL = { limited: 16, lifted: 128 };
// Under load half as many as there are calls are claimed together, and what arrived is written down together, since one costs nearly as much
// as all of them; but nobody waits longer for the others.
const TOGETHER = 0.5;
const TOGETHER_MS = 5;
const LONGEST_SLEEP_MS = 1000;
// While the budget has no room there is nothing to be woken for: what is answered from now on makes room a second later.
const LONGEST_DEAF_MS = 900;
// A lane can be ready while another process holds it.
const SHORTEST_SLEEP_MS = 20;
// After so many pressing ones it is the turn of the one that waits longest: a bulk notice gets at least a tenth of what Telegram takes.
const PRESSING_IN_A_ROW = 9;
// Within the lease: afterwards others may take the end of the message for unknown.
const WRITTEN_WITHIN_MS = 15_000;
const WRITE_AGAIN_MS = 500;
const RENEW_MS = 5000;
const HIGHEST_SENDER = 2 ** 31 - 1;
const budgetOf = ({ perSecond }: Pick<Outgoing, 'perSecond'>): Budget => ({ name: 'telegram', perSecond });

/** Sends what the outbox holds, until it is stopped; then it waits for the calls that run. Any number of processes may do so. */
export function startSender(outgoing: Outgoing): Sender {
  const { url, transact, log } = outgoing;
  const sender = randomInt(1, HIGHEST_SENDER);
  const budget = budgetOf(outgoing);
  const forget = register({
    ...{ url, sender, transact, budget },
    onError: (error) => log.warn({ err: error }, 'this sender could not make itself known; trying again'),
  });
  let pressing = 0;
  const stopping = new AbortController();
  const { signal } = stopping;
  let awake = Promise.withResolvers<void>();
  const wake = () => awake.resolve();
  const parallel = outgoing.perSecond === null ? PARALLEL.lifted : PARALLEL.limited;
  const deliveries = startDeliveries(outgoing, { wake, parallel, stopped: () => signal.aborted });

  const round = async (): Promise<void> => {
    const patient = pressing >= PRESSING_IN_A_ROW;
    const claimed = await claim(outgoing, { sender, limit: parallel - deliveries.calls(), patient }, budget);
    pressing = (patient ? 0 : pressing) + claimed.length;
    const chats = chatsByIds(outgoing.db, claimed.flatMap(chatOf));
    for (const message of claimed) {
      if (outgoing.perSecond === null) Object.assign(message, { pace_ms: 0, per_minute: null });
      deliveries.add(message, chats);
    }
    const free = parallel - deliveries.calls();
    if (claimed.length > 0 && free >= parallel * TOGETHER) return;
    const { ms, deaf } = await untilNext(outgoing, { free, found: claimed.length > 0 });
    if (deaf) await delay(ms, undefined, { signal }).catch(() => {});
    else {
      const timer = setTimeout(wake, ms);
      await awake.promise;
      clearTimeout(timer);
    }
    awake = Promise.withResolvers<void>();
  };
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      await round().catch(async (error: unknown) => {
        log.error({ err: error }, 'the outbox could not be read; trying again');
        await delay(LONGEST_SLEEP_MS);
      });
    }
  };
  const done = loop();
  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await done;
      await deliveries.all();
      await forget();
    },
  };
}

/** The messages that are being sent. */
type Deliveries = {
  add(message: Claimed, chats: Promise<Addressee[]>): void;
  /** How many calls are under way. */
  calls(): number;
  all(): Promise<unknown>;
};

function startDeliveries(
  outgoing: Outgoing,
  { wake, parallel, stopped }: { wake: () => void; parallel: number; stopped: () => boolean },
): Deliveries {
  const underWay = new Set<Promise<void>>();
  const watch = floodWatch();
  let calls = 0;
  const busy = () => calls > parallel * (1 - TOGETHER);
  const noteSent = gathering(
    (sent: readonly Answered[]) => concludeSent(outgoing, sent),
    () => (outgoing.perSecond === null && busy() ? delay(TOGETHER_MS) : undefined),
  );
  const deliver = async (message: Claimed, chats: Promise<Addressee[]>): Promise<void> => {
    const began = performance.now();
    calls += 1;
    await departure(message);
    const { chat, outcome } = await sendTo(outgoing, message, chats).finally(() => {
      calls -= 1;
      if (!busy()) wake();
    });
    const at = performance.now();
    const again = () => !stopped() && performance.now() - began < WRITTEN_WITHIN_MS;
    if (outcome.kind === 'sent') {
      watch.passed();
      await writeDown(
        () => noteSent({ message, remoteId: outcome.remoteId, facts: outcome.facts, at }),
        again,
      );
    } else await writeDown(() => concludeUnsent(outgoing, message, { outcome, chat, watch, at }), again);
  };
  return {
    add(message, chats) {
      const delivery = deliver(message, chats)
        .catch((error: unknown) => logUnwritten(outgoing, message, error))
        .finally(() => {
          underWay.delete(delivery);
          wake();
        });
      underWay.add(delivery);
    },
    calls: () => calls,
    all: () => Promise.all(underWay),
  };
}

/** How long to claim nothing; `deaf`: even if somebody wakes the sender. */
async function untilNext(
  { db, perSecond }: Outgoing,
  { free, found }: { free: number; found: boolean },
): Promise<{ ms: number; deaf?: boolean }> {
  if (free === 0) return { ms: LONGEST_SLEEP_MS };
  if (found) return { ms: TOGETHER_MS };
  const ready = await msUntilReady(db);
  if (ready === undefined) return { ms: LONGEST_SLEEP_MS };
  const room = await msUntilRoom(db, budgetOf({ perSecond }));
  if (room > 0) return { ms: Math.min(LONGEST_DEAF_MS, room), deaf: true };
  return { ms: Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ready)) };
}

const chatOf = ({ payload }: Claimed): number[] => (typeof payload.chat === 'number' ? [payload.chat] : []);

/** What arrived, and when that was answered: by `performance.now()`. */
type Answered = Sent & { at: number };

/** Waits until a message may leave; timers are now and then a little early. */
async function departure({ leave_at: at, interrupted }: Claimed): Promise<void> {
  if (interrupted) return;
  for (let ms = at - performance.now(); ms > 0; ms = at - performance.now()) await delay(Math.ceil(ms));
}

type Delivered = { chat: Addressee | undefined; outcome: Outcome };

/** Sends a message to its chat, once that is read. */
async function sendTo(outgoing: Outgoing, message: Claimed, chats: Promise<Addressee[]>): Promise<Delivered> {
  const found = await chats.catch(() => undefined);
  if (!found && !message.interrupted) return { chat: undefined, outcome: UNREAD };
  const chat = found?.find(({ id }) => id === message.payload.chat);
  return { chat, outcome: await attempt(outgoing, message, chat) };
}

const UNREAD: Outcome = { kind: 'retry', afterMs: 1000, error: 'its chat could not be read' };

async function attempt(outgoing: Outgoing, message: Claimed, chat: Addressee | undefined): Promise<Outcome> {
  if (message.interrupted) {
    return { kind: 'unknown', error: 'the process died while it sent this', mayRepeat: mayRepeat(message) };
  }
  const end = outgoing.metrics.sendSeconds.startTimer();
  const { files, bot } = outgoing;
  const isLong = Array.isArray(message.payload.files);
  const lease = isLong ? setInterval(() => void renew(outgoing, message), RENEW_MS) : undefined;
  const api = inTheNameOf(isLong ? outgoing.patient : outgoing.api, chat);
  const outcome = await perform({ api, files, bot }, message, chat?.telegramChatId);
  clearInterval(lease);
  end();
  outgoing.metrics.sends.inc({ outcome: outcome.kind });
  return outcome;
}

/** Tries until it is written down, since the database may come back, or until it is `again` no longer. */
async function writeDown(write: () => Promise<void>, again: () => boolean): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!again()) throw error;
      await delay(WRITE_AGAIN_MS);
    }
  }
}

/** A file can take longer than a lease: the lane stays ours as long as this process lives. */
async function renew({ db, log }: Outgoing, message: Claimed): Promise<void> {
  await renewLease(db, message).catch((error: unknown) =>
    log.warn({ err: error, outbox: message.id }, 'a lease was not renewed'),
  );
}

async function concludeSent(outgoing: Outgoing, sent: readonly Answered[]): Promise<void> {
  try {
    await outgoing.transact(async (tx) => {
      const settled = await settleSent(tx, sent);
      for (const one of settled) await outgoing.onSettled(tx, one);
      await answered(tx, budgetOf(outgoing), sent.flatMap(agesOf));
    });
  } catch (error) {
    if (sent.length === 1) throw error;
    // One that cannot be written down takes none of the others with it.
    const ends = await Promise.allSettled(sent.map((one) => concludeSent(outgoing, [one])));
    if (ends.every(({ status }) => status === 'rejected')) throw error;
    for (const [index, end] of ends.entries()) {
      const one = sent[index];
      if (end.status === 'rejected' && one) logUnwritten(outgoing, one.message, end.reason);
    }
  }
}

function logUnwritten(outgoing: Outgoing, message: Claimed, error: unknown): void {
  // The lease runs out and the message is then treated as one whose end is unknown.
  outgoing.log.error({ err: error, outbox: message.id }, 'how a message ended could not be written down');
}

async function concludeUnsent(
  outgoing: Outgoing,
  message: Claimed,
  {
    outcome,
    chat,
    watch,
    at,
  }: { outcome: Unsent; chat: Addressee | undefined; watch: FloodWatch; at: number },
): Promise<void> {
  const refused = outcome.kind === 'refused' ? outcome : undefined;
  if (refused) {
    const { id, kind } = message;
    outgoing.log.warn({ outbox: id, kind, reason: refused.error }, 'Telegram refused a message');
  }
  const forAll = outcome.kind === 'retry' && watch.refused(message.lane);
  await outgoing.transact(async (tx) => {
    if (forAll) await pause(tx, budgetOf(outgoing), outcome.afterMs);
    if (refused?.moveTo && chat) {
      await moveChat(tx, chat.id, Number(refused.moveTo));
      await settleUnsent(tx, message, { kind: 'retry', afterMs: 0, error: refused.error });
    } else {
      // The customer before the lane, as whoever handles an arrival locks them; the other way round they would wait for each other.
      if (refused?.code === 'unreachable' && chat && chat.customerId !== null) {
        await outgoing.onUnreachable(tx, chat.customerId);
      }
      const settled = await settleUnsent(tx, message, outcome);
      if (settled) await outgoing.onSettled(tx, settled);
      if (outcome.kind !== 'retry' && chat && (await outgoing.isOwn(tx, chat.id)))
        await discard(tx, { id: message.id });
    }
    await answered(tx, budgetOf(outgoing), agesOf({ message, at }));
  });
}

/** How long ago a message was answered, as often as it counts. */
const agesOf = ({ message, at }: Pick<Answered, 'message' | 'at'>): number[] =>
  Array.from({ length: message.weight }, () => performance.now() - at);
