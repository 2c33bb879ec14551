import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { publicFace, requirePerson } from '../accounts.ts';
import { chatForPerson } from '../chats.ts';
import type { Content } from '../content.ts';
import { PeopleError } from '../errors.ts';
import { viewMessage } from '../messages.ts';
import type { AnyMarkup, Bot, ChatRecord, InlineAsk, StoredMessage, World } from '../model.ts';
import { queueUpdate } from '../updates.ts';
import { compact, now, serial } from '../world.ts';
import { chatRef } from './inputs.ts';
import { requireBot } from './persons.ts';
import { apiObject, errorBody, personPath } from './schemas.ts';
import { postAsPerson } from './send.ts';

const patience = 5000;
/** How long results that were shown can still be sent, in milliseconds. */
const choosingTime = 3600_000;

interface AskWish {
  chat: number | string;
  bot: number | string;
  query: string;
  offset: string;
}

/** A person types `@bot words` into a chat, and waits up to five seconds for what the bot offers. */
async function ask(world: World, userId: number, wish: AskWish): Promise<InlineAsk> {
  const from = requirePerson(world, userId).user;
  const { bot } = requireBot(world, userId, wish.bot);
  if (!bot.user.supports_inline_queries) {
    throw new PeopleError(409, 'not_inline', 'This bot has no inline mode: supports_inline_queries is off.');
  }
  const chatType = typeOf(chatForPerson(world, userId, wish.chat), bot);
  const asked = { botId: bot.user.id, userId, query: wish.query, offset: wish.offset, chatType };
  const known = cached(world, asked);
  if (known !== undefined) return known;
  const id = `${userId}${randomInt(1_000_000_000, 9_999_999_999)}`;
  const entry: InlineAsk = { id, ...asked, at: now(world), answer: undefined, wake: undefined };
  forgetOldAsks(world);
  world.inlineAsks.set(id, entry);
  const payload = { id, from, query: wish.query, offset: wish.offset, chat_type: chatType };
  queueUpdate(world, bot, { kind: 'inline_query', payload, key: `inline:${userId}` });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience);
    entry.wake = () => {
      clearTimeout(timer);
      resolve();
    };
    if (entry.answer !== undefined) entry.wake();
  });
  entry.wake = undefined;
  return entry;
}

/** Queries whose answers nobody gets any more are dropped from the front, oldest first. */
function forgetOldAsks(world: World): void {
  for (const [id, { at, answer }] of world.inlineAsks) {
    if (now(world) - Math.max(at, answer?.expiresAt ?? 0) < choosingTime) return;
    world.inlineAsks.delete(id);
  }
}

function typeOf(chat: ChatRecord, bot: Bot): string {
  return chat.botId === bot.user.id ? 'sender' : chat.kind;
}

/** An answer that the server still keeps: the same words, and given for everybody or for this person. */
function cached(
  world: World,
  wish: Pick<InlineAsk, 'botId' | 'userId' | 'query' | 'offset' | 'chatType'>,
): InlineAsk | undefined {
  return [...world.inlineAsks.values()].findLast(
    ({ answer, ...asked }) =>
      answer !== undefined &&
      answer.expiresAt > now(world) &&
      (!answer.isPersonal || asked.userId === wish.userId) &&
      (['botId', 'query', 'offset', 'chatType'] as const).every((field) => asked[field] === wish[field]),
  );
}

/** Sends content as a person's own message through a bot. */
export function sendThrough(
  world: World,
  wish: {
    userId: number;
    bot: Bot;
    chat: number | string;
    thread?: number | undefined;
    reply_to?: number | undefined;
    content: Content;
    keyboard: AnyMarkup | undefined;
  },
): StoredMessage {
  const { userId, bot, ...letter } = wish;
  const content = { ...structuredClone(letter.content), via_bot: publicFace(bot.user) };
  const stored = postAsPerson(world, userId, { ...letter, content });
  if (letter.keyboard === undefined) return stored;
  stored.inlineId = Buffer.from(`inline ${serial(world)}`).toString('base64url');
  const chat = chatForPerson(world, userId, letter.chat);
  world.inlineMessages.set(stored.inlineId, { chat, messageId: stored.message.message_id });
  return stored;
}

/** Sends a result that the bot offered, as the person's own message through the bot. */
function choose(
  world: World,
  userId: number,
  wish: { chat: number | string; query_id: string; result_id: string; thread?: number; reply_to?: number },
): StoredMessage {
  const asked = world.inlineAsks.get(wish.query_id);
  const bot = asked && world.botsById.get(asked.botId);
  const offer = asked?.answer?.contents.get(wish.result_id);
  if (asked === undefined || bot === undefined || offer === undefined) {
    throw new PeopleError(404, 'no_such_result', `There is no result ${wish.result_id} of such a query.`);
  }
  const { chat, thread, reply_to } = wish;
  const stored = sendThrough(world, { userId, bot, chat, thread, reply_to, ...offer });
  if (bot.inlineFeedback) {
    const from = requirePerson(world, userId).user;
    const inline = { inline_message_id: stored.inlineId, query: asked.query };
    const payload = compact<Record<string, unknown>>({ result_id: wish.result_id, from, ...inline });
    queueUpdate(world, bot, { kind: 'chosen_inline_result', payload, key: `inline:${userId}` });
  }
  return stored;
}

/** Inline mode: asking a bot from any chat, and sending what it offers. */
export function inlineRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const response = { 200: apiObject, '4xx': errorBody };
  const askBody = z.object({
    chat: chatRef.describe('Where the person types'),
    bot: chatRef,
    query: z.string().max(256),
    offset: z.string().default(''),
  });
  app.post(
    '/people/users/:id/inline_query',
    { schema: { params: personPath, body: askBody, response } },
    async (r) => {
      const { id, answer } = await ask(world, r.params.id, r.body);
      return compact<Record<string, unknown>>({
        query_id: id,
        results: answer?.results,
        next_offset: answer?.nextOffset || undefined,
        button: answer?.button,
      });
    },
  );
  const chosen = z.object({
    chat: chatRef,
    query_id: z.string(),
    result_id: z.string(),
    thread: z.number().int().optional(),
    reply_to: z.number().int().optional(),
  });
  app.post(
    '/people/users/:id/inline_result',
    { schema: { params: personPath, body: chosen, response } },
    (r) => {
      const viewerId = r.params.id;
      const { thread, reply_to, ...rest } = r.body;
      const place = {
        ...(thread === undefined ? {} : { thread }),
        ...(reply_to === undefined ? {} : { reply_to }),
      };
      const stored = choose(world, viewerId, { ...rest, ...place });
      return { ...viewMessage(world, chatForPerson(world, viewerId, r.body.chat), { stored, viewerId }) };
    },
  );
}
