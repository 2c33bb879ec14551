import type { MessageEntity } from '@grammyjs/types';
import type { TextOptions } from './validate/index.ts';
import { parseTextOrThrow, readCall, readMarkup } from './validate/index.ts';

/** The call with its canonical name and typed parameters, or the official refusal thrown. */
export const checkCall = readCall;

/** The keyboard as the chat keeps it, or the official refusal thrown. */
export const checkMarkup = readMarkup;

const limits: Record<TextOptions['what'], number> = {
  message: 4096,
  'edited message': 4096,
  caption: 1024,
  'edited caption': 1024,
};

/** A text or caption with its entities, parsed and measured as the official server does. */
export function checkText(
  text: string,
  options: Omit<TextOptions, 'max'>,
): { text: string; entities: MessageEntity[] } {
  return parseTextOrThrow(text, { ...options, max: limits[options.what] });
}
