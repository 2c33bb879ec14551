import { randomInt } from 'node:crypto';
import { generalThread, tellViewers } from './chats.ts';
import { badRequest } from './errors.ts';
import { deleteMessages, postMessage } from './messages.ts';
import type { ChatRecord, Topic, World } from './model.ts';

/** The colours that a topic's icon may have. */
export const topicColors = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f] as const;

/** A topic other than General; a missing one is refused as the server does for topics that were deleted. */
export function requireTopic(chat: ChatRecord, id: unknown): Topic {
  const topic = chat.topics.get(Number(id));
  if (topic === undefined) {
    throw badRequest(chat.deletedTopics.has(Number(id)) ? 'TOPIC_DELETED' : 'TOPIC_ID_INVALID');
  }
  return topic;
}

/** Opens a topic: its id is that of the service message that announces it. */
export function createTopic(
  world: World,
  chat: ChatRecord,
  wish: {
    authorId: number;
    /** Absent: the topic gets a name that its bot should change. */
    name: string | undefined;
    iconColor?: number | undefined;
    iconEmoji?: string | undefined;
  },
): Topic {
  const iconColor = wish.iconColor ?? (topicColors[randomInt(topicColors.length)] as number);
  const icon = wish.iconEmoji === undefined ? {} : { icon_custom_emoji_id: wish.iconEmoji };
  const name = wish.name ?? 'New topic';
  const implicit = wish.name === undefined ? { is_name_implicit: true } : {};
  const stored = postMessage(world, chat, {
    authorId: wish.authorId,
    content: { forum_topic_created: { name, icon_color: iconColor, ...icon, ...implicit } as never },
    opensTopic: true,
  });
  const id = stored.message.message_id;
  const topic = { id, name, iconColor, iconEmoji: wish.iconEmoji, closed: false, hidden: false };
  chat.topics.set(id, topic);
  tellTopics(world, chat);
  return topic;
}

/** Renames a topic or changes its icon; nothing changed is refused. */
export function changeTopic(
  world: World,
  chat: ChatRecord,
  change: { authorId: number; topic: Topic; name?: string | undefined; iconEmoji?: string | undefined },
): void {
  const { topic, authorId } = change;
  const name = change.name === undefined || change.name === '' ? topic.name : change.name;
  const iconEmoji = change.iconEmoji ?? topic.iconEmoji;
  if (name === topic.name && iconEmoji === topic.iconEmoji) throw badRequest('TOPIC_NOT_MODIFIED');
  const renamed = name === topic.name ? {} : { name };
  const redrawn = iconEmoji === topic.iconEmoji ? {} : { icon_custom_emoji_id: iconEmoji ?? '' };
  topic.name = name;
  topic.iconEmoji = iconEmoji;
  const content = { forum_topic_edited: { ...renamed, ...redrawn } as never };
  postMessage(world, chat, { authorId, content, thread: threadFor(topic) });
  tellTopics(world, chat);
}

/** Closes or reopens a topic; no change is refused. */
export function setTopicClosed(
  world: World,
  chat: ChatRecord,
  change: { authorId: number; topic: Topic; closed: boolean },
): void {
  const { topic, authorId, closed } = change;
  if (topic.closed === closed) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.closed = closed;
  const content = closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
  postMessage(world, chat, { authorId, content: content as never, thread: threadFor(topic) });
  tellTopics(world, chat);
}

/** Hides General, which closes it too, or shows it again. */
export function setGeneralHidden(
  world: World,
  chat: ChatRecord,
  change: { authorId: number; hidden: boolean },
): void {
  if (chat.general.hidden === change.hidden) throw badRequest('TOPIC_NOT_MODIFIED');
  chat.general.hidden = change.hidden;
  if (change.hidden) chat.general.closed = true;
  const content = change.hidden ? { general_forum_topic_hidden: {} } : { general_forum_topic_unhidden: {} };
  postMessage(world, chat, { authorId: change.authorId, content: content as never });
  tellTopics(world, chat);
}

/** Deletes a topic with all its messages. */
export function deleteTopic(world: World, chat: ChatRecord, topic: Topic): void {
  const own = [...chat.messages.values()]
    .filter(({ message }) => message.message_thread_id === topic.id)
    .map(({ message }) => message.message_id);
  chat.topics.delete(topic.id);
  chat.deletedTopics.add(topic.id);
  deleteMessages(world, chat, [topic.id, ...own]);
  tellTopics(world, chat);
}

/** Unpins everything in one topic. */
export function unpinTopic(world: World, chat: ChatRecord, topic: Topic): void {
  chat.pinned = chat.pinned.filter((id) => {
    const thread = chat.messages.get(id)?.message.message_thread_id ?? generalThread;
    return thread !== topic.id;
  });
  tellViewers(world, chat, { event: 'pin' });
}

function threadFor(topic: Topic): number | undefined {
  return topic.id === generalThread ? undefined : topic.id;
}

function tellTopics(world: World, chat: ChatRecord): void {
  tellViewers(world, chat, { event: 'chat' });
}
