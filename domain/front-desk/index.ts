/** The door of the front desk: the dialogue with a customer, its texts and buttons (F1–F3, B1–B7). */
export type { Arrival, Content, What } from './arrival.types.ts';
export { handleArrival, handleDraftTimeout } from './arrivals.ts';
export { type Action, BUTTON_BYTES, decodeButton, encodeButton } from './buttons.ts';
export { type CardPlace, placeOf, refreshCard, showCard } from './card.sql.ts';
export { type Card, type CardFacts, type CardReader, card } from './card.ts';
export { COMMANDS } from './commands.ts';
export { CONSENT_PURPOSE, CONSENT_VERSION, type Desk, type DeskSettings } from './context.ts';
export { handleDeadline } from './deadline.ts';
export { step } from './dialogue.ts';
export type * from './dialogue.types.ts';
export { isLanguage, OFFERED_LANGUAGES } from './language.ts';
export { isEmptyOfMeaning, isThanks } from './meaning.ts';
export * from './messages.ts';
export { DRAFT_TASK } from './perform.ts';
export { render, renderButtons } from './scene.ts';
export { BURST_MS, DRAFT_MS, IDLE, parseState, REOPEN_WINDOW_MS } from './state.ts';
export { findStopWord, type StopWord } from './stopwords.ts';
export { type Reader, readerOf, type When, when } from './when.ts';
