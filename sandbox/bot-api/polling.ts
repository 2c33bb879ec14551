import type { Update } from '@grammyjs/types';
import { ApiError } from './errors.ts';
import { disturb } from './faults.ts';
import type { Bot, Call, QueuedUpdate, World } from './model.ts';
import { pendingUpdates, setAllowedUpdates } from './updates.ts';

const conflict =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
const hookConflict =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

interface PollWish {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
}

/** getUpdates: forgets what `offset` confirms, then answers at once or waits up to `timeout` seconds for something. */
export async function getUpdates(call: Call): Promise<Update[]> {
  const { world, bot } = call;
  const wish = call.params as PollWish;
  if (bot.inbox.webhook !== undefined) throw new ApiError(409, hookConflict);
  bot.inbox.poll?.cut(conflict);
  setAllowedUpdates(bot, wish.allowed_updates);
  confirm(world, bot, wish.offset ?? 0);
  const limit = Math.min(100, Math.max(1, wish.limit ?? 100));
  const timeout = Math.min(50, Math.max(0, wish.timeout ?? 0));
  const ready = pendingUpdates(world, bot);
  if (ready.length === 0 && timeout > 0) await waitForUpdate(call, timeout);
  return take(world, bot, limit);
}

function confirm(world: World, bot: Bot, offset: number): void {
  const items = pendingUpdates(world, bot);
  if (offset < 0) {
    bot.inbox.pending = items.slice(offset);
    return;
  }
  if (offset === 0) return;
  const before = items.length;
  bot.inbox.pending = items.filter((item) => item.update.update_id >= offset);
  world.stats.updates.delivered += before - bot.inbox.pending.length;
}

function take(world: World, bot: Bot, limit: number): Update[] {
  const batch: QueuedUpdate[] = pendingUpdates(world, bot).slice(0, limit);
  return disturb(world, batch).map((item) => item.update);
}

function waitForUpdate(call: Call, timeout: number): Promise<void> {
  const { world, bot, signal } = call;
  return new Promise((resolve, reject) => {
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (bot.inbox.poll === poll) bot.inbox.poll = undefined;
      end();
    };
    const onAbort = (): void => finish(resolve);
    const poll = {
      wake: () => {
        if (pendingUpdates(world, bot).length > 0) finish(resolve);
      },
      cut: (reason: string) => finish(() => reject(new ApiError(409, reason))),
    };
    const timer = setTimeout(() => finish(resolve), timeout * 1000);
    signal.addEventListener('abort', onAbort, { once: true });
    bot.inbox.poll = poll;
  });
}
