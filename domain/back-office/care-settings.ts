import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import {
  type Desk,
  type QuietSettings,
  readQuietSettings,
  saveQuietSettings,
  wakeAll,
} from '../front-desk/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import {
  type AftercareSettings,
  handleLow,
  readAftercareSettings,
  saveAftercareSettings,
} from '../surveys/index.ts';

type Managing = { tx: Tx; desk: Desk; actor: Actor };

/** Sets what the desk asks and does around the end of a ticket (F6, F7, U2). */
export async function setAftercare({ tx, desk, actor }: Managing, set: AftercareSettings): Promise<void> {
  demand(actor, 'surveys.manage');
  const before = await readAftercareSettings(tx);
  await saveAftercareSettings(tx, set);
  await record(tx, {
    ...{ by: authorOf(actor), action: 'surveys.set', object: { kind: 'settings', id: 'surveys' } },
    ...{ before, after: set, now: desk.clock.now() },
  });
}

/** Sets the desk's quiet hours; what is held already goes by them at once (U3). Refuses (`invalid`) queues that are not there. */
export async function setQuietHours({ tx, desk, actor }: Managing, set: QuietSettings): Promise<void> {
  demand(actor, 'surveys.manage');
  const { queues } = await desk.routing();
  const unknown = set.waking_queues.find((slug) => !queues.some((queue) => queue.slug === slug));
  if (unknown !== undefined) throw new DomainError('invalid', 'queue_unknown', { queue: unknown });
  const now = desk.clock.now();
  const before = await readQuietSettings(tx);
  await saveQuietSettings(tx, set);
  await wakeAll(tx, { now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'quiet_hours.set', object: { kind: 'settings', id: 'quiet-hours' } },
    ...{ before, after: set, now },
  });
}

/** Notes that the actor saw to a low rating (F6). Refuses (`not_found`) an unknown one and (`conflict`) one that was seen to. */
export async function handleLowRating(
  { tx, desk, actor }: Managing,
  id: number,
  note: string | undefined,
): Promise<void> {
  demand(actor, 'surveys.manage');
  const now = desk.clock.now();
  const ticket = await handleLow(tx, id, { by: actor.id, note, now });
  await record(tx, {
    ...{ by: authorOf(actor), action: 'low_rating.handle', object: { kind: 'low_rating', id } },
    ...{ before: { handled: false }, after: { handled: true, ticket, noted: note !== undefined }, now },
  });
}
