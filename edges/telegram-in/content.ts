import type { Message } from 'grammy/types';
import type { Content } from '../../domain/front-desk/index.ts';

type File = Content['files'][number];

type TelegramFile = {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
  length?: number;
  duration?: number;
};

function file(kind: string, from: TelegramFile): File {
  return {
    kind,
    fileId: from.file_id,
    fileUniqueId: from.file_unique_id,
    ...(from.file_name ? { fileName: from.file_name } : {}),
    ...(from.mime_type ? { mimeType: from.mime_type } : {}),
    ...(from.file_size === undefined ? {} : { sizeBytes: from.file_size }),
    ...(from.width === undefined ? {} : { width: from.width }),
    ...(from.height === undefined ? {} : { height: from.height }),
    ...(from.length === undefined ? {} : { width: from.length, height: from.length }),
    ...(from.duration === undefined ? {} : { durationSeconds: from.duration }),
  };
}

const FILE_KINDS = ['animation', 'document', 'video', 'video_note', 'voice', 'audio', 'sticker'] as const;

function filesOf(message: Message): File[] {
  const largest = message.photo?.at(-1);
  if (largest) return [file('photo', { ...largest, mime_type: 'image/jpeg' })];
  for (const kind of FILE_KINDS) {
    // An animation arrives as a document too: the first kind that fits is the one meant.
    const found = message[kind];
    if (found) return [file(kind, found)];
  }
  return [];
}

/** What a message carries besides files, as words. */
function wordsFor(message: Message): { kind: string; text: string } | undefined {
  if (message.location && !message.venue) {
    const { latitude, longitude } = message.location;
    return { kind: 'location', text: `${latitude}, ${longitude}` };
  }
  if (message.venue) return { kind: 'venue', text: `${message.venue.title}, ${message.venue.address}` };
  if (message.contact) {
    const { first_name, last_name, phone_number } = message.contact;
    return { kind: 'contact', text: [first_name, last_name, phone_number].filter(Boolean).join(' ') };
  }
  if (message.poll) {
    return {
      kind: 'poll',
      text: [message.poll.question, ...message.poll.options.map(({ text }) => `- ${text}`)].join('\n'),
    };
  }
  if (message.dice) return { kind: 'dice', text: `${message.dice.emoji} ${message.dice.value}` };
  return undefined;
}

const SERVICE_FIELDS = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'forum_topic_created',
] as const;

/** What a person sent, taken apart (B6). Kinds that are not known yet are kept raw, so that nothing is lost; Telegram's own notices
 * about the chat are not something that a person said. */
export function contentOf(message: Message): Content | undefined {
  if (SERVICE_FIELDS.some((field) => message[field] !== undefined)) return undefined;
  const files = filesOf(message);
  const words = wordsFor(message);
  const entities = message.entities ?? message.caption_entities;
  const kind = files[0]?.kind ?? words?.kind ?? (message.text === undefined ? 'unsupported' : 'text');
  return {
    telegramMessageId: message.message_id,
    kind,
    text: message.text ?? message.caption ?? words?.text ?? message.sticker?.emoji ?? '',
    files,
    ...(entities ? { entities } : {}),
    ...(message.media_group_id ? { mediaGroupId: message.media_group_id } : {}),
    ...(message.reply_to_message ? { replyTo: message.reply_to_message.message_id } : {}),
    ...(kind === 'unsupported' ? { raw: message } : {}),
  };
}
