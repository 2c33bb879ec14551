import type { EventEmitter } from 'node:events';
import type {
  BotCommand,
  BusinessBotRights,
  ChatAdministratorRights,
  ChatInviteLink,
  ChatMember,
  ChatPermissions,
  ForceReply,
  InlineKeyboardMarkup,
  InlineQueryResult,
  InlineQueryResultsButton,
  MenuButton,
  Message,
  MessageEntity,
  ReactionType,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  Update,
  User,
  UserFromGetMe,
} from '@grammyjs/types';
import type { Faults, FloodState, Stats } from './trouble.ts';

/** Any keyboard that a bot can attach to a message. */
export type AnyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** The four kinds of Bot API chats. */
export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

/** Someone with an account: a person, or the public face of a bot. */
export interface Account {
  user: User;
  /** File ids of profile photos, newest first; each is an array of sizes of one picture. */
  photos: string[];
  createdAt: number;
}

/** An update waiting for its bot. `key` names the queue within which order holds. */
export interface QueuedUpdate {
  update: Update;
  key: string;
  /** Sandbox time, in milliseconds. */
  queuedAt: number;
  expiresAt: number;
}

/** What setWebhook asked for. */
export interface Webhook {
  url: string;
  secret: string | undefined;
  maxConnections: number;
  ipAddress: string | undefined;
  hasCertificate: boolean;
}

/** A long poll that waits for updates; `wake` makes it look again, `cut` ends it with a conflict. */
export interface Poll {
  wake: () => void;
  cut: (reason: string) => void;
}

/** Everything about the way in to one bot: pending updates and how they leave. */
export interface Inbox {
  nextUpdateId: number;
  pending: QueuedUpdate[];
  /** No pending update expires before this sandbox time, in milliseconds. */
  nothingExpiresBefore: number;
  allowed: ReadonlySet<string> | undefined;
  allowedList: string[] | undefined;
  poll: Poll | undefined;
  webhook: Webhook | undefined;
  lastErrorDate: number | undefined;
  lastErrorMessage: string | undefined;
  /** Called when something was queued or the clock moved; set by the webhook sender. */
  pump: (() => void) | undefined;
}

/** What a bot has set about itself, by language code ('' is the default). */
export interface BotProfile {
  names: Map<string, string>;
  descriptions: Map<string, string>;
  shortDescriptions: Map<string, string>;
  /** Key: scope as JSON, a bar, language code. */
  commands: Map<string, BotCommand[]>;
  defaultMenuButton: MenuButton;
  menuButtons: Map<number, MenuButton>;
  groupRights: ChatAdministratorRights | undefined;
  channelRights: ChatAdministratorRights | undefined;
}

/** A bot: its token, its account, its profile, and its inbox. */
export interface Bot {
  token: string;
  user: UserFromGetMe;
  profile: BotProfile;
  inbox: Inbox;
  /** Whether the bot hears which of its inline results were chosen. */
  inlineFeedback: boolean;
  /** Private chats share one sequence of message ids per bot, as they do in Telegram. */
  nextPrivateMessageId: number;
}

/** One forum topic; the id is the id of the service message that opened it. */
export interface Topic {
  id: number;
  name: string;
  iconColor: number;
  iconEmoji: string | undefined;
  closed: boolean;
  hidden: boolean;
}

/** A message with what the Bot API's shape has no room for. */
export interface StoredMessage {
  /** As the bot side sees it. */
  message: Message;
  authorId: number;
  /** A reply keyboard, its removal or a forced reply; inline keyboards are inside `message`. */
  keyboard: AnyMarkup | undefined;
  reactions: Map<number, ReactionType[]>;
  /** inline_message_id, of a message with buttons that was sent through a bot. */
  inlineId?: string;
}

/** A message for one person in a group. */
export interface EphemeralMessage {
  stored: StoredMessage;
  /** The person, who sees it beside the bot. */
  personId: number;
  botId: number;
  /** The ordinary message that came before it. */
  position: number;
  /** The ordinary message in whose place the person sees it. */
  replaces: number | undefined;
}

/** A text that a bot is still writing. */
export interface MessageDraft {
  id: number;
  text: string;
  entities: MessageEntity[];
  thread: number | undefined;
  /** Sandbox time, in milliseconds. */
  until: number;
  canStop: boolean;
  keepOnStop: boolean;
}

/** A person at the door of a guarded chat, whom its bot judges within ten seconds. */
export interface JoinQuery {
  id: string;
  botId: number;
  chatId: number;
  userId: number;
  at: number;
  webAppUrl: string | undefined;
  /** Leaves the decision to the administrators, when the bot was silent for too long. */
  lapse: () => void;
}

/** A Mini App that is open, whose answer may be sent into the chat that it was opened from. */
export interface WebAppQuery {
  botId: number;
  userId: number;
  chat: number | string;
}

/** A chat of any kind. Private chats with a bot have a `botId` and a `userId`, those of two people have `peers`. */
export interface ChatRecord {
  id: number;
  kind: ChatKind;
  title: string | undefined;
  username: string | undefined;
  description: string | undefined;
  isForum: boolean;
  botId: number | undefined;
  userId: number | undefined;
  /** Private chat of two people: both, the lower id first. */
  peers: readonly [number, number] | undefined;
  /** Private chat: the person pressed Start at least once. */
  started: boolean;
  /** Private chat: the person blocked the bot. */
  blocked: boolean;
  members: Map<number, ChatMember>;
  permissions: ChatPermissions;
  messages: Map<number, StoredMessage>;
  nextMessageId: number;
  topics: Map<number, Topic>;
  /** Ids of topics that are gone: some methods tell them from those that never were. */
  deletedTopics: Set<number>;
  general: Topic;
  pinned: number[];
  inviteLink: string | undefined;
  inviteLinks: Map<string, ChatInviteLink>;
  /** Of a channel's direct messages: the channel. Each person who wrote there has a topic under their own id. */
  directOf: number | undefined;
  /** Of a channel: its direct messages. */
  directChat: number | undefined;
  /** Of a channel its discussion group, of that group its channel. */
  linkedTo: number | undefined;
  /** Messages in a group that one person and one bot see, by ephemeral_message_id. */
  ephemeral: Map<number, EphemeralMessage>;
  /** Private chat: a text that the bot is still writing. */
  draft: MessageDraft | undefined;
  /** People who asked to join, with the link they used. */
  joinRequests: Map<number, { link: string | undefined; at: number }>;
  /** Whoever joins without a link has to be let in. */
  joinByRequest: boolean;
  /** The bot that decides at once who gets in. */
  guardBotId: number | undefined;
  /** Private chat that was never started: until when the bot may write because of a join request (ms). */
  openUntil: number;
  migratedTo: number | undefined;
  migratedFrom: number | undefined;
  slowModeDelay: number;
  /** Id of the last message each person has read. */
  read: Map<number, number>;
  typing: { userId: number; until: number } | undefined;
  lastActivity: number;
}

/** A bot that a person let into their own chats. */
export interface BusinessLink {
  id: string;
  botId: number;
  userId: number;
  /** Unix time. */
  date: number;
  rights: BusinessBotRights;
  isEnabled: boolean;
}

/** Kinds of messages that carry a file. */
export type MediaKind =
  | 'photo'
  | 'document'
  | 'video'
  | 'video_note'
  | 'voice'
  | 'audio'
  | 'sticker'
  | 'animation';

/** Bytes that somebody sent. */
export interface StoredFile {
  fileId: string;
  uniqueId: string;
  /** All sizes of a photo, which share bytes; other files stand alone. */
  sizes: StoredFile[];
  path: string;
  bytes: Buffer;
  mime: string;
  name: string;
  width: number;
  height: number;
  /** The Bot API type under which it was uploaded: photo, document, … */
  kind: MediaKind;
  /** Duration, performer, emoji and the like, as they were given with the upload. */
  meta: Record<string, unknown>;
}

/** A press of a callback button that may be answered for 150 seconds. */
export interface CallbackPress {
  id: string;
  botId: number;
  userId: number;
  /** Where the button is; ids of chats as bots know them. */
  chatId: number;
  messageId: number;
  at: number;
  answered: boolean;
  /** Ends the person's wait; undefined when the query died unanswered. */
  answer: ((answer: CallbackAnswer | undefined) => void) | undefined;
}

/** An inline query: what the person typed after the bot's name, and, once the bot answered, its answer. */
export interface InlineAsk {
  id: string;
  botId: number;
  userId: number;
  query: string;
  offset: string;
  chatType: string;
  /** Sandbox time, in milliseconds. */
  at: number;
  answer: InlineAnswer | undefined;
  /** Ends the person's wait. */
  wake: (() => void) | undefined;
}

/** What answerInlineQuery gave: results with the messages they would send. */
export interface InlineAnswer {
  results: InlineQueryResult[];
  contents: ReadonlyMap<string, { content: Partial<Message>; keyboard: AnyMarkup | undefined }>;
  isPersonal: boolean;
  nextOffset: string;
  button: InlineQueryResultsButton | undefined;
  /** Sandbox time until which others get the same answer. */
  expiresAt: number;
}

/** What answerCallbackQuery showed to the person. */
export interface CallbackAnswer {
  text?: string;
  show_alert?: boolean;
  url?: string;
}

/** Something that a phone page wants to know at once. */
export interface PeopleEvent {
  event: 'message' | 'edited' | 'deleted' | 'clock' | 'answer' | 'chat' | 'typing' | 'pin' | 'web_app';
  data: Record<string, unknown>;
}

/** The whole world, in memory. */
export interface World {
  offsetMs: number;
  accounts: Map<number, Account>;
  bots: Map<string, Bot>;
  botsById: Map<number, Bot>;
  chats: Map<number, ChatRecord>;
  /** Key: bot id, colon, person id. */
  privateChats: Map<string, ChatRecord>;
  /** Chats of two people. Key: both ids, the lower first, with a colon between. */
  directChats: Map<string, ChatRecord>;
  businessLinks: Map<string, BusinessLink>;
  files: Map<string, StoredFile>;
  filesByPath: Map<string, StoredFile>;
  presses: Map<string, CallbackPress>;
  inlineAsks: Map<string, InlineAsk>;
  joinQueries: Map<string, JoinQuery>;
  webAppQueries: Map<string, WebAppQuery>;
  /** The key that signs launches of Mini Apps for third parties, as PKCS #8. */
  launchKey: Buffer;
  /** Messages that were sent through bots and have buttons, by inline_message_id. */
  inlineMessages: Map<string, { chat: ChatRecord; messageId: number }>;
  faults: Faults;
  flood: FloodState;
  stats: Stats;
  events: EventEmitter;
  /** Aborted when the sandbox stops: ends webhook deliveries and their timers. */
  closing: AbortController;
  /** Performs a method that a webhook's answer asked for; set by the server. */
  performReply: ((bot: Bot, params: Record<string, unknown>) => void) | undefined;
  /** Messages of all chats between people count in one sequence, so that an id means one message of an account. */
  next: { user: number; chat: number; serial: number; direct: number };
}

/** An uploaded part of a multipart request. */
export interface Upload {
  name: string;
  mime: string;
  bytes: Buffer;
}

/** One Bot API call after validation. */
export interface Call {
  world: World;
  bot: Bot;
  params: Record<string, unknown>;
  files: ReadonlyMap<string, Upload>;
  /** Ends when the client goes away. */
  signal: AbortSignal;
}
