import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../../base/kernel/index.ts';
import { receiveBytes, TooLarge } from '../../../base/storage/index.ts';
import {
  StartedUpload,
  StartUploadRequest,
  UPLOAD_BYTES,
  UPLOAD_PIECE_BYTES,
  Upload,
  UploadDescription,
  UploadPieceQuery,
  UploadQuery,
} from '../../../contract/index.ts';
import {
  addPiece,
  demandRoom,
  describeUpload,
  finishUpload,
  keepUpload,
  type OwnStarted,
  piecesOf,
  readStarted,
  type StartedUpload as Started,
  startUpload,
  type Uploader,
} from '../../../domain/files/index.ts';
import { actorOf, customerOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

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
  startedRoutes(base, options);
  base.register(async (scope) => {
    // The bytes go by, whatever they are: nothing of them is read as a request.
    scope.addContentTypeParser(TYPE, (_request, bytes, done) => done(null, bytes));
    const app = typed(scope);
    const schema = { querystring: UploadQuery, consumes: [TYPE], ...answers(Upload) };
    app.post('/api/uploads', { config: { access: 'tickets.reply', rateLimit }, schema }, (request) =>
      upload(options, request, { by: { staffId: actorOf(request).id }, limit: UPLOAD_BYTES.staff }),
    );
    app.post(
      '/api/knowledge/uploads',
      { config: { access: 'knowledge.edit', rateLimit }, schema },
      (request) =>
        upload(options, request, { by: { staffId: actorOf(request).id }, limit: UPLOAD_BYTES.staff }),
    );
    pieceRoute(app, options);
  });
}

const MEGABYTE = 1024 * 1024;
const OfStarted = '/api/cabinet/uploads/started/:id';

/** Announcing an upload, and asking how far it is. */
function startedRoutes(base: FastifyInstance, { db, desk, transact }: HttpOptions): void {
  const app = typed(base);
  app.post(
    '/api/cabinet/uploads',
    {
      config: { access: 'customer', rateLimit },
      schema: { body: StartUploadRequest, ...answers(StartedUpload) },
    },
    async (request) => {
      const { name, size } = request.body;
      const limit = UPLOAD_BYTES.customer;
      if (size > limit) throw new DomainError('too_large', 'upload_too_large', { limit: limit / MEGABYTE });
      if (size === 0) throw new DomainError('invalid', 'upload_empty');
      const customerId = customerOf(request).id;
      const now = desk.clock.now();
      await demandRoom(db, { customerId }, now);
      return transact((tx) => startUpload(tx, { name, size, customerId, now }));
    },
  );
  app.get(
    OfStarted,
    { config: { access: 'customer' }, schema: { params: OfUpload, ...answers(StartedUpload) } },
    async (request) => {
      const own = { id: request.params.id, customerId: customerOf(request).id, now: desk.clock.now() };
      const { name: _, ...started } = await readStarted(db, own);
      return started;
    },
  );
}

/** Takes the pieces. One after which nothing is missing makes the upload. */
function pieceRoute(app: App, options: HttpOptions): void {
  const { transact, desk } = options;
  const ofPieces = { max: 600, timeWindow: '1 minute' };
  app.put(
    OfStarted,
    {
      config: { access: 'customer', rateLimit: ofPieces },
      schema: {
        ...{ params: OfUpload, querystring: UploadPieceQuery, consumes: [TYPE] },
        ...answers(StartedUpload),
      },
    },
    async (request) => {
      const own = { id: request.params.id, customerId: customerOf(request).id, now: desk.clock.now() };
      const bytes = await pieceOf(request);
      const started = await transact((tx) => addPiece(tx, own, { at: request.query.at, bytes }));
      return started.received === started.size && !started.upload ? finish(options, own) : started;
    },
  );
}

async function pieceOf(request: FastifyRequest): Promise<Buffer> {
  const tooLarge = () =>
    new DomainError('too_large', 'upload_piece_too_large', { limit: UPLOAD_PIECE_BYTES });
  if (Number(request.headers['content-length'] ?? 0) > UPLOAD_PIECE_BYTES) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > UPLOAD_PIECE_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function finish({ db, storage, transact }: HttpOptions, own: OwnStarted): Promise<Started> {
  const got = await receiveBytes(storage, piecesOf(db, own.id), UPLOAD_BYTES.customer);
  const { started, kept } = await transact((tx) => finishUpload(tx, own, got));
  if (!kept) await storage.remove(got.key);
  return started;
}

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
