import type { FastifyInstance } from 'fastify';
import { InboxCounts, InboxQuery, TicketPage } from '../../../contract/index.ts';
import { countTickets, listTickets } from '../../../domain/back-office/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

/** The lists of tickets. */
export function inboxRoutes(base: FastifyInstance, { db }: HttpOptions): void {
  const app = typed(base);

  app.get(
    '/api/inbox',
    { config: { access: 'tickets.read' }, schema: { querystring: InboxQuery, ...answers(TicketPage) } },
    async (request, reply) => {
      const actor = actorOf(request);
      return reply.send(
        await listTickets(db, { ...request.query, actorId: actor.id, language: actor.language }),
      );
    },
  );

  app.get(
    '/api/inbox/counts',
    { config: { access: 'tickets.read' }, schema: answers(InboxCounts) },
    async (request, reply) => reply.send(await countTickets(db, actorOf(request).id)),
  );
}
