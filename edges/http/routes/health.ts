import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Registry } from 'prom-client';
import type { Db } from '../../../base/db/index.ts';
import { createSharedMetrics, type SharedMetrics } from '../../../base/metrics.ts';
import { outboxFigures } from '../../../base/outbox/index.ts';
import type { HttpOptions } from '../options.ts';

/** Whether the process lives, whether it can take work, what it counts, and what its API is. */
export function healthRoutes(app: FastifyInstance, options: HttpOptions): void {
  const { registry } = options.metrics;
  app.get('/healthz', { schema: { hide: true } }, async () => ({ alive: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const database = await sql`select 1`.execute(options.db).then(
      () => true,
      () => false,
    );
    const ready = database && options.ready();
    return reply.code(ready ? 200 : 503).send({ ready, database });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    // What all share is read anew each time; without a database the process still tells of itself.
    const shared = new Registry();
    const told = await readShared(options.db, createSharedMetrics(shared)).then(
      () => shared.metrics(),
      () => '',
    );
    return reply.type(registry.contentType).send((await registry.metrics()) + told);
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

async function readShared(db: Db, shared: SharedMetrics): Promise<void> {
  const figures = await outboxFigures(db, 'telegram');
  const { rows } = await sql<{ failed: number }>`select count(*)::int as failed from failed_updates`.execute(
    db,
  );
  for (const { priority, messages } of figures.waiting) shared.waiting.set({ priority }, messages);
  for (const { reason, count } of figures.unsent) shared.unsent.set({ reason }, count);
  shared.oldest.set(figures.oldestSeconds);
  shared.budgetUsed.set(figures.used);
  shared.paused.set(figures.paused ? 1 : 0);
  shared.senders.set(figures.senders);
  shared.failedUpdates.set(rows[0]?.failed ?? 0);
}
