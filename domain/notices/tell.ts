import type { Tx } from '../../base/db/index.ts';
import { say } from '../chats/index.ts';
import { type Desk, when } from '../front-desk/index.ts';
import { type Notice, type StaffMember, staffById } from '../staff/index.ts';
import { isOpen, ticketById } from '../tickets/index.ts';
import { chatOfStaff, keepNotice, peopleFor, takeNotices, type Waiting } from './notices.sql.ts';
import { recipients } from './recipients.ts';

/** Most tickets that one message names. */
const NAMED = 5;

/** Finds out whom a notice is for and keeps it for them until they are told (a job). No clock of a ticket that
 * ended needs anybody. */
export async function handleNotice(tx: Tx, desk: Desk, notice: Notice): Promise<void> {
  const now = desk.clock.now();
  const ticket = await ticketById(tx, notice.ticket);
  if (!ticket || (notice.reason !== 'rule' && !isOpen(ticket.status))) return;
  const people = await peopleFor(tx, ticket.queue_id, now);
  const staffIds = recipients(people, notice.whom, ticket.assignee_id);
  await keepNotice(tx, notice, { staffIds, urgent: notice.whom === 'on_call', now });
}

/** Tells somebody of the staff everything that waits for them, in one message (a timer): silently, unless something is urgent. */
export async function handleTell(tx: Tx, desk: Desk, staffId: number): Promise<void> {
  const member = await staffById(tx, staffId);
  const waiting = await takeNotices(tx, staffId, desk.clock.now());
  if (!member || member.telegramId === null || waiting.length === 0) return;
  const chat = await chatOfStaff(tx, member.telegramId);
  if (!chat) return;
  await say(
    tx,
    { chat, said: { text: wordsOf(desk, member, waiting), buttons: [waysIn(desk, member, waiting)] } },
    { silent: !waiting.some(({ urgent }) => urgent) },
  );
}

function wordsOf(desk: Desk, member: StaffMember, waiting: readonly Waiting[]): string {
  const { language } = member;
  const more = waiting.length - NAMED;
  return [
    ...waiting.slice(0, NAMED).map((one) => lineOf(desk, member, one)),
    ...(more > 0 ? [desk.translate(language, 'notice-more', { count: more })] : []),
  ].join('\n');
}

function lineOf(desk: Desk, { language }: StaffMember, one: Waiting): string {
  const { timeZone } = desk.settings;
  const due = one.deadline && when(one.deadline, { now: desk.clock.now(), timeZone, language });
  return desk.translate(language, `notice-${one.reason.replace('_', '-')}`, {
    id: String(one.ticket_id),
    queue: one.queue,
    words: one.words ?? desk.translate(language, 'notice-look'),
    metric: one.metric ?? 'any',
    day: due?.day ?? 'none',
    time: due?.time ?? '',
    date: due?.date ?? '',
  });
}

function waysIn({ settings, translate }: Desk, { language }: StaffMember, waiting: readonly Waiting[]) {
  const tickets = new Set(waiting.map(({ ticket_id }) => ticket_id));
  const [only] = tickets;
  return [
    tickets.size === 1
      ? {
          label: translate(language, 'notice-open', { id: String(only) }),
          url: `${settings.publicUrl}/console/tickets/${only}`,
        }
      : { label: translate(language, 'console-open'), url: `${settings.publicUrl}/console/` },
  ];
}
