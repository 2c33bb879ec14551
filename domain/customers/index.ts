export { type Consent, giveConsent, readConsents, SUPPORT, withdrawConsent } from './consents.sql.ts';
export {
  CUSTOMER,
  type Customer,
  customerById,
  type Notices,
  type Person,
  recognise,
  setLanguage,
  setNotices,
  setQuietChoice,
  setTimeZone,
  setUnreachable,
} from './customers.sql.ts';
export { type QuietChoice, QuietHours, readChoice } from './quiet-hours.ts';
export {
  closeCustomerSession,
  customerOfSession,
  forgetEndedSessions,
  LAUNCH_LASTS,
  makeCustomerLink,
  openCustomerSession,
  useCustomerLink,
  useLaunch,
} from './sessions.sql.ts';
