import { announce, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { appendAgain, type Settled } from '../../base/outbox/index.ts';
import { releaseUpTo } from '../front-desk/index.ts';
import { notePlace } from '../incidents/index.ts';
import { demand } from '../staff/index.ts';
import { lockTicket, noteDelivery } from '../tickets/index.ts';
import { recordMessage } from './recorded.ts';
import type { Work } from './replies.ts';

/** Notes on an agent's message whether it reached the customer, and tells the screens that show it; and whether the first message in the
 * place for statuses arrived (U5). */
export async function recordDelivery(tx: Tx, settled: Settled): Promise<void> {
  const { message: messageId, statusPlace } = settled.ref;
  if (statusPlace !== undefined) {
    const problem = settled.error ?? settled.code;
    return notePlace(tx, statusPlace, { works: settled.state === 'sent', problem });
  }
  if (messageId === undefined) return;
  const ticketId = await noteDelivery(tx, messageId, {
    state: settled.state,
    ...(settled.remoteId ? { telegramMessageId: Number(settled.remoteId) } : {}),
    ...(settled.code ? { error: settled.code } : {}),
  });
  if (ticketId !== null) announce(tx, { ticket: ticketId });
}

/** Sends an agent's words now although their customer is asleep, and whatever was said before them (U3). Refuses (`conflict`) what is not
 * held. */
export async function sendNow(work: Work, messageId: number): Promise<void> {
  demand(work.actor, 'tickets.reply');
  const { tx, desk, ticketId } = work;
  const message = await tx
    .selectFrom('messages')
    .select('chat_id')
    .where('id', '=', messageId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  if (!message) throw new DomainError('not_found', 'message_unknown', { message: messageId });
  if (!(await releaseUpTo(tx, desk, { chatId: message.chat_id, messageId })))
    throw new DomainError('conflict', 'message_not_held');
  await recordMessage(work, { action: 'message.send_now', messageId, now: desk.clock.now() });
}

/** Sends an agent's words once more, as they were, because they failed or nobody knows whether they arrived. Refuses (`conflict`) others. */
export async function resend(work: Work, messageId: number): Promise<void> {
  demand(work.actor, 'tickets.reply');
  const ticket = await lockTicket(work.tx, work.ticketId);
  const message = await work.tx
    .selectFrom('messages')
    .select('delivery')
    .where('id', '=', messageId)
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirst();
  if (!message) throw new DomainError('not_found', 'message_unknown', { message: messageId });
  if (message.delivery !== 'failed' && message.delivery !== 'ambiguous')
    throw new DomainError('conflict', 'resend_not_needed');
  await noteDelivery(work.tx, messageId, { state: 'pending' });
  await appendAgain(work.tx, { message: messageId });
  await recordMessage(work, { action: 'message.resend', messageId, now: work.desk.clock.now() });
  announce(work.tx, { ticket: ticket.id });
}
