import { z } from 'zod';
import type { Db, Tx } from '../../base/db/index.ts';
import { HOUR, plus } from '../../base/kernel/index.ts';

const hours = (least: number, most: number) => z.int().min(least).max(most);

/** What a desk asks and does around the end of a ticket, and how long it waits, in hours (F6, F7, U2); `nps_days`: once in so many days,
 * `nps_after`: from this solved ticket of a customer on, `nps_share`: percent of those who could be asked. */
export const AftercareSettings = z.strictObject({
  survey_enabled: z.boolean(),
  survey_style: z.enum(['faces', 'stars']),
  survey_hours: hours(0, 168),
  follow_up_hours: hours(24, 72),
  close_hours: hours(1, 720),
  remind_hours: hours(1, 168),
  abandon_hours: hours(1, 720),
  nps_enabled: z.boolean(),
  nps_hours: hours(0, 720),
  nps_days: z.int().min(1).max(730),
  nps_after: z.int().min(1).max(100),
  nps_share: z.int().min(1).max(100),
});
/** See the schema of the same name. */
export type AftercareSettings = z.infer<typeof AftercareSettings>;

/** A question about a rating shows these. */
export type SurveyStyle = AftercareSettings['survey_style'];

const COLUMNS = Object.keys(AftercareSettings.shape) as (keyof AftercareSettings)[];

/** What the desk asks and does now. */
export async function readAftercareSettings(db: Db): Promise<AftercareSettings> {
  const row = await db.selectFrom('aftercare_settings').select(COLUMNS).executeTakeFirstOrThrow();
  return row as AftercareSettings;
}

/** Changes it; what is not named stays. Timers that are set keep their time unless it moved later. Throws on what is out of range. */
export async function saveAftercareSettings(tx: Tx, input: Partial<AftercareSettings>): Promise<void> {
  const set = AftercareSettings.partial().parse(input);
  if (Object.keys(set).length > 0) await tx.updateTable('aftercare_settings').set(set).execute();
}

/** By when a customer who is asked for something now is to answer: then they are reminded. */
export async function answerBy(db: Db, now: Date): Promise<Date> {
  const { remind_hours } = await readAftercareSettings(db);
  return plus(now, remind_hours * HOUR);
}
