import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { requirePerson } from '../accounts.ts';
import { launchPublicKey, launchUrl } from '../launch.ts';
import type { World } from '../model.ts';
import { chatRef } from './inputs.ts';
import { requireBot } from './persons.ts';
import { errorBody, personPath } from './schemas.ts';

/** Mini Apps: signed addresses to open them at, and the key with which third parties check the signature. */
export function webAppRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const body = z.object({
    bot: chatRef,
    chat: chatRef.optional().describe("Where the person is; absent: the bot's own chat"),
    url: z.url().describe('The address that the button, the menu or the link named'),
    from: z.enum(['keyboard', 'inline', 'menu', 'link']).default('inline'),
    start_param: z
      .string()
      .regex(/^[\w-]{0,512}$/)
      .optional(),
    theme: z.record(z.string(), z.string()).default({}).describe('themeParams: colours by name'),
    version: z.string().default('9.6').describe('Of the interface between app and client'),
    platform: z.string().default('web'),
    fullscreen: z.boolean().default(false),
  });
  const opened = z.object({ url: z.string() });
  const schema = { params: personPath, body, response: { 200: opened, '4xx': errorBody } };
  app.post('/people/users/:id/launch', { schema }, (r) => {
    requirePerson(world, r.params.id);
    const { bot: ref, chat = ref, start_param: startParam, fullscreen: isFullscreen, ...rest } = r.body;
    const { bot } = requireBot(world, r.params.id, ref);
    return { url: launchUrl(world, { userId: r.params.id, bot, chat, startParam, isFullscreen, ...rest }) };
  });
  const key = z.object({ ed25519: z.string().describe('32 bytes in hexadecimal') });
  app.get('/people/launch-key', { schema: { response: { 200: key } } }, () => ({
    ed25519: launchPublicKey(world),
  }));
}
