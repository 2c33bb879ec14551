import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MovedMessages, MoveMessagesRequest } from '../../../contract/index.ts';
import { moveMessages } from '../../../domain/back-office/index.ts';
import { actorOf } from '../guard.ts';
import type { HttpOptions } from '../options.ts';
import { answers, typed } from '../typed.ts';

const OfTicket = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** Putting messages that are in the wrong ticket into another one (B7). */
export function movingRoutes(base: FastifyInstance, { desk, transact }: HttpOptions): void {
  typed(base).post(
    '/api/tickets/:id/messages/move',
    {
      config: { access: 'tickets.assign' },
      schema: { params: OfTicket, body: MoveMessagesRequest, ...answers(MovedMessages) },
    },
    async (request, reply) => {
      const { messages, to } = request.body;
      const work = { desk, actor: actorOf(request), ticketId: request.params.id };
      const ticketId = await transact((tx) =>
        moveMessages({ tx, ...work }, { messageIds: messages, to: to ?? 'new' }),
      );
      return reply.send({ ticket_id: ticketId });
    },
  );
}
