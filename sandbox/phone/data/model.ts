/** The part of the Bot API's shapes that the phone draws. Field names are the Bot API's own. */
export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  is_premium?: boolean;
}

/** A chat as one person sees it: a private chat with a bot carries the bot's id. */
export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
  is_forum?: boolean;
  is_direct_messages?: boolean;
  /** A private chat with a person, not with a bot. */
  is_person?: boolean;
}

/** A bot of this sandbox. */
export interface Bot {
  token: string;
  user: User;
  can_connect_to_business: boolean;
  supports_inline_queries: boolean;
}

/** A topic of a forum group. */
export interface Topic {
  message_thread_id: number;
  name: string;
  icon_color?: number;
  closed?: boolean;
  unread?: number;
}

/** A line of the chat list. */
export interface ChatLine {
  chat: Chat;
  last_message?: Message;
  pinned_message?: Message;
  unread: number;
  is_blocked?: boolean;
  topics?: Topic[];
  /** Whether one may open topics in a private chat with a bot. */
  may_add_topics?: boolean;
  /** Where people write to a channel. */
  direct_messages_chat?: number;
  /** Where a channel's posts are discussed. */
  linked_chat?: number;
  member_status?: string;
}

/** Formatting of a stretch of text; offset and length in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
  custom_emoji_id?: string;
}

interface File {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
}

/** One size of a picture. */
export interface Photo extends File {
  width: number;
  height: number;
}

/** Any attached file but a photo: what the players and download lines need. */
export interface Media extends File {
  file_name?: string;
  mime_type?: string;
  duration?: number;
  length?: number;
  width?: number;
  height?: number;
  title?: string;
  performer?: string;
  emoji?: string;
  is_animated?: boolean;
  is_video?: boolean;
  thumbnail?: Photo;
}

/** A button under a message. */
export interface InlineButton {
  text: string;
  style?: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
  login_url?: { url: string };
  copy_text?: { text: string };
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
  pay?: boolean;
}

/** A button of the keyboard that stands in place of letters. */
export interface ReplyButton {
  text: string;
  style?: string;
  request_contact?: boolean;
  request_location?: boolean;
  web_app?: { url: string };
}

/** The keyboard that stands in place of letters. */
export interface ReplyKeyboard {
  keyboard: (ReplyButton | string)[][];
  is_persistent?: boolean;
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
}

/** Whatever a message asks the phone to show with it. */
export interface Markup {
  inline_keyboard?: InlineButton[][];
  keyboard?: (ReplyButton | string)[][];
  force_reply?: boolean;
  input_field_placeholder?: string;
}

/** A list of things to do. */
export interface Checklist {
  title: string;
  tasks: { id: number; text: string; completed_by_user?: User }[];
  others_can_mark_tasks_as_done?: boolean;
}

/** Where a forwarded message came from. */
export interface Origin {
  type: string;
  sender_user?: User;
  sender_user_name?: string;
  sender_chat?: Chat;
  chat?: Chat;
}

/** A reaction on a message. */
export interface Reaction {
  type: { type: string; emoji?: string };
  total_count: number;
  chosen?: boolean;
}

/** A point on the map. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** A message as one person sees it. Dates are Unix seconds of the sandbox's time. */
export interface Message {
  message_id: number;
  message_thread_id?: number;
  direct_messages_topic?: { topic_id: number };
  /** Only this person and a bot see the message; its message_id is negative then. */
  ephemeral_message_id?: number;
  sender_business_bot?: User;
  sender_tag?: string;
  date: number;
  edit_date?: number;
  chat: Chat;
  from?: User;
  sender_chat?: Chat;
  author_signature?: string;
  via_bot?: User;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  show_caption_above_media?: boolean;
  has_media_spoiler?: boolean;
  reply_to_message?: Message;
  quote?: { text: string };
  forward_origin?: Origin;
  media_group_id?: string;
  photo?: Photo[];
  document?: Media;
  video?: Media;
  animation?: Media;
  video_note?: Media;
  voice?: Media;
  audio?: Media;
  sticker?: Media;
  location?: Place;
  venue?: { location: Place; title: string; address: string };
  contact?: { phone_number: string; first_name: string; last_name?: string; user_id?: number };
  poll?: { question: string; options: { text: string; voter_count: number }[]; total_voter_count: number };
  checklist?: Checklist;
  checklist_tasks_done?: { marked_as_done_task_ids?: number[]; marked_as_not_done_task_ids?: number[] };
  checklist_tasks_added?: { tasks: { text: string }[] };
  dice?: { emoji: string; value: number };
  reply_markup?: Markup;
  reactions?: Reaction[];
  new_chat_members?: User[];
  left_chat_member?: User;
  new_chat_title?: string;
  pinned_message?: Message;
  group_chat_created?: boolean;
  supergroup_chat_created?: boolean;
  channel_chat_created?: boolean;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_created?: { name: string; icon_color?: number };
  forum_topic_edited?: { name?: string };
  forum_topic_closed?: object;
  forum_topic_reopened?: object;
  web_app_data?: { button_text: string };
  users_shared?: object;
  chat_shared?: object;
  write_access_allowed?: object;
}

/** A command that a bot offers. */
export interface Command {
  command: string;
  description: string;
}

/** What the phone shows around the input of a chat. */
export interface Extras {
  commands: Command[];
  menu_button?: { type: string; text?: string; web_app?: { url: string } };
  reply_keyboard?: ReplyKeyboard;
  typing?: boolean;
  /** What the bot is writing. */
  draft?: {
    draft_id: number;
    text: string;
    entities?: Entity[];
    message_thread_id?: number;
    can_stop: boolean;
  };
}

/** What a bot offers to somebody who types its name. */
export interface InlineOffer {
  query_id: string;
  results?: InlineResult[];
}

/** One of the things that a bot offers. */
export interface InlineResult {
  type: string;
  id: string;
  title?: string;
  description?: string;
  caption?: string;
  input_message_content?: { message_text?: string };
}

/** The bot that a person let into their own chats. */
export interface BusinessBot {
  bot_id?: number;
  connection?: { rights?: Record<string, boolean> };
}

/** What came of pressing a button: nothing at all if the bot kept silent. */
export interface PressResult {
  /** The message that a button of the reply keyboard sent. */
  sent?: number;
  answer?: { text?: string; show_alert?: boolean; url?: string };
  open?: {
    url?: string;
    web_app?: string;
    copy_text?: string;
    switch_inline_query?: string;
    switch_inline_query_current_chat?: string;
  };
}

/** The sandbox's time: `now` in ISO 8601, and how far it runs ahead of the machine, in seconds. */
export interface Clock {
  now: string;
  offset_seconds: number;
}

/** A fault that the sandbox plays on the bot's calls. */
export interface FaultRule {
  kind: '429' | '500' | '502' | 'drop_before' | 'drop_after' | 'slow';
  method?: string;
  times?: number;
  probability?: number;
  retry_after?: number;
  delay_ms?: number;
}

/** A file on its way into the sandbox; `data` is base64. */
export interface Upload {
  name: string;
  mime?: string;
  data: string;
  /** Seconds, of a recording. */
  duration?: number;
}

/** The kinds of file that the phone sends. */
export type UploadKind = 'photo' | 'video' | 'document';

/** What a person sends. One kind of content at a time. */
export interface Outgoing {
  text?: string;
  photo?: Upload;
  document?: Upload;
  video?: Upload;
  voice?: Upload;
  location?: Place;
  contact?: { phone_number: string; first_name: string; last_name?: string };
  media_group?: ({ caption?: string } & Partial<Record<UploadKind, Upload>>)[];
  caption?: string;
  reply_to?: number;
  thread?: number;
  comment_on?: number;
}
