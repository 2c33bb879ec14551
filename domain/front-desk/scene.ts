import type { Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import type { OpenChat } from '../chats/index.ts';
import type { Customer } from '../customers/index.ts';
import type { Desk } from './context.ts';
import type { AppButton, Button, Words } from './dialogue.types.ts';

/** A button press that is being handled. */
export type Press = { queryId: string; onMessage?: number };

/** The conversation in which effects are carried out: one chat, locked, in one transaction. */
export type Scene = {
  tx: Tx;
  desk: Desk;
  /** `thread`: the topic of the chat in which it happens, by Telegram's number. */
  chat: OpenChat & { thread?: number };
  customer: Customer;
  press?: Press;
  /** The first words that were in no ticket when the step was taken. */
  firstLooseText: string | null;
  now: Date;
};

/** Words in a language. */
export function render(desk: Desk, language: Language, words: Words): string {
  return typeof words === 'string' ? words : desk.translate(language, words.key, words.vars);
}

/** Rows of buttons with their labels in a language. */
export function renderButtons(
  desk: Desk,
  language: Language,
  buttons: readonly (readonly (Button | AppButton)[])[],
) {
  const one = ({ label, ...does }: Button | AppButton) => ({ label: render(desk, language, label), ...does });
  return buttons.map((row) => row.map(one));
}
