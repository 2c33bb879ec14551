import type { Message, User } from '@grammyjs/types';
import { chatObject } from './chats.ts';
import type { Content } from './content.ts';
import type { ChatRecord, StoredMessage, World } from './model.ts';
import { hasRight } from './rights.ts';

/** Whoever speaks for a channel in a group is shown to bots as this user. */
const channelBot: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
/** Posts come into a discussion group from Telegram itself. */
const telegram: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };

/** The channel whose direct messages a chat holds. */
export function channelOf(world: World, direct: ChatRecord): ChatRecord {
  return world.chats.get(direct.directOf ?? 0) as ChatRecord;
}

/** Whether someone answers a channel's direct messages. */
export function answersDirect(direct: ChatRecord, userId: number): boolean {
  return hasRight(direct.members.get(userId), 'can_manage_direct_messages');
}

/** What marks a message as one of a person's topic in a channel's direct messages. */
export function directTraits(user: User): Content {
  return { direct_messages_topic: { topic_id: user.id, user } } as Content;
}

/** What marks a message as the channel's own words. */
export function channelVoice(world: World, direct: ChatRecord): Content {
  return { from: channelBot, sender_chat: chatObject(world, channelOf(world, direct)) } as Content;
}

/** Opens a person's topic in a channel's direct messages, which their first message does. */
export function openDirectTopic(direct: ChatRecord, user: User): void {
  if (direct.topics.has(user.id)) return;
  const name = [user.first_name, user.last_name].filter((part) => part !== undefined).join(' ');
  direct.topics.set(user.id, {
    ...{ id: user.id, name, iconColor: 0x6fb9f0, iconEmoji: undefined },
    ...{ closed: false, hidden: false },
  });
}

/** What a channel's post carries when it comes into the discussion group. */
export function automaticForward(
  world: World,
  channel: ChatRecord,
  { post, content }: { post: Message; content: Content },
): Content {
  const origin = {
    type: 'channel' as const,
    chat: chatObject(world, channel),
    message_id: post.message_id,
    date: post.date,
  };
  const album = post.media_group_id === undefined ? {} : { media_group_id: post.media_group_id };
  return {
    ...content,
    ...album,
    from: telegram,
    sender_chat: chatObject(world, channel),
    is_automatic_forward: true,
    forward_origin: origin,
  } as object as Content;
}

/** The discussion group of a channel. */
export function discussionOf(world: World, channel: ChatRecord): ChatRecord | undefined {
  return channel.kind === 'channel' ? world.chats.get(channel.linkedTo ?? 0) : undefined;
}

/** The message under which people comment on a channel's post. */
export function discussionRoot(group: ChatRecord, postId: number): StoredMessage | undefined {
  return [...group.messages.values()].find(({ message }) => {
    const origin = message.is_automatic_forward === true ? message.forward_origin : undefined;
    return origin?.type === 'channel' && origin.message_id === postId;
  });
}

/** The id of Telegram itself, in whose name posts come into discussion groups. */
export const telegramId = telegram.id;
