import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  ArticleVote,
  Knowledge,
  KnowledgeFound,
  KnowledgeQuery,
  ReadArticle,
  ReadArticleQuery,
} from '../../../contract/index.ts';
import {
  readKnowledge,
  readKnowledgeArticle,
  searchKnowledge,
  type Visit,
  voteOnArticle,
} from '../../../domain/cabinet/index.ts';
import { customerOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const Named = z.object({ slug: z.string().min(1).max(80) });
const config = { access: 'customer' } as const;
// Searching as one types asks often; more than this is no person.
const searchLimit = { max: 240, timeWindow: '1 minute' };

/** The knowledge base as customers read it (M3). */
export function cabinetKnowledgeRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { transact, desk } = options;
  const visit = <T>(request: FastifyRequest, work: (visit: Visit) => Promise<T>): Promise<T> =>
    transact((tx) => work({ tx, desk, customer: customerOf(request) }));

  app.get('/api/cabinet/knowledge', { config, schema: answers(Knowledge) }, (request) =>
    visit(request, readKnowledge),
  );

  app.get(
    '/api/cabinet/knowledge/articles/:slug',
    { config, schema: { params: Named, querystring: ReadArticleQuery, ...answers(ReadArticle) } },
    (request) => visit(request, (who) => readKnowledgeArticle(who, { ...request.params, ...request.query })),
  );

  app.get(
    '/api/cabinet/knowledge/search',
    {
      config: { ...config, rateLimit: searchLimit },
      schema: { querystring: KnowledgeQuery, ...answers(KnowledgeFound) },
    },
    (request) => visit(request, (who) => searchKnowledge(who, request.query)),
  );

  app.put(
    '/api/cabinet/knowledge/articles/:slug/vote',
    { config, schema: { params: Named, body: ArticleVote, ...answers(ReadArticle) } },
    (request) => {
      const { slug } = request.params;
      return visit(request, async (who) => {
        await voteOnArticle(who, { slug, ...request.body });
        return readKnowledgeArticle(who, { slug });
      });
    },
  );
}
