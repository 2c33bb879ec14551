import type { Tx } from '../../base/db/index.ts';
import type { Translate } from '../../base/i18n/index.ts';
import type { Clock } from '../../base/kernel/index.ts';
import { backlogs } from '../../base/outbox/index.ts';
import { type Button, lockChat, say } from '../chats/index.ts';
import { customerById } from '../customers/index.ts';

/** How a desk speaks, and by which clock. */
export type Teller = { translate: Translate; clock: Clock };

/** What to tell, by its Fluent key; with a button, whose label is a key as well. */
export type Telling = { key: string; button?: Button };

/** Tells a customer in their chat with the bot what becomes of what they asked (C4). */
export async function tellCustomer(
  tx: Tx,
  desk: Teller,
  what: Telling & { customerId: number },
): Promise<void> {
  const { telegram_id: telegramChatId, language } = await customerById(tx, what.customerId);
  if (telegramChatId === null) return;
  const chat = await lockChat(tx, { telegramChatId, kind: 'private' }, desk.clock.now());
  const words = (key: string) => desk.translate(language, key);
  const { button } = what;
  const buttons = button ? { buttons: [[{ ...button, label: words(button.label) }]] } : {};
  await say(tx, { chat, said: { text: words(what.key), ...buttons } });
}

/** Whether something that was said to a customer has still to leave. */
export async function isBeingTold(tx: Tx, customerId: number): Promise<boolean> {
  const chats = await tx.selectFrom('chats').select('id').where('customer_id', '=', customerId).execute();
  const waiting = await backlogs(
    tx,
    chats.map(({ id }) => `chat:${id}`),
  );
  return waiting.size > 0;
}
