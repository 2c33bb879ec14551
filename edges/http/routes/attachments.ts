import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readAttachment } from '../../../domain/back-office/index.ts';
import { demandOwnAttachment } from '../../../domain/cabinet/index.ts';
import { customerOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { serveFile } from '../serve-file.ts';
import { typed } from '../typed.ts';

const OfAttachment = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const How = z.object({ download: z.string().optional() });

/** Files of messages, through our own door: Telegram's addresses contain the bot's token and are never shown. */
export function attachmentRoutes(base: FastifyInstance, options: HttpOptions): void {
  const app = typed(base);
  const { db } = options;
  for (const thumbnail of [false, true]) {
    const small = thumbnail ? '/thumbnail' : '';
    const schema = { params: OfAttachment, querystring: How };
    app.get(
      `/api/attachments/:id${small}`,
      { config: { access: 'tickets.read' }, schema },
      async (request, reply) => {
        const { id } = await readAttachment(db, request.params.id);
        const download = request.query.download !== undefined;
        return serveFile(options, { request, reply }, { attachmentId: id, thumbnail, download });
      },
    );
    app.get(
      `/api/cabinet/attachments/:id${small}`,
      { config: { access: 'customer' }, schema },
      async (request, reply) => {
        await demandOwnAttachment(db, customerOf(request).id, request.params.id);
        const download = request.query.download !== undefined;
        return serveFile(
          options,
          { request, reply },
          { attachmentId: request.params.id, thumbnail, download },
        );
      },
    );
  }
}
