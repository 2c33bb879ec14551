import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ConciergeDesk, ConciergeSettings, Done, VipRequest } from '../../../contract/index.ts';
import { readTicketChat } from '../../../domain/back-office/index.ts';
import { listConcierges, markVip, readLetsIn, setLetsIn } from '../../../domain/concierge/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const WithId = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** Concierges: whose accounts are connected, whose chats come to the desk, and who is a VIP (P5). */
export function conciergeRoutes(base: FastifyInstance, { db, desk, transact }: HttpOptions): void {
  const app = typed(base);
  const read = async () => ({
    lets_in: await readLetsIn(db),
    members: (await listConcierges(db)).map(({ staffId, name, state, rights, connectedAt }) => ({
      ...{ id: staffId, name, state, rights, connected_at: connectedAt },
    })),
  });
  app.get(
    '/api/concierge',
    { config: { access: 'tickets.read' }, schema: answers(ConciergeDesk) },
    async (_request, reply) => reply.send(await read()),
  );
  app.put(
    '/api/concierge',
    {
      config: { access: 'concierge.manage' },
      schema: { body: ConciergeSettings, ...answers(ConciergeDesk) },
    },
    async (request, reply) => {
      const to = { letsIn: request.body.lets_in, now: desk.clock.now() };
      await transact((tx) => setLetsIn(tx, actorOf(request), to));
      return reply.send(await read());
    },
  );
  app.post(
    '/api/tickets/:id/seen',
    { config: { access: 'tickets.read' }, schema: { params: WithId, ...answers(Done) } },
    async (request, reply) => {
      const { id: ticketId } = request.params;
      await transact((tx) => readTicketChat({ tx, desk, actor: actorOf(request), ticketId }));
      return reply.send({ done: true });
    },
  );
  app.put(
    '/api/customers/:id/vip',
    {
      config: { access: 'concierge.serve' },
      schema: { params: WithId, body: VipRequest, ...answers(Done) },
    },
    async (request, reply) => {
      const to = { customerId: request.params.id, isVip: request.body.is_vip, now: desk.clock.now() };
      await transact((tx) => markVip(tx, actorOf(request), to));
      return reply.send({ done: true });
    },
  );
}
