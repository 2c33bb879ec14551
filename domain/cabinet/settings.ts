import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import {
  type Notices,
  type QuietChoice,
  readChoice,
  readConsents,
  SUPPORT,
  setLanguage,
  setNotices,
  setTimeZone,
  withdrawConsent,
} from '../customers/index.ts';
import { chooseQuietHours, readQuietSettings, wakeAll } from '../front-desk/index.ts';
import type { Visit } from './visit.ts';

/** What a customer may set for themselves (M4, U3); what is left out stays. A time zone is an IANA name; null means the desk's, of the zone and
 * of the quiet hours. */
export type CabinetSettings = {
  language?: Language | undefined;
  timeZone?: string | null | undefined;
  quietHours?: QuietChoice | undefined;
  notices?: Notices | undefined;
};

/** A customer's settings, and what they agreed to (M4, C3). */
export async function readSettings({ tx, customer }: Visit) {
  return {
    language: customer.language,
    time_zone: customer.time_zone,
    quiet_hours: readChoice(customer.quiet_hours),
    notices: customer.notices,
    desk_quiet_hours: (await readQuietSettings(tx)).hours,
    consents: await readConsents(tx, customer.id),
  };
}

/** Changes a customer's settings. Refuses (`invalid`) what is no time zone. */
export async function changeSettings(visit: Visit, set: CabinetSettings): Promise<void> {
  const { tx, desk, customer } = visit;
  if (set.language !== undefined) await setLanguage(tx, customer.id, set.language);
  if (set.timeZone !== undefined) {
    if (set.timeZone !== null && !isTimeZone(set.timeZone))
      throw new DomainError('invalid', 'time_zone_unknown', { zone: set.timeZone });
    await setTimeZone(tx, customer.id, set.timeZone);
    await wakeAll(tx, { now: desk.clock.now(), customerId: customer.id });
  }
  if (set.notices !== undefined) await setNotices(tx, customer.id, set.notices);
  if (set.quietHours !== undefined)
    await chooseQuietHours({ tx, now: desk.clock.now() }, customer.id, set.quietHours);
}

/** Takes back the consent to keep what the customer writes (B1): as easy as giving it. What was agreed, and when, stays on record. */
export async function withdrawOwnConsent({ tx, desk, customer }: Visit): Promise<void> {
  await withdrawConsent(tx, customer.id, { purpose: SUPPORT, at: desk.clock.now() });
}

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC';
}
