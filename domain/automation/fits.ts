import { plainWords } from '../../base/text/index.ts';
import { addBusinessMs, type Calendar } from '../sla/index.ts';
import type { Priority, TicketStatus } from '../tickets/index.ts';
import type { Condition, Rule } from './rule.ts';

const MINUTE_MS = 60_000;

/** What conditions look at: the ticket as it stands, and what its customer said with the event. Queues and topics by slug. */
export type Facts = {
  /** When the event was. */
  at: Date;
  queue: string;
  topic: string | null;
  priority: Priority;
  status: TicketStatus;
  language: string;
  vip: boolean;
  tags: readonly string[];
  assigneeId: number | null;
  waitingSince: Date | null;
  /** How many messages the customer has written into it. */
  messages: number;
  text: string;
};

/** Calendars in force, by slug. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** Whether all conditions of a rule hold (U1). A rule without conditions always fits. */
export function fits(rule: Pick<Rule, 'all' | 'any'>, facts: Facts, calendars: Calendars): boolean {
  const holds = (condition: Condition) => isSo(condition, facts, calendars);
  return rule.all.every(holds) && (rule.any.length === 0 || rule.any.some(holds));
}

function isSo(condition: Condition, facts: Facts, calendars: Calendars): boolean {
  switch (condition.field) {
    case 'queue':
    case 'topic':
    case 'priority':
    case 'status':
    case 'language': {
      const among: readonly string[] = condition.in;
      const value = facts[condition.field];
      return (value !== null && among.includes(value)) !== condition.not;
    }
    case 'tag':
      return condition.in.some((tag) => facts.tags.includes(tag)) !== condition.not;
    case 'vip':
      return facts.vip === condition.is;
    case 'assignee':
      return (facts.assigneeId !== null) === (condition.is === 'present');
    case 'words':
      return says(facts.text, condition.in) !== condition.not;
    case 'business_hours': {
      const calendar = calendars.get(condition.calendar);
      return calendar !== undefined && isOpenAt(calendar, facts.at) === condition.is;
    }
    case 'messages':
      return facts.messages >= condition.at_least && facts.messages <= condition.at_most;
    case 'waiting': {
      if (facts.waitingSince === null) return false;
      return facts.at.getTime() - facts.waitingSince.getTime() >= condition.at_least_minutes * MINUTE_MS;
    }
  }
}

function isOpenAt(calendar: Calendar, at: Date): boolean {
  return addBusinessMs(calendar, at, 1)?.getTime() === at.getTime() + 1;
}

/** From so many letters on, a word stands for all that begin with it: our languages change the ends of words. */
const STEM = 4;

/** Whether a text says one of these, whatever its case and accents. Words that belong together stand side by side. */
export function says(text: string, wanted: readonly string[]): boolean {
  const said = plainWords(text);
  const same = (word: string, part: string) => (part.length < STEM ? word === part : word.startsWith(part));
  return wanted.some((phrase) => {
    const parts = plainWords(phrase);
    return said.some((_, start) => parts.every((part, place) => same(said[start + place] ?? '', part)));
  });
}
