import { plus } from '../../base/kernel/index.ts';
import { addBusinessMs, storedCalendar } from '../sla/index.ts';

/** Whether somebody's shift is on; without shifts it always is. */
export function atWork(shifts: unknown, now: Date): boolean {
  return nextShift(shifts, now)?.getTime() === now.getTime();
}

/** When somebody's shift is on next: `now` when it is on, undefined when there is none in the next ten years. */
export function nextShift(shifts: unknown, now: Date): Date | undefined {
  if (shifts === null) return now;
  const end = addBusinessMs(storedCalendar(shifts), now, 1);
  return end && plus(end, -1);
}
