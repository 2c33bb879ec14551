/** The door to a language model outside: one call, which drafts words from what it is given. */

export { chatWriter } from './chat.ts';
