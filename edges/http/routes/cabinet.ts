import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../../base/db/index.ts';
import { DomainError } from '../../../base/kernel/index.ts';
import {
  Cabinet,
  CabinetSignIn,
  NotifyRequest,
  OpenedCabinet,
  OpenTicketRequest,
  OwnConversation,
  OwnConversationQuery,
  OwnSettings,
  OwnSettingsChange,
  OwnTicket,
  OwnTickets,
  OwnTicketsQuery,
  OwnWordsRequest,
  RatingRequest,
} from '../../../contract/index.ts';
import {
  changeSettings,
  closeTicket,
  openTicket,
  rateTicket,
  readOwnConversation,
  readOwnTicket,
  readOwnTickets,
  readSettings,
  reopenTicket,
  setNotify,
  shownForms,
  signInByLaunch,
  signInByOwnLink,
  type Visit,
  withdrawOwnConsent,
  write,
} from '../../../domain/cabinet/index.ts';
import {
  type Customer,
  closeCustomerSession,
  customerById,
  customerOfSession,
} from '../../../domain/customers/index.ts';
import { customerOf, customerTokenOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const OfTicket = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const signInLimit = { max: 20, timeWindow: '1 minute' };
const config = { access: 'customer' } as const;

/** The cabinet: what a customer sees and does without asking (M1, M2, M4). */
export function cabinetRoutes(base: FastifyInstance, options: HttpOptions): void {
  signInRoutes(base, options);
  readingRoutes(base, options);
  actingRoutes(base, options);
  settingsRoutes(base, options);
}

const visitOf = ({ desk }: HttpOptions, request: FastifyRequest, tx: Tx): Visit => ({
  ...{ tx, desk },
  customer: customerOf(request),
});

function signInRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db, transact, desk } = options;

  app.post(
    '/api/cabinet/session',
    {
      config: { access: 'public', rateLimit: signInLimit },
      schema: { body: CabinetSignIn, ...answers(OpenedCabinet) },
    },
    async (request) => {
      const { init_data: initData, link } = request.body;
      const launch = initData === undefined ? undefined : options.readLaunch(initData);
      if (initData !== undefined && !launch) throw new DomainError('unauthorized', 'launch_forged');
      const session = await transact((tx) =>
        launch ? signInByLaunch(tx, desk, launch) : signInByOwnLink(tx, desk, link ?? ''),
      );
      const customer = await customerOfSession(db, session, desk.clock.now());
      return { session, ...(await cabinetOf(options, customer)) };
    },
  );

  app.get('/api/cabinet/session', { config, schema: answers(Cabinet) }, (request) =>
    cabinetOf(options, customerOf(request)),
  );

  app.delete('/api/cabinet/session', { config }, async (request, reply) => {
    await transact((tx) => closeCustomerSession(tx, customerTokenOf(request)));
    return reply.code(204).send();
  });
}

async function cabinetOf({ db, desk, botUsername }: HttpOptions, customer: Customer) {
  const { topics } = await desk.routing();
  const formOf = await shownForms(db, { desk, customer });
  const { id, first_name, language, time_zone } = customer;
  return {
    customer: { id, first_name, language, time_zone },
    desk: { name: desk.settings.name, time_zone: desk.settings.timeZone, bot_username: botUsername() },
    topics: topics.map(({ id, slug, emoji, texts }) => ({
      ...{ slug, emoji, form: formOf(id) },
      ...{ title: texts.title[language], prompt: texts.prompt[language] },
    })),
  };
}

function readingRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db, transact, desk } = options;
  const whoOf = (request: FastifyRequest) => ({ desk, customer: customerOf(request) });

  app.get(
    '/api/cabinet/tickets',
    { config, schema: { querystring: OwnTicketsQuery, ...answers(OwnTickets) } },
    (request) => readOwnTickets(db, whoOf(request), request.query),
  );

  app.get(
    '/api/cabinet/tickets/:id',
    { config, schema: { params: OfTicket, ...answers(OwnTicket) } },
    (request) => readOwnTicket(db, whoOf(request), request.params.id),
  );

  app.get(
    '/api/cabinet/tickets/:id/conversation',
    {
      config,
      schema: { params: OfTicket, querystring: OwnConversationQuery, ...answers(OwnConversation) },
    },
    (request) => {
      const of = { ticketId: request.params.id, customerId: customerOf(request).id };
      return transact((tx) => readOwnConversation(tx, of, request.query));
    },
  );
}

function actingRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db, transact, desk } = options;
  /** Does something and shows the ticket as it is then. */
  const act = async (request: FastifyRequest, work: (visit: Visit) => Promise<number>) => {
    const ticketId = await transact((tx) => work(visitOf(options, request, tx)));
    return readOwnTicket(db, { desk, customer: customerOf(request) }, ticketId);
  };
  const onTicket = { params: OfTicket, ...answers(OwnTicket) };

  app.post(
    '/api/cabinet/tickets',
    { config, schema: { body: OpenTicketRequest, ...answers(OwnTicket) } },
    (request) => {
      const { topic, text, files: uploads, request_key: requestKey } = request.body;
      const { form_version: formVersion, answers } = request.body;
      const asked = { topic, text, uploads, formVersion, answers, requestKey };
      return act(request, (visit) => openTicket(visit, asked));
    },
  );

  app.post(
    '/api/cabinet/tickets/:id/messages',
    { config, schema: { ...onTicket, body: OwnWordsRequest } },
    (request) => {
      const { id } = request.params;
      const { text, files: uploads, request_key: requestKey } = request.body;
      return act(request, (visit) => write(visit, id, { text, uploads, requestKey }).then(() => id));
    },
  );

  const simple = { close: closeTicket, reopen: reopenTicket };
  for (const [name, work] of Object.entries(simple)) {
    app.post(`/api/cabinet/tickets/:id/${name}`, { config, schema: onTicket }, (request) => {
      const { id } = request.params;
      return act(request, (visit) => work(visit, id).then(() => id));
    });
  }

  app.post(
    '/api/cabinet/tickets/:id/rating',
    { config, schema: { ...onTicket, body: RatingRequest } },
    (request) => {
      const { id } = request.params;
      return act(request, (visit) => rateTicket(visit, id, request.body.score).then(() => id));
    },
  );

  app.put(
    '/api/cabinet/tickets/:id/notify',
    { config, schema: { ...onTicket, body: NotifyRequest } },
    (request) => {
      const { id } = request.params;
      return act(request, (visit) => setNotify(visit, id, request.body.on).then(() => id));
    },
  );
}

function settingsRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { transact } = options;

  app.get('/api/cabinet/settings', { config, schema: answers(OwnSettings) }, (request) =>
    transact((tx) => readSettings(visitOf(options, request, tx))),
  );

  app.patch(
    '/api/cabinet/settings',
    { config, schema: { body: OwnSettingsChange, ...answers(OwnSettings) } },
    async (request) => {
      const { language, time_zone: timeZone, quiet_hours: quietHours, notices } = request.body;
      const { id } = customerOf(request);
      return transact(async (tx) => {
        const visit = visitOf(options, request, tx);
        await changeSettings(visit, { language, timeZone, quietHours, notices });
        return readSettings({ ...visit, customer: await customerById(tx, id) });
      });
    },
  );

  app.delete('/api/cabinet/consent', { config, schema: answers(OwnSettings) }, (request) =>
    transact(async (tx) => {
      const visit = visitOf(options, request, tx);
      await withdrawOwnConsent(visit);
      return readSettings(visit);
    }),
  );
}
