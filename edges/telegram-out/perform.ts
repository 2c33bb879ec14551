import type { Api } from 'grammy';
import type { MessageEntity } from 'grammy/types';
import type { Claimed, Outcome } from '../../base/outbox/index.ts';
import type { Entity } from '../../base/text/index.ts';
import { type Button, CAPTION, type OutFile } from '../../domain/chats/index.ts';
import { isForums, performInForum, repeatableInForum } from './forum.ts';
import { keyboard } from './keyboard.ts';
import { type FileSource, type Manner, sendMedia } from './media.ts';
import { isGone, isTopicGone, isUnchanged, outcomeOf } from './outcome.ts';
import { performInPlace, repeatableInPlace } from './places.ts';

type Payload = {
  text?: string;
  entities?: readonly Entity[];
  files?: readonly OutFile[];
  caption?: boolean;
  messageIds?: readonly number[];
  thread?: number;
  /** The ticket whose topic this goes into. */
  topic?: number;
  /** Not said while it is not known whether the topic that it points to was made. */
  pointsTo?: number;
  direct?: number;
  buttons?: readonly (readonly Button[])[];
  replyTo?: number;
  silent?: boolean;
  portrait?: number;
  messageId?: number;
  queryId?: string;
  alert?: boolean;
};

/** Telegram's API, the files that messages name, and what people call the bot. */
export type Means = { api: Api; files: FileSource; bot: string };

/** Performs one message of the outbox in the chat with this Telegram id. Never throws: every end is an outcome. */
export async function perform(
  means: Means,
  message: Claimed,
  telegramChatId: number | undefined,
): Promise<Outcome> {
  const { api } = means;
  const payload = message.payload as Payload;
  if (payload.pointsTo) return { kind: 'sent' };
  try {
    switch (message.kind) {
      case 'answer':
        return await answer(api, payload);
      case 'say':
        return message.remote_id === null
          ? await send(means, payload, known(telegramChatId))
          : await edit(means, payload, {
              chat: known(telegramChatId),
              messageId: Number(message.remote_id),
            });
      case 'read':
        return await markRead(api, known(telegramChatId), payload);
      case 'change':
        return await edit(means, payload, {
          chat: known(telegramChatId),
          messageId: payload.messageId ?? 0,
        });
      case 'rewrite':
        return await rewrite(means, payload, known(telegramChatId));
      case 'delete':
        await api.deleteMessages(known(telegramChatId), [...(payload.messageIds ?? [])]);
        return { kind: 'sent' };
      default:
        return isForums(message)
          ? await performInForum(api, message, telegramChatId)
          : await performInPlace(api, message, known(telegramChatId));
    }
  } catch (error) {
    // Its customer deleted the topic: what belongs into it goes into the chat.
    if (isTopicGone(error) && payload.topic !== undefined && payload.thread !== undefined) {
      const { thread: _gone, ...elsewhere } = message.payload;
      return perform(means, { ...message, payload: elsewhere }, telegramChatId);
    }
    return outcomeOf(error, mayRepeat(message));
  }
}

/** Whether a second call would change nothing that the first one did. */
export function mayRepeat(message: Claimed): boolean {
  return (
    ['answer', 'change', 'rewrite', 'delete', 'read'].includes(message.kind) ||
    message.remote_id !== null ||
    repeatableInPlace(message) ||
    repeatableInForum(message)
  );
}

function known(chat: number | undefined): number {
  if (chat === undefined) throw new Error('the chat of an outgoing message is gone');
  return chat;
}

async function send(means: Means, payload: Payload, chat: number): Promise<Outcome> {
  const { api, files } = means;
  const manner: Manner = {
    ...(payload.buttons?.length ? { reply_markup: keysOf(means, payload) } : {}),
    ...(payload.replyTo
      ? { reply_parameters: { message_id: payload.replyTo, allow_sending_without_reply: true } }
      : {}),
    ...(payload.thread === undefined ? {} : { message_thread_id: payload.thread }),
    ...(payload.direct === undefined ? {} : { direct_messages_topic_id: payload.direct }),
    ...(payload.silent ? { disable_notification: true } : {}),
  };
  if (payload.files?.length) {
    const caption = payload.text ? { caption: payload.text, ...inCaption(payload) } : {};
    return sendMedia(api, files, { chat, files: payload.files, caption, manner });
  }
  const photo = await portraitOf(api, payload);
  const sent = photo
    ? await api.sendPhoto(chat, photo, { ...manner, caption: payload.text ?? '', ...inCaption(payload) })
    : await api.sendMessage(chat, payload.text ?? '', { ...manner, ...inText(payload) });
  const ids = [sent.message_id];
  return {
    ...{ kind: 'sent', remoteId: String(sent.message_id) },
    ...(photo ? { facts: { ids, underPhoto: true } } : {}),
  };
}

/** No page opens inside Telegram among the direct messages of a channel. */
const keysOf = ({ bot }: Means, { buttons = [], direct }: Payload) =>
  keyboard(buttons, direct === undefined ? {} : { linksInto: bot });

/** The photo that goes with the words: the newest of the person's own, if they show one to the bot. */
async function portraitOf(api: Api, { portrait, text = '' }: Payload): Promise<string | undefined> {
  if (portrait === undefined || text.length > CAPTION) return undefined;
  const shown = await api.getUserProfilePhotos(portrait, { limit: 1 }).catch(() => undefined);
  return shown?.photos[0]?.at(-1)?.file_id;
}

/** Formatting comes from us, in numbers: nothing in the words is taken for a mark. */
const entitiesOf = ({ entities = [] }: Payload): MessageEntity[] =>
  entities.map(({ type, offset, length, url, language, user, emoji }) => ({
    ...{ type, offset, length },
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
    ...(user === undefined ? {} : { user: { id: user } }),
    ...(emoji === undefined ? {} : { custom_emoji_id: emoji }),
  })) as unknown as MessageEntity[];

const inText = (payload: Payload) => ({
  ...(payload.entities?.length ? { entities: entitiesOf(payload) } : {}),
  link_preview_options: { is_disabled: true },
});

const inCaption = (payload: Payload) =>
  payload.entities?.length ? { caption_entities: entitiesOf(payload) } : {};

/** Changes what stands in the chat; where that is gone, there is nothing to change. */
async function rewrite(means: Means, payload: Payload, chat: number): Promise<Outcome> {
  const { api } = means;
  const { messageId = 0, text = '', buttons } = payload;
  const markup = buttons?.length ? { reply_markup: keysOf(means, payload) } : {};
  try {
    if (payload.caption) {
      await api.editMessageCaption(chat, messageId, { ...markup, caption: text, ...inCaption(payload) });
    } else await api.editMessageText(chat, messageId, text, { ...markup, ...inText(payload) });
  } catch (error) {
    if (!isUnchanged(error)) throw error;
  }
  return { kind: 'sent', remoteId: String(messageId) };
}

async function edit(
  means: Means,
  payload: Payload,
  at: { chat: number; messageId: number },
): Promise<Outcome> {
  const { api } = means;
  const markup = { reply_markup: keysOf(means, payload) };
  try {
    if (payload.text === undefined) await api.editMessageReplyMarkup(at.chat, at.messageId, markup);
    else {
      await api.editMessageText(at.chat, at.messageId, payload.text, {
        ...markup,
        ...inText(payload),
      });
    }
  } catch (error) {
    if (isGone(error) && payload.text !== undefined) return send(means, payload, at.chat);
    if (!isUnchanged(error)) throw error;
  }
  return { kind: 'sent', remoteId: String(at.messageId) };
}

/** The connection is added where the call leaves. */
async function markRead(api: Api, chat: number, { messageId = 0 }: Payload): Promise<Outcome> {
  await api.readBusinessMessage('', chat, messageId);
  return { kind: 'sent' };
}

async function answer(api: Api, payload: Payload): Promise<Outcome> {
  await api.answerCallbackQuery(payload.queryId ?? '', {
    ...(payload.text ? { text: payload.text.slice(0, 200) } : {}),
    ...(payload.alert ? { show_alert: true } : {}),
  });
  return { kind: 'sent' };
}
