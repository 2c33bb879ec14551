import { z } from 'zod';

export { eachGram, hashOf, type Lengths } from './grams.ts';
export { parseMarkdown, writeMarkdown } from './markdown.ts';
export { plain, plainWords } from './plain.ts';
export { bare, type Entity, fill, inOrder, joinTexts, type Rich, SLOT, split, trimmed } from './rich.ts';

/** Words that PostgreSQL can store as text and as JSON: without NUL and without halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

const DEEPEST = 100;

/** As `storable`, for every text in a JSON value, keys included; what lies deeper than 100 levels is null. */
export function storableJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => storableJson(item, depth + 1));
  const entries = Object.entries(value).map(([key, item]) => [storable(key), storableJson(item, depth + 1)]);
  return Object.fromEntries(entries);
}

/** A short name that people sort things by: letters, digits, `-` and `_`, 40 at most, kept in small letters. */
export const Label = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'use letters, digits, - and _, 40 at most');
