import { generateKeyPairSync } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { PeopleEvent, World } from './model.ts';
import type { FloodLimits } from './trouble.ts';

const defaultLimits: FloodLimits = {
  chat_burst: 3,
  chat_per_second: 1,
  group_per_minute: 20,
  bot_per_second: 30,
};

/** How long a callback query can be delivered and answered, in milliseconds. */
export const callbackLife = 150_000;

/** How long an inline query can be delivered and answered, in milliseconds. */
export const inlineLife = 30_000;

function newLaunchKey(): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'der' });
}

/** How long a guarding bot has for its first answer, in milliseconds. */
export const guardTime = 10_000;

/** An empty world. `limits` overrides single flood limits. */
export function createWorld(limits?: Partial<FloodLimits> & { enabled?: boolean }): World {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const { enabled = true, ...changed } = limits ?? {};
  return {
    offsetMs: 0,
    accounts: new Map(),
    bots: new Map(),
    botsById: new Map(),
    chats: new Map(),
    privateChats: new Map(),
    directChats: new Map(),
    businessLinks: new Map(),
    files: new Map(),
    filesByPath: new Map(),
    presses: new Map(),
    inlineAsks: new Map(),
    joinQueries: new Map(),
    webAppQueries: new Map(),
    launchKey: newLaunchKey(),
    inlineMessages: new Map(),
    faults: { rules: [], updates: { duplicate: 0, reorder: 0 } },
    flood: { enabled, limits: { ...defaultLimits, ...changed }, buckets: new Map(), windows: new Map() },
    stats: {
      methods: {},
      flood: {
        violations_per_chat_second: 0,
        violations_group_minute: 0,
        violations_bot_second: 0,
        max_per_chat_second: 0,
        max_group_minute: 0,
        max_bot_second: 0,
      },
      updates: { queued: 0, delivered: 0, expired: 0, duplicated: 0, reordered: 0 },
    },
    events,
    closing: new AbortController(),
    performReply: undefined,
    next: { user: 5_000_001, chat: 1_500_000_001, serial: 1, direct: 1 },
  };
}

/** The sandbox's time in milliseconds: the machine's clock plus the movable offset. */
export function now(world: World): number {
  return Date.now() + world.offsetMs;
}

/** The sandbox's time in whole Unix seconds, as messages carry it. */
export function unixNow(world: World): number {
  return Math.floor(now(world) / 1000);
}

/** Moves the clock forward by seconds and wakes whatever waits for time. */
export function advanceClock(world: World, seconds: number): void {
  world.offsetMs += Math.round(seconds * 1000);
  for (const bot of world.bots.values()) {
    bot.inbox.poll?.wake();
    bot.inbox.pump?.();
  }
  for (const press of world.presses.values()) {
    if (now(world) - press.at >= callbackLife) press.answer?.(undefined);
  }
  for (const query of world.joinQueries.values()) {
    if (now(world) - query.at >= guardTime) query.lapse();
  }
  for (const ask of world.inlineAsks.values()) if (now(world) - ask.at >= inlineLife) ask.wake?.();
  emit(world, { event: 'clock', data: { now: new Date(now(world)).toISOString() } });
}

/** Tells phone pages that something happened. */
export function emit(world: World, event: PeopleEvent): void {
  world.events.emit('event', event);
}

/** A number that was never given out before. */
export function serial(world: World): number {
  return world.next.serial++;
}

/** Drops the undefined members, so that an answer has no empty fields. */
export function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) if (member !== undefined) result[key] = member;
  return result as T;
}
