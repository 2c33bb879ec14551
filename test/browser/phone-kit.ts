import type { CallbackQuery, Message, Update, User } from '@grammyjs/types';
import type { Locator, Page } from '@playwright/test';
import type { Kit } from '../sandbox/kit.ts';

/** A bot that offers two topics, edits its question when one is chosen, and thanks for photos. */
export interface Bot extends AsyncDisposable {
  /** What it heard, oldest first. */
  readonly heard: readonly Update[];
}

const topics = {
  inline_keyboard: [
    [
      { text: 'Payment', callback_data: 'payment' },
      { text: 'Account', callback_data: 'account' },
    ],
    [{ text: 'Loud', callback_data: 'loud' }],
  ],
};

const onMessage = async ({ ok }: Kit, { chat, text, photo, message_id }: Message): Promise<void> => {
  if (chat.type !== 'private') return;
  if (text?.startsWith('/start') === true)
    await ok('sendMessage', {
      chat_id: chat.id,
      text: `What is it about? ${text.slice(7)}`,
      reply_markup: topics,
    });
  else if (photo !== undefined)
    await ok('sendMessage', {
      chat_id: chat.id,
      text: 'Thank you for the photo.',
      reply_parameters: { message_id },
    });
};

const onPress = async ({ ok }: Kit, { id, data, message }: CallbackQuery): Promise<void> => {
  const loud = data === 'loud';
  await ok('answerCallbackQuery', { callback_query_id: id, text: `Chosen: ${data}`, show_alert: loud });
  if (loud || message === undefined) return;
  const text = `Tell me about your ${data}.`;
  await ok('editMessageText', { chat_id: message.chat.id, message_id: message.message_id, text });
};

/** Starts the bot; it polls until it is disposed of. */
export const startBot = async (kit: Kit): Promise<Bot> => {
  const heard: Update[] = [];
  let stopped = false;
  let offset = 0;
  const serve = async (): Promise<void> => {
    while (!stopped) {
      const updates = await kit.ok<Update[]>('getUpdates', { offset, timeout: 1 });
      for (const update of updates) {
        offset = update.update_id + 1;
        heard.push(update);
        if (update.message !== undefined) await onMessage(kit, update.message as Message);
        if (update.callback_query !== undefined) await onPress(kit, update.callback_query);
      }
    }
  };
  const commands = [
    { command: 'start', description: 'Begin anew' },
    { command: 'status', description: 'How it is going' },
  ];
  await kit.ok('setMyCommands', { commands });
  const ended = serve();
  return {
    heard,
    [Symbol.asyncDispose]: async () => {
      stopped = true;
      await ended;
    },
  };
};

/** People of a sandbox, by their first names. */
export const addPeople = (kit: Kit, ...names: string[]): Promise<User[]> =>
  Promise.all(
    names.map((first_name) =>
      kit.people<User>('users', { first_name, username: `${first_name.toLowerCase()}_x` }),
    ),
  );

/** The phone of one person on the stage. */
export const phoneOf = (page: Page, name: string): Locator =>
  page.getByRole('article', { name: `Phone of ${name}` });

/** The messages of the chat that is open in a phone. */
export const logOf = (phone: Locator): Locator => phone.getByRole('log');
