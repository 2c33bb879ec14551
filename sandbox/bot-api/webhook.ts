import { disturb } from './faults.ts';
import type { Bot, Inbox, QueuedUpdate, Webhook, World } from './model.ts';
import { pendingUpdates } from './updates.ts';
import { now, unixNow } from './world.ts';

const answerTimeout = 60_000;
const longestPause = 60_000;

/** What one webhook sender knows: which queues are busy, and which pause after a failure. */
interface Sender {
  world: World;
  bot: Bot;
  hook: Webhook;
  inFlight: number;
  busy: Set<string>;
  pauses: Map<string, { until: number; failures: number }>;
  timer: NodeJS.Timeout | undefined;
  scheduled: boolean;
}

/**
 * Starts sending a bot's updates to its webhook: in parallel up to max_connections, in order within each queue, again
 * with growing pauses after a failure. Ends when the bot's webhook changes.
 */
export function startWebhook(world: World, bot: Bot, hook: Webhook): void {
  const sender: Sender = {
    ...{ world, bot, hook, inFlight: 0, timer: undefined, scheduled: false },
    busy: new Set(),
    pauses: new Map(),
  };
  bot.inbox.webhook = hook;
  bot.inbox.pump = () => {
    if (sender.scheduled) return;
    sender.scheduled = true;
    setImmediate(() => {
      sender.scheduled = false;
      pump(sender);
    });
  };
  world.closing.signal.addEventListener('abort', () => clearTimeout(sender.timer), { once: true });
  bot.inbox.pump();
}

function isCurrent(sender: Sender): boolean {
  return sender.bot.inbox.webhook === sender.hook && !sender.world.closing.signal.aborted;
}

/** Sends whatever may go now, and sets a timer for what must wait. */
function pump(sender: Sender): void {
  if (!isCurrent(sender)) return;
  const { world, bot, hook, busy } = sender;
  const time = now(world);
  const passed = new Set<string>();
  let wake = Number.POSITIVE_INFINITY;
  for (const item of pendingUpdates(world, bot)) {
    if (sender.inFlight >= hook.maxConnections) break;
    if (busy.has(item.key) || passed.has(item.key)) continue;
    const pause = sender.pauses.get(item.key);
    if (pause !== undefined && pause.until > time) {
      passed.add(item.key);
      wake = Math.min(wake, pause.until);
      continue;
    }
    busy.add(item.key);
    sender.inFlight++;
    void deliver(sender, nextOfQueue(world, bot.inbox, item));
  }
  clearTimeout(sender.timer);
  if (wake < Number.POSITIVE_INFINITY) sender.timer = setTimeout(() => pump(sender), wake - time);
}

/** The item to send now: the first of its queue, or by a reorder fault the one behind it. */
function nextOfQueue(world: World, inbox: Inbox, first: QueuedUpdate): QueuedUpdate {
  if (world.faults.updates.reorder === 0) return first;
  const second = inbox.pending.find((item) => item !== first && item.key === first.key);
  if (second === undefined || Math.random() >= world.faults.updates.reorder) return first;
  world.stats.updates.reordered++;
  return second;
}

async function deliver(sender: Sender, item: QueuedUpdate): Promise<void> {
  const { world, bot, busy } = sender;
  const copies = world.faults.updates.duplicate > 0 ? disturb(world, [item]).length : 1;
  let failure: Failure | undefined;
  for (let i = 0; i < copies && failure === undefined; i++) failure = await post(sender, item);
  sender.inFlight--;
  busy.delete(item.key);
  if (!isCurrent(sender)) return;
  if (failure === undefined) {
    sender.pauses.delete(item.key);
    world.stats.updates.delivered++;
    const at = bot.inbox.pending.indexOf(item);
    if (at >= 0) bot.inbox.pending.splice(at, 1);
  } else {
    noteFailure(sender, item.key, failure);
  }
  pump(sender);
}

interface Failure {
  message: string;
  /** Milliseconds that the other side asked to wait. */
  retryAfter: number | undefined;
}

function noteFailure(sender: Sender, key: string, failure: Failure): void {
  const { world, bot } = sender;
  const failures = (sender.pauses.get(key)?.failures ?? 0) + 1;
  const pause = failure.retryAfter ?? Math.min(longestPause, 250 * 2 ** failures);
  sender.pauses.set(key, { until: now(world) + pause, failures });
  bot.inbox.lastErrorDate = unixNow(world);
  bot.inbox.lastErrorMessage = failure.message;
}

/** Posts one update; undefined when it was taken (any 2xx). */
async function post(sender: Sender, item: QueuedUpdate): Promise<Failure | undefined> {
  const { world, bot, hook } = sender;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (hook.secret !== undefined) headers['x-telegram-bot-api-secret-token'] = hook.secret;
  const signal = AbortSignal.any([AbortSignal.timeout(answerTimeout), world.closing.signal]);
  try {
    const body = JSON.stringify(item.update);
    const answer = await fetch(hook.url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    const text = await answer.text();
    if (answer.ok) {
      performReply(world, bot, text);
      return undefined;
    }
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return {
      message: `Wrong response from the webhook: ${answer.status} ${answer.statusText}`,
      retryAfter: Number.isFinite(seconds) ? seconds * 1000 : undefined,
    };
  } catch (error) {
    const isTimeout = (error as Error).name === 'TimeoutError';
    return { message: isTimeout ? 'Read timeout expired' : 'Connection refused', retryAfter: undefined };
  }
}

/** Methods that make no sense in an answer whose result goes nowhere. */
const notInAnswers = /^(get|setwebhook$|deletewebhook$|close$|logout$)/i;

/** A webhook may answer with a method call; its result goes nowhere. */
function performReply(world: World, bot: Bot, text: string): void {
  if (!text.trimStart().startsWith('{')) return;
  try {
    const params = JSON.parse(text) as Record<string, unknown>;
    const { method } = params;
    if (typeof method === 'string' && !notInAnswers.test(method)) world.performReply?.(bot, params);
  } catch {
    // An answer that is not JSON is ignored, as Telegram does.
  }
}
