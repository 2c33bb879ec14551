import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { nearestLanguage, type Translate } from '../../base/i18n/index.ts';
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

/** Turns whatever goes wrong into `{error: {code, message}}`: the message is a sentence in the caller's language that says what to do. */
export function answerErrors(app: FastifyInstance, options: { translate: Translate; log: Log }): void {
  const body = (request: FastifyRequest, code: string, details: Record<string, string | number> = {}) => {
    const language = nearestLanguage(request.headers['accept-language'], 'en');
    const message = options.translate(language, `error-${code.replaceAll('_', '-')}`, details);
    return { error: { code, message, ...(Object.keys(details).length > 0 ? { details } : {}) } };
  };
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof DomainError) {
      return reply.code(STATUS[error.kind]).send(body(request, error.code, { ...error.details }));
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const first = error.validation[0];
      const details = { field: first?.instancePath.slice(1) || 'body', problem: first?.message ?? '' };
      return reply.code(400).send(body(request, 'request_invalid', details));
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status === 429) return reply.code(429).send(body(request, 'too_many_requests'));
    if (status === 413) return reply.code(413).send(body(request, 'request_too_large'));
    if (status < 500) return reply.code(status).send(body(request, 'request_unreadable'));
    options.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return reply.code(500).send(body(request, 'internal'));
  });
  app.setNotFoundHandler((request, reply) => reply.code(404).send(body(request, 'not_found')));
}
