import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { TopicFormChange, TopicForms } from '../../../contract/index.ts';
import { listForms, setForm } from '../../../domain/back-office/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const OfTopic = z.object({ slug: z.string().min(1).max(64) });

/** What each topic asks of a customer. */
export function formRoutes(base: FastifyInstance, { db, desk, transact }: HttpOptions): void {
  const app = typed(base);
  app.get(
    '/api/topic-forms',
    { config: { access: 'queues.manage' }, schema: answers(TopicForms) },
    async (request, reply) => reply.send(await listForms({ db, actor: actorOf(request) })),
  );
  app.put(
    '/api/topic-forms/:slug',
    {
      config: { access: 'queues.manage' },
      schema: { params: OfTopic, body: TopicFormChange, ...answers(TopicForms) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setForm({ tx, desk, actor }, request.params.slug, request.body));
      return reply.send(await listForms({ db, actor }));
    },
  );
}
