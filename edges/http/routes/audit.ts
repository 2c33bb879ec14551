import type { FastifyInstance } from 'fastify';
import { AuditPage, AuditQuery } from '../../../contract/index.ts';
import { readAudit } from '../../../domain/audit/index.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

/** What was done at the desk, by whom and from where (C6). */
export function auditRoutes(base: FastifyInstance, { db }: HttpOptions): void {
  typed(base).get(
    '/api/audit',
    { config: { access: 'audit.read' }, schema: { querystring: AuditQuery, ...answers(AuditPage) } },
    async (request, reply) => {
      const { object, actor, cursor, limit } = request.query;
      const by = named(actor);
      const page = await readAudit(db, {
        object: named(object),
        actor: by && { kind: by.kind, id: by.id === undefined ? undefined : Number(by.id) },
        before: cursor === undefined ? undefined : Number(cursor),
        limit,
      });
      return reply.send(page);
    },
  );
}

/** `kind:id`, or `kind` alone. */
function named(words: string | undefined): { kind: string; id: string | undefined } | undefined {
  if (words === undefined) return undefined;
  const colon = words.indexOf(':');
  return colon < 0
    ? { kind: words, id: undefined }
    : { kind: words.slice(0, colon), id: words.slice(colon + 1) };
}
