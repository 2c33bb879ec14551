import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createBot, createPerson, publicFace } from '../accounts.ts';
import { chatForPerson } from '../chats.ts';
import { postMessage, viewMessage } from '../messages.ts';
import type { Bot, World } from '../model.ts';
import { chatRef, editInput, fileInput, sendBody } from './inputs.ts';
import {
  deleteAsPerson,
  editAsPerson,
  join,
  leave,
  react,
  requireBot,
  setBlocked,
  stopDraft,
} from './persons.ts';
import { press } from './press.ts';
import {
  apiList,
  apiObject,
  botBody,
  chatBody,
  done,
  errorBody,
  personChatPath,
  personPath,
} from './schemas.ts';
import { sendAsPerson, takeFile } from './send.ts';
import { chatList, commandsView, markRead, messagesFor } from './views.ts';

/** What BotFather can switch on and off for a bot. */
const botSettings = z.object({
  can_read_all_group_messages: z.boolean().optional().describe('false is privacy mode, the default'),
  can_join_groups: z.boolean().optional(),
  supports_inline_queries: z.boolean().optional(),
  can_connect_to_business: z.boolean().optional(),
  has_topics_enabled: z.boolean().optional(),
  allows_users_to_create_topics: z.boolean().optional(),
  supports_join_request_queries: z.boolean().optional(),
});

const ok = { ok: true } as const;
const bots = z.array(
  z.object({
    token: z.string(),
    user: apiObject,
    can_connect_to_business: z.boolean(),
    supports_inline_queries: z.boolean(),
  }),
);

const shownBot = (bot: Bot): z.output<typeof bots.element> => ({
  token: bot.token,
  user: { ...publicFace(bot.user) },
  can_connect_to_business: bot.user.can_connect_to_business,
  supports_inline_queries: bot.user.supports_inline_queries,
});

/** People and bots: making them. */
export function accountRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get('/people/bots', { schema: { response: { 200: bots } } }, () =>
    [...world.bots.values()].map(shownBot),
  );
  const botWish = z.object({
    username: z.string().regex(/^[A-Za-z]\w{3,31}$/),
    first_name: z.string().min(1).max(64),
    token: z.string().optional(),
  });
  app.post(
    '/people/bots',
    { schema: { body: botWish, response: { 200: bots.element, '4xx': errorBody } } },
    (r) => shownBot(createBot(world, r.body)),
  );
  const settings = z.object({
    bot: chatRef,
    ...botSettings.shape,
    inline_feedback: z.boolean().optional().describe('Whether it hears which inline result was chosen'),
  });
  const set = { body: settings, response: { 200: apiObject, '4xx': errorBody } };
  app.post('/people/bots/settings', { schema: set }, (r) => {
    const { bot: ref, inline_feedback, ...changed } = r.body;
    const { bot } = requireBot(world, 0, ref);
    bot.inlineFeedback = inline_feedback ?? bot.inlineFeedback;
    Object.assign(bot.user, changed);
    return { ...bot.user };
  });
  app.get('/people/users', { schema: { response: { 200: apiList } } }, () =>
    [...world.accounts.values()].filter((a) => !a.user.is_bot).map((a) => ({ ...a.user })),
  );
  const personWish = z.object({
    first_name: z.string().min(1).max(64),
    last_name: z.string().max(64).optional(),
    username: z
      .string()
      .regex(/^[A-Za-z]\w{3,31}$/)
      .optional(),
    language_code: z.string().optional(),
    is_premium: z.boolean().optional(),
    photo: fileInput.optional(),
  });
  app.post(
    '/people/users',
    { schema: { body: personWish, response: { 200: apiObject, '4xx': errorBody } } },
    (r) => {
      const account = createPerson(world, r.body);
      if (r.body.photo !== undefined) account.photos.unshift(takeFile(world, 'photo', r.body.photo).fileId);
      return { ...account.user };
    },
  );
}

/** What a person does with messages: send, start, edit, delete, react. */
export function talkRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const params = personPath;
  const one = { 200: apiObject, '4xx': errorBody };
  const sent = { 200: z.union([apiObject, apiList]), '4xx': errorBody };
  app.post('/people/users/:id/send', { schema: { params, body: sendBody, response: sent } }, (r) => {
    const viewerId = r.params.id;
    const stored = sendAsPerson(world, viewerId, r.body);
    const chat = chatForPerson(world, viewerId, r.body.chat);
    const views = stored.map((message) => ({ ...viewMessage(world, chat, { stored: message, viewerId }) }));
    return r.body.media_group === undefined ? (views[0] as (typeof views)[0]) : views;
  });
  const startBody = z.object({
    chat: chatRef,
    payload: z
      .string()
      .regex(/^[A-Za-z0-9_-]{0,64}$/)
      .optional(),
  });
  app.post('/people/users/:id/start', { schema: { params, body: startBody, response: one } }, (r) => {
    const { chat: ref, payload = '' } = r.body;
    setBlocked(world, r.params.id, { ref, blocked: false });
    const text = payload === '' ? '/start' : `/start ${payload}`;
    const [stored] = sendAsPerson(world, r.params.id, { chat: ref, text });
    const chat = chatForPerson(world, r.params.id, ref);
    return stored === undefined ? {} : { ...viewMessage(world, chat, { stored, viewerId: r.params.id }) };
  });
  const message = z.object({ chat: chatRef, message_id: z.number().int() });
  const editBody = message.extend(editInput.shape);
  app.post('/people/users/:id/edit', { schema: { params, body: editBody, response: one } }, (r) => ({
    ...editAsPerson(world, r.params.id, r.body),
  }));
  const nothing = { 200: done, '4xx': errorBody };
  app.post('/people/users/:id/delete', { schema: { params, body: message, response: nothing } }, (r) => {
    deleteAsPerson(world, r.params.id, r.body);
    return ok;
  });
  const reaction = message.extend({ emoji: z.string().optional() });
  app.post('/people/users/:id/react', { schema: { params, body: reaction, response: nothing } }, (r) => {
    react(world, r.params.id, r.body);
    return ok;
  });
}

/** Buttons: pressing them, and the data that a Mini App opened by one sends. */
export function buttonRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const params = personPath;
  const one = { 200: apiObject, '4xx': errorBody };
  const webAppBody = z.object({ chat: chatRef, button_text: z.string(), data: z.string().min(1).max(4096) });
  app.post('/people/users/:id/web_app_data', { schema: { params, body: webAppBody, response: one } }, (r) => {
    const chat = requireBot(world, r.params.id, r.body.chat).chat;
    const { button_text, data } = r.body;
    const content = { web_app_data: { button_text, data } };
    const stored = postMessage(world, chat, { authorId: r.params.id, content });
    return { ...viewMessage(world, chat, { stored, viewerId: r.params.id }) };
  });
  const pressBody = z.object({
    chat: chatRef,
    message_id: z.number().int().optional().describe('Absent: the reply keyboard now under the input'),
    text: z.string().optional(),
    data: z.string().optional(),
    row: z.number().int().optional(),
    col: z.number().int().optional(),
  });
  app.post('/people/users/:id/press', { schema: { params, body: pressBody, response: one } }, async (r) => ({
    ...(await press(world, r.params.id, r.body)),
  }));
}

/** A person's chats: list, join, leave, block, read, messages, what stands under the input. */
export function personChatRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const nothing = { 200: done, '4xx': errorBody };
  const list = { 200: apiList, '4xx': errorBody };
  const acts = {
    leave: (id: number, chat: number | string) => leave(world, id, chat),
    read: (id: number, chat: number | string) => markRead(world, id, chat),
  };
  for (const [verb, act] of Object.entries(acts)) {
    const schema = { params: personPath, body: chatBody, response: nothing };
    app.post(`/people/users/:id/${verb}`, { schema }, (r) => {
      act(r.params.id, r.body.chat);
      return ok;
    });
  }
  app.post(
    '/people/users/:id/stop_draft',
    { schema: { params: personPath, body: chatBody, response: nothing } },
    (r) => {
      stopDraft(world, r.params.id, r.body.chat);
      return ok;
    },
  );
  const joined = z.object({ status: z.enum(['joined', 'requested']), chat: z.number() });
  const joining = { params: personPath, body: chatBody, response: { 200: joined, '4xx': errorBody } };
  app.post('/people/users/:id/join', { schema: joining }, (r) => join(world, r.params.id, r.body.chat));
  for (const [verb, blocked] of [
    ['block', true],
    ['unblock', false],
  ] as const) {
    const schema = { params: personPath, body: botBody, response: nothing };
    app.post(`/people/users/:id/${verb}`, { schema }, (r) => {
      setBlocked(world, r.params.id, { ref: r.body.bot, blocked });
      return ok;
    });
  }
  app.get('/people/users/:id/chats', { schema: { params: personPath, response: list } }, (r) =>
    chatList(world, r.params.id),
  );
  const querystring = z.object({
    after: z.coerce.number().int().optional().describe('Only messages with a greater message_id'),
    thread: z.coerce.number().int().optional().describe('Only this topic; 1 is General'),
  });
  app.get(
    '/people/users/:id/chats/:chat/messages',
    { schema: { params: personChatPath, querystring, response: list } },
    (r) => messagesFor(world, r.params.id, { chat: r.params.chat, ...r.query }).map((m) => ({ ...m })),
  );
  app.get(
    '/people/users/:id/chats/:chat/commands',
    { schema: { params: personChatPath, response: { 200: apiObject, '4xx': errorBody } } },
    (r) => commandsView(world, r.params.id, r.params.chat),
  );
}
