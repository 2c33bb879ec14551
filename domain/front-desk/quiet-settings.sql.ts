import { z } from 'zod';
import type { Db, Tx } from '../../base/db/index.ts';
import { QuietHours } from '../customers/index.ts';

/** A desk's quiet hours: `hours` null: none for those who have not set their own (U3). */
export const QuietSettings = z.strictObject({
  hours: QuietHours.nullable(),
  /** Whoever did something in the chat so many minutes ago, or less, is awake. */
  awake_minutes: z.int().min(0).max(720),
  /** Slugs of queues whose matters are told at any hour. */
  waking_queues: z.array(z.string().min(1).max(64)).max(50),
});
/** See the schema of the same name. */
export type QuietSettings = z.infer<typeof QuietSettings>;

/** The row of the settings, as they are. */
export function shapeQuiet(row: {
  quiet_from: string | null;
  quiet_until: string | null;
  awake_minutes: number;
  waking_queues: string[];
}): QuietSettings {
  const { quiet_from: from, quiet_until: until, awake_minutes, waking_queues } = row;
  return { hours: from === null || until === null ? null : { from, until }, awake_minutes, waking_queues };
}

/** The desk's quiet hours as they are now. */
export async function readQuietSettings(db: Db): Promise<QuietSettings> {
  return shapeQuiet(
    await db
      .selectFrom('quiet_settings')
      .select(['quiet_from', 'quiet_until', 'awake_minutes', 'waking_queues'])
      .executeTakeFirstOrThrow(),
  );
}

/** Sets them. Throws on what are no times. */
export async function saveQuietSettings(tx: Tx, input: QuietSettings): Promise<void> {
  const { hours, ...rest } = QuietSettings.parse(input);
  await tx
    .updateTable('quiet_settings')
    .set({ ...rest, quiet_from: hours?.from ?? null, quiet_until: hours?.until ?? null })
    .execute();
}
