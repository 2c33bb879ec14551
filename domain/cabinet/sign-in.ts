import type { Tx } from '../../base/db/index.ts';
import { DomainError, plus } from '../../base/kernel/index.ts';
import {
  LAUNCH_LASTS,
  openCustomerSession,
  type Person,
  recognise,
  useCustomerLink,
  useLaunch,
} from '../customers/index.ts';
import type { Desk } from '../front-desk/index.ts';

/** The opening of the Mini App, as Telegram signed it: who opened it and when. */
export type Launch = { signature: string; at: Date; person: Person };

/** Clocks differ a little. */
const AHEAD_MS = 60_000;

/** Opens a session for whoever opened the Mini App; returns its secret. Refuses (`unauthorized`) what was signed more than an hour ago, and
 * what has opened a session before. */
export async function signInByLaunch(tx: Tx, desk: Desk, launch: Launch): Promise<string> {
  const now = desk.clock.now();
  if (launch.at < plus(now, -LAUNCH_LASTS) || launch.at > plus(now, AHEAD_MS))
    throw new DomainError('unauthorized', 'launch_old');
  await useLaunch(tx, launch.signature, now);
  const customer = await recognise(tx, launch.person, { now, fallback: desk.settings.language });
  return openCustomerSession(tx, customer.id, now);
}

/** Opens a session by a one-time link; returns its secret. */
export async function signInByOwnLink(tx: Tx, desk: Desk, token: string): Promise<string> {
  const now = desk.clock.now();
  return openCustomerSession(tx, await useCustomerLink(tx, token, now), now);
}
