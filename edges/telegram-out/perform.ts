import type { Api } from 'grammy';
import type { Claimed, Outcome } from '../../base/outbox/index.ts';
import type { Button } from '../../domain/chats/index.ts';
import { keyboard } from './keyboard.ts';
import { isGone, isUnchanged, outcomeOf } from './outcome.ts';
import { performInPlace, repeatableInPlace } from './places.ts';

type Payload = {
  text?: string;
  thread?: number;
  buttons?: readonly (readonly Button[])[];
  replyTo?: number;
  silent?: boolean;
  messageId?: number;
  queryId?: string;
  alert?: boolean;
};

/** Performs one message of the outbox in the chat with this Telegram id. Never throws: every end is an outcome. */
export async function perform(
  api: Api,
  message: Claimed,
  telegramChatId: number | undefined,
): Promise<Outcome> {
  const payload = message.payload as Payload;
  try {
    switch (message.kind) {
      case 'answer':
        return await answer(api, payload);
      case 'say':
        return message.remote_id === null
          ? await send(api, payload, known(telegramChatId))
          : await edit(api, payload, { chat: known(telegramChatId), messageId: Number(message.remote_id) });
      case 'read':
        return await markRead(api, known(telegramChatId), payload);
      case 'change':
        return await edit(api, payload, { chat: known(telegramChatId), messageId: payload.messageId ?? 0 });
      default:
        return await performInPlace(api, message, known(telegramChatId));
    }
  } catch (error) {
    return outcomeOf(error, mayRepeat(message));
  }
}

/** Whether a second call would change nothing that the first one did. */
export function mayRepeat(message: Claimed): boolean {
  return (
    ['answer', 'change', 'read'].includes(message.kind) ||
    message.remote_id !== null ||
    repeatableInPlace(message)
  );
}

function known(chat: number | undefined): number {
  if (chat === undefined) throw new Error('the chat of an outgoing message is gone');
  return chat;
}

async function send(api: Api, payload: Payload, chat: number): Promise<Outcome> {
  const sent = await api.sendMessage(chat, payload.text ?? '', {
    ...(payload.buttons?.length ? { reply_markup: keyboard(payload.buttons) } : {}),
    ...(payload.replyTo
      ? { reply_parameters: { message_id: payload.replyTo, allow_sending_without_reply: true } }
      : {}),
    ...(payload.thread === undefined ? {} : { message_thread_id: payload.thread }),
    ...(payload.silent ? { disable_notification: true } : {}),
    link_preview_options: { is_disabled: true },
  });
  return { kind: 'sent', remoteId: String(sent.message_id) };
}

async function edit(api: Api, payload: Payload, at: { chat: number; messageId: number }): Promise<Outcome> {
  const markup = { reply_markup: keyboard(payload.buttons ?? []) };
  try {
    if (payload.text === undefined) await api.editMessageReplyMarkup(at.chat, at.messageId, markup);
    else {
      await api.editMessageText(at.chat, at.messageId, payload.text, {
        ...markup,
        link_preview_options: { is_disabled: true },
      });
    }
  } catch (error) {
    if (isGone(error) && payload.text !== undefined) return send(api, payload, at.chat);
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
