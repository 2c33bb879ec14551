import type { Update } from 'grammy/types';
import type { Tx } from '../../base/db/index.ts';
import { normalise } from './normalise.ts';
import { type Intake, isOutage, reasonOf } from './receive.ts';

/** An update by its bot and number. */
type Which = { bot: number; update: number };

/** Tries an update again that could not be handled, and `also` in the same transaction. `failed`: it still cannot be, and is kept; `gone`:
 * somebody else has it in hand, or has handled it. */
export async function retryFailed(
  intake: Intake,
  which: Which,
  also: (tx: Tx) => Promise<void> = async () => {},
): Promise<'done' | 'failed' | 'gone'> {
  try {
    return await intake.transact(async (tx) => {
      const row = await tx
        .selectFrom('failed_updates')
        .select('payload')
        .where('bot_id', '=', which.bot)
        .where('update_id', '=', which.update)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!row) return 'gone';
      const arrival = normalise(row.payload as unknown as Update, intake.botId);
      if (arrival) await intake.handle(tx, arrival);
      await tx
        .deleteFrom('failed_updates')
        .where('bot_id', '=', which.bot)
        .where('update_id', '=', which.update)
        .execute();
      await also(tx);
      return 'done';
    });
  } catch (error) {
    if (isOutage(error)) throw error;
    intake.log.error({ err: error, update: which.update }, 'an update could not be handled, again');
    await intake.transact((tx) =>
      tx
        .updateTable('failed_updates')
        .set((row) => ({ tries: row('tries', '+', 1), error: reasonOf(error) }))
        .where('bot_id', '=', which.bot)
        .where('update_id', '=', which.update)
        .execute(),
    );
    return 'failed';
  }
}

const MOST_AT_START = 1000;

/** Tries all of them again, the oldest first: what could not be handled before an upgrade perhaps can be now. Answers how many could. */
export async function retryAllFailed(intake: Intake): Promise<number> {
  const rows = await intake.transact((tx) =>
    tx
      .selectFrom('failed_updates')
      .select(['bot_id as bot', 'update_id as update'])
      .orderBy('update_id')
      .limit(MOST_AT_START)
      .execute(),
  );
  let done = 0;
  for (const which of rows) if ((await retryFailed(intake, which)) === 'done') done += 1;
  return done;
}
