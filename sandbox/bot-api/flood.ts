import { ApiError } from './errors.ts';
import type { Bot, ChatRecord, World } from './model.ts';
import { now } from './world.ts';

type Bucket = { tokens: number; at: number };

/**
 * Counts messages against the limits of the official server: one a second per private chat (after a small burst), 20 a
 * minute per group (sends, edits and new topics together), 30 a second per bot. Throws 429 with retry_after in seconds.
 * A refused call uses up nothing.
 */
export function takeFlood(
  world: World,
  bot: Bot,
  use: { chat: ChatRecord; count?: number; edit?: boolean },
): void {
  const { chat, count = 1, edit = false } = use;
  const { flood, stats } = world;
  const isGroup = chat.kind === 'group' || chat.kind === 'supergroup';
  const scope = `${bot.user.id}:${chat.id}`;
  const botWait = windowWait(world, `bot:${bot.user.id}`, {
    span: 1000,
    limit: flood.limits.bot_per_second,
    count,
  });
  const groupWait = isGroup
    ? windowWait(world, `minute:${scope}`, { span: 60_000, limit: flood.limits.group_per_minute, count })
    : 0;
  const bucket = isGroup || edit ? undefined : refill(world, scope);
  const chatWait = bucket === undefined ? 0 : bucketWait(world, bucket, count);
  if (botWait > 0) stats.flood.violations_bot_second++;
  if (groupWait > 0) stats.flood.violations_group_minute++;
  if (chatWait > 0) stats.flood.violations_per_chat_second++;
  const wait = Math.max(botWait, groupWait, chatWait);
  if (wait > 0 && flood.enabled) throw tooManyRequests(Math.max(1, Math.ceil(wait / 1000)));
  if (bucket !== undefined) bucket.tokens -= count;
  record(world, { scope, botId: bot.user.id, isGroup, edit, count });
}

/** The 429 of the official server; seconds. */
export function tooManyRequests(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

function refill(world: World, scope: string): Bucket {
  const { buckets, limits } = world.flood;
  const time = now(world);
  const bucket = buckets.get(scope) ?? { tokens: limits.chat_burst, at: time };
  const gained = ((time - bucket.at) / 1000) * limits.chat_per_second;
  bucket.tokens = Math.min(limits.chat_burst, bucket.tokens + gained);
  bucket.at = time;
  buckets.set(scope, bucket);
  return bucket;
}

function bucketWait(world: World, bucket: Bucket, count: number): number {
  const { chat_burst, chat_per_second } = world.flood.limits;
  // An album is one act: it may overdraw a full bucket, and the debt is paid by waiting afterwards.
  const needed = Math.min(count, chat_burst);
  return bucket.tokens >= needed ? 0 : ((needed - bucket.tokens) / chat_per_second) * 1000;
}

/** Milliseconds until `count` more fit into the sliding window. */
function windowWait(
  world: World,
  name: string,
  rule: { span: number; limit: number; count: number },
): number {
  const times = recent(world, name, rule.span);
  const over = times.length + Math.min(rule.count, rule.limit) - rule.limit;
  const leaving = over <= 0 ? undefined : times[over - 1];
  return leaving === undefined ? 0 : leaving + rule.span - now(world);
}

function recent(world: World, name: string, span: number): number[] {
  const { windows } = world.flood;
  const oldest = now(world) - span;
  const times = windows.get(name) ?? [];
  let stale = 0;
  while (stale < times.length && (times[stale] ?? 0) <= oldest) stale++;
  if (stale > 0) times.splice(0, stale);
  windows.set(name, times);
  return times;
}

function record(
  world: World,
  use: { scope: string; botId: number; isGroup: boolean; edit: boolean; count: number },
): void {
  const { flood } = world.stats;
  const note = (name: string, span: number): number => {
    const times = recent(world, name, span);
    for (let i = 0; i < use.count; i++) times.push(now(world));
    return times.length;
  };
  flood.max_bot_second = Math.max(flood.max_bot_second, note(`bot:${use.botId}`, 1000));
  if (use.isGroup) {
    flood.max_group_minute = Math.max(flood.max_group_minute, note(`minute:${use.scope}`, 60_000));
  }
  if (!use.edit) {
    flood.max_per_chat_second = Math.max(flood.max_per_chat_second, note(`second:${use.scope}`, 1000));
  }
}
