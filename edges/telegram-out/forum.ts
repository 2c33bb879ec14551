import type { Api } from 'grammy';
import type { Claimed, Outcome } from '../../base/outbox/index.ts';
import type { InlineResult } from '../../domain/chats/index.ts';
import { isTopicGone, isUnchanged } from './outcome.ts';

type Payload = {
  thread?: number;
  name: string;
  icon: string;
  open: boolean;
  fromTelegramChat: number;
  messageIds: readonly number[];
  messageId: number;
  emoji: string;
  text: string;
  whom: { telegramId: number; name: string };
  queryId: string;
  results: readonly InlineResult[];
};

/** What may be done twice: the second time changes nothing. */
const REPEATABLE = new Set([
  'staff.change',
  'staff.open',
  'staff.remove',
  'staff.pin',
  'staff.react',
  'staff.inline',
]);

/** Whether this is one of the things that are done in a forum of the staff's. */
export const isForums = ({ kind }: Claimed): boolean => kind.startsWith('staff.');

/** Whether this, done a second time, changes nothing that the first one did. */
export const repeatableInForum = ({ kind }: Claimed): boolean => REPEATABLE.has(kind);

/** General, the topic that every forum has. It is never a ticket's. */
const GENERAL = 1;

/** Performs what is done in a forum besides saying something (P6). Throws what the API throws. */
export async function performInForum(api: Api, message: Claimed, chat: number | undefined): Promise<Outcome> {
  const payload = message.payload as Payload;
  if (message.kind === 'staff.inline') return answerInline(api, payload);
  if (chat === undefined) throw new Error('the chat of an outgoing message is gone');
  switch (message.kind) {
    case 'staff.topic':
      return openTopic(api, payload, chat);
    case 'staff.change':
    case 'staff.open':
      return changeTopic(api, message, chat);
    case 'staff.remove':
      return removeTopic(api, payload, chat);
    case 'staff.copy':
      return copy(api, payload, chat);
    case 'staff.pin':
      await api.pinChatMessage(chat, payload.messageId, { disable_notification: true });
      return { kind: 'sent' };
    case 'staff.ask':
      return ask(api, payload, chat);
    case 'staff.react':
      await api.setMessageReaction(chat, payload.messageId, [
        { type: 'emoji', emoji: payload.emoji as '👌' },
      ]);
      return { kind: 'sent' };
    default:
      return { kind: 'refused', code: 'refused', error: `no way to perform ${message.kind}` };
  }
}

const threadOf = ({ thread }: Payload) => (thread === undefined ? {} : { message_thread_id: thread });

async function openTopic(api: Api, { name, icon }: Payload, chat: number): Promise<Outcome> {
  const topic = await api.createForumTopic(chat, name, await iconOf(api, icon));
  if (topic.message_thread_id === GENERAL) throw new Error('a new topic has the number of General');
  return { kind: 'sent', remoteId: String(topic.message_thread_id) };
}

async function changeTopic(api: Api, message: Claimed, chat: number): Promise<Outcome> {
  const { thread = GENERAL, name, icon, open } = message.payload as Payload;
  if (thread === GENERAL)
    return { kind: 'refused', code: 'refused', error: 'General is no topic of a ticket' };
  try {
    if (message.kind === 'staff.change')
      await api.editForumTopic(chat, thread, { name, ...(await iconOf(api, icon)) });
    else if (open) await api.reopenForumTopic(chat, thread);
    else await api.closeForumTopic(chat, thread);
  } catch (error) {
    if (!isUnchanged(error)) throw error;
  }
  return { kind: 'sent' };
}

/** Deletes a topic and all that stands in it; one that is gone already is as it should be. */
async function removeTopic(api: Api, { thread = GENERAL }: Payload, chat: number): Promise<Outcome> {
  if (thread === GENERAL)
    return { kind: 'refused', code: 'refused', error: 'General is no topic of a ticket' };
  try {
    await api.deleteForumTopic(chat, thread);
  } catch (error) {
    if (!isTopicGone(error)) throw error;
  }
  return { kind: 'sent' };
}

const icons = new WeakMap<Api, Promise<ReadonlyMap<string, string>>>();

/** The icon for topics that looks like this emoji; without its variation selector, since Telegram's own lists differ in it. */
async function iconOf(api: Api, emoji: string): Promise<{ icon_custom_emoji_id?: string }> {
  const known = icons.get(api) ?? readIcons(api);
  icons.set(api, known);
  const id = (await known.catch(() => undefined))?.get(plain(emoji));
  if (id === undefined) return {};
  return { icon_custom_emoji_id: id };
}

async function readIcons(api: Api): Promise<ReadonlyMap<string, string>> {
  try {
    const stickers = await api.getForumTopicIconStickers();
    return new Map(
      stickers.flatMap(({ emoji, custom_emoji_id: id }) => (emoji && id ? [[plain(emoji), id]] : [])),
    );
  } catch (error) {
    icons.delete(api);
    throw error;
  }
}

const plain = (emoji: string) => emoji.replaceAll('\u{FE0F}', '');

/** One message alone keeps what several at once would lose; a call for several skips those that are gone. */
async function copy(api: Api, payload: Payload, chat: number): Promise<Outcome> {
  const { fromTelegramChat: from, messageIds } = payload;
  const how = { ...threadOf(payload), disable_notification: true };
  const [only, ...others] = messageIds;
  const copied =
    only !== undefined && others.length === 0
      ? [await api.copyMessage(chat, from, only, how)]
      : await api.copyMessages(chat, from, [...messageIds], how);
  return { kind: 'sent', remoteId: copied.map(({ message_id }) => message_id).join(',') };
}

async function ask(api: Api, payload: Payload, chat: number): Promise<Outcome> {
  const { whom, text } = payload;
  const sent = await api.sendMessage(chat, `${whom.name}, ${text}`, {
    ...threadOf(payload),
    entities: [
      {
        ...{ type: 'text_mention', offset: 0, length: whom.name.length },
        user: { id: whom.telegramId, is_bot: false, first_name: whom.name },
      },
    ],
    reply_markup: { force_reply: true, selective: true },
  });
  return { kind: 'sent', remoteId: String(sent.message_id) };
}

async function answerInline(api: Api, { queryId, results }: Payload): Promise<Outcome> {
  await api.answerInlineQuery(
    queryId,
    results.map(({ id, title, description, text }) => ({
      ...{ type: 'article', id, title, description },
      input_message_content: { message_text: text },
    })),
    // What fits one ticket and one agent fits nobody else, and soon not even them.
    { cache_time: 0, is_personal: true },
  );
  return { kind: 'sent' };
}
