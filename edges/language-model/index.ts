/** The door to a language model outside: it drafts words from what it is given, and tells how near texts are in what they mean. */

export { chatWriter } from './chat.ts';
export { embedder } from './embed.ts';
