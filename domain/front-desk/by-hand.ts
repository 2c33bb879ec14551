import { announce, type Tx } from '../../base/db/index.ts';
import {
  advance,
  answeredAt,
  editMessage,
  isOpen,
  lastTicketIn,
  lockTicket,
  messageByTelegram,
  noteDelivery,
  storeAlbumItem,
  storeMessage,
  type Ticket,
  updateTicket,
} from '../tickets/index.ts';
import type { Content } from './arrival.types.ts';
import type { Desk } from './context.ts';
import { settle } from './settle.ts';

type At = { tx: Tx; desk: Desk; now: Date; chatId: number; customerId: number };

/** Somebody who looks after the channel wrote among its direct messages by hand: the desk's words, said outside the desk (P1). They stand in
 * the ticket that they answer, or that was last spoken about there, and are a person's answer. */
export async function hearByHand(at: At, content: Content): Promise<void> {
  const { tx, now, chatId } = at;
  const { replyTo, mediaGroupId, telegramMessageId, ...words } = content;
  const answered = replyTo === undefined ? undefined : await messageByTelegram(tx, chatId, replyTo);
  const said = {
    ...{ ...words, telegramMessageId, chatId, now, author: { kind: 'staff' } as const },
    ...(answered ? { replyToId: answered.id } : {}),
  };
  const album = mediaGroupId === undefined ? undefined : await storeAlbumItem(tx, { ...said, mediaGroupId });
  if (album?.joined) {
    if (album.ticketId !== null) announce(tx, { ticket: album.ticketId });
    return;
  }
  const id = mediaGroupId === undefined ? await storeMessage(tx, said) : album?.id;
  if (id === undefined) return;
  await noteDelivery(tx, id, { state: 'sent' });
  const ticketId = answered?.ticketId ?? (await lastTicketIn(tx, at));
  if (ticketId === undefined) return;
  await tx.updateTable('messages').set({ ticket_id: ticketId }).where('id', '=', id).execute();
  await answerBy(at, await lockTicket(tx, ticketId));
}

async function answerBy(at: At, ticket: Ticket): Promise<void> {
  const { tx, now } = at;
  if (!isOpen(ticket.status)) {
    await updateTicket(tx, ticket.id, { set: { last_message_at: now }, now });
    return;
  }
  const by = { kind: 'staff', from: { place: 'bot' } } as const;
  const after = await advance(tx, ticket, { action: 'answer', by, set: answeredAt(ticket, now), now });
  await settle(at, ticket, after);
}

/** They changed words of theirs there. */
export async function hearEditByHand({ tx, now, chatId }: At, content: Content): Promise<void> {
  const known = await messageByTelegram(tx, chatId, content.telegramMessageId);
  if (known?.authorKind !== 'staff') return;
  const { text, entities, details, kind, files, telegramMessageId: item } = content;
  await editMessage(tx, known.id, { text, entities, details, kind, files, item, now });
  if (known.ticketId !== null) announce(tx, { ticket: known.ticketId });
}
