import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { businessConnection, businessRights, linkOf, setBusinessBot } from '../business.ts';
import type { World } from '../model.ts';
import { chatRef } from './inputs.ts';
import { requireBot } from './persons.ts';
import { apiObject, errorBody, personPath } from './schemas.ts';

/** Business: a person lets a bot into their own chats, which the phone has under Settings → Business → Chatbots. */
export function businessRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const response = { 200: apiObject, '4xx': errorBody };
  const shown = (userId: number): Record<string, unknown> => {
    const link = linkOf(world, userId);
    if (link === undefined) return {};
    return { bot_id: link.botId, connection: businessConnection(world, link) };
  };
  app.get('/people/users/:id/business', { schema: { params: personPath, response } }, (r) =>
    shown(r.params.id),
  );
  const body = z.object({
    bot: chatRef,
    connected: z.boolean().default(true).describe('false disconnects the bot'),
    rights: z.array(z.enum(businessRights)).optional().describe('What the bot may do; absent: everything'),
  });
  app.post('/people/users/:id/business', { schema: { params: personPath, body, response } }, (r) => {
    const { bot: ref, connected, rights } = r.body;
    const { bot } = requireBot(world, r.params.id, ref);
    setBusinessBot(world, r.params.id, { bot, connected, rights });
    return shown(r.params.id);
  });
}
