import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  AutomationOrder,
  AutomationRuleChange,
  AutomationRuleHistory,
  AutomationRules,
  AutomationRunPage,
  AutomationRunQuery,
  AutomationSwitch,
  AutomationTrial,
  AutomationTrialResult,
  NewAutomationRule,
} from '../../../contract/index.ts';
import {
  addRule,
  deleteRule,
  dryRun,
  listRules,
  orderRules,
  readManagedRule,
  readRuns,
  saveRule,
  switchRule,
} from '../../../domain/automation/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const OfRule = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** Rules of automation: reading, changing, ordering and switching them, and what they did. */
export function automationRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  readingRoutes(app, options);
  writingRoutes(app, options);
  wholeRoutes(app, options);
}

function readingRoutes(app: App, { db, desk }: HttpOptions): void {
  app.get(
    '/api/automation/rules',
    { config: { access: 'automation.manage' }, schema: answers(AutomationRules) },
    async (_request, reply) => reply.send(await listRules(db, desk.clock.now())),
  );
  app.get(
    '/api/automation/rules/:id',
    {
      config: { access: 'automation.manage' },
      schema: { params: OfRule, ...answers(AutomationRuleHistory) },
    },
    async (request, reply) => reply.send(await readManagedRule(db, request.params.id, desk.clock.now())),
  );
  app.get(
    '/api/automation/runs',
    {
      config: { access: 'automation.manage' },
      schema: { querystring: AutomationRunQuery, ...answers(AutomationRunPage) },
    },
    async (request, reply) => {
      const { cursor, ...query } = request.query;
      const before = cursor === undefined ? undefined : Number(cursor);
      return reply.send(await readRuns(db, { ...query, before }));
    },
  );
}

function writingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  const by = (request: object) => ({ actor: actorOf(request), now: desk.clock.now() });
  const read = (id: number) => readManagedRule(db, id, desk.clock.now());
  app.post(
    '/api/automation/rules',
    {
      config: { access: 'automation.manage' },
      schema: { body: NewAutomationRule, ...answers(AutomationRuleHistory) },
    },
    async (request, reply) =>
      reply.send(await read(await transact((tx) => addRule(tx, request.body, by(request))))),
  );
  app.put(
    '/api/automation/rules/:id',
    {
      config: { access: 'automation.manage' },
      schema: { params: OfRule, body: AutomationRuleChange, ...answers(AutomationRuleHistory) },
    },
    async (request, reply) => {
      const { id } = request.params;
      await transact((tx) => saveRule(tx, { id, ...request.body }, by(request)));
      return reply.send(await read(id));
    },
  );
  app.put(
    '/api/automation/rules/:id/active',
    {
      config: { access: 'automation.manage' },
      schema: { params: OfRule, body: AutomationSwitch, ...answers(AutomationRuleHistory) },
    },
    async (request, reply) => {
      const { id } = request.params;
      await transact((tx) => switchRule(tx, { id, active: request.body.active }, by(request)));
      return reply.send(await read(id));
    },
  );
  app.delete(
    '/api/automation/rules/:id',
    { config: { access: 'automation.manage' }, schema: { params: OfRule, response: { 204: z.null() } } },
    async (request, reply) => {
      await transact((tx) => deleteRule(tx, request.params.id, by(request)));
      return reply.code(204).send(null);
    },
  );
}

function wholeRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.put(
    '/api/automation/order',
    {
      config: { access: 'automation.manage' },
      schema: { body: AutomationOrder, ...answers(AutomationRules) },
    },
    async (request, reply) => {
      const by = { actor: actorOf(request), now: desk.clock.now() };
      await transact((tx) => orderRules(tx, request.body.ids, by));
      return reply.send(await listRules(db, desk.clock.now()));
    },
  );
  app.post(
    '/api/automation/dry-run',
    {
      config: { access: 'automation.manage' },
      schema: { body: AutomationTrial, ...answers(AutomationTrialResult) },
    },
    async (request, reply) => {
      const { from, until, ...query } = request.body;
      const period = {
        ...(from === undefined ? {} : { from: new Date(from) }),
        ...(until === undefined ? {} : { until: new Date(until) }),
      };
      return reply.send(await dryRun(db, { ...query, ...period }, desk.clock.now()));
    },
  );
}
