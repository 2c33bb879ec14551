import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../../base/kernel/index.ts';
import { CopyLink, ErasureRequest, OwnPrivacy } from '../../../contract/index.ts';
import {
  askCopy,
  askErasure,
  ownCopyLink,
  readOwnPrivacy,
  type Visit,
} from '../../../domain/cabinet/index.ts';
import { useCopyLink } from '../../../domain/privacy/index.ts';
import { customerOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const OfLink = z.object({ token: z.string().min(20).max(128) });
const config = { access: 'customer' } as const;
const rateLimit = { max: 10, timeWindow: '1 minute' };

/** A customer's copy of their own data, and its end (C4). */
export function privacyRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { transact, desk, storage } = options;
  const visit = <T>(request: FastifyRequest, work: (visit: Visit) => Promise<T>): Promise<T> =>
    transact((tx) => work({ tx, desk, customer: customerOf(request) }));
  const reading = (work: (visit: Visit) => Promise<void>) => (request: FastifyRequest) =>
    visit(request, async (at) => {
      await work(at);
      return readOwnPrivacy(at);
    });
  app.get(
    '/api/cabinet/privacy',
    { config, schema: answers(OwnPrivacy) },
    reading(async () => undefined),
  );
  app.post(
    '/api/cabinet/privacy/export',
    { config: { ...config, rateLimit }, schema: answers(OwnPrivacy) },
    reading(askCopy),
  );
  app.post(
    '/api/cabinet/privacy/erasure',
    { config: { ...config, rateLimit }, schema: { body: ErasureRequest, ...answers(OwnPrivacy) } },
    reading(askErasure),
  );
  app.post(
    '/api/cabinet/privacy/export/link',
    { config: { ...config, rateLimit }, schema: answers(CopyLink) },
    async (request) => ({ url: `/api/privacy/copy/${await visit(request, ownCopyLink)}` }),
  );
  app.get(
    '/api/privacy/copy/:token',
    { config: { access: 'public', rateLimit }, schema: { params: OfLink, hide: true } },
    async (request, reply) => {
      const copy = await transact((tx) => useCopyLink(tx, request.params.token, desk.clock.now()));
      const opened = await storage.open(copy.key);
      if (!opened) throw new DomainError('not_found', 'copy_gone');
      reply.header('content-type', 'application/zip');
      reply.header('content-disposition', 'attachment; filename="my-data.zip"');
      reply.header('cache-control', 'no-store');
      reply.header('content-length', opened.size);
      return reply.send(Readable.fromWeb(opened.body as Parameters<typeof Readable.fromWeb>[0]));
    },
  );
}
