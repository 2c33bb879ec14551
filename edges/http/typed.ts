import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';

/** The server, with routes whose inputs have the types of their zod shapes. */
export function typed(app: FastifyInstance) {
  return app.withTypeProvider<ZodTypeProvider>();
}

/** A server whose routes have the types of their zod shapes. */
export type App = ReturnType<typeof typed>;

/** Describes what a route answers, for the OpenAPI description. Our readers hand out dates, which become text only when they are
 * written, so the shape is not imposed on the handler's type. */
export function answers(shape: z.ZodType): { response: { 200: z.ZodType<unknown> } } {
  return { response: { 200: shape as z.ZodType<unknown> } };
}
