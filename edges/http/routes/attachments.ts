import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../../base/kernel/index.ts';
import { readAttachment } from '../../../domain/back-office/index.ts';
import type { HttpOptions } from '../options.ts';
import { typed } from '../typed.ts';

const OfAttachment = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const How = z.object({ download: z.string().optional() });

/** Kinds that a browser shows without running anything of a customer's. */
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
/** What files without a type of their own are. */
const BY_KIND: Record<string, string> = {
  photo: 'image/jpeg',
  voice: 'audio/ogg',
  video_note: 'video/mp4',
  sticker: 'image/webp',
  animation: 'video/mp4',
};

/** Customers' files, through our own door: Telegram's addresses contain the bot's token and are never shown. */
export function attachmentRoutes(base: FastifyInstance, { db, openFile }: HttpOptions): void {
  typed(base).get(
    '/api/attachments/:id',
    { config: { access: 'tickets.read' }, schema: { params: OfAttachment, querystring: How } },
    async (request, reply) => {
      const file = await readAttachment(db, request.params.id);
      const opened = await openFile(file.file_id);
      if (opened.status !== 200) throw REFUSAL[opened.status]();
      const type = file.mime_type ?? BY_KIND[file.kind] ?? 'application/octet-stream';
      const shown = SHOWN.has(type) && request.query.download === undefined;
      const name = encodeURIComponent(file.file_name ?? `${file.kind}-${file.id}`);
      reply.header('content-type', shown ? type : 'application/octet-stream');
      reply.header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`);
      reply.header('content-security-policy', "default-src 'none'; sandbox");
      reply.header('cache-control', 'private, max-age=3600');
      if (opened.size !== undefined) reply.header('content-length', opened.size);
      return reply.send(Readable.fromWeb(opened.body as Parameters<typeof Readable.fromWeb>[0]));
    },
  );
}
