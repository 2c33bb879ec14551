import { linkToCopy, readPrivacy } from '../privacy/index.ts';
import { actFor } from './acts.ts';
import type { Visit } from './visit.ts';

/** What a customer asked of their own data, and how far that is (C4). */
export async function readOwnPrivacy({ tx, customer }: Visit) {
  const requests = await readPrivacy(tx, customer.id);
  const last = (kind: 'export' | 'erasure') => requests.find((request) => request.kind === kind) ?? null;
  return { export: last('export'), erasure: last('erasure') };
}

/** Asks for a copy of all that is kept of the customer (C4). */
export const askCopy = (visit: Visit): Promise<void> => actFor(visit, { kind: 'askCopy' });

/** Makes a link to the copy; returns its secret. Refuses (`not_found`) where there is none. */
export const ownCopyLink = ({ tx, desk, customer }: Visit): Promise<string> =>
  linkToCopy(tx, customer.id, desk.clock.now());

/** Everything of the customer's is to go (C4), as it is by the bot's /privacy. */
export const askErasure = (visit: Visit): Promise<void> => actFor(visit, { kind: 'askErasure' });
