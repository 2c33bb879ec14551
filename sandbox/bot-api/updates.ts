import type { Update } from '@grammyjs/types';
import type { Bot, QueuedUpdate, World } from './model.ts';
import { callbackLife, inlineLife, now } from './world.ts';

const day = 24 * 3600_000;
const optIn = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** How long an update waits, in milliseconds, where it is not a day. */
const lives: Partial<Record<UpdateKind, number>> = {
  callback_query: callbackLife,
  inline_query: inlineLife,
  chosen_inline_result: 600_000,
};

/** Any kind of update, without its number. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/**
 * Queues an update for a bot, if the bot wants its kind. `key` is the queue in which order holds: messages by chat,
 * callbacks and member updates on queues of their own.
 */
export function queueUpdate(
  world: World,
  bot: Bot,
  item: { kind: UpdateKind; payload: unknown; key: string },
): void {
  const { inbox } = bot;
  const wanted = inbox.allowed === undefined ? !optIn.has(item.kind) : inbox.allowed.has(item.kind);
  if (!wanted) return;
  const queuedAt = now(world);
  const update = { update_id: inbox.nextUpdateId++, [item.kind]: item.payload } as unknown as Update;
  const life = lives[item.kind] ?? day;
  // A frozen copy: later edits of the message must not change what was already queued.
  const expiresAt = queuedAt + life;
  inbox.pending.push({ update: structuredClone(update), key: item.key, queuedAt, expiresAt });
  inbox.nothingExpiresBefore = Math.min(inbox.nothingExpiresBefore, expiresAt);
  world.stats.updates.queued++;
  inbox.poll?.wake();
  inbox.pump?.();
}

/** The updates still worth delivering; those past their life (24 h, callbacks 150 s, inline queries 30 s) are dropped and counted. */
export function pendingUpdates(world: World, bot: Bot): QueuedUpdate[] {
  const time = now(world);
  const { inbox } = bot;
  if (time < inbox.nothingExpiresBefore) return inbox.pending;
  const alive = inbox.pending.filter((item) => item.expiresAt > time);
  world.stats.updates.expired += inbox.pending.length - alive.length;
  inbox.pending = alive;
  inbox.nothingExpiresBefore = alive.reduce(
    (least, item) => Math.min(least, item.expiresAt),
    Number.POSITIVE_INFINITY,
  );
  return inbox.pending;
}

/** Remembers which kinds of updates a bot wants; an empty list means the default kinds, undefined keeps the setting. */
export function setAllowedUpdates(bot: Bot, list: readonly string[] | undefined): void {
  if (list === undefined) return;
  bot.inbox.allowed = list.length === 0 ? undefined : new Set(list);
  bot.inbox.allowedList = list.length === 0 ? undefined : [...list];
}
