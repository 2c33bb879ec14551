import { DomainError } from '../../base/kernel/index.ts';
import type { Action, Deed } from '../automation/index.ts';
import type { Queue } from '../routing/index.ts';
import { noticeSoon, staffById } from '../staff/index.ts';
import { appendEvent, storeMessage, type Ticket } from '../tickets/index.ts';
import { type DeskWork, sendMacro } from './desk-macro.ts';
import { type Moves, move } from './moves.ts';

const by = { kind: 'system' } as const;

/** A ticket after an action, and what the action did. */
export type Done = { ticket: Ticket; deed: Deed };

/** Does one action of a rule to a locked ticket (U1). Refuses, as a hand would be refused, what is not possible. */
export async function act(
  work: DeskWork & { rule: { id: number } },
  ticket: Ticket,
  action: Action,
): Promise<Done> {
  switch (action.do) {
    case 'set_priority':
      return moved(work, ticket, { moves: { priority: action.to }, deed: { do: action.do, to: action.to } });
    case 'move_queue': {
      const queue = await queueNamed(work, action.to);
      return moved(work, ticket, { moves: { queue }, deed: { do: action.do, to: action.to } });
    }
    case 'assign':
      if (action.to !== null && !(await staffById(work.tx, action.to)))
        throw new DomainError('invalid', 'assignee_unknown');
      return moved(work, ticket, {
        moves: { assigneeId: action.to },
        deed: { do: action.do, to: action.to },
      });
    case 'tag':
      return moved(work, ticket, { moves: { tag: action.tags }, deed: { do: action.do, tags: action.tags } });
    case 'untag':
      return moved(work, ticket, {
        moves: { untag: action.tags },
        deed: { do: action.do, tags: action.tags },
      });
    case 'snooze': {
      const deed = { do: action.do, minutes: action.minutes };
      return moved(work, ticket, { moves: { snooze: action.minutes }, deed });
    }
    case 'macro':
    case 'end': {
      const how = { macro: action.macro, ...(action.do === 'end' ? { end: action.how } : {}) };
      const after = await sendMacro(work, ticket, how);
      return { ticket: after, deed: { do: action.do, changed: true, macro: action.macro } };
    }
    case 'note':
      return noted(work, ticket, action.text);
    case 'notify': {
      const { whom, text } = action;
      const data = { whom, rule: work.rule.id, ...(text === undefined ? {} : { text }) };
      await appendEvent(work.tx, ticket.id, { kind: 'notified', by, data, now: work.now });
      const notice = { ticket: ticket.id, whom, reason: 'rule', metric: null, words: text ?? null } as const;
      await noticeSoon(work.tx, notice, work.now);
      return { ticket, deed: { do: action.do, changed: true, whom } };
    }
  }
}

async function moved(
  { tx, now }: DeskWork,
  ticket: Ticket,
  what: { moves: Moves; deed: Omit<Deed, 'changed'> & { do: string } },
): Promise<Done> {
  const after = await move({ tx, by, reason: 'automation', now }, ticket, what.moves);
  return { ticket: after, deed: { ...what.deed, changed: after !== ticket } };
}

async function queueNamed({ desk }: DeskWork, slug: string): Promise<Queue> {
  const queue = (await desk.routing()).queues.find((one) => one.slug === slug);
  if (!queue) throw new DomainError('invalid', 'queue_unknown', { queue: slug });
  return queue;
}

async function noted({ tx, now }: DeskWork, ticket: Ticket, text: string): Promise<Done> {
  if (ticket.chat_id === null)
    throw new DomainError('conflict', 'ticket_without_chat', { ticket: ticket.id });
  await storeMessage(tx, {
    ...{ chatId: ticket.chat_id, ticketId: ticket.id, author: { kind: 'bot' }, visibility: 'internal' },
    ...{ kind: 'text', text, now },
  });
  return { ticket, deed: { do: 'note', changed: true } };
}
