import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The console's pages. Names of built files carry their hash, so they may be kept for ever; the page that names them may not. */
export async function pages(app: FastifyInstance, options: { distFolder: string }): Promise<void> {
  const root = join(options.distFolder, 'console');
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'));
  if (!existsSync(root)) {
    app.get('/console/*', { schema: { hide: true } }, (_request, reply) =>
      reply
        .code(503)
        .type('text/plain')
        .send('The console is not built yet. Start the desk with `npm start`, which builds it.'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root,
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  app.get('/console', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'));
  app.get<{ Params: { '*': string } }>('/console/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.params['*'];
    // Addresses within the console are all the one page; files are themselves, or missing.
    return reply.sendFile(path.startsWith('assets/') || FILES.has(path) ? path : 'index.html');
  });
}

const FILES = new Set(['favicon.svg', 'favicon.ico', 'robots.txt']);
