export {
  advance,
  answeredAt,
  assignTicket,
  endTicket,
  hearCustomer,
  raiseTicket,
  reopenTicket,
} from './actions.sql.ts';
export { storeAlbumItem } from './albums.sql.ts';
export { holdTicket, releaseTicket } from './hold.sql.ts';
export { changeTags, isSnoozedTill, snoozeTicket, WAKE_TASK, wakeInTime, wakeTicket } from './marks.sql.ts';
export {
  type FileRef,
  type NewMessage,
  type Origin,
  setLooseAside,
  storeMessage,
  takeLoose,
  takeOwnWords,
} from './messages.sql.ts';
export { countedIn, type Moving, messagesIn, putMessages } from './moving.sql.ts';
export { keepFrame, noteUnderPhoto, type OutgoingContent, readOutgoing } from './outgoing.sql.ts';
export {
  type KnownMessage,
  messageByTelegram,
  noteDelivery,
  planParts,
  readParts,
  setReaction,
  unsentCalls,
  type Went,
} from './parts.sql.ts';
export { removeMessage } from './removal.sql.ts';
export {
  higherPriority,
  isOpen,
  type Priority,
  type StatusAction,
  type TicketStatus,
} from './status.ts';
export { type Counted, type Tally, tallyWith, tallyWithout } from './tally.ts';
export {
  appendEvent,
  type By,
  createTicket,
  lastTicketIn,
  lockTicket,
  type NewEvent,
  type NewTicket,
  openTicketIds,
  type Ticket,
  ticketById,
  ticketsInTalk,
  updateTicket,
} from './tickets.sql.ts';
export { editMessage } from './versions.sql.ts';
