/** Two clocks nearer than this show the same time, in milliseconds. */
const SAME_MS = 5_000;

let offset = 0;
const listeners = new Set<() => void>();

/** The desk's present moment, in milliseconds. A demo desk can be ahead of this machine, and this machine's clock can be wrong. */
export const deskNow = (): number => Date.now() + offset;

/** Takes over the moment that the desk has just stated. */
export function setDeskNow(stated: string): void {
  const moment = Date.parse(stated);
  if (!Number.isFinite(moment)) return;
  const apart = moment - Date.now();
  const next = Math.abs(apart) < SAME_MS ? 0 : apart;
  const moved = Math.abs(next - offset) > SAME_MS;
  offset = next;
  if (moved) for (const listener of listeners) listener();
}

/** Calls `listener` whenever the desk's clock was moved, until the returned function is called. */
export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
