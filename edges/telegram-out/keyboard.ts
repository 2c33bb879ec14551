import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Button } from '../../domain/chats/index.ts';

/** Rows of buttons as Telegram takes them. */
export function keyboard(rows: readonly (readonly Button[])[]): InlineKeyboardMarkup {
  return {
    inline_keyboard: rows.map((row) => row.map((button) => ({ text: button.label, ...actionOf(button) }))),
  };
}

function actionOf(button: Button) {
  if ('url' in button) return { url: button.url };
  return 'app' in button ? { web_app: { url: button.app } } : { callback_data: button.data };
}
