/** Keyboards: what the official server takes, in which kind of chat, and the form in which it keeps them. */
import type { InlineKeyboardButton, KeyboardButton } from '@grammyjs/types';
import type { AnyMarkup, ChatKind } from '../model.ts';
import { inlineButton } from './inline-button.ts';
import { asObject, flag, listOf, type Source, text } from './json.ts';
import { answer, type Refused, refusal, refuse } from './refusal.ts';
import { replyButton } from './reply-button.ts';

/** A keyboard as the chat keeps it; undefined when nothing was left of it. */
export type CheckedMarkup = { ok: true; markup: AnyMarkup | undefined };

const ROW = 12;
const TOTAL = 300;

type Rows = unknown[][];

const rowsOf = (source: Source, name: 'keyboard' | 'inline_keyboard'): Rows => {
  const list = listOf(source, name) ?? [];
  const words = name === 'keyboard' ? '"keyboard"' : '"inline_keyboard" of the InlineKeyboardMarkup';
  for (const row of list) if (!Array.isArray(row)) refuse(`field ${words} must be an Array of Arrays`);
  return list as Rows;
};

/** Buttons without a text, empty rows and whatever is over the limits silently go, as on the official server. */
const fit = <T>(rows: Rows, read: (button: unknown) => T): T[][] => {
  let left = TOTAL;
  const fitted = rows.map((row) => {
    const buttons = row
      .filter((b) => b !== '' && (b as Source | null)?.text !== '')
      .slice(0, Math.min(ROW, left));
    left -= buttons.length;
    return buttons.map(read);
  });
  return fitted.filter((row) => row.length > 0);
};

const flags = (source: Source, names: string[]): Record<string, true> =>
  Object.fromEntries(names.filter((name) => flag(source, name)).map((name) => [name, true]));

const build = (source: Source, chatKind: ChatKind | undefined): AnyMarkup | undefined => {
  const replyRows = rowsOf(source, 'keyboard');
  const keyboard: KeyboardButton[][] = fit(replyRows, (button) => replyButton(button, chatKind));
  const inlineRows = rowsOf(source, 'inline_keyboard');
  const inline: InlineKeyboardButton[][] = fit(inlineRows, (button) => inlineButton(button, chatKind));
  const selective = flags(source, ['selective']);
  const remove = flag(source, 'remove_keyboard');
  const force = flag(source, 'force_reply');
  const hint = text(source, 'input_field_placeholder') ?? '';
  const placeholder = hint === '' ? {} : { input_field_placeholder: hint };
  if (replyRows.length > 0) {
    const looks = flags(source, ['is_persistent', 'resize_keyboard', 'one_time_keyboard']);
    return keyboard.length === 0 ? undefined : { keyboard, ...looks, ...selective, ...placeholder };
  }
  if (inlineRows.length > 0) return inline.length === 0 ? undefined : { inline_keyboard: inline };
  if (remove) return { remove_keyboard: true, ...selective };
  return force ? { force_reply: true, ...placeholder, ...selective } : undefined;
};

/** Throws the official refusal of a keyboard, or returns it as the chat keeps it; undefined when nothing is left of it. */
export const readMarkup = (
  markup: unknown,
  chatKind?: ChatKind,
  options: { onlyInline?: boolean } = {},
): AnyMarkup | undefined => {
  if (markup === undefined || markup === null || markup === '') return undefined;
  const result = build(asObject(markup) ?? refuse('object expected as reply markup'), chatKind);
  const onlyInline = options.onlyInline === true || chatKind === 'channel';
  if (onlyInline && result !== undefined && !('inline_keyboard' in result))
    throw refusal('inline keyboard expected');
  return result;
};

/**
 * Checks a keyboard for a kind of chat: web apps and requests only in private chats, only inline keyboards in channels
 * and (`onlyInline`) under edited messages. Refuses with the official texts, as data.
 */
export const validateMarkup = (
  markup: unknown,
  chatKind?: ChatKind,
  options: { onlyInline?: boolean } = {},
): CheckedMarkup | Refused => answer(() => ({ ok: true, markup: readMarkup(markup, chatKind, options) }));
