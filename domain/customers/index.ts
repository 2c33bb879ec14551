export { type Consent, giveConsent, SUPPORT, withdrawConsent } from './consents.sql.ts';
export {
  type Customer,
  customerById,
  type Person,
  recognise,
  setLanguage,
  setUnreachable,
} from './customers.sql.ts';
