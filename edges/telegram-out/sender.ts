import type { Api } from 'grammy';
import type { Db, Transact, Tx } from '../../base/db/index.ts';
import type { Log } from '../../base/log.ts';
import type { Metrics } from '../../base/metrics.ts';
import {
  type Budget,
  type Claimed,
  claim,
  msUntilReady,
  type Outcome,
  type Settled,
  settle,
} from '../../base/outbox/index.ts';
import { chatById, moveChat } from '../../domain/chats/index.ts';
import { mayRepeat, perform } from './perform.ts';

/** What the way out needs. `onSettled` and `onUnreachable` are the domain's doors. */
export type Outgoing = {
  api: Api;
  db: Db;
  transact: Transact;
  log: Log;
  metrics: Metrics;
  /** How many messages a second the bot may send, over all processes; null lifts this and the pace of chats. */
  perSecond: number | null;
  onSettled: (tx: Tx, settled: Settled) => Promise<void>;
  onUnreachable: (tx: Tx, customerId: number) => Promise<void>;
};

/** A running sender: `wake` tells it that there is something to send. */
export type Sender = { wake(): void; stop(): Promise<void> };

const PARALLEL = 16;
const LONGEST_SLEEP_MS = 1000;
// Lanes can be ready while the budget of the whole bot is used up.
const SHORTEST_SLEEP_MS = 20;
const budgetOf = ({ perSecond }: Outgoing): Budget | undefined =>
  perSecond === null ? undefined : { name: 'telegram', perSecond };

/** Sends what the outbox holds, until it is stopped; then it waits for the calls that run. Any number of processes may do so. */
export function startSender(outgoing: Outgoing): Sender {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let awake = Promise.withResolvers<void>();
  const wake = () => awake.resolve();

  const round = async (): Promise<void> => {
    const claimed = await claim(outgoing.transact, PARALLEL - running.size, budgetOf(outgoing));
    for (const message of claimed) {
      if (outgoing.perSecond === null) message.pace_ms = 0;
      const sending = deliver(outgoing, message).finally(() => {
        running.delete(sending);
        wake();
      });
      running.add(sending);
    }
    if (claimed.length > 0 && running.size < PARALLEL) return;
    const ready = running.size < PARALLEL ? await msUntilReady(outgoing.db) : undefined;
    const sleep = Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ready ?? LONGEST_SLEEP_MS));
    const timer = setTimeout(wake, sleep);
    await awake.promise;
    clearTimeout(timer);
    awake = Promise.withResolvers<void>();
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await round().catch(async (error: unknown) => {
        outgoing.log.error({ err: error }, 'the outbox could not be read; trying again');
        await new Promise((resolve) => setTimeout(resolve, LONGEST_SLEEP_MS));
      });
    }
  };
  const done = loop();
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await done;
      await Promise.all(running);
    },
  };
}

async function deliver(outgoing: Outgoing, message: Claimed): Promise<void> {
  try {
    const chatId = typeof message.payload.chat === 'number' ? message.payload.chat : undefined;
    const chat = chatId === undefined ? undefined : await chatById(outgoing.db, chatId);
    const outcome = message.interrupted
      ? ({
          kind: 'unknown',
          error: 'the process died while it sent this',
          mayRepeat: mayRepeat(message),
        } as const)
      : await timed(outgoing, () => perform(outgoing.api, message, chat?.telegramChatId));
    await conclude(outgoing, message, { outcome, chatId, customerId: chat?.customerId ?? null });
  } catch (error) {
    // The lease runs out and the message is then treated as one whose end is unknown.
    outgoing.log.error({ err: error, outbox: message.id }, 'how a message ended could not be written down');
  }
}

async function timed(outgoing: Outgoing, work: () => Promise<Outcome>): Promise<Outcome> {
  const end = outgoing.metrics.sendSeconds.startTimer();
  const outcome = await work();
  end();
  outgoing.metrics.sends.inc({ outcome: outcome.kind });
  return outcome;
}

type Ending = { outcome: Outcome; chatId: number | undefined; customerId: number | null };

async function conclude(outgoing: Outgoing, message: Claimed, ending: Ending): Promise<void> {
  const { outcome, chatId } = ending;
  if (outcome.kind === 'refused') {
    outgoing.log.warn(
      { outbox: message.id, kind: message.kind, reason: outcome.error },
      'Telegram refused a message',
    );
  }
  await outgoing.transact(async (tx) => {
    if (outcome.kind === 'refused' && outcome.moveTo && chatId !== undefined) {
      await moveChat(tx, chatId, Number(outcome.moveTo));
      await settle(tx, message, { kind: 'retry', afterMs: 0, error: outcome.error });
      return;
    }
    // The customer before the lane, as whoever handles an arrival locks them; the other way round they would wait for each other.
    if (outcome.kind === 'refused' && outcome.code === 'unreachable' && ending.customerId !== null) {
      await outgoing.onUnreachable(tx, ending.customerId);
    }
    const settled = await settle(tx, message, outcome);
    if (settled) await outgoing.onSettled(tx, settled);
  });
}
