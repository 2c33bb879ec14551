import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { SLOT } from '../../base/text/index.ts';
import { takeUploads } from '../files/index.ts';
import {
  agentReply,
  asPoints,
  clarificationAsked,
  type Notice,
  placeOf,
  refreshCard,
  settle,
  solvedSummary,
  statusButtons,
  statusChanged,
  tell,
} from '../front-desk/index.ts';
import { followTicket, keepIfThere } from '../queues/index.ts';
import { demand, staffById } from '../staff/index.ts';
import { answerBy } from '../surveys/index.ts';
import {
  advance,
  answeredAt,
  assignTicket,
  endTicket,
  isOpen,
  lockTicket,
  reopenTicket,
  storeMessage,
  type Ticket,
  updateTicket,
} from '../tickets/index.ts';
import { byActor, recordMessage } from './recorded.ts';
import { voiceOf } from './voice.ts';
import type { Work, Written } from './work.types.ts';

export type { Work, Written };

/** Answers the customer (F5). The first answer takes an unassigned ticket and starts its progress. Returns the message's id. */
export async function reply(work: Work, written: Written): Promise<number> {
  demand(work.actor, 'tickets.reply');
  return write(work, written, async (ticket, now) => {
    const after = await advance(work.tx, await taken(work, ticket, now), {
      action: 'answer',
      by: byActor(work.actor),
      set: answeredAt(ticket, now),
      now,
    });
    return { after, notice: { words: agentReply(work.actor.name, SLOT) } };
  });
}

/** Asks the customer for one thing; until they answer, the ticket waits for them (F3). Returns the message's id. */
export async function askClarification(work: Work, written: Written): Promise<number> {
  demand(work.actor, 'tickets.reply');
  return write(work, written, async (ticket, now) => {
    const after = await advance(work.tx, await taken(work, ticket, now), {
      action: 'ask',
      by: byActor(work.actor),
      set: { ...answeredAt(ticket, now), clarification: written.text },
      now,
    });
    return { after, notice: { words: clarificationAsked(SLOT), moment: await answerBy(work.tx, now) } };
  });
}

/** Resolves a ticket with a summary that the customer reads, and up to three points on what is next for them (F6). Returns the
 * message's id. */
export async function resolve(
  work: Work,
  { next = [], ...written }: Written & { next?: readonly string[] },
): Promise<number> {
  demand(work.actor, 'tickets.resolve');
  // Colleagues read the points with the summary.
  const whole = next.length === 0 ? written.text : `${written.text}\n${asPoints(next)}`;
  return write(work, { ...written, text: whole }, async (ticket, now) => {
    const after = await endTicket(work.tx, await taken(work, ticket, now), {
      action: 'resolve',
      by: byActor(work.actor),
      outcome: 'answered',
      summary: written.text,
      next,
      now,
    });
    const words = solvedSummary({ id: ticket.id, what: written.text, next });
    return { after, notice: { words, buttons: statusButtons(ticket.id) } };
  });
}

/** Writes a note that only the staff reads. Returns the message's id. */
export async function note(work: Work, written: Written): Promise<number> {
  demand(work.actor, 'tickets.note');
  const ticket = await lockTicket(work.tx, work.ticketId);
  const now = work.desk.clock.now();
  const before = await sameRequest(work, written.requestKey);
  if (before !== undefined) return before;
  const id = await store(work, ticket, { ...written, visibility: 'internal', now });
  await updateTicket(work.tx, ticket.id, { set: { last_message_at: now }, now });
  return id;
}

/** Opens a resolved or closed ticket again (F7). Nothing happens when it is open. */
export async function reopen(work: Work): Promise<void> {
  demand(work.actor, 'tickets.resolve');
  const ticket = await lockTicket(work.tx, work.ticketId);
  if (isOpen(ticket.status)) return;
  const now = work.desk.clock.now();
  const reopened = await reopenTicket(work.tx, ticket, { by: byActor(work.actor), now });
  const kept = reopened.assignee_id === work.actor.id ? reopened : await keepIfThere(work.tx, reopened, now);
  await tellStatus(work, await settle({ ...work, now }, ticket, kept), 'reopened');
}

/** Gives the ticket to a colleague, or to nobody. Refuses (`invalid`) somebody who does not work here. */
export async function assign(work: Work, assigneeId: number | null): Promise<void> {
  demand(work.actor, 'tickets.assign');
  const ticket = await lockTicket(work.tx, work.ticketId);
  if (assigneeId !== null && !(await staffById(work.tx, assigneeId)))
    throw new DomainError('invalid', 'assignee_unknown');
  const now = work.desk.clock.now();
  const after = await assignTicket(work.tx, ticket, {
    ...{ assigneeId, by: byActor(work.actor), now },
    passOver: assigneeId === null,
  });
  await followTicket(work.tx, { before: ticket, after }, { queues: (await work.desk.routing()).queues, now });
  const place = await placeOf(work.tx, work.desk, after);
  if (place && after !== ticket) await refreshCard(place, after);
}

/** A ticket that nobody has is taken by whoever answers it. */
function taken(work: Work, ticket: Ticket, now: Date): Promise<Ticket> {
  const assigneeId = ticket.assignee_id ?? work.actor.id;
  return assignTicket(work.tx, ticket, { assigneeId, by: byActor(work.actor), now });
}

/** Stores what an agent wrote, lets `change` move the ticket, sends the words (U3: or holds them) and brings the card up to date. */
async function write(
  work: Work,
  written: Written,
  change: (ticket: Ticket, now: Date) => Promise<{ after: Ticket; notice: Notice }>,
): Promise<number> {
  const found = await lockTicket(work.tx, work.ticketId);
  const before = await sameRequest(work, written.requestKey);
  if (before !== undefined) return before;
  const { ticket, chatId, card, say } = await voiceOf(work, found, written.through);
  const now = work.desk.clock.now();
  const { after, notice } = await change(ticket, now);
  const id = await store(work, { ...ticket, chat_id: chatId }, { ...written, visibility: 'public', now });
  await say({ ...notice, ...(await portraitOf(work, written)), ticket, messageId: id });
  const settled = await settle({ ...work, now }, ticket, after);
  if (card) await refreshCard(card, settled);
  return id;
}

/** The message that this request has written already, if it has. Refuses (`conflict`) a key that was used for another ticket. */
export async function sameRequest(work: Work, requestKey: string): Promise<number | undefined> {
  const row = await work.tx
    .selectFrom('messages')
    .select(['id', 'ticket_id'])
    .where('author_id', '=', work.actor.id)
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  if (row && row.ticket_id !== work.ticketId) throw new DomainError('conflict', 'request_repeated');
  return row?.id;
}

async function store(
  work: Work,
  ticket: Ticket,
  message: Written & { visibility: 'public' | 'internal'; now: Date },
): Promise<number> {
  if (ticket.chat_id === null)
    throw new DomainError('conflict', 'ticket_without_chat', { ticket: ticket.id });
  const id = await storeMessage(work.tx, {
    chatId: ticket.chat_id,
    ticketId: ticket.id,
    author: { kind: 'staff', id: work.actor.id },
    visibility: message.visibility,
    ...(await contentFor(work, ticket, message)),
    requestKey: message.requestKey,
    now: message.now,
  });
  if (id === undefined) throw new DomainError('conflict', 'request_repeated');
  await recordMessage(work, {
    action: message.visibility === 'internal' ? 'message.note' : 'message.send',
    ...{ messageId: id, now: message.now },
  });
  return id;
}

/** Telegram takes so many in an album, and nobody reads more of them. */
const MOST_FILES = 10;

/** What a message of the staff's consists of. Refuses (`invalid`) an empty one, files that are not the agent's, and an answer to a message
 * of another ticket. */
async function contentFor(work: Work, ticket: Ticket, written: Written) {
  const { text, entities, uploads = [], files: known = [], replyTo } = written;
  if (uploads.length > MOST_FILES) throw new DomainError('invalid', 'too_many_files', { limit: MOST_FILES });
  const files = [...(await takeUploads(work.tx, uploads, { staffId: work.actor.id })), ...known];
  if (text === '' && files.length === 0) throw new DomainError('invalid', 'message_empty');
  if (replyTo !== undefined) await demandMessageOf(work.tx, ticket.id, replyTo);
  return {
    ...{ text, files, kind: files.length > 1 ? 'album' : (files[0]?.kind ?? 'text') },
    ...(entities?.length ? { entities } : {}),
    ...(replyTo === undefined ? {} : { replyToId: replyTo }),
  };
}

async function demandMessageOf(tx: Tx, ticketId: number, messageId: number): Promise<void> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('id', '=', messageId)
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'message_unknown', { message: messageId });
}

async function tellStatus(work: Work, ticket: Ticket, to: 'reopened'): Promise<void> {
  const place = await placeOf(work.tx, work.desk, ticket);
  if (!place) return;
  await refreshCard(place, ticket);
  if (!ticket.notify) return;
  await tell(place, {
    words: statusChanged({ id: ticket.id, to }),
    buttons: statusButtons(ticket.id),
    ticket,
    slot: `status:${ticket.id}`,
    whileStatus: ticket.status,
  });
}

/** Whose photo goes with the words, where an agent speaks as a person. */
async function portraitOf({ tx, actor }: Work, { inPerson }: Written): Promise<{ portrait?: number }> {
  const telegramId = inPerson ? (await staffById(tx, actor.id))?.telegramId : undefined;
  return telegramId ? { portrait: telegramId } : {};
}
