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
import { administrator, fullRights } from '../rights.ts';
import { changeTopic, createTopic, deleteTopic, setTopicClosed } from '../topics.ts';
import { emit } from '../world.ts';
import { apiObject, chatPath, done, errorBody } from './schemas.ts';
import { asPeople } from './send.ts';

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

/** Groups and channels as such: making, members and ranks, upgrading. */
export function chatRoutes(world: World, plain: FastifyInstance): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const wish = z.object({
    type: z.enum(['group', 'supergroup', 'channel']),
    title: z.string().min(1).max(128),
    creator: z.number().int(),
    is_forum: z.boolean().optional(),
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
  app.post('/people/chats/:chat/migrate', { schema: { params: chatPath, response: one } }, (r) => ({
    ...chatObject(world, migrate(world, groupOf(world, r.params.chat))),
  }));
}

function topicOf(chat: ChatRecord, id: number): Topic {
  const topic = id === generalThread ? chat.general : chat.topics.get(id);
  if (topic === undefined) throw new PeopleError(404, 'no_such_topic', `There is no topic ${id}.`);
  return topic;
}

/** Topics that people open, rename, close and delete. */
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
