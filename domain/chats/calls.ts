import { bare, type Entity, type Rich, split } from '../../base/text/index.ts';
import type { OutFile, Said } from './outgoing.ts';

/** What Telegram takes at most in a message. */
const TEXT = 4096;
/** What it takes at most under a file or a photo. */
export const CAPTION = 1024;
const ALBUM = 10;
/** What can stand together in one album. */
const FAMILY: Readonly<Record<string, string>> = {
  photo: 'pictures',
  video: 'pictures',
  document: 'documents',
  audio: 'sounds',
};
/** Kinds that have no words under them. */
const WORDLESS = new Set(['video_note', 'sticker']);

/** What is said, as the calls that Telegram takes it in, in their order (B6): long words are split at the ends of sentences, files that fit
 * together go as albums, words stand under the first file and what has no room there follows; before what can have no words under it. Buttons come under the last call, and the
 * first one answers what the whole answers. Each says `text` with `entities`, or `files` with `text` under the first. */
export function inCalls(said: Said): Said[] {
  const words: Rich = { text: said.text, entities: said.entities ?? [] };
  const albums = albumsOf(said.files ?? []);
  const [first] = albums;
  const captioned = first !== undefined && mayCaption(first, { said, words, alone: albums.length === 1 });
  const pieces = split(words, TEXT, captioned ? CAPTION : TEXT);
  const caption = captioned ? (pieces.shift() ?? bare('')) : bare('');
  const media = albums.map((files, index) => ({ ...(index === 0 ? asSaid(caption) : { text: '' }), files }));
  const rest = pieces.map(asSaid);
  // Who says it comes before what has no words of its own.
  const calls: Said[] = albums.every(isWordless) ? [...rest, ...media] : [...media, ...rest];
  return calls.map((call, index) =>
    said.buttons && index === calls.length - 1 ? { ...call, buttons: said.buttons } : call,
  );
}

/** How many messages a call becomes in the chat, and what each of them says. */
export function messagesOf({ text, entities = [], files = [] }: Said): Rich[] {
  return [{ text, entities }, ...files.slice(1).map(() => bare(''))];
}

const isWordless = (files: readonly OutFile[]): boolean => files.some(({ kind }) => WORDLESS.has(kind));

/** Buttons have no place under an album: then the words leave it, so that there is something to put them under. */
function mayCaption(
  first: readonly OutFile[],
  { said, words, alone }: { said: Said; words: Rich; alone: boolean },
): boolean {
  if (words.text === '' || isWordless(first)) return false;
  if (!said.buttons) return true;
  return alone && first.length === 1 && words.text.length <= CAPTION;
}

function asSaid({ text, entities }: Rich): { text: string; entities?: readonly Entity[] } {
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

function albumsOf(files: readonly OutFile[]): OutFile[][] {
  const albums: OutFile[][] = [];
  for (const file of files) {
    const last = albums.at(-1);
    const family = FAMILY[file.kind];
    const fits =
      last !== undefined &&
      last.length < ALBUM &&
      family !== undefined &&
      FAMILY[last[0]?.kind ?? ''] === family;
    if (fits) last.push(file);
    else albums.push([file]);
  }
  return albums;
}
