import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DAY, plus } from '../../../base/kernel/index.ts';
import {
  AnswerDraft,
  ArticleChange,
  ArticleDraft,
  ArticleHistory,
  ArticleOrder,
  ArticlePlace,
  ArticlePreview,
  ArticlePreviewRequest,
  ArticleReturn,
  ArticleVersionNamed,
  Deflection,
  DeflectionQuery,
  KnowledgeSettings,
  ListedArticles,
  SearchCounts,
  SearchCountsQuery,
  Sections,
  SuggestedArticle,
  Synonyms,
} from '../../../contract/index.ts';
import { draftAnswer, suggestArticles } from '../../../domain/back-office/index.ts';
import { faqSoon } from '../../../domain/community/index.ts';
import {
  archiveArticle,
  arrangeArticles,
  countDeflection,
  countSearches,
  listArticles,
  placeArticle,
  previewArticle,
  publishArticle,
  readArticle,
  readKnowledgeSettings,
  readSections,
  readSynonyms,
  returnArticle,
  saveArticle,
  saveKnowledgeSettings,
  saveSections,
  saveSynonyms,
  submitArticle,
  writeArticle,
} from '../../../domain/knowledge/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const OfArticle = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** The knowledge base behind the counter: writing and publishing articles, what people look for, and how the bot uses it (M3, B4). */
export function knowledgeRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  readingRoutes(app, options);
  writingRoutes(app, options);
  publishingRoutes(app, options);
  settingRoutes(app, options);
  usingRoutes(app, options);
}

const byOf = ({ desk }: HttpOptions, request: object) => ({
  actor: actorOf(request),
  now: desk.clock.now(),
});

function readingRoutes(app: App, { db, desk }: HttpOptions): void {
  const config = { access: 'knowledge.read' } as const;
  app.get('/api/knowledge/articles', { config, schema: answers(ListedArticles) }, async (_request, reply) =>
    reply.send(await listArticles(db, desk.clock.now())),
  );
  app.get(
    '/api/knowledge/articles/:id',
    { config, schema: { params: OfArticle, ...answers(ArticleHistory) } },
    async (request, reply) => reply.send(await readArticle(db, request.params.id)),
  );
  app.get(
    '/api/knowledge/searches',
    { config, schema: { querystring: SearchCountsQuery, ...answers(SearchCounts) } },
    async (request, reply) =>
      reply.send(await countSearches(db, plus(desk.clock.now(), -request.query.days * DAY))),
  );
  app.get('/api/knowledge/sections', { config, schema: answers(Sections) }, async (_request, reply) =>
    reply.send(await readSections(db)),
  );
  app.get('/api/knowledge/synonyms', { config, schema: answers(Synonyms) }, async (_request, reply) =>
    reply.send(await readSynonyms(db)),
  );
  app.get(
    '/api/knowledge/settings',
    { config, schema: answers(KnowledgeSettings) },
    async (_request, reply) => reply.send(await readKnowledgeSettings(db)),
  );
}

function writingRoutes(app: App, options: HttpOptions): void {
  const { db, transact, desk } = options;
  const config = { access: 'knowledge.edit' } as const;
  app.post(
    '/api/knowledge/articles',
    { config, schema: { body: ArticleDraft, ...answers(ArticleHistory) } },
    async (request, reply) => {
      const by = byOf(options, request);
      const made = await transact((tx) => writeArticle(tx, request.body, by));
      return reply.send(await readArticle(db, made));
    },
  );
  app.put(
    '/api/knowledge/articles/:id',
    { config, schema: { params: OfArticle, body: ArticleChange, ...answers(ArticleHistory) } },
    async (request, reply) => {
      const by = byOf(options, request);
      const { id } = request.params;
      await transact((tx) => saveArticle(tx, { id, ...request.body }, by));
      return reply.send(await readArticle(db, id));
    },
  );
  app.put(
    '/api/knowledge/articles/:id/place',
    { config, schema: { params: OfArticle, body: ArticlePlace, ...answers(ArticleHistory) } },
    async (request, reply) => {
      const by = byOf(options, request);
      await transact((tx) => placeArticle(tx, { id: request.params.id, place: request.body }, by));
      return reply.send(await readArticle(db, request.params.id));
    },
  );
  app.put(
    '/api/knowledge/order',
    { config, schema: { body: ArticleOrder, ...answers(ListedArticles) } },
    async (request, reply) => {
      await transact((tx) => arrangeArticles(tx, request.body, byOf(options, request)));
      return reply.send(await listArticles(db, desk.clock.now()));
    },
  );
  app.post(
    '/api/knowledge/preview',
    { config, schema: { body: ArticlePreviewRequest, ...answers(ArticlePreview) } },
    async (request, reply) => reply.send(previewArticle(await desk.library(), request.body)),
  );
}

function publishingRoutes(app: App, options: HttpOptions): void {
  const { db, transact } = options;
  // Whether it takes `knowledge.approve` besides is the desk's setting.
  const config = { access: 'knowledge.publish' } as const;
  const named = { params: OfArticle, body: ArticleVersionNamed, ...answers(ArticleHistory) };
  app.post(
    '/api/knowledge/articles/:id/submit',
    { config: { access: 'knowledge.edit' }, schema: named },
    async (request, reply) => {
      const which = { id: request.params.id, version: request.body.version };
      await transact((tx) => submitArticle(tx, which, byOf(options, request)));
      return reply.send(await readArticle(db, which.id));
    },
  );
  app.post('/api/knowledge/articles/:id/publish', { config, schema: named }, async (request, reply) => {
    const which = { id: request.params.id, version: request.body.version };
    await transact(async (tx) => {
      await publishArticle(tx, which, byOf(options, request));
      await faqSoon(tx, options.desk.clock.now());
    });
    return reply.send(await readArticle(db, which.id));
  });
  app.post(
    '/api/knowledge/articles/:id/return',
    { config, schema: { ...named, body: ArticleReturn } },
    async (request, reply) => {
      const which = { id: request.params.id, ...request.body };
      await transact((tx) => returnArticle(tx, which, byOf(options, request)));
      return reply.send(await readArticle(db, which.id));
    },
  );
  for (const [name, archived] of [['archive', true] as const, ['restore', false] as const]) {
    app.post(`/api/knowledge/articles/:id/${name}`, { config, schema: named }, async (request, reply) => {
      const which = { id: request.params.id, version: request.body.version, archived };
      await transact(async (tx) => {
        await archiveArticle(tx, which, byOf(options, request));
        await faqSoon(tx, options.desk.clock.now());
      });
      return reply.send(await readArticle(db, which.id));
    });
  }
}

function settingRoutes(app: App, options: HttpOptions): void {
  const { db, transact } = options;
  const edit = { access: 'knowledge.edit' } as const;
  app.put(
    '/api/knowledge/sections',
    { config: edit, schema: { body: Sections, ...answers(Sections) } },
    async (request, reply) => {
      await transact((tx) => saveSections(tx, request.body, byOf(options, request)));
      return reply.send(await readSections(db));
    },
  );
  app.put(
    '/api/knowledge/synonyms',
    { config: edit, schema: { body: Synonyms, ...answers(Synonyms) } },
    async (request, reply) => {
      await transact((tx) => saveSynonyms(tx, request.body, byOf(options, request)));
      return reply.send(await readSynonyms(db));
    },
  );
  app.put(
    '/api/knowledge/settings',
    {
      config: { access: 'knowledge.approve' },
      schema: { body: KnowledgeSettings.partial(), ...answers(KnowledgeSettings) },
    },
    async (request, reply) => {
      const given = Object.entries(request.body).filter(([, value]) => value !== undefined);
      await transact((tx) => saveKnowledgeSettings(tx, Object.fromEntries(given), byOf(options, request)));
      return reply.send(await readKnowledgeSettings(db));
    },
  );
}

const DAYS = 30;
/** Each costs the operator something. */
const rateLimit = { max: 60, timeWindow: '1 minute' };

function usingRoutes(app: App, { db, desk, metrics }: HttpOptions): void {
  app.get(
    '/api/tickets/:id/articles',
    {
      config: { access: 'tickets.read' },
      schema: { params: OfArticle, ...answers(z.array(SuggestedArticle)) },
    },
    async (request, reply) =>
      reply.send(await suggestArticles({ db, desk, actor: actorOf(request) }, request.params.id)),
  );
  app.post(
    '/api/tickets/:id/draft',
    {
      config: { access: 'tickets.reply', rateLimit },
      schema: { params: OfArticle, ...answers(AnswerDraft) },
    },
    async (request, reply) => {
      const drafted = await draftAnswer({ db, desk, actor: actorOf(request) }, request.params.id);
      metrics.drafts.inc({ result: drafted.draft === null ? drafted.reason : 'drafted' });
      return reply.send(drafted);
    },
  );
  app.get(
    '/api/insight/deflection',
    {
      config: { access: 'knowledge.read' },
      schema: { querystring: DeflectionQuery, ...answers(Deflection) },
    },
    async (request, reply) => {
      const now = desk.clock.now();
      const until = request.query.until === undefined ? now : new Date(request.query.until);
      const from = request.query.from === undefined ? plus(until, -DAYS * DAY) : new Date(request.query.from);
      return reply.send({ from, until, places: await countDeflection(db, { from, until, now }) });
    },
  );
}
