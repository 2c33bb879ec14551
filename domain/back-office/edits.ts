import { announce, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { bare, fill, parseMarkdown, type Rich, SLOT, writeMarkdown } from '../../base/text/index.ts';
import {
  CAPTION,
  chatById,
  inCalls,
  messagesOf,
  type Place,
  reword,
  rewrite,
  takeBack,
} from '../chats/index.ts';
import { demand } from '../staff/index.ts';
import { editMessage, lockTicket, planParts, readOutgoing, readParts } from '../tickets/index.ts';
import { mayChange } from './messages.sql.ts';
import { recordMessage } from './recorded.ts';
import type { Work } from './replies.ts';

type Own = {
  id: number;
  chatId: number;
  visibility: string;
  delivery: string | null;
  frame: string | null;
  /** It went out under the photo of whoever wrote it. */
  underPhoto: boolean;
  /** What it stands as in Telegram, in order. */
  parts: { telegramId: number; text: string }[];
};

/** Changes the words of a message of one's own, written in Markdown where its customer reads it, where the customer has it and here; the earlier ones are kept. Refuses (`conflict`) what is on
 * its way already, what says more than one's words, and words that need more messages than stand in the chat. */
export async function editOwn(work: Work, messageId: number, source: string): Promise<void> {
  const own = await ownMessage(work, messageId, 'may_edit');
  const words = own.visibility === 'internal' ? bare(source) : parseMarkdown(source);
  const { tx, desk } = work;
  const content = await readOutgoing(tx, messageId);
  if (words.text === '' && content.files.length === 0) throw new DomainError('invalid', 'message_empty');
  const now = desk.clock.now();
  if (!(await editMessage(tx, messageId, { text: words.text, entities: words.entities, now }))) return;
  if (own.delivery === 'sent') await editInChat(work, own, { words, files: content.files });
  if (own.delivery === 'pending') await editWaiting(tx, own, { words, files: content.files });
  await recordMessage(work, { action: 'message.edit', messageId, now });
  announce(tx, { ticket: work.ticketId });
}

/** Takes a message of one's own back, where the customer has it: here it stays, marked. Refuses (`conflict`) what is on its way, and what was
 * sent more than two days ago. */
export async function takeBackOwn(work: Work, messageId: number): Promise<void> {
  const own = await ownMessage(work, messageId, 'may_delete');
  const { tx, desk } = work;
  const now = desk.clock.now();
  await tx.updateTable('messages').set({ deleted_at: now }).where('id', '=', messageId).execute();
  if (own.delivery === 'held') {
    await tx.deleteFrom('held_messages').where('message_id', '=', messageId).execute();
    await tx.updateTable('messages').set({ delivery: null }).where('id', '=', messageId).execute();
  }
  if (own.delivery === 'sent') {
    const ids = own.parts.map(({ telegramId }) => telegramId);
    await takeBack(tx, await chatOf(tx, own), ids);
  }
  await recordMessage(work, { action: 'message.delete', messageId, now });
  announce(tx, { ticket: work.ticketId });
}

/** The words of a message of one's own as they were written, for editing them. */
export async function readSource(work: Work, messageId: number): Promise<string> {
  const own = await ownMessage(work, messageId, 'may_edit');
  const { rich } = await readOutgoing(work.tx, messageId);
  return own.visibility === 'internal' ? rich.text : writeMarkdown(rich);
}

/** A message of the agent's own in this ticket, locked, that may be changed so. */
async function ownMessage(work: Work, messageId: number, wish: 'may_edit' | 'may_delete'): Promise<Own> {
  demand(work.actor, 'tickets.note');
  const { tx, desk, actor } = work;
  const ticket = await lockTicket(tx, work.ticketId);
  const row = await tx
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', messageId)
    .where('ticket_id', '=', ticket.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'message_unknown', { message: messageId });
  if (row.visibility === 'public') demand(actor, 'tickets.reply');
  if (row.author_kind !== 'staff' || row.author_id !== actor.id)
    throw new DomainError('forbidden', 'message_not_yours');
  const may = mayChange(
    {
      ...row,
      author_kind: 'staff',
      visibility: row.visibility as 'public' | 'internal',
      delivery: row.delivery as 'sent' | null,
      has_frame: row.frame?.includes(SLOT) ?? false,
    },
    { id: actor.id, now: desk.clock.now() },
  );
  if (!may[wish])
    throw new DomainError('conflict', wish === 'may_edit' ? 'edit_not_possible' : 'delete_not_possible');
  const { id, chat_id: chatId, visibility, delivery, frame, under_photo: underPhoto } = row;
  return { id, chatId, visibility, delivery, frame, underPhoto, parts: await readParts(tx, id) };
}

/** The chat in which it was said; its ticket may have moved on to another one. */
async function chatOf(tx: Tx, { chatId }: Own): Promise<Place> {
  const chat = await chatById(tx, chatId);
  if (!chat) throw new DomainError('conflict', 'ticket_without_chat');
  return chat;
}

/** Lets what nobody has begun to send go out with the new words. */
async function editWaiting(
  tx: Tx,
  own: Own,
  { words, files }: { words: Rich; files: readonly { attachment: number; kind: string }[] },
): Promise<void> {
  const [said, ...more] = inCalls({ ...fill(own.frame ?? SLOT, words), files });
  if (!said || more.length > 0) throw new DomainError('conflict', 'edit_longer');
  if (!(await reword(tx, { chat: { id: own.chatId }, said }, own.id)))
    throw new DomainError('conflict', 'edit_not_possible');
}

/** Makes what stands in the chat say the new words: the same messages, fewer of them where the words are shorter. */
async function editInChat(
  work: Work,
  own: Own,
  { words, files }: { words: Rich; files: readonly { attachment: number; kind: string }[] },
): Promise<void> {
  const { tx } = work;
  const whole = fill(own.frame ?? SLOT, words);
  if (own.underPhoto && whole.text.length > CAPTION) throw new DomainError('conflict', 'edit_longer');
  const calls = inCalls({ ...whole, files });
  const wanted = calls.flatMap((call) =>
    messagesOf(call).map((said) => ({ said, caption: own.underPhoto || Boolean(call.files) })),
  );
  if (wanted.length > own.parts.length) throw new DomainError('conflict', 'edit_longer');
  const chat = await chatOf(tx, own);
  if (own.parts.length > 1) await replan(tx, own, calls.map(messagesOf));
  for (const [index, { said, caption }] of wanted.entries()) {
    const part = own.parts[index];
    if (!part || (wanted.length > 1 && part.text === said.text && said.entities.length === 0)) continue;
    await rewrite(tx, { chat, said, caption }, part.telegramId);
  }
  const spare = own.parts.slice(wanted.length).map(({ telegramId }) => telegramId);
  if (spare.length > 0) await takeBack(tx, chat, spare);
}

async function replan(tx: Tx, own: Own, calls: readonly (readonly Rich[])[]): Promise<void> {
  await planParts(tx, { id: own.id, chatId: own.chatId }, calls);
  const rows = calls.flat().length;
  for (const [part, { telegramId }] of own.parts.slice(0, rows).entries()) {
    await tx
      .updateTable('message_parts')
      .set({ telegram_message_id: telegramId, delivery: 'sent' })
      .where('message_id', '=', own.id)
      .where('part', '=', part)
      .execute();
  }
}
