import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { askPrivacy, linkToCopy, tellCustomer } from '../privacy/index.ts';
import { openTicketIds } from '../tickets/index.ts';
import { encodeButton } from './buttons.ts';
import type { Desk } from './context.ts';
import type { Effect } from './dialogue.types.ts';
import type { Scene } from './scene.ts';
import { closeByCustomer } from './ticket-effects.ts';

type Asking = Extract<Effect, { kind: 'askCopy' | 'giveCopy' | 'askErasure' }>;

/** Carries out what a customer asks of their own data (C4). */
export async function askOfData(scene: Scene, effect: Asking): Promise<void> {
  const { tx, customer, now } = scene;
  switch (effect.kind) {
    case 'askCopy':
      await askPrivacy(tx, customer.id, { kind: 'export', now });
      return;
    case 'giveCopy':
      return giveCopy(scene);
    case 'askErasure':
      return askErasure(scene);
  }
}

/** Tells a customer that the copy they asked for is ready, with the way to it. */
export async function tellOfCopy(tx: Tx, desk: Desk, customerId: number): Promise<void> {
  const button = { label: 'button-copy-save', data: encodeButton({ do: 'copyLink' }) };
  await tellCustomer(tx, desk, { customerId, key: 'privacy-copy-ready', button });
}

/** The link is for one person's eyes: it goes to their chat with the bot, wherever they asked. */
async function giveCopy({ tx, desk, customer, now }: Scene): Promise<void> {
  const customerId = customer.id;
  try {
    const url = `${desk.settings.publicUrl}/api/privacy/copy/${await linkToCopy(tx, customerId, now)}`;
    const button = { label: 'button-copy-save', url };
    await tellCustomer(tx, desk, { customerId, key: 'privacy-copy-link', button });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await tellCustomer(tx, desk, { customerId, key: 'privacy-copy-gone' });
  }
}

/** Open tickets end at once, as nobody could be answered afterwards. */
async function askErasure(scene: Scene): Promise<void> {
  const { tx, desk, customer, now } = scene;
  if (!(await askPrivacy(tx, customer.id, { kind: 'erasure', now }))) return;
  for (const id of await openTicketIds(tx, customer.id)) await closeByCustomer(scene, id);
  await tellCustomer(tx, desk, { customerId: customer.id, key: 'privacy-erasing' });
}
