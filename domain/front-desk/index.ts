/** The door of the front desk: the dialogue with a customer, its texts and buttons (F1–F3, B1–B7). */
export { handleAftercare } from './aftercare.ts';
export type {
  Arrival,
  Content,
  GroupMoved,
  InlineArrival,
  PlaceArrival,
  PlaceWhat,
  What,
} from './arrival.types.ts';
export { handleArrival, handleDraftTimeout } from './arrivals.ts';
export { type Action, BUTTON_BYTES, decodeButton, encodeButton } from './buttons.ts';
export { anyPlaceOf, type CardPlace, placeOf, refreshCard, showCard } from './card.sql.ts';
export { type Card, type CardFacts, type CardReader, card } from './card.ts';
export { COMMANDS } from './commands.ts';
export { CONSENT_VERSION, type Desk, type DeskSettings } from './context.ts';
export { handleDeadline, handleNewRules } from './deadline.ts';
export { step } from './dialogue.ts';
export type * from './dialogue.types.ts';
export { directionInside, directionOf } from './embedding.ts';
export {
  attachToIncident,
  detachFromIncident,
  greetStatusPlace,
  INCIDENT_GATHER_TASK,
  INCIDENT_NEWS_TASK,
  newsSoon,
  postStatus,
} from './incident-effects.ts';
export { GatherJob, handleIncidentGather, handleIncidentNews } from './incident-news.ts';
export { isLanguage, OFFERED_LANGUAGES } from './language.ts';
export { isEmptyOfMeaning, isThanks } from './meaning.ts';
export * from './messages.ts';
export { isAskingForNews } from './news.ts';
export { DRAFT_TASK, perform } from './perform.ts';
export { tellOfCopy } from './privacy-effects.ts';
export { handlePace, handlePromise, PROMISE_TASK } from './promise.sql.ts';
export { QUIET_TASK, wakeAll } from './quiet.sql.ts';
export { chooseQuietHours, type Notice, noteAwake, speak, tell } from './quiet.ts';
export { opening, quietUntil, type Rest } from './quiet-hours.ts';
export { QuietSettings, readQuietSettings, saveQuietSettings } from './quiet-settings.sql.ts';
export { handleQuiet, releaseUpTo } from './release.ts';
export { reopenButtons } from './says.ts';
export { render, renderButtons, type Scene } from './scene.ts';
export { settle } from './settle.ts';
export { ABANDONED_MS, BURST_MS, COMMENT_MS, DRAFT_MS, IDLE, parseState, REOPEN_WINDOW_MS } from './state.ts';
export { findStopWord, type StopWord } from './stopwords.ts';
export { giveTopic, hearTopic } from './ticket-topic.ts';
export { ticketView } from './view.sql.ts';
export { type Reader, readerOf, type When, when } from './when.ts';
