import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  LowRating,
  LowRatingHandled,
  LowRatingPage,
  LowRatingQuery,
  QuietSettings,
  SurveySettings,
} from '../../../contract/index.ts';
import { handleLowRating, setAftercare, setQuietHours } from '../../../domain/back-office/index.ts';
import { readQuietSettings } from '../../../domain/front-desk/index.ts';
import { listLow, readAftercareSettings, readLow } from '../../../domain/surveys/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { type App, answers, typed } from '../typed.ts';

const OfRating = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** What customers are asked around the end of a ticket, when they are left alone, and the low ratings that a lead reads. */
export function surveyRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  settingRoutes(app, options);
  lowRoutes(app, options);
}

function settingRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.get(
    '/api/survey-settings',
    { config: { access: 'surveys.read' }, schema: answers(SurveySettings) },
    async (_request, reply) => reply.send(await readAftercareSettings(db)),
  );
  app.put(
    '/api/survey-settings',
    { config: { access: 'surveys.manage' }, schema: { body: SurveySettings, ...answers(SurveySettings) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setAftercare({ tx, desk, actor }, request.body));
      return reply.send(await readAftercareSettings(db));
    },
  );
  app.get(
    '/api/quiet-hours',
    { config: { access: 'surveys.read' }, schema: answers(QuietSettings) },
    async (_request, reply) => reply.send(await readQuietSettings(db)),
  );
  app.put(
    '/api/quiet-hours',
    { config: { access: 'surveys.manage' }, schema: { body: QuietSettings, ...answers(QuietSettings) } },
    async (request, reply) => {
      const actor = actorOf(request);
      await transact((tx) => setQuietHours({ tx, desk, actor }, request.body));
      return reply.send(await readQuietSettings(db));
    },
  );
}

function lowRoutes(app: App, { db, desk, transact }: HttpOptions): void {
  app.get(
    '/api/low-ratings',
    {
      config: { access: 'surveys.read' },
      schema: { querystring: LowRatingQuery, ...answers(LowRatingPage) },
    },
    async (request, reply) => reply.send(await listLow(db, request.query)),
  );
  app.post(
    '/api/low-ratings/:id/handled',
    {
      config: { access: 'surveys.manage' },
      schema: { params: OfRating, body: LowRatingHandled, ...answers(LowRating) },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      await transact((tx) => handleLowRating({ tx, desk, actor }, id, request.body.note));
      return reply.send(await readLow(db, id));
    },
  );
}
