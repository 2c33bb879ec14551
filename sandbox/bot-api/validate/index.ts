/** The door of validation: what the official server would take, and its words for what it would not. */
export { type CheckedCall, type Params, readCall, validateCall } from './call.ts';
export { type CheckedMarkup, readMarkup, validateMarkup } from './markup.ts';
export type { Refused } from './refusal.ts';
export { type ParsedText, parseText, parseTextOrThrow, type TextOptions } from './text.ts';
