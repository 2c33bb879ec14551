import type { FastifyInstance } from 'fastify';
import type { HttpOptions } from '../options.ts';

/** Where Telegram brings updates, for a desk that does not fetch them: 200 only when their effects are committed. */
export function webhookRoutes(app: FastifyInstance, { webhook, log }: HttpOptions): void {
  if (!webhook) return;
  app.post('/telegram/webhook', { schema: { hide: true } }, async (request, reply) => {
    const header = request.headers['x-telegram-bot-api-secret-token'];
    try {
      const status = await webhook({
        secret: typeof header === 'string' ? header : undefined,
        body: request.body,
      });
      return reply.code(status).send();
    } catch (error) {
      log.error({ err: error }, 'an update could not be taken; Telegram brings it again');
      return reply.code(503).header('retry-after', '2').send();
    }
  });
}
