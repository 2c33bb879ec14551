import type { Message, MessageOrigin, User } from '@grammyjs/types';
import { findUser, requirePerson } from '../accounts.ts';
import {
  answersDirect,
  channelVoice,
  directTraits,
  discussionOf,
  discussionRoot,
  openDirectTopic,
} from '../channels.ts';
import { chatForPerson, generalThread } from '../chats.ts';
import { checkText } from '../checks.ts';
import type { Content } from '../content.ts';
import { postEphemeral } from '../ephemeral.ts';
import { ApiError, PeopleError } from '../errors.ts';
import { mediaContent, storeFile } from '../files.ts';
import { placeholderPng } from '../images.ts';
import { memberOf } from '../members.ts';
import { botsOf, copyableContent, postMessage } from '../messages.ts';
import { commandsFor } from '../methods/profile.ts';
import type { AnyMarkup, ChatRecord, MediaKind, StoredFile, StoredMessage, World } from '../model.ts';
import { hasRight, isAdmin, isPermitted, isPresent } from '../rights.ts';
import { serial, unixNow } from '../world.ts';
import type { FileInput, SendBody } from './inputs.ts';

const mediaKinds: readonly MediaKind[] = [
  'photo',
  'document',
  'video',
  'video_note',
  'voice',
  'audio',
  'sticker',
  'animation',
];

type MediaInputs = Partial<Record<MediaKind, FileInput | undefined>>;

/** A person sends a message, or an album of several. Refused when they may not write there. */
export function sendAsPerson(world: World, userId: number, body: SendBody): StoredMessage[] {
  requirePerson(world, userId);
  const contents = contentsOf(world, userId, body);
  const { chat: ref, comment_on } = body;
  if (comment_on === undefined) {
    return contents.map((content) => postAsPerson(world, userId, { ...body, content }));
  }
  const { chat, root } = commentPlace(world, userId, { chat: ref, comment_on });
  return contents.map((content) => postMessage(world, chat, { authorId: userId, content, replyTo: root }));
}

/** Where a person's message goes, and what is in it. */
interface Letter {
  chat: number | string;
  thread?: number | undefined;
  reply_to?: number | undefined;
  content: Content;
  keyboard?: AnyMarkup | undefined;
}

/** A person sends content that is ready. Refused when they may not write there. */
export function postAsPerson(world: World, userId: number, letter: Letter): StoredMessage {
  const chat = chatForPerson(world, userId, letter.chat);
  if (chat.directOf !== undefined) return postDirect(world, chat, { userId, letter });
  const thread = threadOf(chat, userId, letter.thread);
  assertMayTalk(world, chat, userId);
  const replyTo = letter.reply_to === undefined ? undefined : requireMessage(chat, letter.reply_to);
  const botId = quietBot(world, chat, { userId, letter });
  if (botId !== undefined) {
    const draft = {
      authorId: userId,
      receiverId: botId,
      content: letter.content,
      keyboard: undefined,
      thread,
    };
    return postEphemeral(world, chat, draft);
  }
  if (chat.kind === 'private') chat.started = true;
  const { content, keyboard } = letter;
  return postMessage(world, chat, { authorId: userId, content, thread, replyTo, keyboard });
}

/** The bot that alone gets a message in a group: one that offers the command as quiet, or that said something quietly. */
function quietBot(
  world: World,
  chat: ChatRecord,
  { userId, letter }: { userId: number; letter: Letter },
): number | undefined {
  if (chat.kind === 'private' || chat.kind === 'channel') return undefined;
  if ((letter.reply_to ?? 0) < 0) return chat.ephemeral.get(-(letter.reply_to ?? 0))?.botId;
  const [, command, name] = /^\/(\w+)(?:@(\w+))?/.exec(letter.content.text ?? '') ?? [];
  if (command === undefined) return undefined;
  const user = requirePerson(world, userId).user;
  const rank = chat.members.get(userId);
  const place = {
    chatId: chat.id,
    userId,
    isPrivate: false,
    isAdmin: isAdmin(rank),
    language: user.language_code,
  };
  return botsOf(world, chat)
    .filter((bot) => name === undefined || bot.user.username.toLowerCase() === name.toLowerCase())
    .find((bot) =>
      commandsFor(bot, place).some((one) => one.command === command && one.is_ephemeral === true),
    )?.user.id;
}

/** A message to a channel: a person's goes into their own topic, an administrator's into the one named. */
function postDirect(
  world: World,
  direct: ChatRecord,
  { userId, letter }: { userId: number; letter: Letter },
): StoredMessage {
  const isChannel = answersDirect(direct, userId);
  const topic = isChannel ? letter.thread : userId;
  const user = findUser(world, topic ?? 0);
  if (user === undefined || (isChannel && !direct.topics.has(user.id))) {
    throw new PeopleError(
      404,
      'no_such_topic',
      'Say in whose topic to answer: thread is the id of the person.',
    );
  }
  openDirectTopic(direct, user);
  const replyTo = letter.reply_to === undefined ? undefined : requireMessage(direct, letter.reply_to);
  const voice = isChannel ? channelVoice(world, direct) : {};
  const content = { ...letter.content, ...directTraits(user), ...voice };
  return postMessage(world, direct, { authorId: userId, content, replyTo });
}

/** The discussion group and the message in it under which people comment on a channel's post. */
export function commentPlace(
  world: World,
  userId: number,
  wish: { chat: number | string; comment_on: number },
): { chat: ChatRecord; root: StoredMessage } {
  const group = discussionOf(world, chatForPerson(world, userId, wish.chat));
  const root = group && discussionRoot(group, wish.comment_on);
  if (group !== undefined && root !== undefined) return { chat: group, root };
  throw new PeopleError(
    404,
    'no_comments',
    'This post cannot be commented on: link a group to the channel first.',
  );
}

/** The message with this id, or a 404 that says so; negative ids are those of messages for one person. */
export function requireMessage(chat: ChatRecord, messageId: number): StoredMessage {
  const stored = messageId < 0 ? chat.ephemeral.get(-messageId)?.stored : chat.messages.get(messageId);
  if (stored !== undefined) return stored;
  throw new PeopleError(404, 'no_such_message', `There is no message ${messageId} in this chat.`);
}

function threadOf(chat: ChatRecord, userId: number, wanted: number | undefined): number | undefined {
  const isGeneral = wanted === undefined || wanted === 0 || wanted === generalThread;
  const topic = isGeneral ? chat.general : chat.topics.get(wanted);
  if (topic === undefined) throw new PeopleError(404, 'no_such_topic', `There is no topic ${wanted}.`);
  if (topic.closed && !isAdmin(chat.members.get(userId))) {
    throw new PeopleError(403, 'topic_closed', 'This topic is closed.');
  }
  return isGeneral ? undefined : wanted;
}

function assertMayTalk(world: World, chat: ChatRecord, userId: number): void {
  if (chat.kind === 'private') {
    if (!chat.blocked) return;
    throw new PeopleError(409, 'blocked', 'You blocked this bot: unblock it, or press Start.');
  }
  const member = memberOf(world, chat, userId);
  if (!isPresent(member)) throw new PeopleError(403, 'not_a_member', 'Join the chat first.');
  const may =
    chat.kind === 'channel'
      ? hasRight(member, 'can_post_messages')
      : isPermitted(member, chat.permissions, 'can_send_messages');
  if (!may) throw new PeopleError(403, 'no_right', 'You may not write in this chat.');
}

function contentsOf(world: World, userId: number, body: SendBody): Content[] {
  const forward = originOf(world, userId, body);
  if (body.media_group !== undefined) {
    const album = String(13_000_000_000_000_000n + BigInt(serial(world)));
    return body.media_group.map((item) => ({
      ...mediaOf(world, item),
      ...captionOf(item.caption),
      media_group_id: album,
      ...forward.origin,
    }));
  }
  const own = contentOf(world, userId, body);
  const quoted =
    body.quote === undefined ? {} : { quote: { text: body.quote, position: 0, is_manual: true } };
  const content = { ...forward.content, ...own, ...forward.origin, ...quoted } as Content;
  if (Object.keys({ ...forward.content, ...own }).length === 0) {
    throw new PeopleError(400, 'empty', 'Say something: text, photo, document, location …');
  }
  return [content];
}

function contentOf(world: World, userId: number, body: SendBody): Content {
  if (body.text !== undefined) return textOf(body);
  if (mediaKinds.some((kind) => body[kind] !== undefined)) {
    return { ...mediaOf(world, body), ...captionOf(body.caption) };
  }
  if (body.other !== undefined) return body.other as Content;
  if (body.venue !== undefined) return { venue: body.venue, location: body.venue.location } as Content;
  if (body.location !== undefined) return { location: body.location } as Content;
  if (body.checklist !== undefined) return { checklist: checklistOf(body.checklist) } as Content;
  if (body.contact !== undefined) return { contact: { user_id: userId, ...body.contact } } as Content;
  return {};
}

function checklistOf(given: NonNullable<SendBody['checklist']>): Content['checklist'] {
  const { title, tasks, others_can_add_tasks, others_can_mark_tasks_as_done } = given;
  return {
    title,
    tasks: tasks.map((text, index) => ({ id: index + 1, text })),
    ...(others_can_add_tasks ? { others_can_add_tasks: true as const } : {}),
    ...(others_can_mark_tasks_as_done ? { others_can_mark_tasks_as_done: true as const } : {}),
  };
}

/** Runs a check of the bot side and words its refusal for people. */
export function asPeople<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) throw new PeopleError(400, 'refused', error.message);
    throw error;
  }
}

function textOf(body: SendBody): Content {
  const entities = body.entities as Message['entities'] | undefined;
  const parsed = asPeople(() => checkText(body.text ?? '', { what: 'message', entities }));
  return { text: parsed.text, ...(parsed.entities.length === 0 ? {} : { entities: parsed.entities }) };
}

/** A caption with its detected entities. */
export function captionOf(caption: string | undefined): Content {
  if (caption === undefined || caption === '') return {};
  const parsed = asPeople(() => checkText(caption, { what: 'caption' }));
  const entities = parsed.entities.length === 0 ? {} : { caption_entities: parsed.entities };
  return { caption: parsed.text, ...entities };
}

/** The file of a message as the Bot API words it; undefined when the inputs name none. */
export function mediaIn(world: World, inputs: MediaInputs): Content | undefined {
  return mediaKinds.some((name) => inputs[name] !== undefined) ? mediaOf(world, inputs) : undefined;
}

function mediaOf(world: World, inputs: MediaInputs): Content {
  const kind = mediaKinds.find((name) => inputs[name] !== undefined);
  if (kind === undefined) throw new PeopleError(400, 'empty', 'Each item of an album needs a file.');
  const file = asPeople(() => takeFile(world, kind, inputs[kind] as FileInput));
  return mediaContent(world, kind, file);
}

/** The stored file that an input stands for. */
export function takeFile(world: World, kind: MediaKind, input: FileInput): StoredFile {
  if (input === true) return storeFile(world, placeholder(world, kind), { kind });
  if (typeof input !== 'string') {
    const { name, mime, data, ...meta } = input;
    return storeFile(world, { name, mime, bytes: Buffer.from(data, 'base64') }, { kind, meta });
  }
  const known = world.files.get(input);
  if (known === undefined) throw new PeopleError(404, 'no_such_file', `There is no file ${input}.`);
  return known;
}

function placeholder(world: World, kind: MediaKind): { name: string; mime: string; bytes: Buffer } {
  const isPicture = kind === 'photo' || kind === 'sticker';
  if (isPicture) return { name: `${kind}.png`, mime: 'image/png', bytes: placeholderPng(serial(world)) };
  return { name: `${kind}.txt`, mime: '', bytes: Buffer.from(`A placeholder for a ${kind}.\n`) };
}

function originOf(world: World, userId: number, body: SendBody): { origin: Content; content: Content } {
  const from = body.forward_from;
  if (from === undefined) return { origin: {}, content: {} };
  const date = unixNow(world);
  if ('name' in from) {
    const hidden: MessageOrigin = { type: 'hidden_user', sender_user_name: from.name, date };
    return { origin: { forward_origin: hidden }, content: {} };
  }
  const source = requireMessage(chatForPerson(world, userId, from.chat), from.message_id);
  const user = findUser(world, source.authorId) as User;
  const origin: MessageOrigin = { type: 'user', sender_user: user, date: source.message.date };
  return { origin: { forward_origin: origin }, content: copyableContent(source.message) };
}
