import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { botRoutes } from './bot-routes.ts';
import { dispatch } from './dispatch.ts';
import { uploadLimit } from './files.ts';
import type { World } from './model.ts';
import { peopleRoutes } from './people/index.ts';
import { summaries } from './people/summaries.ts';

const phoneFolder = fileURLToPath(new URL('../../dist/phone', import.meta.url));
const noPhone =
  'The sandbox runs. Its phone page is not built yet: run "npx vite build sandbox/phone" in the repository.\n';

/** The sandbox as an HTTP server, not yet listening: bot side, people side, phone page. */
export async function buildServer(world: World): Promise<FastifyInstance> {
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 100 * 1024 * 1024,
    routerOptions: { maxParamLength: 1000 },
  });
  world.performReply = (bot, { method, ...params }) => {
    const { signal } = world.closing;
    void dispatch(world, bot, { method: String(method), params, files: new Map(), signal });
  };
  app.addHook('preClose', async () => world.closing.abort());
  await app.register(multipart, { limits: { fileSize: uploadLimit, fieldSize: 1024 * 1024 } });
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Sandbox, people side',
        description: 'Plays the people of a Telegram that runs on this machine.',
        version: '1.0.0',
      },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      const summary = summaries[`${String(route.route.method)} ${url}`];
      return { schema: summary === undefined ? schema : { ...schema, summary }, url };
    },
  });
  await app.register(botRoutes(world));
  await app.register(peopleRoutes(world));
  if (existsSync(phoneFolder)) await app.register(fastifyStatic, { root: phoneFolder });
  else app.get('/', { schema: { hide: true } }, (_request, reply) => reply.type('text/plain').send(noPhone));
  return app;
}
