import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Announcement } from '../../../base/db/index.ts';
import type { HttpOptions } from '../options.ts';

const HEARTBEAT_MS = 20_000;
/** A reader that lets this much pile up is cut off; it connects again and reads everything anew. */
const MOST_BUFFERED_BYTES = 256 * 1024;

/** Live events for consoles, as server-sent events. The first event of every stream is `resync`, so that whatever happened while nobody
 * listened is read as well. */
export function liveRoutes(app: FastifyInstance, { onNote, metrics, desk, log }: HttpOptions): void {
  const clients = new Set<ServerResponse>();
  const send = (client: ServerResponse, event: string, data: unknown) => {
    if (client.writableLength > MOST_BUFFERED_BYTES) client.destroy();
    else client.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stop = onNote((note: Announcement) => {
    for (const client of clients) {
      if (note.resync) send(client, 'resync', {});
      else if (note.tickets?.length) send(client, 'tickets', { ids: note.tickets });
    }
  });
  const heartbeat = setInterval(() => {
    for (const client of clients) client.write(': still here\n\n');
  }, HEARTBEAT_MS);
  app.addHook('preClose', async () => {
    stop();
    clearInterval(heartbeat);
    for (const client of clients) client.end();
  });

  app.get(
    '/api/events',
    {
      config: { access: 'tickets.read', rateLimit: false },
      schema: { description: 'Server-sent events: resync, tickets' },
    },
    (request, reply) => {
      reply.hijack();
      const client = reply.raw;
      client.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      send(client, 'resync', { now: desk.clock.now() });
      clients.add(client);
      metrics.liveClients.set(clients.size);
      client.on('error', (error: Error) => log.debug({ err: error }, 'a live stream broke'));
      request.raw.on('close', () => {
        clients.delete(client);
        metrics.liveClients.set(clients.size);
      });
    },
  );
}
