import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  DeskMap,
  Presence,
  PresenceRequest,
  QueueSettings,
  Queues,
  RoutingRules,
  StaffWork,
  Ticket,
} from '../../../contract/index.ts';
import {
  next,
  readTicket,
  setOwnPresence,
  setQueueSettings,
  setRoutingRules,
  setStaffWork,
} from '../../../domain/back-office/index.ts';
import { readPresence, readWorkFacts } from '../../../domain/queues/index.ts';
import { readRoutingMap } from '../../../domain/routing/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const OfQueue = z.object({ slug: z.string().min(1).max(64) });
const OfStaff = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** The next ticket, who is there for work, and how queues hand it out. */
export function queueRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  workRoutes(app, options);
  settingRoutes(app, options);
  staffWorkRoutes(app, options);
}

function workRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.post(
    '/api/next',
    {
      config: { access: 'tickets.reply' },
      schema: {
        description: 'Takes the next ticket of the queues that one serves; 204 when nothing waits',
        response: { ...answers(Ticket).response, 204: z.null() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const ticketId = await transact((tx) => next({ tx, desk, actor }));
      if (ticketId === undefined) return reply.code(204).send(null);
      return reply.send(await readTicket(db, ticketId, actor.language));
    },
  );
  app.get(
    '/api/presence',
    { config: { access: 'signed_in' }, schema: answers(Presence) },
    async (request, reply) => reply.send(await readPresence(db, actorOf(request).id)),
  );
  app.put(
    '/api/presence',
    { config: { access: 'signed_in' }, schema: { body: PresenceRequest, ...answers(Presence) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setOwnPresence({ tx, desk, actor }, request.body.state));
      return reply.send(await readPresence(db, actor.id));
    },
  );
}

function settingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  const queues = async () =>
    (await readRoutingMap(db)).queues.map((queue) => ({
      ...{ slug: queue.slug, name: queue.name },
      ...{ first_reply_minutes: queue.firstReplyMinutes, resolution_minutes: queue.resolutionMinutes },
      ...{ assignment: queue.assignment },
      ...{ silent_minutes: queue.silentMinutes, offline_minutes: queue.offlineMinutes },
    }));
  app.get(
    '/api/queues',
    { config: { access: 'tickets.read' }, schema: answers(Queues) },
    async (_request, reply) => reply.send(await queues()),
  );
  app.put(
    '/api/queues/:slug',
    {
      config: { access: 'queues.manage' },
      schema: { params: OfQueue, body: QueueSettings, ...answers(Queues) },
    },
    async (request, reply) => {
      const { assignment, silent_minutes: silentMinutes, offline_minutes: offlineMinutes } = request.body;
      const set = { assignment, silentMinutes, offlineMinutes };
      const actor = actorOf(request);
      await transact((tx) => setQueueSettings({ tx, desk, actor }, request.params.slug, set));
      return reply.send(await queues());
    },
  );
  app.get(
    '/api/map',
    { config: { access: 'signed_in' }, schema: answers(DeskMap) },
    async (request, reply) => {
      const { language } = actorOf(request);
      const map = await readRoutingMap(db);
      const topics = map.topics.map(({ slug, emoji, texts }) => ({
        slug,
        emoji,
        title: texts.title[language],
      }));
      return reply.send({ topics, queues: map.queues.map(({ slug, name }) => ({ slug, name })) });
    },
  );
  app.get(
    '/api/routing-rules',
    { config: { access: 'queues.manage' }, schema: answers(RoutingRules) },
    async (_request, reply) => reply.send((await readRoutingMap(db)).rules),
  );
  app.put(
    '/api/routing-rules',
    { config: { access: 'queues.manage' }, schema: { body: RoutingRules, ...answers(RoutingRules) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setRoutingRules({ tx, desk, actor }, request.body));
      return reply.send((await readRoutingMap(db)).rules);
    },
  );
}

function staffWorkRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.get(
    '/api/staff/:id/work',
    { config: { access: 'staff.manage' }, schema: { params: OfStaff, ...answers(StaffWork) } },
    async (request, reply) => reply.send(await readWorkFacts(db, request.params.id)),
  );
  app.put(
    '/api/staff/:id/work',
    {
      config: { access: 'staff.manage' },
      schema: { params: OfStaff, body: StaffWork, ...answers(StaffWork) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setStaffWork({ tx, desk, actor }, request.params.id, request.body));
      return reply.send(await readWorkFacts(db, request.params.id));
    },
  );
}
