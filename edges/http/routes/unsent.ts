import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../../base/kernel/index.ts';
import { UnsentChoice, UnsentDone, UnsentPage, UnsentQuery, UpdateTried } from '../../../contract/index.ts';
import {
  discardUnsent,
  forgetUpdate,
  readUnsent,
  recordUpdateRetry,
  retryUnsent,
} from '../../../domain/back-office/index.ts';
import { troubledGroups } from '../../../domain/staff-forum/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const number = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const OfUpdate = z.object({ bot: number, update: number });

/** What did not arrive and what could not be handled: to be tried again, or given up. */
export function unsentRoutes(base: FastifyInstance, options: HttpOptions): void {
  const { db, desk, transact, retryUpdate } = options;
  const app = typed(base);
  const config = { access: 'delivery.manage' } as const;
  app.get(
    '/api/unsent',
    { config, schema: { querystring: UnsentQuery, ...answers(UnsentPage) } },
    async (request, reply) =>
      reply.send({ ...(await readUnsent(db, request.query)), staff_groups: await troubledGroups(db) }),
  );
  for (const [path, act] of [
    ['retry', retryUnsent],
    ['discard', discardUnsent],
  ] as const) {
    app.post(
      `/api/unsent/${path}`,
      { config, schema: { body: UnsentChoice, ...answers(UnsentDone) } },
      async (request, reply) => {
        const actor = actorOf(request);
        return reply.send({ count: await transact((tx) => act({ tx, desk, actor }, request.body)) });
      },
    );
  }
  app.post(
    '/api/failed-updates/:bot/:update/retry',
    { config, schema: { params: OfUpdate, ...answers(UpdateTried) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const result = await retryUpdate?.(request.params, (tx) =>
        recordUpdateRetry({ tx, desk, actor }, request.params),
      );
      if (result === undefined || result === 'gone') throw new DomainError('not_found', 'unsent_unknown');
      return reply.send({ done: result === 'done' });
    },
  );
  app.delete(
    '/api/failed-updates/:bot/:update',
    { config, schema: { params: OfUpdate, ...answers(UpdateTried) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => forgetUpdate({ tx, desk, actor }, request.params));
      return reply.send({ done: true });
    },
  );
}
