import type { Message, PaidMedia, PhotoSize } from 'grammy/types';
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
  thumbnail?: PhotoSize;
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
    ...(from.thumbnail ? { thumbnailId: from.thumbnail.file_id } : {}),
  };
}

/** Wide enough for a grid of pictures, in pixels. */
const THUMBNAIL_EDGE = 300;

/** A photo comes in several sizes: the largest is meant, the smallest that is large enough is its small picture. */
function photo(sizes: readonly PhotoSize[]): File[] {
  const largest = sizes.at(-1);
  if (!largest) return [];
  const small = sizes.find(({ width, height }) => Math.max(width, height) >= THUMBNAIL_EDGE);
  const thumbnail = small && small !== largest ? { thumbnail: small } : {};
  return [file('photo', { ...largest, mime_type: 'image/jpeg', ...thumbnail })];
}

/** A photo that moves comes as a picture and a short film. */
type LivePhoto = TelegramFile & { photo?: PhotoSize[] };

const live = ({ photo: sizes = [], ...film }: LivePhoto): File[] => [...photo(sizes), file('video', film)];

function paid(media: PaidMedia): File[] {
  switch (media.type) {
    case 'photo':
      return photo(media.photo);
    case 'video':
      return [file('video', media.video)];
    case 'live_photo':
      return live(media.live_photo as LivePhoto);
    default:
      return [];
  }
}

const FILE_KINDS = ['animation', 'document', 'video', 'video_note', 'voice', 'audio', 'sticker'] as const;

/** The files of a message (B6). */
export function filesOf(message: Message): File[] {
  if (message.paid_media) return message.paid_media.paid_media.flatMap(paid);
  if (message.live_photo) return live(message.live_photo as LivePhoto);
  if (message.photo) return photo(message.photo);
  for (const kind of FILE_KINDS) {
    // An animation arrives as a document too: the first kind that fits is the one meant.
    const found = message[kind];
    if (found) return [file(kind, found)];
  }
  return [];
}
