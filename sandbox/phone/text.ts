import type { Chat, Message, User } from './data/model.ts';
import { clockTime, dayAndMonth, weekday } from './dates.ts';
import type { Language, Say, Word } from './words.ts';

/** A person's or bot's full name. */
export const userName = (user: Pick<User, 'first_name' | 'last_name'>): string =>
  [user.first_name, user.last_name].filter(Boolean).join(' ');

/** What a chat is called. */
export const chatName = (chat: Chat): string =>
  chat.title ??
  userName({ first_name: chat.first_name ?? '', ...(chat.last_name ? { last_name: chat.last_name } : {}) });

/** Who a message is from, in words. */
export const senderName = (message: Message): string =>
  message.sender_chat !== undefined
    ? chatName(message.sender_chat)
    : message.from === undefined
      ? chatName(message.chat)
      : userName(message.from);

/** The id that gives a sender a colour. */
export const senderId = (message: Message): number =>
  message.sender_chat?.id ?? message.from?.id ?? message.chat.id;

const media: [keyof Message, Word][] = [
  ['photo', 'photo'],
  ['animation', 'gif'],
  ['video', 'video'],
  ['video_note', 'videoNote'],
  ['voice', 'voiceMessage'],
  ['audio', 'audio'],
  ['document', 'file'],
  ['sticker', 'sticker'],
  ['venue', 'location'],
  ['location', 'location'],
  ['contact', 'contact'],
  ['poll', 'poll'],
  ['checklist', 'checklist'],
];

/** What is attached to a message, in one word. */
export const mediaWord = (message: Message): Word | undefined =>
  media.find(([field]) => message[field] !== undefined)?.[1];

const someone = (message: Message): string =>
  message.from ? userName(message.from) : chatName(message.chat);

const members = (message: Message, say: Say): string | undefined => {
  const name = someone(message);
  const joined = message.new_chat_members;
  if (joined !== undefined) {
    if (joined.every((user) => user.id === message.from?.id)) return say('srvJoined', { name });
    return say('srvAdded', { name, other: joined.map(userName).join(', ') });
  }
  const gone = message.left_chat_member;
  if (gone === undefined) return undefined;
  return gone.id === message.from?.id
    ? say('srvLeft', { name })
    : say('srvRemoved', { name, other: userName(gone) });
};

const topics = (message: Message, say: Say): string | undefined => {
  if (message.forum_topic_created) return say('srvTopicCreated', { title: message.forum_topic_created.name });
  if (message.forum_topic_edited)
    return say('srvTopicEdited', { title: message.forum_topic_edited.name ?? '' });
  if (message.forum_topic_closed) return say('srvTopicClosed');
  if (message.forum_topic_reopened) return say('srvTopicReopened');
  return undefined;
};

/** The sentence of a service message, or undefined for a message that somebody wrote. */
export const serviceText = (message: Message, say: Say): string | undefined => {
  if (message.group_chat_created || message.supergroup_chat_created || message.channel_chat_created)
    return say('srvCreated', { title: chatName(message.chat) });
  if (message.new_chat_title) return say('srvRenamed', { title: message.new_chat_title });
  const ticked = message.checklist_tasks_done;
  if (ticked !== undefined) {
    const n = ticked.marked_as_done_task_ids?.length ?? 0;
    return say(n > 0 ? 'srvDone' : 'srvUndone', { name: someone(message) });
  }
  if (message.checklist_tasks_added) return say('srvTasksAdded', { name: someone(message) });
  if (message.pinned_message) return say('srvPinned', { name: someone(message) });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say('srvMigrated');
  if (message.web_app_data) return say('srvWebApp', { title: message.web_app_data.button_text });
  if (message.users_shared || message.chat_shared) return say('srvShared');
  if (message.write_access_allowed) return say('srvWriteAllowed');
  return members(message, say) ?? topics(message, say);
};

/** A message in one line: for the chat list, quotes and the pinned bar. */
export const preview = (message: Message, say: Say): string => {
  const service = serviceText(message, say);
  if (service !== undefined) return service;
  const word = mediaWord(message);
  const words = message.text ?? message.caption;
  if (word === undefined) return words ?? message.dice?.emoji ?? say('unsupported');
  if (words !== undefined && words !== '') return words;
  const detail =
    message.sticker?.emoji ??
    message.document?.file_name ??
    message.poll?.question ??
    message.checklist?.title;
  return detail === undefined ? say(word) : `${say(word)} · ${detail}`;
};

/** Whether a text runs from right to left, judged by its first letter as browsers do. */
export const isRightToLeft = (text: string): boolean =>
  /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]$/u.test(/\p{L}/u.exec(text)?.[0] ?? '');

/** Hours and minutes of a Unix time. */
export const messageTime = (seconds: number, language: Language): string =>
  clockTime(new Date(seconds * 1000), language);

const dayNumber = (ms: number): number => {
  const date = new Date(ms);
  return Math.floor((ms - date.getTimezoneOffset() * 60_000) / 86_400_000);
};

/** Whether two Unix times lie on one day of this place. */
export const sameDay = (one: number, other: number): boolean =>
  dayNumber(one * 1000) === dayNumber(other * 1000);

/** The day of a Unix time as a person says it, seen from `now` (milliseconds). */
export const dayName = (
  seconds: number,
  now: number,
  { say, language }: { say: Say; language: Language },
): string => {
  const ago = dayNumber(now) - dayNumber(seconds * 1000);
  if (ago === 0) return say('today');
  if (ago === 1) return say('yesterday');
  const date = new Date(seconds * 1000);
  const year = new Date(now).getFullYear() !== date.getFullYear();
  return dayAndMonth(date, language, { month: 'long', year });
};

/** A Unix time in the chat list: the hour today, the weekday this week, else the date. */
export const listTime = (seconds: number, now: number, language: Language): string => {
  const date = new Date(seconds * 1000);
  const ago = dayNumber(now) - dayNumber(seconds * 1000);
  if (ago === 0) return clockTime(date, language);
  if (ago > 0 && ago < 7) return weekday(date, language);
  return dayAndMonth(date, language, { month: 'short', year: false });
};

/** Minutes and seconds of a length. */
export const duration = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A file's size in the unit a person would use. */
export const fileSize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.round(kilo)} kB` : `${(kilo / 1024).toFixed(1)} MB`;
};

/** How far the clock runs ahead, in its two largest units; empty under half a minute. */
export const aheadText = (seconds: number, say: Say): string => {
  const minutes = Math.round(seconds / 60);
  const parts: [Word, number][] = [
    ['daysShort', Math.floor(minutes / 1440)],
    ['hoursShort', Math.floor((minutes % 1440) / 60)],
    ['minutesShort', minutes % 60],
  ];
  return parts
    .filter(([, n]) => n > 0)
    .slice(0, 2)
    .map(([word, n]) => say(word, { n }))
    .join(' ');
};
