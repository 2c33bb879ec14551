import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../base/kernel/index.ts';
import { type ByteRange, receiveBytes, TooLarge } from '../../base/storage/index.ts';
import { fileToShow, keepFetched, keptFile, type ShownFile } from '../../domain/files/index.ts';
import type { HttpOptions } from './options.ts';

/** Kinds that a browser shows without running anything of anybody's. */
const SHOWN = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'video/mp4',
  'video/webm',
  'audio/ogg',
  'audio/mpeg',
  'audio/mp4',
]);
const REFUSAL = {
  404: () => new DomainError('not_found', 'file_gone'),
  413: () => new DomainError('too_large', 'file_too_large'),
  502: () => new DomainError('conflict', 'file_not_reachable'),
};
/** Bots can fetch no more from Telegram. */
const FETCH_BYTES = 20 * 1024 * 1024;

type Stored = NonNullable<ShownFile['stored']>;

/** Which file of a message, and how it is wanted. */
export type Wanted = { attachmentId: number; thumbnail?: boolean; download?: boolean };

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Answers the bytes of a message's file, or a stretch of them, to somebody who may have it. They come from the desk's own store; what only Telegram has is
 * fetched first, and kept. A type is believed only if the bytes say so, and nothing that could run in a browser is shown there. */
export async function serveFile(options: HttpOptions, exchange: Exchange, wanted: Wanted): Promise<unknown> {
  const file = await fileToShow(options.db, wanted.attachmentId, { thumbnail: wanted.thumbnail ?? false });
  return serve(options, exchange, { file, download: wanted.download ?? false });
}

/** Answers the bytes of a file that belongs to no message, likewise. */
export async function serveKept(
  options: HttpOptions,
  exchange: Exchange,
  wanted: { fileId: number; download: boolean },
): Promise<unknown> {
  const { fileId, download } = wanted;
  return serve(options, exchange, { file: await keptFile(options.db, fileId), download });
}

async function serve(
  options: HttpOptions,
  { request, reply }: Exchange,
  { file, download }: { file: ShownFile | undefined; download: boolean },
): Promise<unknown> {
  if (!file) throw REFUSAL[404]();
  const stored = file.stored ?? (await fetched(options, file));
  const range = rangeOf(request.headers.range, stored.size);
  if (range === 'outside') {
    return reply.code(416).header('content-range', `bytes */${stored.size}`).send();
  }
  const opened = await options.storage.open(stored.key, range);
  if (!opened) throw REFUSAL[404]();
  describe(reply, { file, stored, download });
  reply.header('content-length', opened.size);
  if (range) {
    reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${stored.size}`);
  }
  return reply.send(Readable.fromWeb(opened.body as Parameters<typeof Readable.fromWeb>[0]));
}

function describe(
  reply: FastifyReply,
  { file, stored, download }: { file: ShownFile; stored: Stored; download: boolean },
): void {
  const shown = SHOWN.has(stored.mime) && !download;
  const name = encodeURIComponent(file.name ?? `${file.kind}-${file.attachmentId}`);
  reply.header('content-type', shown ? stored.mime : 'application/octet-stream');
  reply.header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('cache-control', 'private, max-age=3600');
  reply.header('accept-ranges', 'bytes');
}

/** The stretch that a request asks for; undefined: all of it, also where several stretches are asked for. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size || (first === '' && Number(last) === 0)) return 'outside';
  return from > to ? undefined : { from, to };
}

/** Several requests for stretches of one film fetch it once. */
const underWay = new Map<string, Promise<Stored>>();

async function fetched(options: HttpOptions, file: ShownFile): Promise<Stored> {
  const { telegramFileId: id } = file;
  if (id === null) throw REFUSAL[404]();
  const running = underWay.get(id) ?? fetchAndKeep(options, file, id).finally(() => underWay.delete(id));
  underWay.set(id, running);
  return running;
}

async function fetchAndKeep(options: HttpOptions, file: ShownFile, id: string): Promise<Stored> {
  const { openFile, storage, transact, desk } = options;
  const opened = await openFile(id);
  if (opened.status !== 200) throw REFUSAL[opened.status]();
  const got = await receiveBytes(storage, opened.body, FETCH_BYTES).catch((error: unknown) => {
    if (error instanceof TooLarge) throw REFUSAL[413]();
    throw error;
  });
  const name = file.name ?? file.kind;
  await transact((tx) => keepFetched(tx, file, { ...got, name, now: desk.clock.now() }));
  return { id: 0, key: got.key, mime: got.mime, size: got.size };
}
