import type { ForumTopic, Sticker } from '@grammyjs/types';
import { takeFlood } from '../flood.ts';
import type { Call, ChatRecord, Topic } from '../model.ts';
import {
  changeTopic,
  createTopic,
  deleteTopic,
  requireTopic,
  setGeneralHidden,
  setTopicClosed,
  unpinTopic,
} from '../topics.ts';
import { compact } from '../world.ts';
import { assertRight, forumOf, topicalChatOf } from './access.ts';

const manage = { right: 'can_manage_topics', refusal: 'not enough rights to manage topics' } as const;

function managedForum(call: Call): ChatRecord {
  const chat = forumOf(call);
  assertRight(call, chat, manage);
  return chat;
}

/** createForumTopic: counts against flood control as a message does. */
export function createForumTopic(call: Call): ForumTopic {
  const { world, bot, params } = call;
  const chat = topicalChatOf(call);
  assertRight(call, chat, { ...manage, refusal: 'not enough rights to create a topic' });
  takeFlood(world, bot, { chat });
  const topic = createTopic(world, chat, {
    authorId: bot.user.id,
    name: String(params.name),
    iconColor: params.icon_color as number | undefined,
    iconEmoji: params.icon_custom_emoji_id as string | undefined,
  });
  return compact<ForumTopic>({
    message_thread_id: topic.id,
    name: topic.name,
    icon_color: topic.iconColor as ForumTopic['icon_color'],
    icon_custom_emoji_id: topic.iconEmoji,
  } as never);
}

type TopicAct = (call: Call, chat: ChatRecord, topic: Topic) => void;

/** A handler for one named topic; `find` decides in which kinds of chats it works. */
function onTopic(act: TopicAct, find: (call: Call) => ChatRecord = managedForum): (call: Call) => true {
  return (call) => {
    const chat = find(call);
    act(call, chat, requireTopic(chat, call.params.message_thread_id));
    return true;
  };
}

function managedTopics(call: Call): ChatRecord {
  const chat = topicalChatOf(call);
  assertRight(call, chat, manage);
  return chat;
}

/** A handler for General. */
function onGeneral(act: TopicAct): (call: Call) => true {
  return (call) => {
    const chat = managedForum(call);
    act(call, chat, chat.general);
    return true;
  };
}

const rename: TopicAct = ({ world, bot, params }, chat, topic) =>
  changeTopic(world, chat, {
    authorId: bot.user.id,
    topic,
    name: params.name as string | undefined,
    iconEmoji: params.icon_custom_emoji_id as string | undefined,
  });
const close: TopicAct = ({ world, bot }, chat, topic) =>
  setTopicClosed(world, chat, { authorId: bot.user.id, topic, closed: true });
const reopen: TopicAct = ({ world, bot }, chat, topic) =>
  setTopicClosed(world, chat, { authorId: bot.user.id, topic, closed: false });
const unpin: TopicAct = ({ world }, chat, topic) => unpinTopic(world, chat, topic);
const hidden =
  (value: boolean): TopicAct =>
  ({ world, bot }, chat) =>
    setGeneralHidden(world, chat, { authorId: bot.user.id, hidden: value });

/** The methods of forum topics. */
export const topicMethods = {
  createForumTopic,
  editForumTopic: onTopic(rename, managedTopics),
  closeForumTopic: onTopic(close),
  reopenForumTopic: onTopic(reopen),
  deleteForumTopic: (call: Call): true => {
    const chat = topicalChatOf(call);
    assertRight(call, chat, { right: 'can_delete_messages', refusal: 'not enough rights to delete a topic' });
    deleteTopic(call.world, chat, requireTopic(chat, call.params.message_thread_id));
    return true;
  },
  unpinAllForumTopicMessages: onTopic(unpin, managedTopics),
  editGeneralForumTopic: onGeneral(rename),
  closeGeneralForumTopic: onGeneral(close),
  reopenGeneralForumTopic: onGeneral(reopen),
  hideGeneralForumTopic: onGeneral(hidden(true)),
  unhideGeneralForumTopic: onGeneral(hidden(false)),
  unpinAllGeneralForumTopicMessages: onGeneral(unpin),
  getForumTopicIconStickers: (): Sticker[] => [],
};
