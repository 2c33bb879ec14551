import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { HttpOptions } from '../options.ts';

/** Whether the process lives, whether it can take work, what it counts, and what its API is. */
export function healthRoutes(app: FastifyInstance, options: HttpOptions): void {
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
    const { registry } = options.metrics;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
