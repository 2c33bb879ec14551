import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../../base/db/index.ts';
import {
  HolidayFile,
  HolidaysFound,
  SlaCalendarChange,
  SlaEscalationChange,
  SlaPolicy,
  SlaRules,
} from '../../../contract/index.ts';
import {
  removeEscalation,
  setCalendar,
  setEscalation,
  setPolicy,
} from '../../../domain/back-office/index.ts';
import { holidaysOf, readSlaRules } from '../../../domain/sla/index.ts';
import type { Actor } from '../../../domain/staff/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const OfCalendar = z.object({ slug: z.string().min(1).max(50) });
const OfEscalation = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
// A year of a busy calendar file; the text of it travels in JSON.
const FILE_BYTES = 2 * 1024 * 1024;

type Managing = { tx: Tx; desk: HttpOptions['desk']; actor: Actor };

/** Service levels: promises, calendars, escalation (Q2, F4). */
export function slaRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db, desk, transact } = options;
  const changed = async (request: object, change: (work: Managing) => Promise<void>) => {
    const actor = actorOf(request);
    await transact((tx) => change({ tx, desk, actor }));
    return readSlaRules(db);
  };
  app.get(
    '/api/sla',
    { config: { access: 'sla.manage' }, schema: answers(SlaRules) },
    async (_request, reply) => reply.send(await readSlaRules(db)),
  );
  app.put(
    '/api/sla/policies',
    { config: { access: 'sla.manage' }, schema: { body: SlaPolicy, ...answers(SlaRules) } },
    async (request, reply) => reply.send(await changed(request, (work) => setPolicy(work, request.body))),
  );
  app.put(
    '/api/sla/calendars/:slug',
    {
      config: { access: 'sla.manage' },
      schema: { params: OfCalendar, body: SlaCalendarChange, ...answers(SlaRules) },
    },
    async (request, reply) =>
      reply.send(await changed(request, (work) => setCalendar(work, request.params.slug, request.body))),
  );
  app.post(
    '/api/sla/holidays',
    {
      config: { access: 'sla.manage' },
      bodyLimit: FILE_BYTES,
      schema: {
        description: 'Reads the days off in an iCalendar file; keeps nothing',
        ...{ body: HolidayFile, ...answers(HolidaysFound) },
      },
    },
    async (request, reply) => {
      const { file, ...range } = request.body;
      return reply.send({ holidays: holidaysOf(file, range) });
    },
  );
  escalationRoutes(app, changed);
}

function escalationRoutes(
  app: App,
  changed: (request: object, change: (work: Managing) => Promise<void>) => Promise<unknown>,
): void {
  app.post(
    '/api/sla/escalations',
    { config: { access: 'sla.manage' }, schema: { body: SlaEscalationChange, ...answers(SlaRules) } },
    async (request, reply) => reply.send(await changed(request, (work) => setEscalation(work, request.body))),
  );
  app.put(
    '/api/sla/escalations/:id',
    {
      config: { access: 'sla.manage' },
      schema: { params: OfEscalation, body: SlaEscalationChange, ...answers(SlaRules) },
    },
    async (request, reply) =>
      reply.send(await changed(request, (work) => setEscalation(work, request.body, request.params.id))),
  );
  app.delete(
    '/api/sla/escalations/:id',
    { config: { access: 'sla.manage' }, schema: { params: OfEscalation, ...answers(SlaRules) } },
    async (request, reply) =>
      reply.send(await changed(request, (work) => removeEscalation(work, request.params.id))),
  );
}
