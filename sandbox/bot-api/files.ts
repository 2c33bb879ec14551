import { randomBytes } from 'node:crypto';
import type { Audio, PhotoSize, Sticker } from '@grammyjs/types';
import type { Content } from './content.ts';
import { badRequest } from './errors.ts';
import { imageSize } from './images.ts';
import type { Bot, MediaKind, StoredFile, Upload, World } from './model.ts';
import { compact, serial } from './world.ts';

/** Largest file that a bot may download through getFile, in bytes (20 MB). */
export const downloadLimit = 20 * 1024 * 1024;
/** Largest upload of a bot, in bytes (50 MB). */
export const uploadLimit = 50 * 1024 * 1024;
const photoLimit = 10 * 1024 * 1024;

const shelves: Record<MediaKind, { folder: string; extension: string; mime: string; prefix: string }> = {
  photo: { folder: 'photos', extension: 'jpg', mime: 'image/jpeg', prefix: 'AgACAgI' },
  document: { folder: 'documents', extension: 'bin', mime: 'application/octet-stream', prefix: 'BQACAgI' },
  video: { folder: 'videos', extension: 'mp4', mime: 'video/mp4', prefix: 'BAACAgI' },
  video_note: { folder: 'video_notes', extension: 'mp4', mime: 'video/mp4', prefix: 'DQACAgI' },
  voice: { folder: 'voice', extension: 'oga', mime: 'audio/ogg', prefix: 'AwACAgI' },
  audio: { folder: 'music', extension: 'mp3', mime: 'audio/mpeg', prefix: 'CQACAgI' },
  sticker: { folder: 'stickers', extension: 'webp', mime: 'image/webp', prefix: 'CAACAgI' },
  animation: { folder: 'animations', extension: 'mp4', mime: 'video/mp4', prefix: 'CgACAgI' },
};

/** Keeps an upload. A photo must be a picture of at most 10 MB; an empty file is refused. */
export function storeFile(
  world: World,
  upload: Upload,
  wish: { kind: MediaKind; meta?: Record<string, unknown> },
): StoredFile {
  const { kind, meta = {} } = wish;
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  const picture = imageSize(upload.bytes);
  if (kind === 'photo' && upload.bytes.length > photoLimit) {
    const size = `file of size ${upload.bytes.length} bytes is too big for a photo`;
    throw badRequest(`${size}; the maximum size is ${photoLimit} bytes`);
  }
  if (kind === 'photo' && picture === undefined) throw badRequest('IMAGE_PROCESS_FAILED');
  const size = picture ?? { width: Number(meta.width ?? 0), height: Number(meta.height ?? 0) };
  return keep(world, {
    kind,
    meta,
    sizes: [],
    bytes: upload.bytes,
    name: upload.name,
    mime: upload.mime,
    ...size,
  });
}

function keep(world: World, part: Omit<StoredFile, 'fileId' | 'uniqueId' | 'path'>): StoredFile {
  const shelf = shelves[part.kind];
  const number = serial(world);
  const extension =
    /\.([A-Za-z0-9]{1,8})$/.exec(part.name)?.[1]?.toLowerCase() ??
    (part.mime === 'image/png' ? 'png' : shelf.extension);
  const file: StoredFile = {
    ...part,
    mime: part.mime === '' ? shelf.mime : part.mime,
    fileId: `${shelf.prefix}AAxkBAAI${randomBytes(30).toString('base64url')}`,
    uniqueId: `AQAD${randomBytes(9).toString('base64url')}`,
    path: `${shelf.folder}/file_${number}.${extension}`,
  };
  file.sizes.push(file);
  world.files.set(file.fileId, file);
  world.filesByPath.set(file.path, file);
  return file;
}

/** The file with this id. Fails with the official text for getFile. */
export function requireFile(world: World, fileId: string): StoredFile {
  const file = world.files.get(fileId);
  if (file === undefined) throw badRequest('invalid file_id');
  return file;
}

/** The `File` object of getFile. Refuses files over 20 MB, which bots cannot download. */
export function fileObject(file: StoredFile): Record<string, unknown> {
  if (file.bytes.length > downloadLimit) throw badRequest('file is too big');
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  };
}

/** A photo in three sizes at most. The sizes share bytes: the sandbox does not scale pictures. */
function photoSizes(world: World, file: StoredFile): PhotoSize[] {
  const longest = Math.max(file.width, file.height);
  const sizes = [90, 320].filter((edge) => longest > edge).map((edge) => edge / longest);
  const smaller = sizes.map((scale) => {
    const width = Math.max(1, Math.round(file.width * scale));
    const height = Math.max(1, Math.round(file.height * scale));
    const known = file.sizes.find((other) => other.width === width);
    return known ?? keep(world, { ...file, width, height });
  });
  return [...smaller, file].map(photoSize);
}

function photoSize(file: StoredFile): PhotoSize {
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    width: file.width,
    height: file.height,
    file_size: file.bytes.length,
  };
}

interface Traits {
  duration?: number;
  length?: number;
  performer?: string;
  title?: string;
  emoji?: string;
}

/** The part of a message that carries this file, as the Bot API words it for the kind. */
export function mediaContent(world: World, kind: MediaKind, file: StoredFile): Content {
  const base = { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.bytes.length };
  const named = { file_name: file.name, mime_type: file.mime };
  const area = { width: file.width || 640, height: file.height || 480 };
  const { duration = 1, length = 240, performer, title, emoji } = file.meta as Traits;
  switch (kind) {
    case 'photo':
      return { photo: photoSizes(world, file) };
    case 'document':
      return { document: { ...named, ...base } };
    case 'video':
      return { video: { ...area, duration, ...named, ...base } };
    case 'video_note':
      return { video_note: { length, duration, ...base } };
    case 'voice':
      return { voice: { duration, mime_type: file.mime, ...base } };
    case 'audio':
      return { audio: compact<Audio>({ duration, performer, title, ...named, ...base }) };
    case 'animation':
      return { animation: { ...area, duration, ...named, ...base }, document: { ...named, ...base } };
    case 'sticker':
      return { sticker: compact<Sticker>({ ...area, ...stickerTraits(file), emoji, ...base }) };
  }
}

function stickerTraits(file: StoredFile): { type: 'regular'; is_animated: boolean; is_video: boolean } {
  return {
    type: 'regular',
    is_animated: file.name.endsWith('.tgs'),
    is_video: file.name.endsWith('.webm'),
  };
}

/** A `User.photos` row: all sizes of a profile photo. */
export function profilePhoto(world: World, fileId: string): PhotoSize[] {
  return photoSizes(world, requireFile(world, fileId));
}

/** The file behind /file/bot<token>/<path>, if this bot may have it. */
export function fileByPath(world: World, _bot: Bot, path: string): StoredFile | undefined {
  const file = world.filesByPath.get(path);
  return file === undefined || file.bytes.length > downloadLimit ? undefined : file;
}
