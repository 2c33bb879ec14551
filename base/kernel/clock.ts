/** Where the current time comes from. Everything that asks for the time takes one of these. */
export type Clock = {
  /** The desk's time now. It runs ahead of the wall clock only beside a sandbox whose clock was turned. */
  now(): Date;
};

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that can be moved ahead; `offsetMs` is how far it is ahead of the wall clock, in milliseconds. */
export type MovableClock = Clock & { readonly offsetMs: number; moveTo(offsetMs: number): void };

/** A clock that starts `offsetMs` milliseconds ahead of the wall clock and can be moved later. */
export function movableClock(offsetMs = 0): MovableClock {
  let offset = offsetMs;
  return {
    now: () => new Date(Date.now() + offset),
    get offsetMs() {
      return offset;
    },
    moveTo(next) {
      offset = next;
    },
  };
}

/** A clock that stands still until it is set: for tests and simulations. */
export function manualClock(start: Date): Clock & { set(at: Date): void; advance(ms: number): void } {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set(next) {
      at = next.getTime();
    },
    advance(ms) {
      at += ms;
    },
  };
}

/** Milliseconds in a minute, an hour and a day. */
export const MINUTE = 60_000;
/** Milliseconds in an hour. */
export const HOUR = 60 * MINUTE;
/** Milliseconds in a day of 24 hours. */
export const DAY = 24 * HOUR;

/** `at` moved by `ms` milliseconds. */
export function plus(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
