import { badRequest } from '../errors.ts';
import { storeFile } from '../files.ts';
import type { Call, MediaKind, StoredFile } from '../model.ts';

const metaFields = ['duration', 'width', 'height', 'length', 'performer', 'title', 'emoji'];

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

/** Said when a part that InputMedia names by attach:// did not come. */
export const mediaNotFound = "can't parse InputMedia: media not found";
