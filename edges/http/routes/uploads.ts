import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../../base/kernel/index.ts';
import { receiveBytes, TooLarge } from '../../../base/storage/index.ts';
import { UPLOAD_BYTES, Upload, UploadDescription, UploadQuery } from '../../../contract/index.ts';
import { demandRoom, describeUpload, keepUpload, type Uploader } from '../../../domain/files/index.ts';
import { actorOf, customerOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const TYPE = 'application/octet-stream';
const OfUpload = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const rateLimit = { max: 60, timeWindow: '1 minute' };

/** Takes files, before the message that they belong to is sent: the staff's and the customers' (B6, M1). */
export function uploadRoutes(base: FastifyInstance, options: HttpOptions): void {
  typed(base).patch(
    '/api/cabinet/uploads/:id',
    {
      config: { access: 'customer' },
      schema: { params: OfUpload, body: UploadDescription, ...answers(Upload) },
    },
    (request) => {
      const { id } = request.params;
      const by = { customerId: customerOf(request).id };
      return options.transact((tx) => describeUpload(tx, { id, words: request.body.description }, by));
    },
  );
  base.register(async (scope) => {
    // The bytes go by, whatever they are: nothing of them is read as a request.
    scope.addContentTypeParser(TYPE, (_request, bytes, done) => done(null, bytes));
    const app = typed(scope);
    const schema = { querystring: UploadQuery, consumes: [TYPE], ...answers(Upload) };
    app.post('/api/uploads', { config: { access: 'tickets.reply', rateLimit }, schema }, (request) =>
      upload(options, request, { by: { staffId: actorOf(request).id }, limit: UPLOAD_BYTES.staff }),
    );
    app.post('/api/cabinet/uploads', { config: { access: 'customer', rateLimit }, schema }, (request) =>
      upload(options, request, { by: { customerId: customerOf(request).id }, limit: UPLOAD_BYTES.customer }),
    );
  });
}

const MEGABYTE = 1024 * 1024;

async function upload(
  { storage, transact, db, desk }: HttpOptions,
  request: FastifyRequest,
  { by, limit }: { by: Uploader; limit: number },
) {
  const { name } = request.query as UploadQuery;
  const tooLarge = () => new DomainError('too_large', 'upload_too_large', { limit: limit / MEGABYTE });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  await demandRoom(db, by, desk.clock.now());
  const bytes = (request.body ?? []) as AsyncIterable<Uint8Array>;
  const got = await receiveBytes(storage, bytes, limit).catch((error: unknown) => {
    if (error instanceof TooLarge) throw tooLarge();
    throw error;
  });
  if (got.size === 0) {
    await storage.remove(got.key);
    throw new DomainError('invalid', 'upload_empty');
  }
  return transact((tx) => keepUpload(tx, { ...got, name, now: desk.clock.now() }, by));
}
