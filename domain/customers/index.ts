export { type Consent, currentConsent, giveConsent, withdrawConsent } from './consents.sql.ts';
export {
  type Customer,
  customerById,
  type Person,
  recognise,
  setLanguage,
  setUnreachable,
} from './customers.sql.ts';
