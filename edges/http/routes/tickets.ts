import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseMarkdown } from '../../../base/text/index.ts';
import {
  AssignRequest,
  ClarificationRequest,
  Conversation,
  EditRequest,
  MessageSource,
  ReplyRequest,
  ResolveRequest,
  SnoozeRequest,
  TagRequest,
  Ticket,
  TicketMessage,
} from '../../../contract/index.ts';
import {
  reply as answerCustomer,
  askClarification,
  assign,
  editOwn,
  note,
  type Reader,
  readConversation,
  readMessage,
  readSource,
  readTicket,
  reopen,
  resend,
  resolve,
  sendNow,
  snooze,
  tag,
  takeBackOwn,
  type Work,
  type Written,
} from '../../../domain/back-office/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const OfTicket = z.object({ id });
const OfMessage = z.object({ id, message: id });
const Part = z.object({ before: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

/** A ticket: reading it, and everything that an agent does to it. */
export function ticketRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  readingRoutes(app, options);
  writingRoutes(app, options);
  sendingRoutes(app, options);
  ownRoutes(app, options);
  stateRoutes(app, options);
  markRoutes(app, options);
}

const readerOf = ({ desk }: HttpOptions, request: object): Reader => ({
  id: actorOf(request).id,
  now: desk.clock.now(),
});

function readingRoutes(app: App, options: HttpOptions): void {
  const { db } = options;
  app.get(
    '/api/tickets/:id',
    { config: { access: 'tickets.read' }, schema: { params: OfTicket, ...answers(Ticket) } },
    async (request, reply) => reply.send(await readTicket(db, request.params.id, actorOf(request).language)),
  );
  app.get(
    '/api/tickets/:id/conversation',
    {
      config: { access: 'tickets.read' },
      schema: { params: OfTicket, querystring: Part, ...answers(Conversation) },
    },
    async (request, reply) =>
      reply.send(
        await readConversation(db, request.params.id, {
          ...request.query,
          reader: readerOf(options, request),
        }),
      ),
  );
}

type Writing = (work: Work, written: Written) => Promise<number>;

/** Lets an agent write into a ticket and reads back what now stands there. */
async function write(
  options: HttpOptions,
  request: { actor: Work['actor']; ticketId: number; written: Written },
  writing: Writing,
) {
  const { actor, ticketId, written } = request;
  const { desk, transact, db } = options;
  const messageId = await transact((tx) => writing({ tx, desk, actor, ticketId }, written));
  return readMessage(db, ticketId, { messageId, reader: { id: actor.id, now: desk.clock.now() } });
}

function writingRoutes(app: App, options: HttpOptions): void {
  const post = (route: { path: string; access: 'tickets.reply' | 'tickets.note' }, writing: Writing) =>
    app.post(
      `/api/tickets/:id/${route.path}`,
      {
        config: { access: route.access },
        schema: { params: OfTicket, body: ReplyRequest, ...answers(TicketMessage) },
      },
      async (request, reply) => {
        const { text, files, reply_to: replyTo, request_key: requestKey, through } = request.body;
        const words = route.path === 'replies' ? parseMarkdown(text) : { text };
        const written = { ...words, uploads: files, replyTo, requestKey, through };
        return reply.send(
          await write(options, { actor: actorOf(request), ticketId: request.params.id, written }, writing),
        );
      },
    );
  post({ path: 'replies', access: 'tickets.reply' }, answerCustomer);
  post({ path: 'notes', access: 'tickets.note' }, note);
  app.post(
    '/api/tickets/:id/clarifications',
    {
      config: { access: 'tickets.reply' },
      schema: { params: OfTicket, body: ClarificationRequest, ...answers(TicketMessage) },
    },
    async (request, reply) => {
      const { question, request_key: requestKey, through } = request.body;
      const written = { ...parseMarkdown(question), requestKey, through };
      const asked = { actor: actorOf(request), ticketId: request.params.id, written };
      return reply.send(await write(options, asked, askClarification));
    },
  );
}

/** What an agent does to words that are on their way: sends them once more, or now although their customer is asleep. */
function sendingRoutes(app: App, options: HttpOptions): void {
  const { desk, transact, db } = options;
  const post = (path: string, sending: (work: Work, messageId: number) => Promise<void>) =>
    app.post(
      `/api/tickets/:id/messages/:message/${path}`,
      { config: { access: 'tickets.reply' }, schema: { params: OfMessage, ...answers(TicketMessage) } },
      async (request, reply) => {
        const { id: ticketId, message } = request.params;
        await transact((tx) => sending({ tx, desk, actor: actorOf(request), ticketId }, message));
        return reply.send(
          await readMessage(db, ticketId, { messageId: message, reader: readerOf(options, request) }),
        );
      },
    );
  post('resend', resend);
  post('send-now', sendNow);
}

/** What an agent does to a message of their own: reads its words as they were written, changes them, takes the message back. */
function ownRoutes(app: App, options: HttpOptions): void {
  const { desk, transact, db } = options;
  const path = '/api/tickets/:id/messages/:message';
  const config = { access: 'tickets.note' } as const;
  const workOf = (request: { params: { id: number } }, tx: Work['tx']): Work => ({
    ...{ tx, desk, actor: actorOf(request), ticketId: request.params.id },
  });
  const shown = (request: { params: { id: number; message: number } }) =>
    readMessage(db, request.params.id, {
      messageId: request.params.message,
      reader: readerOf(options, request),
    });

  app.get(`${path}/source`, { config, schema: { params: OfMessage, ...answers(MessageSource) } }, (request) =>
    transact(async (tx) => ({ text: await readSource(workOf(request, tx), request.params.message) })),
  );
  app.patch(
    path,
    { config, schema: { params: OfMessage, body: EditRequest, ...answers(TicketMessage) } },
    async (request) => {
      await transact((tx) => editOwn(workOf(request, tx), request.params.message, request.body.text));
      return shown(request);
    },
  );
  app.delete(path, { config, schema: { params: OfMessage, ...answers(TicketMessage) } }, async (request) => {
    await transact((tx) => takeBackOwn(workOf(request, tx), request.params.message));
    return shown(request);
  });
}

function stateRoutes(app: App, options: HttpOptions): void {
  const { db, desk, transact } = options;
  app.post(
    '/api/tickets/:id/resolve',
    {
      config: { access: 'tickets.resolve' },
      schema: { params: OfTicket, body: ResolveRequest, ...answers(Ticket) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { summary, next, request_key: requestKey, through } = request.body;
      const written = { text: summary, requestKey, through };
      const solving: Writing = (work, words) => resolve(work, { ...words, next });
      await write(options, { actor, ticketId: request.params.id, written }, solving);
      return reply.send(await readTicket(db, request.params.id, actor.language));
    },
  );
  app.post(
    '/api/tickets/:id/reopen',
    { config: { access: 'tickets.resolve' }, schema: { params: OfTicket, ...answers(Ticket) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => reopen({ tx, desk, actor, ticketId: request.params.id }));
      return reply.send(await readTicket(db, request.params.id, actor.language));
    },
  );
  app.post(
    '/api/tickets/:id/assignee',
    {
      config: { access: 'tickets.assign' },
      schema: { params: OfTicket, body: AssignRequest, ...answers(Ticket) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) =>
        assign({ tx, desk, actor, ticketId: request.params.id }, request.body.assignee_id),
      );
      return reply.send(await readTicket(db, request.params.id, actor.language));
    },
  );
}

function markRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.post(
    '/api/tickets/:id/tags',
    {
      config: { access: 'tickets.note' },
      schema: { params: OfTicket, body: TagRequest, ...answers(Ticket) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => tag({ tx, desk, actor, ticketId: request.params.id }, request.body));
      return reply.send(await readTicket(db, request.params.id, actor.language));
    },
  );
  app.post(
    '/api/tickets/:id/snooze',
    {
      config: { access: 'tickets.assign' },
      schema: { params: OfTicket, body: SnoozeRequest, ...answers(Ticket) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { until } = request.body;
      await transact((tx) =>
        snooze({ tx, desk, actor, ticketId: request.params.id }, until === null ? null : new Date(until)),
      );
      return reply.send(await readTicket(db, request.params.id, actor.language));
    },
  );
}
