import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Announcement } from '../../../base/db/index.ts';
import { seePeople } from '../../../domain/queues/index.ts';
import { whoMay } from '../../../domain/staff/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';

const HEARTBEAT_MS = 20_000;
/** Presence needs to know of open streams once a minute. */
const SEEN_EVERY = 3;
/** A reader that lets this much pile up is cut off; it connects again and reads everything anew. */
const MOST_BUFFERED_BYTES = 256 * 1024;

/** Notes that these people have a stream open, so that they do not count as gone. */
function noteSeen({ transact, desk, log }: HttpOptions, staffIds: Iterable<number>): void {
  const people = [...new Set(staffIds)];
  if (people.length === 0) return;
  transact((tx) => seePeople(tx, people, desk.clock.now())).catch((error: unknown) =>
    log.warn({ err: error }, 'it was not noted who is there'),
  );
}

/** Ends the streams of people who no longer work here, or may no longer read tickets. */
function closeForOthers({ db, log }: HttpOptions, clients: ReadonlyMap<ServerResponse, number>): void {
  if (clients.size === 0) return;
  whoMay(db, [...new Set(clients.values())], 'tickets.read').then(
    (allowed) => {
      for (const [client, id] of clients) if (!allowed.has(id)) client.end();
    },
    (error: unknown) => log.warn({ err: error }, 'it was not looked at who may still listen'),
  );
}

/** Live events for consoles, as server-sent events. The first event of every stream is `resync`, so that whatever happened while nobody
 * listened is read as well. */
export function liveRoutes(app: FastifyInstance, options: HttpOptions): void {
  const { onNote, metrics, desk, log } = options;
  const clients = new Map<ServerResponse, number>();
  const send = (client: ServerResponse, event: string, data: unknown) => {
    if (client.writableLength > MOST_BUFFERED_BYTES) client.destroy();
    else client.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const stop = onNote((note: Announcement) => {
    // What was missed may be that somebody was let go.
    if (note.staff || note.resync) closeForOthers(options, clients);
    for (const client of clients.keys()) {
      const now = desk.clock.now();
      if (note.resync) send(client, 'resync', { now });
      else {
        if (note.tickets?.length) send(client, 'tickets', { ids: note.tickets, now });
        if (note.incidents?.length) send(client, 'incidents', { ids: note.incidents, now });
      }
    }
  });
  let beats = 0;
  const heartbeat = setInterval(() => {
    for (const client of clients.keys()) client.write(': still here\n\n');
    beats += 1;
    if (beats % SEEN_EVERY === 0) noteSeen(options, clients.values());
  }, HEARTBEAT_MS);
  app.addHook('preClose', async () => {
    stop();
    clearInterval(heartbeat);
    for (const client of clients.keys()) client.end();
  });

  app.get(
    '/api/events',
    {
      exposeHeadRoute: false,
      config: { access: 'tickets.read', rateLimit: false },
      schema: { description: 'Server-sent events: resync, tickets, incidents' },
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
      const { id } = actorOf(request);
      clients.set(client, id);
      noteSeen(options, [id]);
      metrics.liveClients.set(clients.size);
      client.on('error', (error: Error) => log.debug({ err: error }, 'a live stream broke'));
      request.raw.on('close', () => {
        clients.delete(client);
        metrics.liveClients.set(clients.size);
      });
    },
  );
}
