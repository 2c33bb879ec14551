/** Two clocks nearer than this show the same time, in milliseconds. */
const SAME_MS = 5_000;

let offset = 0;

/** The desk's present moment, in milliseconds. A demo desk can be ahead of this machine, and this machine's clock can be wrong. */
export const deskNow = (): number => Date.now() + offset;

/** Takes over the moment that the desk has just stated. */
export function setDeskNow(stated: string): void {
  const moment = Date.parse(stated);
  if (!Number.isFinite(moment)) return;
  const apart = moment - Date.now();
  offset = Math.abs(apart) < SAME_MS ? 0 : apart;
}
