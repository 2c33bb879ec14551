import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  Macro,
  MacroApproval,
  MacroChange,
  MacroDraft,
  MacroDraftPreview,
  MacroDraftPreviewRequest,
  MacroFields,
  MacroHistory,
  MacroPreview,
  MacroQuery,
  MacroReturn,
  MacroSettings,
  MacroSettingsChange,
  MacroUse,
  TicketMessage,
  ToneAdvices,
  ToneRequest,
} from '../../../contract/index.ts';
import {
  applyMacro,
  previewDraft,
  previewMacro,
  previewMacros,
  readMessage,
  writeMacro,
} from '../../../domain/back-office/index.ts';
import {
  approveMacro,
  checkTone,
  listMacros,
  readMacro,
  readMacroSettings,
  returnMacro,
  setMacroSettings,
} from '../../../domain/replies/index.ts';
import { demand } from '../../../domain/staff/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const OfMacro = z.object({ id });
const InTicket = z.object({ id, macro: id });

/** Macros: reading them in a ticket, using them, writing and approving them; and advice on tone. */
export function macroRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  usingRoutes(app, options);
  readingRoutes(app, options);
  writingRoutes(app, options);
  judgingRoutes(app, options);
  settingRoutes(app, options);
}

function usingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.get(
    '/api/macros',
    {
      config: { access: 'macros.use' },
      schema: { querystring: MacroQuery, ...answers(z.array(MacroPreview)) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      // A text shows something of its ticket.
      demand(actor, 'tickets.read');
      const { ticket: ticketId, q } = request.query;
      return reply.send(await previewMacros({ db, desk, actor }, { ticketId, q }));
    },
  );
  app.post(
    '/api/tickets/:id/macros/:macro/preview',
    {
      config: { access: 'macros.use' },
      schema: { params: InTicket, body: MacroFields, ...answers(MacroPreview) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      demand(actor, 'tickets.read');
      const { id: ticketId, macro: macroId } = request.params;
      const asked = { ticketId, macroId, fields: request.body.fields };
      return reply.send(await previewMacro({ db, desk, actor }, asked));
    },
  );
  app.post(
    '/api/tickets/:id/macros/:macro',
    {
      config: { access: 'macros.use' },
      schema: { params: InTicket, body: MacroUse, ...answers(TicketMessage) },
    },
    async (request, reply) => {
      const { id: ticketId, macro: macroId } = request.params;
      const { fields, request_key: requestKey } = request.body;
      const work = { desk, actor: actorOf(request), ticketId };
      const use = { macroId, fields, requestKey };
      const messageId = await transact((tx) => applyMacro({ ...work, tx }, use));
      const reader = { id: work.actor.id, now: desk.clock.now() };
      return reply.send(await readMessage(db, ticketId, { messageId, reader }));
    },
  );
}

function readingRoutes(app: App, { db }: HttpOptions): void {
  app.get(
    '/api/macros/all',
    { config: { access: 'macros.use' }, schema: answers(z.array(Macro)) },
    async (_request, reply) => reply.send(await listMacros(db)),
  );
  app.get(
    '/api/macros/:id',
    { config: { access: 'macros.use' }, schema: { params: OfMacro, ...answers(MacroHistory) } },
    async (request, reply) => reply.send(await readMacro(db, request.params.id)),
  );
}

function writingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.post(
    '/api/macros',
    { config: { access: 'macros.edit' }, schema: { body: MacroDraft, ...answers(MacroHistory) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const made = await transact((tx) => writeMacro({ tx, desk, actor }, request.body));
      return reply.send(await readMacro(db, made));
    },
  );
  app.put(
    '/api/macros/:id',
    {
      config: { access: 'macros.edit' },
      schema: { params: OfMacro, body: MacroChange, ...answers(MacroHistory) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { base, draft } = request.body;
      const at = { id: request.params.id, base };
      await transact((tx) => writeMacro({ tx, desk, actor }, draft, at));
      return reply.send(await readMacro(db, request.params.id));
    },
  );
  app.post(
    '/api/macros/preview',
    {
      config: { access: 'macros.edit' },
      schema: { body: MacroDraftPreviewRequest, ...answers(MacroDraftPreview) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { ticket: ticketId, ...asked } = request.body;
      // A text shows something of its ticket.
      if (ticketId !== null) demand(actor, 'tickets.read');
      return reply.send(await previewDraft({ db, desk, actor }, { ...asked, ticketId }));
    },
  );
}

function judgingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.post(
    '/api/macros/:id/approve',
    {
      config: { access: 'macros.approve' },
      schema: { params: OfMacro, body: MacroApproval, ...answers(MacroHistory) },
    },
    async (request, reply) => {
      const by = { actor: actorOf(request), now: desk.clock.now() };
      const which = { id: request.params.id, version: request.body.version };
      await transact((tx) => approveMacro(tx, which, by));
      return reply.send(await readMacro(db, request.params.id));
    },
  );
  app.post(
    '/api/macros/:id/return',
    {
      config: { access: 'macros.approve' },
      schema: { params: OfMacro, body: MacroReturn, ...answers(MacroHistory) },
    },
    async (request, reply) => {
      const by = { actor: actorOf(request), now: desk.clock.now() };
      const which = { id: request.params.id, ...request.body };
      await transact((tx) => returnMacro(tx, which, by));
      return reply.send(await readMacro(db, request.params.id));
    },
  );
}

function settingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  const settings = async () => {
    const { approvalRequired, toneGate } = await readMacroSettings(db);
    return { approval_required: approvalRequired, tone_gate: toneGate };
  };
  app.get(
    '/api/macro-settings',
    { config: { access: 'macros.use' }, schema: answers(MacroSettings) },
    async (_request, reply) => reply.send(await settings()),
  );
  app.put(
    '/api/macro-settings',
    {
      config: { access: 'macros.approve' },
      schema: { body: MacroSettingsChange, ...answers(MacroSettings) },
    },
    async (request, reply) => {
      const by = { actor: actorOf(request), now: desk.clock.now() };
      const { approval_required: approvalRequired, tone_gate: toneGate } = request.body;
      const set = {
        ...(approvalRequired === undefined ? {} : { approvalRequired }),
        ...(toneGate === undefined ? {} : { toneGate }),
      };
      await transact((tx) => setMacroSettings(tx, set, by));
      return reply.send(await settings());
    },
  );
  app.post(
    '/api/tone',
    { config: { access: 'signed_in' }, schema: { body: ToneRequest, ...answers(ToneAdvices) } },
    async (request, reply) => reply.send(checkTone(request.body.text, request.body.language)),
  );
}
