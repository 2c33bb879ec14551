import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { acceptedLanguage, type Translate } from '../../base/i18n/index.ts';
import { DomainError, type ErrorKind } from '../../base/kernel/index.ts';
import type { Log } from '../../base/log.ts';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
};

type Options = { translate: Translate; log: Log };

function body(
  options: Options,
  request: FastifyRequest,
  refused: { code: string; details?: DomainError['details'] },
) {
  const { code, details = {} } = refused;
  const language = acceptedLanguage(request.headers['accept-language'], 'en');
  // As words: a ticket's number has no thousands separator.
  const words = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
  const message = options.translate(language, `error-${code.replaceAll('_', '-')}`, words);
  return { error: { code, message, ...(Object.keys(details).length > 0 ? { details } : {}) } };
}

/** Turns whatever goes wrong into `{error: {code, message}}`: the message is a sentence in the caller's language that says what to do. */
export function refusals(options: Options) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refuse = (status: number, code: string, details?: DomainError['details']) =>
      reply.code(status).send(body(options, request, { code, ...(details ? { details } : {}) }));
    if (error instanceof DomainError) return refuse(STATUS[error.kind], error.code, error.details);
    if (hasZodFastifySchemaValidationErrors(error)) {
      const first = error.validation[0];
      const details = { field: first?.instancePath.slice(1) || 'body', problem: first?.message ?? '' };
      return refuse(400, 'request_invalid', details);
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status === 429) return refuse(429, 'too_many_requests');
    if (status === 413) return refuse(413, 'request_too_large');
    if (status < 500) return refuse(status, 'request_unreadable');
    options.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return refuse(500, 'internal');
  };
}

/** Answers what goes wrong in a route, and what has no route. */
export function answerErrors(app: FastifyInstance, options: Options): void {
  app.setErrorHandler(refusals(options));
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(body(options, request, { code: 'not_found' })),
  );
}
