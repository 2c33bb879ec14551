import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from './errors.ts';
import type { AnyMarkup } from './model.ts';

/** STUB until validate/ lands. */
export function checkCall(
  method: string,
  params: Record<string, unknown>,
): { method: string; params: Record<string, unknown> } {
  const out: Record<string, unknown> = {};
  for (const [k, v] of Object.entries(params)) {
    if (typeof v === 'string' && k !== 'text' && k !== 'caption' && /^[[{]/.test(v)) {
      try {
        out[k] = JSON.parse(v);
        continue;
      } catch {}
    }
    if (
      typeof v === 'string' &&
      /(_id|offset|limit|timeout|duration|width|height|length)$/.test(k) &&
      /^-?\d{1,15}$/.test(v)
    )
      out[k] = Number(v);
    else if (v === 'true' || v === 'false') out[k] = v === 'true';
    else out[k] = v;
  }
  return { method, params: out };
}

/** STUB until validate/ lands. */
export function checkText(
  text: string,
  options: {
    parseMode?: string | undefined;
    entities?: MessageEntity[] | undefined;
    what: 'message' | 'caption';
  },
): { text: string; entities: MessageEntity[] } {
  const max = options.what === 'message' ? 4096 : 1024;
  const plain = (options.parseMode === undefined ? text : text.replace(/<[^>]*>/g, '')).trim();
  if (plain === '' && options.what === 'message') throw badRequest('message text is empty');
  if (plain.length > max) {
    throw badRequest(options.what === 'message' ? 'message is too long' : 'message caption is too long');
  }
  const entities = [...(options.entities ?? [])];
  for (const m of plain.matchAll(/(?<![\w/])\/[A-Za-z0-9_]{1,64}(@\w+)?/g)) {
    entities.push({ type: 'bot_command', offset: m.index, length: m[0].length });
  }
  for (const m of plain.matchAll(/(?<!\w)@\w{4,32}/g)) {
    entities.push({ type: 'mention', offset: m.index, length: m[0].length });
  }
  return { text: plain, entities };
}

/** STUB until validate/ lands. */
export function checkMarkup(markup: unknown, _chatKind: string): AnyMarkup | undefined {
  return markup as AnyMarkup | undefined;
}
