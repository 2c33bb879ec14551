import { type Api, GrammyError } from 'grammy';
import type { ChatFullInfo, ChatMember } from 'grammy/types';
import type { Claimed, Outcome } from '../../base/outbox/index.ts';
import type { Button, PlaceFacts, WantedTopic } from '../../domain/chats/index.ts';
import { keyboard } from './keyboard.ts';

type Whisper = {
  text: string;
  buttons?: readonly (readonly Button[])[];
  thread?: number;
  replyTo: number;
  person: number;
};

/** Performs what is done in groups and channels besides speaking; in the chat with this Telegram id. */
export async function performInPlace(api: Api, message: Claimed, chat: number): Promise<Outcome> {
  const { payload, remote_id: remoteId } = message;
  switch (message.kind) {
    case 'look':
      return { kind: 'sent', facts: await look(api, chat) };
    case 'topic':
      return { kind: 'sent', remoteId: String(await keepTopic(api, chat, payload as WantedTopic)) };
    case 'pin':
      if (remoteId === null) return { kind: 'refused', code: 'refused', error: 'there is nothing to pin' };
      await api.pinChatMessage(chat, Number(remoteId), { disable_notification: true });
      return { kind: 'sent' };
    case 'remove':
      return remove(api, chat, remoteId);
    case 'whisper':
      return whisper(api, chat, payload as Whisper);
    default:
      return { kind: 'refused', code: 'refused', error: `no way to perform ${message.kind}` };
  }
}

/** Whether a second call would change nothing that the first one did. */
export function repeatableInPlace({ kind, payload }: Claimed): boolean {
  if (kind === 'topic') return payload['thread'] !== undefined;
  return kind === 'look' || kind === 'pin' || kind === 'remove';
}

const botId = (api: Api): number => Number(api.token.split(':')[0]);

async function look(api: Api, chat: number): Promise<PlaceFacts> {
  const info = await api.getChat(chat);
  // Telegram says no more of a chat in which the bot is nobody.
  const member = await api.getChatMember(chat, botId(api));
  return factsOf(info, member);
}

function factsOf(info: ChatFullInfo, member: ChatMember): PlaceFacts {
  return {
    title: info.title ?? '',
    ...('username' in info && info.username ? { username: info.username } : {}),
    isForum: 'is_forum' in info && info.is_forum === true,
    ...('linked_chat_id' in info && info.linked_chat_id ? { linkedChat: info.linked_chat_id } : {}),
    status: member.status,
    rights: Object.entries(member).flatMap(([name, value]) => (value === true ? [name] : [])),
  };
}

const TOPIC_GONE = /TOPIC_DELETED|TOPIC_ID_INVALID|message thread not found/i;

const says = (error: unknown, words: RegExp): boolean =>
  error instanceof GrammyError && words.test(error.description);

async function keepTopic(api: Api, chat: number, topic: WantedTopic): Promise<number> {
  const { thread, name, rename } = topic;
  if (thread !== undefined) {
    try {
      await api.editForumTopic(chat, thread, rename ? { name } : {});
      return thread;
    } catch (error) {
      if (says(error, /TOPIC_NOT_MODIFIED/)) return thread;
      if (!says(error, TOPIC_GONE)) throw error;
    }
  }
  return (await api.createForumTopic(chat, name)).message_thread_id;
}

async function remove(api: Api, chat: number, remoteId: string | null): Promise<Outcome> {
  if (remoteId === null) return { kind: 'sent' };
  try {
    await api.deleteMessage(chat, Number(remoteId));
  } catch (error) {
    if (!says(error, /message to delete not found|message can't be deleted/i)) throw error;
  }
  return { kind: 'sent' };
}

async function whisper(api: Api, chat: number, payload: Whisper): Promise<Outcome> {
  const { text, person, thread, replyTo, buttons = [] } = payload;
  const say = (alone: boolean) =>
    api.sendMessage(chat, text, {
      ...(alone ? { ephemeral_message_parameters: { receiver_user_id: person } } : {}),
      ...(thread === undefined ? {} : { message_thread_id: thread }),
      ...(alone ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      reply_markup: keyboard(buttons),
      disable_notification: true,
      link_preview_options: { is_disabled: true },
    });
  const sent = await say(true).catch((error: unknown) => {
    // A server that cannot whisper, or not here.
    if (error instanceof GrammyError && error.error_code === 400) return say(false);
    throw error;
  });
  // A whisper has no number of its own, and goes away by itself.
  return sent.message_id === 0 ? { kind: 'sent' } : { kind: 'sent', remoteId: String(sent.message_id) };
}
