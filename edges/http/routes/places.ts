import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  OfficialAccountsRequest,
  PlaceChoice,
  PlaceFaqRequest,
  PlacePostSlug,
  Places,
  PlaceTextRequest,
  PlaceTopicRequest,
  PlaceTopicSlug,
} from '../../../contract/index.ts';
import {
  checkPlaces,
  choosePlace,
  confirmPlaceText,
  leavePlace,
  placesPage,
  setFaq,
  setOfficialAccounts,
  setPlaceText,
  setPlaceTopic,
} from '../../../domain/community/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const access = 'places.manage' as const;
const OfKind = z.object({ kind: z.enum(['channel', 'community']) });
const OfText = z.object({ slug: PlacePostSlug });
const OfTopic = z.object({ slug: PlaceTopicSlug });

/** The desk's channel and community group: what is missing, what stands there, who confirmed it (P1, P2, S6). */
export function placeRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  placeChoiceRoutes(app, options);
  wordRoutes(app, options);
  topicRoutes(app, options);
}

function placeChoiceRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.get('/api/places', { config: { access }, schema: answers(Places) }, async (_request, reply) =>
    reply.send(await placesPage(db, desk)),
  );
  app.post('/api/places/check', { config: { access }, schema: answers(Places) }, async (request, reply) => {
    const actor = actorOf(request);
    await transact((tx) => checkPlaces({ tx, desk, actor }));
    return reply.send(await placesPage(db, desk));
  });
  app.put(
    '/api/places/:kind',
    { config: { access }, schema: { params: OfKind, body: PlaceChoice, ...answers(Places) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { kind } = request.params;
      const { chat } = request.body;
      await transact((tx) =>
        chat === null ? leavePlace({ tx, desk, actor }, kind) : choosePlace({ tx, desk, actor }, kind, chat),
      );
      return reply.send(await placesPage(db, desk));
    },
  );
}

function wordRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.put(
    '/api/places/texts/:slug',
    { config: { access }, schema: { params: OfText, body: PlaceTextRequest, ...answers(Places) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setPlaceText({ tx, desk, actor }, request.params.slug, request.body.text));
      return reply.send(await placesPage(db, desk));
    },
  );
  app.post(
    '/api/places/texts/:slug/confirm',
    { config: { access }, schema: { params: OfText, ...answers(Places) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => confirmPlaceText({ tx, desk, actor }, request.params.slug));
      return reply.send(await placesPage(db, desk));
    },
  );
  app.put(
    '/api/places/accounts',
    { config: { access }, schema: { body: OfficialAccountsRequest, ...answers(Places) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setOfficialAccounts({ tx, desk, actor }, request.body.accounts));
      return reply.send(await placesPage(db, desk));
    },
  );
}

function topicRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.put(
    '/api/places/topics/:slug',
    { config: { access }, schema: { params: OfTopic, body: PlaceTopicRequest, ...answers(Places) } },
    async (request, reply) => {
      const actor = actorOf(request);
      const { name, thread_id: threadId } = request.body;
      const to = { name, ...(threadId === undefined ? {} : { threadId }) };
      await transact((tx) => setPlaceTopic({ tx, desk, actor }, request.params.slug, to));
      return reply.send(await placesPage(db, desk));
    },
  );
  app.put(
    '/api/places/faq',
    { config: { access }, schema: { body: PlaceFaqRequest, ...answers(Places) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setFaq({ tx, desk, actor }, request.body.articles));
      return reply.send(await placesPage(db, desk));
    },
  );
}
