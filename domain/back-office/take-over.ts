import type { Db } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { takeToBot } from '../concierge/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { settle } from '../front-desk/index.ts';
import { macroNamed } from '../replies/index.ts';
import { demand, type StaffMember } from '../staff/index.ts';
import { appendEvent, assignTicket, isOpen, lockTicket, updateTicket } from '../tickets/index.ts';
import { previewMacro } from './macros.ts';
import { byActor } from './recorded.ts';
import { reply, sameRequest } from './replies.ts';
import type { Work, Written } from './work.types.ts';

const GREETING = 'greeting';

/** What an agent says who takes a matter over by name: the desk's greeting as it reads in this ticket; empty where the desk has none, or it
 * cannot be read here (P5, T). */
export async function readGreeting(
  at: { db: Db; desk: Desk; actor: StaffMember },
  ticketId: number,
): Promise<string> {
  const macro = await macroNamed(at.db, GREETING);
  if (!macro) return '';
  const { text, missing } = await previewMacro(at, { ticketId, macroId: macro.id, fields: {} });
  return missing.length === 0 ? text : '';
}

/** Takes a ticket over in the bot's chat, as a person with a name and a face: it is theirs, its customer is greeted by them with their photo,
 * and the card says who looks after it (P5). Returns the message's id. Refuses (`conflict`) a ticket that ended. */
export async function takeOver(work: Work, greeting: Written): Promise<number> {
  const { tx, desk, actor } = work;
  demand(actor, 'tickets.reply');
  demand(actor, 'tickets.assign');
  const before = await lockTicket(tx, work.ticketId);
  const said = await sameRequest(work, greeting.requestKey);
  if (said !== undefined) return said;
  if (!isOpen(before.status))
    throw new DomainError('conflict', 'status_not_possible', { status: before.status, action: 'answer' });
  const now = desk.clock.now();
  const by = byActor(actor);
  const own = await assignTicket(tx, before, { assigneeId: actor.id, by, now });
  const personal = await updateTicket(tx, own.id, { set: { concierge_id: actor.id }, now });
  await appendEvent(tx, own.id, { kind: 'taken_over', by, now });
  await settle({ tx, desk, now }, before, personal);
  return reply(work, { ...greeting, inPerson: true });
}

/** Goes on with a concierge's ticket in its customer's chat with the bot, before a word is said there (P5). Refuses (`conflict`) where the
 * customer has never met the bot. */
export async function goOnInBot({ tx, desk, actor, ticketId }: Work): Promise<void> {
  demand(actor, 'tickets.reply');
  const ticket = await lockTicket(tx, ticketId);
  await takeToBot({ tx, desk, now: desk.clock.now() }, ticket, byActor(actor));
}
