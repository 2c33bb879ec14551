import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Telegram's own pages, which show Mini Apps in a frame. */
const TELEGRAM_PAGES = ['https://web.telegram.org', 'https://*.telegram.org'];

type Served = { distFolder: string; framedBy?: readonly string[]; policy: Policy };
type Policy = Record<string, string[] | null>;

/** The console's and the cabinet's pages. Names of built files carry their hash, so they may be kept for ever; the page that names them may
 * not. Only the cabinet may stand in a frame, and only in Telegram's. */
export async function pages(
  app: FastifyInstance,
  { distFolder, framedBy = [], policy }: Served,
): Promise<void> {
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console/'));
  await app.register(fastifyStatic, {
    root: distFolder,
    serve: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  page(app, { name: 'console', distFolder });
  const frameAncestors = ["'self'", ...TELEGRAM_PAGES, ...framedBy];
  page(app, { name: 'cabinet', distFolder, policy: { ...policy, frameAncestors } });
}

function page(app: FastifyInstance, of: { name: string; distFolder: string; policy?: Policy }): void {
  const { name, distFolder, policy } = of;
  const options = {
    schema: { hide: true },
    ...(policy ? { helmet: { contentSecurityPolicy: { directives: policy }, frameguard: false } } : {}),
  };
  app.get(`/${name}`, options, (request, reply) =>
    reply.redirect(`/${name}/${new URL(request.url, 'http://desk').search}`),
  );
  app.get<{ Params: { '*': string } }>(`/${name}/*`, options, (request, reply) => {
    if (!existsSync(join(distFolder, name, 'index.html'))) return notBuilt(name, reply);
    const path = request.params['*'];
    // Addresses within a page are all the one page; files are themselves, or missing.
    return reply.sendFile(`${name}/${path.startsWith('assets/') || FILES.has(path) ? path : 'index.html'}`);
  });
}

function notBuilt(name: string, reply: FastifyReply) {
  return reply
    .code(503)
    .type('text/plain')
    .send(`The ${name} is not built yet. Start the desk with \`npm start\`, which builds it.`);
}

const FILES = new Set(['favicon.svg', 'favicon.ico', 'robots.txt']);
