import type { ChatPermissions, Message } from '@grammyjs/types';
import { badRequest } from '../errors.ts';
import { mediaContent, storeFile } from '../files.ts';
import { takeFlood } from '../flood.ts';
import type { Content } from '../messages.ts';
import type { Call, MediaKind, StoredFile } from '../model.ts';
import { serial } from '../world.ts';
import type { Captioned } from './target.ts';
import { captionContent, findTarget, postTo, sendContent } from './target.ts';

const metaFields = ['duration', 'width', 'height', 'length', 'performer', 'title', 'emoji'];
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

/** Turns what a call gives as a file into a stored file: an upload, a known file_id, or a loopback URL. */
export async function resolveFile(
  call: Call,
  kind: MediaKind,
  source: { ref: unknown; meta: object; missing?: string },
): Promise<StoredFile> {
  const { world, files } = call;
  const ref = String(source.ref);
  const meta = pickMeta(source.meta as Record<string, unknown>);
  const part = ref.startsWith('attach://') ? ref.slice('attach://'.length) : undefined;
  if (part !== undefined) {
    const upload = files.get(part);
    const missing = source.missing ?? `there is no ${kind.replace('_', ' ')} in the request`;
    if (upload === undefined) throw badRequest(missing);
    return storeFile(world, upload, { kind, meta });
  }
  if (/^https?:\/\//i.test(ref)) return storeFile(world, await fetchLoopback(ref), { kind, meta });
  const known = world.files.get(ref);
  if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
  assertSameFamily(known, kind);
  return known;
}

function assertSameFamily(file: StoredFile, kind: MediaKind): void {
  const strict = ['photo', 'sticker', 'video_note', 'voice'];
  if (file.kind === kind || !(strict.includes(file.kind) || strict.includes(kind))) return;
  throw badRequest(`can't use file of type ${typeName(file.kind)} as ${typeName(kind)}`);
}

function typeName(kind: MediaKind): string {
  const words = kind.split('_').map((word) => word[0]?.toUpperCase() + word.slice(1));
  return kind === 'voice' ? 'VoiceNote' : words.join('');
}

function pickMeta(source: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    metaFields.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]),
  );
}

async function fetchLoopback(address: string): Promise<{ name: string; mime: string; bytes: Buffer }> {
  const failed = badRequest('failed to get HTTP URL content');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) throw failed;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw failed;
    const mime = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const name = url.pathname.split('/').pop() ?? 'file';
    return { name, mime, bytes: Buffer.from(await answer.arrayBuffer()) };
  } catch {
    throw failed;
  }
}

type AlbumItem = Captioned & { type: string; media: string };

/** Said when a part that InputMedia names by attach:// did not come. */
export const mediaNotFound = "can't parse InputMedia: media not found";

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
