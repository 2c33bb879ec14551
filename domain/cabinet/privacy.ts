import { askPrivacy, linkToCopy, readPrivacy } from '../privacy/index.ts';
import { closeTicket } from './acts.ts';
import { openTicketIds } from './read.sql.ts';
import type { Visit } from './visit.ts';

/** What a customer asked of their own data, and how far that is (C4). */
export async function readOwnPrivacy({ tx, customer }: Visit) {
  const requests = await readPrivacy(tx, customer.id);
  const last = (kind: 'export' | 'erasure') => requests.find((request) => request.kind === kind) ?? null;
  return { export: last('export'), erasure: last('erasure') };
}

/** Asks for a copy of all that is kept of the customer (C4). */
export const askCopy = ({ tx, desk, customer }: Visit): Promise<void> =>
  askPrivacy(tx, customer.id, { kind: 'export', now: desk.clock.now() });

/** Makes a link to the copy; returns its secret. Refuses (`not_found`) where there is none. */
export const ownCopyLink = ({ tx, desk, customer }: Visit): Promise<string> =>
  linkToCopy(tx, customer.id, desk.clock.now());

/** Everything of the customer's is to go (C4). Open tickets end at once, as nobody could be answered afterwards. */
export async function askErasure(visit: Visit): Promise<void> {
  const { tx, desk, customer } = visit;
  for (const id of await openTicketIds(tx, customer.id)) await closeTicket(visit, id);
  await askPrivacy(tx, customer.id, { kind: 'erasure', now: desk.clock.now() });
}
