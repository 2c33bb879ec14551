/** Where the current time comes from. Everything that asks for the time takes one of these. */
export type Clock = {
  /** The desk's time now. It runs ahead of the wall clock only beside a sandbox whose clock was turned. */
  now(): Date;
};

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

/** Milliseconds in a minute. */
export const MINUTE = 60_000;
/** Milliseconds in an hour. */
export const HOUR = 60 * MINUTE;
/** Milliseconds in a day of 24 hours. */
export const DAY = 24 * HOUR;

/** `at` moved by `ms` milliseconds. */
export function plus(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
