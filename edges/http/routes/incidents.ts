import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  Incident,
  IncidentDeclaration,
  IncidentDetails,
  IncidentEnd,
  IncidentNews,
  IncidentPreview,
  IncidentPreviewRequest,
  IncidentQuery,
  IncidentTicket,
  StatusPlace,
  StatusPlaceRequest,
  Ticket,
  TicketIncidentRequest,
} from '../../../contract/index.ts';
import {
  declareIncident,
  incidentTickets,
  listIncidents,
  previewIncident,
  readIncident,
  readTicket,
  setPlaceForStatuses,
  setTicketIncident,
  updateIncident,
} from '../../../domain/back-office/index.ts';
import { readStatusPlace } from '../../../domain/incidents/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const WithId = z.object({ id });
const Part = z.object({ before: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

const moment = (at: string | null) => (at === null ? null : new Date(at));

/** Incidents: reading, declaring and ending them, their tickets, and the place for statuses (U5). */
export function incidentRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  placeRoutes(app, options);
  readingRoutes(app, options);
  managingRoutes(app, options);
  ticketRoute(app, options);
}

function readingRoutes(app: App, { db }: HttpOptions): void {
  app.get(
    '/api/incidents',
    {
      config: { access: 'tickets.read' },
      schema: { querystring: IncidentQuery, ...answers(z.array(Incident)) },
    },
    async (request, reply) => reply.send(await listIncidents(db, request.query.view)),
  );
  app.get(
    '/api/incidents/:id',
    { config: { access: 'tickets.read' }, schema: { params: WithId, ...answers(IncidentDetails) } },
    async (request, reply) => reply.send(await readIncident(db, request.params.id)),
  );
  app.get(
    '/api/incidents/:id/tickets',
    {
      config: { access: 'tickets.read' },
      schema: { params: WithId, querystring: Part, ...answers(z.array(IncidentTicket)) },
    },
    async (request, reply) => reply.send(await incidentTickets(db, request.params.id, request.query)),
  );
}

function managingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  const access = 'incidents.manage' as const;
  app.post(
    '/api/incidents/preview',
    { config: { access }, schema: { body: IncidentPreviewRequest, ...answers(IncidentPreview) } },
    async (request, reply) => {
      const { rule, since } = request.body;
      return reply.send(await previewIncident(db, { rule, since: new Date(since) }));
    },
  );
  app.post(
    '/api/incidents',
    { config: { access }, schema: { body: IncidentDeclaration, ...answers(IncidentDetails) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { since, next_news_at, request_key: requestKey, ...declared } = request.body;
      const said = { since: moment(since), nextNewsAt: moment(next_news_at), requestKey };
      const made = await transact((tx) => declareIncident({ tx, desk, actor }, { ...declared, ...said }));
      return reply.send(await readIncident(db, made));
    },
  );
  app.post(
    '/api/incidents/:id/updates',
    {
      config: { access },
      schema: { params: WithId, body: IncidentNews, ...answers(IncidentDetails) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { status, texts, next_news_at, request_key: requestKey } = request.body;
      const news = { status, texts, nextNewsAt: moment(next_news_at), requestKey };
      await transact((tx) => updateIncident({ tx, desk, actor }, request.params.id, news));
      return reply.send(await readIncident(db, request.params.id));
    },
  );
  app.post(
    '/api/incidents/:id/resolve',
    { config: { access }, schema: { params: WithId, body: IncidentEnd, ...answers(IncidentDetails) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { texts, request_key: requestKey } = request.body;
      const end = { status: 'resolved', texts, nextNewsAt: null, requestKey } as const;
      await transact((tx) => updateIncident({ tx, desk, actor }, request.params.id, end));
      return reply.send(await readIncident(db, request.params.id));
    },
  );
}

function ticketRoute(app: App, { db, desk, transact }: HttpOptions): void {
  app.put(
    '/api/tickets/:id/incident',
    {
      config: { access: 'tickets.assign' },
      schema: { params: WithId, body: TicketIncidentRequest, ...answers(Ticket) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { incident_id: incidentId } = request.body;
      await transact((tx) => setTicketIncident({ tx, desk, actor }, request.params.id, incidentId));
      return reply.send(await readTicket(db, request.params.id, actor.language));
    },
  );
}

function placeRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  const access = 'incidents.manage' as const;
  const read = async () => {
    const place = await readStatusPlace(db);
    if (!place) return { place: null };
    const { chatId: chat_id, threadId: thread_id, state, problem } = place;
    return { place: { chat_id, thread_id, state, problem } };
  };
  app.get(
    '/api/incidents/place',
    { config: { access }, schema: answers(StatusPlace) },
    async (_request, reply) => reply.send(await read()),
  );
  app.put(
    '/api/incidents/place',
    { config: { access }, schema: { body: StatusPlaceRequest, ...answers(StatusPlace) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { place } = request.body;
      const to = place && { chatId: place.chat_id, threadId: place.thread_id };
      await transact((tx) => setPlaceForStatuses({ tx, desk, actor }, to));
      return reply.send(await read());
    },
  );
}
