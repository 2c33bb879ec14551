import type { Tx } from '../../base/db/index.ts';
import { lockChat, say } from '../chats/index.ts';
import type { Arrival, Desk } from '../front-desk/index.ts';
import { staffByTelegram } from '../staff/index.ts';
import { SERVES } from './connections.sql.ts';
import { isLetIn, openMatterWith } from './matters.sql.ts';

const FROM_CHAT = /^bizChat(\d{1,15})$/;

/** A concierge opened the bot from the head of one of their own chats (`bizChat<id>`): hears whether that chat comes to the desk, and which
 * ticket it is. Answers false to everything else, and to whoever is no concierge. */
export async function onChatStart(
  tx: Tx,
  desk: Desk,
  { chat: where, person, what }: Arrival,
): Promise<boolean> {
  const id = what.kind === 'start' ? FROM_CHAT.exec(what.payload ?? '')?.[1] : undefined;
  if (id === undefined) return false;
  const member = await staffByTelegram(tx, person.telegramId);
  if (!member?.permissions.includes(SERVES)) return false;
  const now = desk.clock.now();
  const partner = { telegramId: Number(id), firstName: '' };
  const ticket = await openMatterWith(tx, { staffId: member.id, telegramId: partner.telegramId });
  const key = (await isLetIn({ tx, desk, now }, partner))
    ? ticket === undefined
      ? 'concierge-chat-let-in'
      : 'concierge-chat-ticket'
    : 'concierge-chat-private';
  const chat = await lockChat(tx, where, now);
  const text = desk.translate(member.language, key, ticket === undefined ? {} : { id: String(ticket) });
  const url = `${desk.settings.publicUrl}/console/tickets/${ticket}`;
  const buttons = [[{ label: desk.translate(member.language, 'console-open'), url }]];
  await say(tx, { chat, said: { text, ...(ticket === undefined ? {} : { buttons }) } });
  return true;
}
