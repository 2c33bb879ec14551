import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Button } from '../../domain/chats/index.ts';

/** Rows of buttons as Telegram takes them. Pages open inside Telegram in private chats only: with `linksInto`, the name of a bot, the buttons
 * that open them are links into the bot's Mini App. */
export function keyboard(
  rows: readonly (readonly Button[])[],
  how: { linksInto?: string } = {},
): InlineKeyboardMarkup {
  const { linksInto: bot } = how;
  return {
    inline_keyboard: rows.map((row) => row.map((one) => ({ text: one.label, ...actionOf(one, bot) }))),
  };
}

function actionOf(button: Button, bot: string | undefined) {
  if ('url' in button) return { url: button.url };
  if (!('app' in button)) return { callback_data: button.data };
  return bot === undefined ? { web_app: { url: button.app } } : { url: startLink(bot, button.app) };
}

const NAMES: Readonly<Record<string, string>> = { tickets: 'ticket', help: 'article' };

/** The way to a page of the cabinet that opens from any chat: the Mini App is told what to show by one word (`placeOf` in web/cabinet reads
 * it). A page that has no such word is looked for from the beginning. */
export function startLink(bot: string, page: string): string {
  const [, kind = '', name = ''] = /\/cabinet\/(tickets|help)\/([\w-]{1,80})$/.exec(page) ?? [];
  const named = NAMES[kind] === undefined ? '' : `=${NAMES[kind]}_${name}`;
  return `https://t.me/${bot}?startapp${named}`;
}
