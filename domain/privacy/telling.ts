import type { Tx } from '../../base/db/index.ts';
import { lockChat, say } from '../chats/index.ts';
import { customerById } from '../customers/index.ts';
import type { Desk } from '../front-desk/index.ts';

/** Tells a customer in their chat what became of what they asked (C4). */
export async function tellCustomer(
  tx: Tx,
  desk: Desk,
  what: { customerId: number; key: 'privacy-copy-ready' | 'privacy-erased' },
): Promise<void> {
  const { telegram_id: telegramChatId, language } = await customerById(tx, what.customerId);
  if (telegramChatId === null) return;
  const chat = await lockChat(tx, { telegramChatId, kind: 'private' }, desk.clock.now());
  await say(tx, { chat, said: { text: desk.translate(language, what.key) } });
}
