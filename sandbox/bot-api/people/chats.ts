import type { ChatMember, User } from '@grammyjs/types';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findUser } from '../accounts.ts';
import { chatForPerson, chatObject, createChat, generalThread, upgradeChat } from '../chats.ts';
import { PeopleError } from '../errors.ts';
import { changeMember } from '../members.ts';
import { postMessage } from '../messages.ts';
import type { ChatRecord, Topic, World } from '../model.ts';
import { administrator, fullRights, hasRight } from '../rights.ts';
import { changeTopic, createTopic, deleteTopic, setTopicClosed } from '../topics.ts';
import { emit } from '../world.ts';
import { chatRef } from './inputs.ts';
import { requireBot } from './persons.ts';
import { apiObject, chatPath, done, errorBody, personPath } from './schemas.ts';
import { asPeople } from './send.ts';
import { mayAddTopics } from './views.ts';

const one = { 200: apiObject, '4xx': errorBody };
const nothing = { 200: done, '4xx': errorBody };

function groupOf(world: World, ref: string): ChatRecord {
  const chat = chatForPerson(world, 0, ref);
  if (chat.kind !== 'private') return chat;
  throw new PeopleError(400, 'private_chat', `${ref} is a bot: this needs a group or channel.`);
}

/** The one who acts: the person named, or the owner. */
function actorOf(chat: ChatRecord, by: number | undefined): number {
  const owner = [...chat.members.values()].find((member) => member.status === 'creator');
  return by ?? owner?.user.id ?? 0;
}

/** Turns a basic group into a supergroup, with the service messages that both chats get. */
function migrate(world: World, chat: ChatRecord): ChatRecord {
  if (chat.kind !== 'group') throw new PeopleError(400, 'not_a_group', 'Only a basic group can be upgraded.');
  const authorId = actorOf(chat, undefined);
  const next = upgradeChat(world, chat);
  postMessage(world, chat, { authorId, content: { migrate_to_chat_id: next.id } });
  chat.migratedTo = next.id;
  postMessage(world, next, { authorId, content: { migrate_from_chat_id: chat.id } });
  emit(world, { event: 'chat', data: { chat: next.id, migrated_from: chat.id } });
  return next;
}

function changedMember(
  chat: ChatRecord,
  user: User,
  wish: { status: string; rights?: string[] | undefined },
): ChatMember {
  if (wish.status === 'administrator') {
    const named = wish.rights && Object.fromEntries(wish.rights.map((right) => [right, true]));
    return administrator(user, chat.kind, named ?? fullRights(chat.kind));
  }
  if (wish.status === 'kicked') return { status: 'kicked', user, until_date: 0 };
  return wish.status === 'left' ? { status: 'left', user } : { status: 'member', user };
}

/** Makes a supergroup the place where people comment on a channel's posts. */
function linkChannel(group: ChatRecord, channel: ChatRecord): void {
  if (group.kind !== 'supergroup' || group.directOf !== undefined || channel.kind !== 'channel') {
    throw new PeopleError(
      400,
      'not_linkable',
      'A supergroup can discuss the posts of a channel, nothing else.',
    );
  }
  group.linkedTo = channel.id;
  channel.linkedTo = group.id;
}

/** Lets a bot decide at once who joins; it must be an administrator that may invite, and be made for it. */
function setGuard(world: World, chat: ChatRecord, ref: number | string | undefined): void {
  if (ref === undefined) {
    chat.guardBotId = undefined;
    return;
  }
  const { bot } = requireBot(world, 0, ref);
  const isFit =
    bot.user.supports_join_request_queries && hasRight(chat.members.get(bot.user.id), 'can_invite_users');
  if (!isFit) {
    throw new PeopleError(
      409,
      'no_guard',
      'The bot must support join request queries (its settings) and be an administrator who may invite people.',
    );
  }
  chat.guardBotId = bot.user.id;
}

/** Groups and channels as such: making, members and ranks, upgrading. */
export function chatRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const wish = z.object({
    type: z.enum(['group', 'supergroup', 'channel']),
    title: z.string().min(1).max(128),
    creator: z.number().int(),
    is_forum: z.boolean().optional(),
    direct_messages: z.boolean().optional().describe('A channel to which people can write'),
    join_by_request: z.boolean().optional().describe('Who joins without a link has to be let in'),
    username: z
      .string()
      .regex(/^[A-Za-z]\w{3,31}$/)
      .optional(),
  });
  app.post('/people/chats', { schema: { body: wish, response: one } }, (r) => ({
    ...chatObject(world, createChat(world, r.body)),
  }));
  const memberWish = z.object({
    user: z.number().int().describe('A person or a bot'),
    status: z.enum(['member', 'administrator', 'left', 'kicked']),
    rights: z.array(z.string()).optional().describe("Administrator's rights; absent: all"),
    by: z.number().int().optional().describe('Who does it; absent: the owner'),
  });
  const members = { params: chatPath, body: memberWish, response: one };
  app.post('/people/chats/:chat/members', { schema: members }, (r) => {
    const chat = groupOf(world, r.params.chat);
    const user = findUser(world, r.body.user);
    if (user === undefined) throw new PeopleError(404, 'no_such_user', `There is no user ${r.body.user}.`);
    const member = changedMember(chat, user, r.body);
    changeMember(world, chat, { actorId: actorOf(chat, r.body.by), member });
    return { ...member };
  });
  const link = { params: chatPath, body: z.object({ channel: chatRef }), response: nothing };
  app.post('/people/chats/:chat/link', { schema: link }, (r) => {
    linkChannel(groupOf(world, r.params.chat), groupOf(world, String(r.body.channel)));
    return { ok: true } as const;
  });
  const guard = z.object({ bot: chatRef.optional().describe('Absent: nobody guards the chat') });
  app.post(
    '/people/chats/:chat/guard',
    { schema: { params: chatPath, body: guard, response: nothing } },
    (r) => {
      setGuard(world, groupOf(world, r.params.chat), r.body.bot);
      return { ok: true } as const;
    },
  );
  app.post('/people/chats/:chat/migrate', { schema: { params: chatPath, response: one } }, (r) => ({
    ...chatObject(world, migrate(world, groupOf(world, r.params.chat))),
  }));
}

function topicOf(chat: ChatRecord, id: number): Topic {
  const topic = id === generalThread ? chat.general : chat.topics.get(id);
  if (topic === undefined) throw new PeopleError(404, 'no_such_topic', `There is no topic ${id}.`);
  return topic;
}

/** Topics that a person opens, renames and deletes in a private chat with a bot that allows it. */
export function ownTopicRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const chatOf = (userId: number, ref: number | string): ChatRecord => {
    const chat = chatForPerson(world, userId, ref);
    if (mayAddTopics(world, chat)) return chat;
    throw new PeopleError(403, 'no_right', 'This bot does not let people change the topics of its chats.');
  };
  const name = z.string().min(1).max(128).optional();
  const body = z.object({ chat: chatRef, name: name.describe('Absent: the bot is asked to find a name') });
  const add = { params: personPath, body, response: one };
  app.post('/people/users/:id/topics', { schema: add }, (r) => {
    const chat = chatOf(r.params.id, r.body.chat);
    chat.started = true;
    const topic = createTopic(world, chat, { authorId: r.params.id, name: r.body.name });
    return { message_thread_id: topic.id, name: topic.name, icon_color: topic.iconColor };
  });
  const params = personPath.extend({ thread: z.coerce.number().int() });
  const change = z.object({ chat: chatRef, name, deleted: z.literal(true).optional() });
  const schema = { params, body: change, response: nothing };
  app.post('/people/users/:id/topics/:thread', { schema }, (r) => {
    const chat = chatOf(r.params.id, r.body.chat);
    const topic = topicOf(chat, r.params.thread);
    const { name: newName, deleted } = r.body;
    asPeople(() => {
      if (newName !== undefined) changeTopic(world, chat, { authorId: r.params.id, topic, name: newName });
      if (deleted === true) deleteTopic(world, chat, topic);
    });
    return { ok: true } as const;
  });
}

/** Topics that people open, rename, close and delete in forums. */
export function topicRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const newTopic = z.object({ name: z.string().min(1).max(128), by: z.number().int().optional() });
  app.post(
    '/people/chats/:chat/topics',
    { schema: { params: chatPath, body: newTopic, response: one } },
    (r) => {
      const chat = groupOf(world, r.params.chat);
      if (!chat.isForum) throw new PeopleError(400, 'not_a_forum', 'This chat has no topics.');
      const topic = createTopic(world, chat, { authorId: actorOf(chat, r.body.by), name: r.body.name });
      return { message_thread_id: topic.id, name: topic.name, icon_color: topic.iconColor };
    },
  );
  const params = chatPath.extend({ thread: z.coerce.number().int() });
  const change = z.object({
    name: z.string().min(1).max(128).optional(),
    closed: z.boolean().optional(),
    deleted: z.literal(true).optional(),
    by: z.number().int().optional(),
  });
  const schema = { params, body: change, response: nothing };
  app.post('/people/chats/:chat/topics/:thread', { schema }, (r) => {
    const chat = groupOf(world, r.params.chat);
    const topic = topicOf(chat, r.params.thread);
    const { name, closed, deleted, by } = r.body;
    const authorId = actorOf(chat, by);
    asPeople(() => {
      if (name !== undefined) changeTopic(world, chat, { authorId, topic, name });
      if (closed !== undefined) setTopicClosed(world, chat, { authorId, topic, closed });
      if (deleted === true) deleteTopic(world, chat, topic);
    });
    return { ok: true } as const;
  });
}
