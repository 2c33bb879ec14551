/** The door of privacy: a customer's copy of all that is kept of them, and its end (C4). */
export { type CopiedFile, type Copy, readCopy } from './copy.sql.ts';
export { eraseCustomer, keysLeft } from './erase.sql.ts';
export {
  askPrivacy,
  ERASURE_TASK,
  EXPORT_TASK,
  isToWait,
  linkToCopy,
  noteDone,
  noteReady,
  openRequest,
  type PrivacyRequest,
  readPrivacy,
  staleCopies,
  useCopyLink,
} from './requests.sql.ts';
export { type Teller, tellCustomer } from './telling.ts';
