export { becomeBot, botName, noteBotName } from './bot.sql.ts';
export { inCalls, messagesOf } from './calls.ts';
export {
  type Addressee,
  type Chat,
  type ChatKind,
  chatById,
  chatsByIds,
  lockChat,
  lockChatById,
  moveChat,
  noteActed,
  type OpenChat,
  saveDialogue,
} from './chats.sql.ts';
export {
  askInTopic,
  copyInto,
  type Forum,
  laneOf,
  openTopic,
  pinMessage,
  postInTopic,
  react,
  renameTopic,
  setTopicOpen,
  type Topic,
} from './forum.ts';
export {
  answerPress,
  type Button,
  change,
  markRead,
  nameOf,
  type OutFile,
  type Place,
  rewrite,
  type Said,
  type SayOptions,
  type Spot,
  say,
  show,
  showAnew,
  takeBack,
} from './outgoing.ts';
export {
  keepTopic,
  lookAt,
  PlaceFacts,
  pin,
  takeDown,
  type WantedTopic,
  whisper,
} from './place-calls.ts';
export {
  beginTopic,
  botHasTopics,
  nameTopic,
  noteBotTopics,
  ticketOfThread,
  topicFailed,
  topicMade,
  topicOf,
} from './ticket-topics.sql.ts';
