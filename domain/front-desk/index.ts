/** The door of the front desk: the dialogue with a customer, its texts and buttons (F1–F3, B1–B7). */
export { type Action, BUTTON_BYTES, decodeButton, encodeButton } from './buttons.ts';
export { type Card, type CardFacts, type CardReader, card } from './card.ts';
export { COMMANDS } from './commands.ts';
export { step } from './dialogue.ts';
export type * from './dialogue.types.ts';
export { isLanguage, LANGUAGES, languageFor } from './language.ts';
export { isEmptyOfMeaning, isThanks } from './meaning.ts';
export * from './messages.ts';
export { BURST_MS, DRAFT_MS, IDLE, parseState, REOPEN_WINDOW_MS } from './state.ts';
export { findStopWord, type StopWord } from './stopwords.ts';
export { type Reader, readerOf, type When, when } from './when.ts';
