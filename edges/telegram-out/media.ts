import { type Api, GrammyError, InputFile } from 'grammy';
import type {
  InlineKeyboardMarkup,
  InputMedia,
  Message,
  MessageEntity,
  PhotoSize,
  ReplyParameters,
} from 'grammy/types';
import type { Outcome } from '../../base/outbox/index.ts';
import type { OutFile } from '../../domain/chats/index.ts';
import type { SentFile } from '../../domain/files/index.ts';

/** A file as it can be sent: by what Telegram calls it, and by its bytes. */
export type Sendable = {
  name: string;
  telegramFileId: string | undefined;
  /** Its bytes; undefined: the desk does not have them any more. */
  open: (() => Promise<AsyncIterable<Uint8Array>>) | undefined;
};

/** Finds the files that messages name. */
export type FileSource = (file: OutFile) => Promise<Sendable | undefined>;

/** How a message goes out, whatever it says. */
export type Manner = {
  reply_markup?: InlineKeyboardMarkup;
  reply_parameters?: ReplyParameters;
  message_thread_id?: number;
  direct_messages_topic_id?: number;
  disable_notification?: boolean;
  business_connection_id?: string;
};

/** Words under a file. */
type Captioned = { caption?: string; caption_entities?: MessageEntity[] };

/** Files to send, the words under the first of them, and where. */
export type MediaCall = { chat: number; files: readonly OutFile[]; caption: Captioned; manner: Manner };

/** Sends a file, or several as an album: by Telegram's own id where it has one, else by the bytes. When it does not know its own id any more,
 * the bytes go after all. */
export async function sendMedia(api: Api, source: FileSource, call: MediaCall): Promise<Outcome> {
  const found = await Promise.all(call.files.map((file) => source(file)));
  const files = found.filter((file) => file !== undefined);
  if (files.length < call.files.length || files.some((file) => !file.telegramFileId && !file.open)) {
    return { kind: 'refused', code: 'file_gone', error: 'a file of the message is not kept any more' };
  }
  const named = files.some(({ telegramFileId }) => telegramFileId);
  try {
    return sentAs(call, await sendFiles(api, call, files.map(byName)));
  } catch (error) {
    if (!named || !isUnknownFile(error) || files.some(({ open }) => !open)) throw error;
    return sentAs(call, await sendFiles(api, call, files.map(byBytes)));
  }
}

const byName = (file: Sendable): string | InputFile => file.telegramFileId ?? byBytes(file);

function byBytes({ name, open }: Sendable): InputFile {
  return new InputFile(() => open?.() ?? Promise.reject(new Error('the file is gone')), name);
}

const isUnknownFile = (error: unknown): boolean =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /file.?(identifier|id|reference)/i.test(error.description);

async function sendFiles(
  api: Api,
  call: MediaCall,
  media: readonly (string | InputFile)[],
): Promise<Message[]> {
  const [only] = media;
  if (media.length === 1 && only !== undefined) return [await sendOne(api, call, only)];
  const { reply_markup: _, ...manner } = call.manner;
  const album = media.map((file, index) => ({
    type: call.files[index]?.kind,
    media: file,
    ...captionOf(call, index),
  }));
  return api.sendMediaGroup(call.chat, album as Parameters<Api['sendMediaGroup']>[1] & InputMedia[], manner);
}

/** What stands under a file: what the whole call says is under the first. */
function captionOf({ caption, files }: MediaCall, index: number): Captioned {
  if (index === 0 && caption.caption) return caption;
  const words = files[index]?.words;
  return words ? { caption: words } : {};
}

function sendOne(api: Api, call: MediaCall, file: string | InputFile): Promise<Message> {
  const { chat, files, manner } = call;
  const how = { ...captionOf(call, 0), ...manner };
  switch (files[0]?.kind) {
    case 'photo':
      return api.sendPhoto(chat, file, how);
    case 'video':
      return api.sendVideo(chat, file, { ...how, supports_streaming: true });
    case 'animation':
      return api.sendAnimation(chat, file, how);
    case 'audio':
      return api.sendAudio(chat, file, how);
    case 'voice':
      return api.sendVoice(chat, file, how);
    case 'video_note':
      return api.sendVideoNote(chat, file, manner);
    case 'sticker':
      return api.sendSticker(chat, file, manner);
    default:
      return api.sendDocument(chat, file, how);
  }
}

function sentAs({ files }: MediaCall, messages: readonly Message[]): Outcome {
  const ids = messages.map(({ message_id }) => message_id);
  const known = messages.flatMap((message, index) => {
    const sent = sentFile(message);
    const asked = files[index];
    return sent && asked ? [{ ...asked, ...sent }] : [];
  });
  return { kind: 'sent', remoteId: String(ids[0]), facts: { ids, files: known } };
}

/** What Telegram tells of a file, whichever of ours it is. */
type SentAs = Pick<
  SentFile,
  'kind' | 'fileId' | 'fileUniqueId' | 'thumbnailId' | 'width' | 'height' | 'durationSeconds'
>;

type TelegramFile = {
  file_id: string;
  file_unique_id: string;
  width?: number;
  height?: number;
  duration?: number;
  thumbnail?: PhotoSize;
};
const KINDS = ['animation', 'video', 'audio', 'voice', 'video_note', 'sticker', 'document'] as const;

/** What Telegram calls the file of a message, and as what it took it. */
function sentFile(message: Message): SentAs | undefined {
  const kind = message.photo ? 'photo' : KINDS.find((name) => message[name] !== undefined);
  if (kind === undefined) return undefined;
  const sizes = message.photo ?? [];
  const file = (kind === 'photo' ? sizes.at(-1) : message[kind]) as TelegramFile | undefined;
  if (!file) return undefined;
  const small = kind === 'photo' ? sizes.at(-2) : file.thumbnail;
  return {
    ...{ kind, fileId: file.file_id, fileUniqueId: file.file_unique_id },
    ...(small ? { thumbnailId: small.file_id } : {}),
    ...(file.width === undefined ? {} : { width: file.width }),
    ...(file.height === undefined ? {} : { height: file.height }),
    ...(file.duration === undefined ? {} : { durationSeconds: file.duration }),
  };
}
