/** The door of the cabinet: what a customer sees and does without asking (M1, M2, M4). */
export { closeTicket, openTicket, rateTicket, reopenTicket, setNotify, write } from './acts.ts';
export { shownForms } from './form.ts';
export { readKnowledge, readKnowledgeArticle, searchKnowledge, voteOnArticle } from './knowledge.ts';
export { askCopy, askErasure, ownCopyLink, readOwnPrivacy } from './privacy.ts';
export {
  demandOwnAttachment,
  type OwnFilter,
  readOwnConversation,
  readOwnTicket,
  readOwnTickets,
} from './read.sql.ts';
export { type CabinetSettings, changeSettings, readSettings, withdrawOwnConsent } from './settings.ts';
export { type Launch, signInByLaunch, signInByOwnLink } from './sign-in.ts';
export type { Visit } from './visit.ts';
