import type { MessageEntity } from '@grammyjs/types';
import { checkText } from '../checks.ts';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import type { Call } from '../model.ts';

/** The text of a message with its entities, parsed as the call asks. */
export function textContent(call: Call, what: 'message' | 'edited message' = 'message'): Content {
  const { text, parse_mode, entities, link_preview_options } = call.params as {
    text?: string;
    parse_mode?: string;
    entities?: MessageEntity[];
    link_preview_options?: Content['link_preview_options'];
  };
  if (text === undefined) throw badRequest('rich messages are not simulated by the sandbox');
  const parsed = checkText(text, { parseMode: parse_mode, entities, what });
  return {
    text: parsed.text,
    ...(parsed.entities.length === 0 ? {} : { entities: parsed.entities }),
    ...(link_preview_options === undefined ? {} : { link_preview_options }),
  };
}

/** Anything with a caption: a call's parameters, or one item of an album. */
export interface Captioned {
  caption?: string;
  parse_mode?: string;
  caption_entities?: MessageEntity[];
  show_caption_above_media?: boolean;
  has_spoiler?: boolean;
}

/** The caption of a message with its entities; nothing for an empty caption. */
export function captionContent(source: Captioned, what: 'caption' | 'edited caption' = 'caption'): Content {
  const content: Content = {};
  if (source.has_spoiler === true) content.has_media_spoiler = true;
  if (source.caption === undefined || source.caption === '') return content;
  const parsed = checkText(source.caption, {
    parseMode: source.parse_mode,
    entities: source.caption_entities,
    what,
  });
  if (parsed.text === '') return content;
  content.caption = parsed.text;
  if (parsed.entities.length > 0) content.caption_entities = parsed.entities;
  if (source.show_caption_above_media === true) content.show_caption_above_media = true;
  return content;
}
