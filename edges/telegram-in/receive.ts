import type { Update } from 'grammy/types';
import { type Transact, type Tx } from '../../base/db/index.ts';
import type { Clock } from '../../base/kernel/index.ts';
import type { Log } from '../../base/log.ts';
import type { Metrics } from '../../base/metrics.ts';
import { storable, storableJson } from '../../base/text/index.ts';
import type { AnyArrival } from '../../domain/reception/index.ts';
import { normalise } from './normalise.ts';

/** What the way in needs. `handle` is the domain's door. */
export type Intake = {
  botId: number;
  transact: Transact;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  handle: (tx: Tx, arrival: AnyArrival) => Promise<void>;
};

/** What became of an update. `parked`: it fails again and again; it is kept in `failed_updates` and reported by `nightdesk doctor`. */
export type Received = 'done' | 'duplicate' | 'ignored' | 'parked';

const TRIES = 3;

/** Gives an update its effects exactly once: they and the note that it was handled are one transaction, so that the same update,
 * again or in two processes at once, changes nothing more. Throws only when the database cannot be reached: then Telegram
 * should bring the update again. */
export async function receive(intake: Intake, received: Update): Promise<Received> {
  const update = storableJson(received) as Update;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const result = await once(intake, update);
      intake.metrics.updates.inc({ result });
      if (result === 'done') noteLag(intake, update);
      return result;
    } catch (error) {
      if (isOutage(error)) throw error;
      intake.log.error({ err: error, update: update.update_id, attempt }, 'an update could not be handled');
      if (attempt < TRIES) continue;
      await park(intake, update, error);
      intake.metrics.updates.inc({ result: 'parked' });
      return 'parked';
    }
  }
}

/** How long ago it was written, by Telegram; an edit, when it was edited. */
function noteLag({ metrics, clock }: Intake, update: Update): void {
  const message = update.message ?? update.edited_message;
  if (!message) return;
  const seconds = 'edit_date' in message && message.edit_date ? message.edit_date : message.date;
  metrics.updateLag.observe(Math.max(0, clock.now().getTime() / 1000 - seconds));
}

function once(intake: Intake, update: Update): Promise<Received> {
  const arrival = normalise(update, intake.botId);
  return intake.transact(async (tx) => {
    if (!(await note(tx, intake, update))) return 'duplicate';
    if (!arrival) return 'ignored';
    await intake.handle(tx, arrival);
    return 'done';
  });
}

async function note(tx: Tx, intake: Intake, update: Update): Promise<boolean> {
  const row = await tx
    .insertInto('updates')
    .values({ bot_id: intake.botId, update_id: update.update_id, received_at: intake.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('update_id')
    .executeTakeFirst();
  return row !== undefined;
}

async function park(intake: Intake, update: Update, error: unknown): Promise<void> {
  await intake.transact(async (tx) => {
    if (!(await note(tx, intake, update))) return;
    await tx
      .insertInto('failed_updates')
      .values({
        bot_id: intake.botId,
        update_id: update.update_id,
        payload: JSON.stringify(forTheRecord(update)),
        error: reasonOf(error),
        at: intake.clock.now(),
      })
      .execute();
  });
}

/** What is kept of an update that could not be handled. Of a chat of somebody's own account only its kind: nobody has decided yet whether the
 * desk may know anything of that chat, and its owner has the words (P5). */
function forTheRecord(update: Update): unknown {
  const personal = PERSONAL.find((kind) => update[kind] !== undefined);
  return personal ? { update_id: update.update_id, [personal]: {} } : update;
}

const PERSONAL = ['business_message', 'edited_business_message', 'deleted_business_messages'] as const;

/** What is kept of why an update could not be handled. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? storable(error.message.slice(0, 500)) : 'unknown';

// PostgreSQL's errors that pass by themselves: connection, resources, operator intervention, deadlock and serialisation; nobody gets in
// (signing in, no such database, not accepting connections); and a server that only reads, as in the middle of a failover.
const PASSING = /^(08|53|57|40|28|3D)|^(55000|25006)$/;

/** Whether the database could not be reached, rather than the update handled. */
export function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return PASSING.test(code) || /^E(?!RR_)/.test(code);
  return error instanceof Error && /connection|timeout/i.test(error.message);
}
