import { createHash, randomInt } from 'node:crypto';
import type {
  InlineKeyboardButton,
  KeyboardButton,
  Message,
  ReplyKeyboardMarkup,
  User,
} from '@grammyjs/types';
import { requirePerson } from '../accounts.ts';
import { businessView, linkOf } from '../business.ts';
import { chatForPerson } from '../chats.ts';
import { PeopleError } from '../errors.ts';
import type { CallbackAnswer, ChatRecord, StoredMessage, World } from '../model.ts';
import { queueUpdate } from '../updates.ts';
import { callbackLife, now } from '../world.ts';
import { requireMessage, sendAsPerson } from './send.ts';

const patience = 5000;

/** Which button of which message. */
export interface PressWish {
  chat: number | string;
  message_id?: number | undefined;
  text?: string | undefined;
  data?: string | undefined;
  row?: number | undefined;
  col?: number | undefined;
}

/** What a press led to: the bot's answer, something to open, or the message that a reply keyboard sent. */
export interface PressResult {
  answer?: CallbackAnswer;
  open?: Record<string, unknown>;
  sent?: number;
}

/** A person presses a button and waits up to five seconds for the bot's answer. */
export async function press(world: World, userId: number, wish: PressWish): Promise<PressResult> {
  const person = requirePerson(world, userId).user;
  const chat = chatForPerson(world, userId, wish.chat);
  const stored = wish.message_id === undefined ? undefined : requireMessage(chat, wish.message_id);
  const inline = stored?.message.reply_markup?.inline_keyboard;
  if (stored !== undefined && inline !== undefined) {
    const button = pickButton(inline, wish);
    if (!('callback_data' in button)) return { open: openOf(button) };
    return await pressCallback(world, chat, { stored, person, data: button.callback_data });
  }
  const keyboard = replyKeyboardOf(stored) ?? currentKeyboard(chat);
  if (keyboard === undefined) throw new PeopleError(404, 'no_keyboard', 'This message has no buttons.');
  const rows = keyboard.keyboard.map((row) => row.map((b) => (typeof b === 'string' ? { text: b } : b)));
  return pressReply(world, userId, { chat: wish.chat, button: pickButton(rows as KeyboardButton[][], wish) });
}

function pickButton<B extends InlineKeyboardButton | KeyboardButton>(rows: B[][], wish: PressWish): B {
  const all = rows.flat();
  const textOf = (button: B): string => (typeof button === 'string' ? button : button.text);
  const found =
    wish.row === undefined
      ? all.find((button) =>
          wish.data === undefined
            ? textOf(button) === wish.text
            : (button as { callback_data?: string }).callback_data === wish.data,
        )
      : rows[wish.row]?.[wish.col ?? 0];
  if (found !== undefined) return found;
  const labels = all.map((button) => `"${textOf(button)}"`).join(', ');
  throw new PeopleError(404, 'no_such_button', `There is no such button here. The buttons are: ${labels}.`);
}

function openOf(button: InlineKeyboardButton): Record<string, unknown> {
  const { text: _, ...rest } = button as unknown as Record<string, unknown>;
  if ('web_app' in rest) return { web_app: (rest.web_app as { url: string }).url };
  if ('login_url' in rest) return { url: (rest.login_url as { url: string }).url };
  if ('copy_text' in rest) return { copy_text: (rest.copy_text as { text: string }).text };
  return rest;
}

async function pressCallback(
  world: World,
  chat: ChatRecord,
  what: { stored: StoredMessage; person: User; data: string },
): Promise<PressResult> {
  const { stored, person, data } = what;
  const sender = stored.message.via_bot ?? stored.message.sender_business_bot;
  const bot = world.botsById.get(sender?.id ?? stored.authorId);
  if (bot === undefined) throw new PeopleError(409, 'no_bot', 'No bot stands behind this button.');
  const id = `${person.id}${randomInt(1_000_000_000, 9_999_999_999)}`;
  const entry = {
    id,
    botId: bot.user.id,
    userId: person.id,
    chatId: chat.id,
    messageId: stored.message.message_id,
    at: now(world),
    answered: false,
    answer: undefined,
  };
  world.presses.set(id, entry);
  forgetOldPresses(world);
  const answered = waitForAnswer(world, id);
  const payload = {
    id,
    from: person,
    ...(stored.inlineId === undefined
      ? { message: asBotSees(world, chat, stored) }
      : { inline_message_id: stored.inlineId }),
    chat_instance: createHash('sha256')
      .update(`${chat.botId ?? ''}:${chat.id}`)
      .digest()
      .readBigInt64BE(0)
      .toString(),
    data,
  };
  queueUpdate(world, bot, { kind: 'callback_query', payload, key: `callback:${person.id}` });
  const answer = await answered;
  return answer === undefined ? {} : { answer };
}

/** The message of a pressed button; in a chat of two people, as the bot of the one who sent it sees it. */
function asBotSees(world: World, chat: ChatRecord, stored: StoredMessage): Message {
  const link = chat.peers && linkOf(world, stored.authorId);
  return link === undefined ? stored.message : businessView(world, chat, { message: stored.message, link });
}

function waitForAnswer(world: World, id: string): Promise<CallbackAnswer | undefined> {
  return new Promise((resolve) => {
    const entry = world.presses.get(id);
    if (entry === undefined) return resolve(undefined);
    const timer = setTimeout(() => {
      entry.answer = undefined;
      resolve(undefined);
    }, patience);
    entry.answer = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
  });
}

/** Presses that can no longer be answered are dropped from the front, oldest first. */
function forgetOldPresses(world: World): void {
  for (const [id, entry] of world.presses) {
    if (now(world) - entry.at < callbackLife) return;
    world.presses.delete(id);
  }
}

function replyKeyboardOf(stored: StoredMessage | undefined): ReplyKeyboardMarkup | undefined {
  const keyboard = stored?.keyboard;
  return keyboard !== undefined && 'keyboard' in keyboard ? keyboard : undefined;
}

/** The reply keyboard under the input: the last one sent and not removed. */
export function currentKeyboard(chat: ChatRecord): ReplyKeyboardMarkup | undefined {
  for (const stored of [...chat.messages.values()].reverse()) {
    if (stored.keyboard !== undefined && 'remove_keyboard' in stored.keyboard) return undefined;
    const keyboard = replyKeyboardOf(stored);
    if (keyboard !== undefined) return keyboard;
  }
  return undefined;
}

function pressReply(
  world: World,
  userId: number,
  what: { chat: number | string; button: KeyboardButton },
): PressResult {
  const { chat } = what;
  const button = (typeof what.button === 'string' ? { text: what.button } : what.button) as {
    text: string;
    web_app?: { url: string };
    request_contact?: boolean;
    request_location?: boolean;
  };
  if (button.web_app !== undefined) return { open: { web_app: button.web_app.url } };
  const first_name = requirePerson(world, userId).user.first_name;
  const content =
    button.request_contact === true
      ? {
          contact: {
            phone_number: `+1555${String(userId).padStart(7, '0').slice(-7)}`,
            first_name,
            user_id: userId,
          },
        }
      : button.request_location === true
        ? { location: { latitude: 40.4093, longitude: 49.8671 } }
        : { text: button.text };
  const [sent] = sendAsPerson(world, userId, { chat, ...content });
  return sent === undefined ? {} : { sent: sent.message.message_id };
}
