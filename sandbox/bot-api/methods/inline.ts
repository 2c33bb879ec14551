import type { InlineQueryResult, InlineQueryResultsButton, MessageEntity } from '@grammyjs/types';
import { checkMarkup, checkText } from '../checks.ts';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import { mediaContent } from '../files.ts';
import type { AnyMarkup, Call, MediaKind } from '../model.ts';
import { sendThrough } from '../people/inline.ts';
import { inlineLife, now } from '../world.ts';
import type { Captioned } from './content.ts';
import { captionContent } from './content.ts';
import { resolveFile } from './media-files.ts';

const mostResults = 50;

/** Which file a kind of result shows: by file_id or by URL, and as what it is sent. */
const fileFields: Readonly<Record<string, { kind: MediaKind; fields: readonly string[] }>> = {
  photo: { kind: 'photo', fields: ['photo_file_id', 'photo_url'] },
  gif: { kind: 'animation', fields: ['gif_file_id', 'gif_url'] },
  mpeg4_gif: { kind: 'animation', fields: ['mpeg4_file_id', 'mpeg4_url'] },
  sticker: { kind: 'sticker', fields: ['sticker_file_id'] },
  document: { kind: 'document', fields: ['document_file_id', 'document_url'] },
  video: { kind: 'video', fields: ['video_file_id', 'video_url'] },
  voice: { kind: 'voice', fields: ['voice_file_id', 'voice_url'] },
  audio: { kind: 'audio', fields: ['audio_file_id', 'audio_url'] },
};

type Source = Record<string, unknown>;

/** answerInlineQuery: once, within the life of the query; the answer serves others for cache_time seconds. */
export async function answerInlineQuery(call: Call): Promise<true> {
  const { world, bot, params } = call;
  const results = params.results as InlineQueryResult[];
  assertResults(results);
  const button = params.button as InlineQueryResultsButton | undefined;
  assertButton(button);
  const nextOffset = String(params.next_offset ?? '');
  if (Buffer.byteLength(nextOffset) > 64) throw badRequest('NEXT_OFFSET_INVALID');
  const contents = new Map<string, { content: Content; keyboard: AnyMarkup | undefined }>();
  for (const result of results) contents.set(result.id, await prepared(call, result as object as Source));
  const ask = world.inlineAsks.get(String(params.inline_query_id));
  if (ask === undefined || ask.botId !== bot.user.id || now(world) - ask.at >= inlineLife) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const isPersonal = params.is_personal === true;
  const expiresAt = now(world) + Number(params.cache_time ?? 300) * 1000;
  ask.answer = { results, contents, isPersonal, nextOffset, button, expiresAt };
  ask.wake?.();
  return true;
}

function assertResults(results: readonly InlineQueryResult[]): void {
  if (results.length > mostResults) throw badRequest('RESULTS_TOO_MUCH');
  for (const { id } of results) {
    if (id === '' || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID');
  }
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
}

function assertButton(button: InlineQueryResultsButton | undefined): void {
  if (button === undefined) return;
  const { start_parameter, web_app } = button;
  if (web_app === undefined && start_parameter === undefined) {
    throw badRequest("can't parse inline query results button: exactly one optional field must be specified");
  }
  if (start_parameter !== undefined && !/^[\w-]{1,64}$/.test(start_parameter)) {
    throw badRequest('START_PARAM_INVALID');
  }
}

/** answerWebAppQuery: sends a result in the name of the person into the chat from which the Mini App was opened. */
export async function answerWebAppQuery(call: Call): Promise<{ inline_message_id?: string }> {
  const { world, bot, params } = call;
  const { content, keyboard } = await prepared(call, params.result as Source);
  const id = String(params.web_app_query_id);
  const query = world.webAppQueries.get(id);
  if (query === undefined || query.botId !== bot.user.id) throw badRequest('QUERY_ID_INVALID');
  world.webAppQueries.delete(id);
  const stored = sendThrough(world, { userId: query.userId, bot, chat: query.chat, content, keyboard });
  return stored.inlineId === undefined ? {} : { inline_message_id: stored.inlineId };
}

/** The message that a result would send, checked now, as the official server does. */
async function prepared(
  call: Call,
  result: Source,
): Promise<{ content: Content; keyboard: AnyMarkup | undefined }> {
  const keyboard = checkMarkup(result.reply_markup, 'supergroup', { onlyInline: true });
  const said = result.input_message_content as Source | undefined;
  return { content: said === undefined ? await ownContent(call, result) : saidContent(said), keyboard };
}

/** What input_message_content says. */
function saidContent(said: Source): Content {
  if (said.message_text !== undefined) {
    const { text, entities } = checkText(String(said.message_text), {
      parseMode: said.parse_mode as string | undefined,
      entities: said.entities as MessageEntity[] | undefined,
      what: 'message',
    });
    return entities.length === 0 ? { text } : { text, entities };
  }
  if (said.phone_number !== undefined) return { contact: said } as object as Content;
  const { latitude, longitude } = said;
  const location = { latitude, longitude };
  const { title, address } = said;
  const venue = address === undefined ? {} : { venue: { location, title, address } };
  if (latitude !== undefined) return { location, ...venue } as object as Content;
  throw badRequest("can't parse input message content: message content must be of a known kind");
}

/** What a result of itself is. */
async function ownContent(call: Call, result: Source): Promise<Content> {
  const type = String(result.type);
  const file = fileFields[type];
  if (file !== undefined) {
    const ref = file.fields.map((field) => result[field]).find((value) => value !== undefined);
    const stored = await resolveFile(call, file.kind, { ref, meta: result });
    const caption = captionContent(result as Captioned);
    return { ...mediaContent(call.world, file.kind, stored), ...caption };
  }
  if (type === 'contact' || type === 'location' || type === 'venue') return saidContent(result);
  throw badRequest(`the sandbox does not simulate inline results of type ${type}`);
}
