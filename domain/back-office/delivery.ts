import { announce, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { appendAgain, type Settled } from '../../base/outbox/index.ts';
import { noteSentFiles, type SentFile } from '../files/index.ts';
import { releaseUpTo } from '../front-desk/index.ts';
import { notePlace } from '../incidents/index.ts';
import { demand } from '../staff/index.ts';
import { lockTicket, noteDelivery, noteUnderPhoto, unsentCalls } from '../tickets/index.ts';
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
  const { files = [], underPhoto = false } = (settled.facts ?? {}) as Report;
  await noteSentFiles(tx, files);
  if (messageId === undefined) return;
  const ticketId = await noteDelivery(tx, messageId, {
    state: settled.state,
    ...{ part: settled.ref.part, telegramMessageIds: idsOf(settled) },
    ...(settled.code ? { error: settled.code } : {}),
  });
  if (underPhoto) await noteUnderPhoto(tx, messageId);
  if (ticketId !== null) announce(tx, { ticket: ticketId });
}

/** What the way out tells of a call that sent several messages, or files, or words under their writer's photo. */
type Report = { ids?: number[]; files?: SentFile[]; underPhoto?: boolean };

function idsOf({ facts, remoteId }: Settled): number[] {
  const { ids } = (facts ?? {}) as Report;
  return ids ?? (remoteId === undefined ? [] : [Number(remoteId)]);
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
  const calls = await unsentCalls(work.tx, messageId);
  if (calls.length === 0) await noteDelivery(work.tx, messageId, { state: 'pending' });
  for (const part of calls) await noteDelivery(work.tx, messageId, { state: 'pending', part });
  const refs =
    calls.length === 0 ? [{ message: messageId }] : calls.map((part) => ({ message: messageId, part }));
  for (const ref of refs) await appendAgain(work.tx, ref);
  await recordMessage(work, { action: 'message.resend', messageId, now: work.desk.clock.now() });
  announce(work.tx, { ticket: ticket.id });
}
