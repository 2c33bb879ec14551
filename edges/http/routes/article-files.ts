import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { demandArticleFile } from '../../../domain/knowledge/index.ts';
import type { HttpOptions } from '../options.ts';
import { serveKept } from '../serve-file.ts';
import { typed } from '../typed.ts';

const OfFile = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const How = z.object({ download: z.string().optional() });

/** Files of articles (M3): every customer may have those of what is published, and whoever reads articles behind the counter all of them. */
export function articleFileRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const doors = [
    { path: '/api/knowledge/files/:id', access: 'knowledge.read', published: false },
    { path: '/api/cabinet/knowledge/files/:id', access: 'customer', published: true },
  ] as const;
  for (const { path, access, published } of doors)
    app.get(
      path,
      { config: { access }, schema: { params: OfFile, querystring: How } },
      async (request, reply) => {
        const { id: fileId } = request.params;
        await demandArticleFile(options.db, fileId, { published });
        const download = request.query.download !== undefined;
        return serveKept(options, { request, reply }, { fileId, download });
      },
    );
}
