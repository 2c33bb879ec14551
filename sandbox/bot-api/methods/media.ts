import type { ChatPermissions, Message } from '@grammyjs/types';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import { mediaContent } from '../files.ts';
import { takeFlood } from '../flood.ts';
import type { Call, MediaKind } from '../model.ts';
import { serial } from '../world.ts';
import type { Captioned } from './content.ts';
import { captionContent } from './content.ts';
import { mediaNotFound, resolveFile } from './media-files.ts';
import { findTarget, postTo, sendContent } from './target.ts';

const permissions: Record<MediaKind, keyof ChatPermissions> = {
  photo: 'can_send_photos',
  document: 'can_send_documents',
  video: 'can_send_videos',
  video_note: 'can_send_video_notes',
  voice: 'can_send_voice_notes',
  audio: 'can_send_audios',
  sticker: 'can_send_other_messages',
  animation: 'can_send_other_messages',
};
const uncaptioned: readonly MediaKind[] = ['video_note', 'sticker'];

/** A handler for sendPhoto, sendDocument and their kin: the parameter with the file has the kind's name. */
export function sendMedia(kind: MediaKind): (call: Call) => Promise<Message> {
  return async (call) => {
    const target = findTarget(call, permissions[kind]);
    const caption = uncaptioned.includes(kind) ? {} : captionContent(call.params as Captioned);
    const file = await resolveFile(call, kind, { ref: call.params[kind], meta: call.params });
    return sendContent(call, target, { ...mediaContent(call.world, kind, file), ...caption });
  };
}

type AlbumItem = Captioned & { type: string; media: string };

/**
 * sendMediaGroup: up to 10 photos and videos, or documents only, or audios only; every item is a message of its own. One
 * item alone is sent as an ordinary message.
 */
export async function sendMediaGroup(call: Call): Promise<Message[]> {
  const { world, bot } = call;
  const items = call.params.media as AlbumItem[];
  const target = findTarget(call, 'can_send_photos');
  assertAlbum(items);
  const contents: Content[] = [];
  for (const item of items) {
    const kind = item.type as MediaKind;
    const file = await resolveFile(call, kind, { ref: item.media, meta: item, missing: mediaNotFound });
    contents.push({ ...mediaContent(world, kind, file), ...captionContent(item) });
  }
  takeFlood(world, bot, { chat: target.chat, count: items.length });
  const album =
    items.length === 1 ? {} : { media_group_id: String(13_000_000_000_000_000n + BigInt(serial(world))) };
  return contents.map((content) =>
    postTo(call, { ...target, keyboard: undefined }, { ...content, ...album }),
  );
}

function assertAlbum(items: AlbumItem[]): void {
  const kinds = new Set(items.map((item) => item.type));
  const loner = ['document', 'audio'].find((kind) => kinds.has(kind));
  if (loner !== undefined && kinds.size > 1) {
    throw badRequest(`${loner} can't be mixed with other media types`);
  }
  if (new Set(items.map((item) => item.show_caption_above_media === true)).size > 1) {
    throw badRequest('parameter show_caption_above_media must be the same for all messages');
  }
}
