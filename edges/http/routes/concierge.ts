import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  ConciergeDesk,
  ConciergeSettings,
  Done,
  Greeting,
  TakeOverRequest,
  VipRequest,
} from '../../../contract/index.ts';
import { goOnInBot, readGreeting, readTicketChat, takeOver } from '../../../domain/back-office/index.ts';
import { listConcierges, markVip, readLetsIn, setLetsIn } from '../../../domain/concierge/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const WithId = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** Concierges: whose accounts are connected, whose chats come to the desk, who is a VIP, and matters that are taken over in person (P5). */
export function conciergeRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  accountRoutes(app, options);
  personalRoutes(app, options);
}

function personalRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.get(
    '/api/tickets/:id/greeting',
    { config: { access: 'tickets.reply' }, schema: { params: WithId, ...answers(Greeting) } },
    async (request, reply) => {
      const at = { db, desk, actor: actorOf(request) };
      return reply.send({ text: await readGreeting(at, request.params.id) });
    },
  );
  app.post(
    '/api/tickets/:id/take-over',
    {
      config: { access: 'tickets.assign' },
      schema: { params: WithId, body: TakeOverRequest, ...answers(Done) },
    },
    async (request, reply) => {
      const { text, request_key: requestKey } = request.body;
      const work = { desk, actor: actorOf(request), ticketId: request.params.id };
      await transact((tx) => takeOver({ tx, ...work }, { text, requestKey }));
      return reply.send({ done: true });
    },
  );
  app.post(
    '/api/tickets/:id/go-on-in-bot',
    { config: { access: 'tickets.reply' }, schema: { params: WithId, ...answers(Done) } },
    async (request, reply) => {
      const work = { desk, actor: actorOf(request), ticketId: request.params.id };
      await transact((tx) => goOnInBot({ tx, ...work }));
      return reply.send({ done: true });
    },
  );
}

function accountRoutes(app: App, { db, desk, transact }: HttpOptions): void {
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
    { config: { access: 'tickets.reply' }, schema: { params: WithId, ...answers(Done) } },
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
