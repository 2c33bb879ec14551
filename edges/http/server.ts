import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import { answerErrors, refusals } from './errors.ts';
import { type Access, type AccessEntry, guard } from './guard.ts';
import type { HttpOptions } from './options.ts';
import { pages } from './pages.ts';
import { articleFileRoutes } from './routes/article-files.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { auditRoutes } from './routes/audit.ts';
import { automationRoutes } from './routes/automation.ts';
import { cabinetRoutes } from './routes/cabinet.ts';
import { cabinetKnowledgeRoutes } from './routes/cabinet-knowledge.ts';
import { conciergeRoutes } from './routes/concierge.ts';
import { formRoutes } from './routes/forms.ts';
import { healthRoutes } from './routes/health.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { liveRoutes } from './routes/live.ts';
import { macroRoutes } from './routes/macros.ts';
import { movingRoutes } from './routes/moving.ts';
import { placeRoutes } from './routes/places.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { queueRoutes } from './routes/queues.ts';
import { sessionRoutes } from './routes/session.ts';
import { slaRoutes } from './routes/sla.ts';
import { staffRoutes } from './routes/staff.ts';
import { staffForumRoutes } from './routes/staff-forum.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { unsentRoutes } from './routes/unsent.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { webhookRoutes } from './routes/webhook.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. Every route under /api says so. */
    access?: Access;
  }
  interface FastifyInstance {
    /** Every route and who may call it. */
    accessTable: readonly AccessEntry[];
  }
}

const REQUESTS_A_MINUTE = 1200;
const BODY_LIMIT_BYTES = 1024 * 1024;

/** Builds the server: the API with its OpenAPI description, live events, files, pages, health and metrics. It listens when told to. */
export async function buildServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...{ trustProxy: options.trustedProxies ?? 'loopback', bodyLimit: BODY_LIMIT_BYTES },
    rewriteUrl: ({ url = '/' }) => withoutPrefix(url, options.pathPrefix),
    frameworkErrors: refusals(options),
  });
  app.setValidatorCompiler(validatorCompiler);
  // What leaves is made by our own typed readers; the tests hold it against the contract.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await app.register(swagger, {
    openapi: {
      info: { title: 'Nightdesk', version: '1', description: 'The API of a Nightdesk support desk' },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_POLICY },
    strictTransportSecurity: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    // A client that is gone already has no address any more.
    keyGenerator: (request) => request.ip ?? 'gone',
    allowList: (request) => !request.url.startsWith('/api/'),
  });
  answerErrors(app, options);
  guard(app, options);
  healthRoutes(app, options);
  if (options.onlyHealth) return app;
  sessionRoutes(app, options);
  inboxRoutes(app, options);
  ticketRoutes(app, options);
  movingRoutes(app, options);
  conciergeRoutes(app, options);
  macroRoutes(app, options);
  queueRoutes(app, options);
  formRoutes(app, options);
  slaRoutes(app, options);
  incidentRoutes(app, options);
  surveyRoutes(app, options);
  automationRoutes(app, options);
  staffRoutes(app, options);
  staffForumRoutes(app, options);
  auditRoutes(app, options);
  attachmentRoutes(app, options);
  articleFileRoutes(app, options);
  uploadRoutes(app, options);
  cabinetRoutes(app, options);
  privacyRoutes(app, options);
  cabinetKnowledgeRoutes(app, options);
  knowledgeRoutes(app, options);
  placeRoutes(app, options);
  unsentRoutes(app, options);
  liveRoutes(app, options);
  webhookRoutes(app, options);
  await pages(app, { ...options, policy: CONTENT_POLICY });
  return app;
}

/** The address as the desk knows it, whether or not the proxy has cut off the path of the desk's place. */
function withoutPrefix(url: string, prefix: string | undefined): string {
  return prefix && url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : url;
}

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  connectSrc: ["'self'"],
  frameAncestors: ["'self'"],
  upgradeInsecureRequests: null,
};
