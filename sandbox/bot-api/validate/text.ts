/** A text or a caption from what the bot sent to what the chat shows: parsing, cleaning, trimming, limits. */
import type { MessageEntity } from '@grammyjs/types';
import { readEntities } from './asked.ts';
import { detectEntities } from './detect.ts';
import { type Entity, endOf, fixEntities, keepMost } from './entity.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';
import { answer, byteOffset, type Refused, refuse } from './refusal.ts';

/** How to read a text and what it may be. */
export type TextOptions = {
  parseMode?: string | undefined;
  entities?: unknown;
  /** Longest allowed after parsing, in Unicode characters: an emoji of one code point counts once. */
  max: number;
  /** What it is decides the wording of errors, and whether it may be empty. */
  what: 'message' | 'caption' | 'edited message' | 'edited caption';
};
/** A text as the chat shows it. */
export type ParsedText = { ok: true; text: string; entities: MessageEntity[] };

type Styled = { text: string; entities: Entity[] };

const MAX_BYTES = 32_768;

const parse = (text: string, options: TextOptions): Styled => {
  const mode = (options.parseMode ?? '').toLowerCase();
  if (mode === '' || mode === 'none' || text === '')
    return { text, entities: readEntities(options.entities) };
  if (mode === 'html') return parseHtml(text);
  if (mode === 'markdownv2') return parseMarkdownV2(text);
  if (mode === 'markdown') return parseMarkdown(text);
  return refuse('unsupported parse_mode');
};

/** Below the space, all but the line break and the carriage return, which has rules of its own. */
const spaceControls = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (c) => (c < ' ' && c !== '\n' && c !== '\r' ? ' ' : c));

const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/g;

const checkBounds = (text: string, entities: Entity[]): void => {
  const isInPair = (at: number) =>
    /^[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
  for (const entity of entities) {
    if (entity.offset >= text.length) {
      refuse(`entity begins after the end of the text at UTF-16 offset ${entity.offset}`);
    }
    const end = endOf(entity);
    if (end > text.length) {
      refuse(
        `entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    if (isInPair(entity.offset)) {
      refuse(
        `entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, entity.offset + 1)}`,
      );
    }
    if (isInPair(end)) {
      const place = `entity beginning at UTF-16 offset ${entity.offset}`;
      refuse(`${place} ends in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, end + 1)}`);
    }
  }
};

/** Control characters become spaces; some marks that break layout go, and the entities move with the text. */
const clean = ({ text, entities }: Styled): Styled => {
  const spaced = spaceControls(text);
  const gone = [...spaced.matchAll(REMOVED)].map((match) => match.index);
  if (gone.length === 0) return { text: spaced, entities };
  const before = (at: number) => gone.filter((index) => index < at).length;
  const moved = entities.map((entity) => {
    const offset = entity.offset - before(entity.offset);
    return { ...entity, offset, length: endOf(entity) - before(endOf(entity)) - offset };
  });
  return { text: spaced.replace(REMOVED, ''), entities: fixEntities(moved) };
};

/** Spaces and line breaks go at both ends; on the left only as far as the first entity. */
const trim = ({ text, entities }: Styled): Styled => {
  const right = text.replace(/[ \n]+$/, '');
  const kept = entities
    .filter((entity) => entity.offset < right.length)
    .map((entity) => ({ ...entity, length: Math.min(endOf(entity), right.length) - entity.offset }));
  const spaces = /^[ \n]*/.exec(right)?.[0].length ?? 0;
  const left = Math.min(spaces, kept[0]?.offset ?? spaces);
  if (left === 0) return { text: right, entities: kept };
  return { text: right.slice(left), entities: kept.map((e) => ({ ...e, offset: e.offset - left })) };
};

/** Nothing that could be seen: spaces, zero-width characters, fillers, lone variation selectors. */
const EMPTY = /^(?:\s|\p{DI}|\u2800|\ufffc)*$/u;

const TOO_LONG: Record<TextOptions['what'], string> = {
  message: 'message is too long',
  caption: 'message caption is too long',
  'edited message': 'MESSAGE_TOO_LONG',
  'edited caption': 'MEDIA_CAPTION_TOO_LONG',
};

const build = (source: string, options: TextOptions): ParsedText => {
  const isCaption = options.what === 'caption' || options.what === 'edited caption';
  if (!source.isWellFormed()) refuse('strings must be encoded in UTF-8');
  if (source === '' && !isCaption) refuse('message text is empty');
  if (source.length > MAX_BYTES / 4 && Buffer.byteLength(source) > MAX_BYTES) refuse('text is too long');
  const parsed = parse(source, options);
  const entities = keepMost(fixEntities(parsed.entities));
  checkBounds(parsed.text, entities);
  const { text, entities: kept } = trim(clean({ text: parsed.text, entities }));
  if (EMPTY.test(text)) {
    if (!isCaption) refuse('text must be non-empty');
    return { ok: true, text: '', entities: [] };
  }
  if (text.length > options.max && Array.from(text).length > options.max) refuse(TOO_LONG[options.what]);
  const all = fixEntities(kept, detectEntities(text));
  return { ok: true, text, entities: all as MessageEntity[] };
};

/**
 * Parses, checks and normalises a text or caption exactly as sent by a bot, by parse_mode or explicit entities, and adds
 * what Telegram finds by itself. A `text_mention` carries only the user's id: fill in the rest. Refuses with the official
 * texts: "can't parse entities: …" with byte offsets, "message is too long", "text must be non-empty" and so on.
 */
export const parseText = (text: string, options: TextOptions): ParsedText | Refused =>
  answer(() => build(text, options));

/** As parseText, but throws the refusal as an ApiError. */
export const parseTextOrThrow: (text: string, options: TextOptions) => ParsedText = build;
