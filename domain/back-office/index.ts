export { handleAutomation, handleAutomationTimer } from './automation.ts';
export { handleLowRating, setAftercare, setQuietHours } from './care-settings.ts';
export { readConversation, readMessage, readTicket } from './conversation.sql.ts';
export { recordDelivery, resend, sendNow } from './delivery.ts';
export { draftAnswer } from './drafts.ts';
export { editOwn, readSource, takeBackOwn } from './edits.ts';
export { listForms, setForm } from './forms.ts';
export { countTickets, type InboxQuery, type InboxView, listTickets } from './inbox.sql.ts';
export { incidentTickets, listIncidents, previewIncident, readIncident } from './incidents.sql.ts';
export {
  type Declared,
  declareIncident,
  setPlaceForStatuses,
  setTicketIncident,
  updateIncident,
} from './incidents.ts';
export {
  applyMacro,
  type MacroPreview,
  previewDraft,
  previewMacro,
  previewMacros,
  writeMacro,
} from './macros.ts';
export { type Reader, readAttachment } from './messages.sql.ts';
export { moveMessages } from './move-messages.ts';
export { escalate, handleWake, snooze, tag } from './moves.ts';
export { splitPoints } from './points.ts';
export { setOwnPresence, setQueueSettings, setRoutingRules, setStaffWork } from './queue-settings.ts';
export { handleAssign, handleWatch, next } from './queues.ts';
export {
  askClarification,
  assign,
  note,
  reopen,
  reply,
  resolve,
  type Work,
  type Written,
} from './replies.ts';
export { removeEscalation, setCalendar, setEscalation, setPolicy } from './sla-settings.ts';
export { changeMember } from './staff.ts';
export { suggestArticles } from './suggestions.sql.ts';
export { goOnInBot, readGreeting, takeOver } from './take-over.ts';
export { discardUnsent, forgetUpdate, readUnsent, recordUpdateRetry, retryUnsent } from './unsent.ts';
export { readTicketChat } from './voice.ts';
