import { z } from 'zod';

const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** When somebody is left alone, by the clock on their wall; over midnight where `until` is earlier than `from` (U3). */
export const QuietHours = z
  .strictObject({ from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from !== until, { error: 'ends at another time than it begins' });
/** See the schema of the same name. */
export type QuietHours = z.infer<typeof QuietHours>;

/** What a customer chose: hours of their own, none, or null: the desk's. */
export type QuietChoice = QuietHours | 'off' | null;

const Stored = z.union([QuietHours, z.object({ off: z.literal(true) })]);

/** A choice as it is stored, and back; what is not understood is the desk's. */
export function readChoice(stored: unknown): QuietChoice {
  const parsed = Stored.safeParse(stored);
  if (!parsed.success) return null;
  return 'off' in parsed.data ? 'off' : parsed.data;
}

/** See `readChoice`. */
export const writeChoice = (choice: QuietChoice): QuietHours | { off: true } | null =>
  choice === 'off' ? { off: true } : choice;
