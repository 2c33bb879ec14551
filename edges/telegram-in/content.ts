import type { Message, MessageEntity } from 'grammy/types';
import type { Content } from '../../domain/front-desk/index.ts';
import { filesOf } from './files.ts';
import { carriedBy, originOf } from './kinds.ts';

/** Telegram's own notices about the chat: nobody said them. */
const NOTICES = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
  'chat_background_set',
  'boost_added',
  'connected_website',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'delete_chat_photo',
  'group_chat_created',
  'supergroup_chat_created',
  'channel_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'video_chat_scheduled',
  'video_chat_started',
  'video_chat_ended',
  'video_chat_participants_invited',
] as const;

/** Parts that every message has, or that say how it came: what is left tells what an unknown message is. */
const COMMON =
  /^(message_|date|chat|from|sender_|edit_|reply_|forward_|via_|has_|is_|author_|media_group_id|quote|external_)/;

/** What a person sent, taken apart (B6). Kinds that are not known are kept raw, so that nothing is lost; Telegram's own notices about the
 * chat are not something that a person said. */
export function contentOf(message: Message): Content | undefined {
  if (NOTICES.some((field) => message[field] !== undefined)) return undefined;
  const files = filesOf(message);
  const carried = carriedBy(message);
  const said = message.text ?? message.caption;
  const kind = kindOf(message, { files, carried, said });
  const entities = message.entities ?? message.caption_entities;
  const quote = message.quote?.text ?? message.external_reply?.origin;
  return {
    telegramMessageId: message.message_id,
    kind,
    text: said ?? carried?.text ?? message.sticker?.emoji ?? '',
    files,
    ...(entities ? { entities: entities.map(entityOf) } : {}),
    ...(message.media_group_id ? { mediaGroupId: message.media_group_id } : {}),
    ...(message.reply_to_message ? { replyTo: message.reply_to_message.message_id } : {}),
    ...(typeof quote === 'string' ? { quote } : {}),
    ...(message.forward_origin ? { origin: originOf(message.forward_origin) } : {}),
    ...detailsOf(message, carried?.details),
    ...(RAW.has(kind) ? { raw: message } : {}),
  };
}

/** Kinds of which we show less than there is. */
const RAW = new Set(['unsupported', 'paid_media', 'article', 'game']);

function kindOf(
  message: Message,
  {
    files,
    carried,
    said,
  }: { files: Content['files']; carried: ReturnType<typeof carriedBy>; said: string | undefined },
): string {
  if (message.paid_media) return 'paid_media';
  return files[0]?.kind ?? carried?.kind ?? (said === undefined ? 'unsupported' : 'text');
}

function detailsOf(message: Message, details: unknown): { details?: unknown } {
  if (message.paid_media) return { details: { stars: message.paid_media.star_count } };
  if (message.sticker?.set_name) return { details: { set: message.sticker.set_name } };
  if (details !== undefined) return { details };
  const unknown = Object.keys(message).find((field) => !COMMON.test(field));
  const words = message.text ?? message.caption;
  return words === undefined && unknown && filesOf(message).length === 0 && !carriedBy(message)
    ? { details: { what: unknown } }
    : {};
}

/** The formatting of a stretch of words; people and emoji of Telegram's own are named by their numbers. */
function entityOf({
  type,
  offset,
  length,
  ...more
}: MessageEntity): NonNullable<Content['entities']>[number] {
  return {
    ...{ type, offset, length },
    ...('url' in more ? { url: more.url } : {}),
    ...('language' in more && more.language ? { language: more.language } : {}),
    ...('user' in more ? { user: more.user.id } : {}),
    ...('custom_emoji_id' in more ? { emoji: more.custom_emoji_id } : {}),
  };
}
