import { MINUTE } from '../../base/kernel/index.ts';

/** What a queue did lately. */
export type Measured = {
  /** Answers given, and by how many people. */
  readonly answers: number;
  readonly answerers: number;
  /** For how long somebody waited for an answer. */
  readonly busyMs: number;
};

// As if so many answers had been measured at the pace that the target supposes.
const PRIOR_ANSWERS = 5;

/** Person-minutes that an answer takes (Q3): the time in which somebody waited, times those who answered, by the answers they gave. Few
 * answers say little, so they are mixed with a third of the target for the first reply. */
export function minutesEach({ answers, answerers, busyMs }: Measured, targetMinutes: number): number {
  const prior = priorOf(targetMinutes);
  const worked = answers === 0 ? 0 : (busyMs / MINUTE) * Math.max(1, answerers);
  return (worked + PRIOR_ANSWERS * prior) / (answers + PRIOR_ANSWERS);
}

/** Person-minutes that an answer is thought to take where nothing was measured. */
export function priorOf(targetMinutes: number): number {
  return Math.min(20, Math.max(1, targetMinutes / 3));
}
