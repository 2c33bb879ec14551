import type { Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf } from '../staff/index.ts';
import type { By } from '../tickets/index.ts';

/** An agent as a ticket's history and the audit log name them. */
export const byActor = (actor: Actor): By => ({ ...authorOf(actor), kind: 'staff' });

/** Records that an agent wrote into a ticket, or sent words again (C6): which message, never its words. */
export async function recordMessage(
  work: { tx: Tx; actor: Actor; ticketId: number },
  written: {
    action:
      | 'message.send'
      | 'message.note'
      | 'message.resend'
      | 'message.send_now'
      | 'message.edit'
      | 'message.delete';
    messageId: number;
    now: Date;
  },
): Promise<void> {
  const { action, messageId, now } = written;
  await record(work.tx, {
    ...{ by: authorOf(work.actor), action, object: { kind: 'ticket', id: work.ticketId } },
    ...{ after: { message: messageId }, now },
  });
}
