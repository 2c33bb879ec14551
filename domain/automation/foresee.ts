import { MINUTE, plus } from '../../base/kernel/index.ts';
import type { MacroActions } from '../replies/index.ts';
import { isOpen, isSnoozedTill } from '../tickets/index.ts';
import { inStatus, type Standing, wait } from './past.ts';
import type { Action } from './rule.ts';
import type { Deed, Outcome } from './runs.sql.ts';

/** What the macros do that a rule names; a macro that is not there is missing. */
export type MacroDeeds = ReadonlyMap<string | number, MacroActions>;

/** What the actions of a rule would do to a ticket as it stood, and how it would have stood then. */
export function foresee(
  actions: readonly Action[],
  standing: Standing,
  { at, macros }: { at: Date; macros: MacroDeeds },
): { went: Outcome; standing: Standing } {
  let now = standing;
  const deeds: Deed[] = [];
  for (const action of actions) {
    const next = step(action, now, { at, macros });
    if (typeof next === 'string') return { went: { outcome: 'refused', why: next }, standing };
    deeds.push({ ...shown(action), changed: next !== now || SPEAKS.has(action.do) });
    now = next;
  }
  const outcome = deeds.some(({ changed }) => changed) ? 'done' : 'nothing';
  return { went: { outcome, deeds }, standing: now };
}

const SPEAKS: ReadonlySet<Action['do']> = new Set(['macro', 'end', 'note', 'notify']);

/** What is told of an action: what it is to do, without words that people wrote. */
function shown(action: Action): { do: string } & Record<string, unknown> {
  const { do: what, ...rest } = action;
  const { text: _, ...data } = rest as Record<string, unknown>;
  return { do: what, ...data };
}

type Around = { at: Date; macros: MacroDeeds };

/** The ticket after an action; the same where all is so already; a code where it is not possible. */
function step(action: Action, now: Standing, around: Around): Standing | string {
  const { at, macros } = around;
  switch (action.do) {
    case 'set_priority':
      return now.priority === action.to ? now : { ...now, priority: action.to };
    case 'move_queue':
      return now.queue === action.to ? now : { ...now, queue: action.to };
    case 'assign':
      return now.assigneeId === action.to ? now : { ...now, assigneeId: action.to };
    case 'tag':
      return retagged(now, action.tags, []);
    case 'untag':
      return retagged(now, [], action.tags);
    case 'snooze':
      return snoozed(now, plus(at, action.minutes * MINUTE));
    case 'macro': {
      const deeds = macros.get(action.macro);
      return deeds ? byMacro(now, deeds, at) : 'macro_unknown';
    }
    case 'end': {
      if (now.status === 'closed' || (now.status === 'resolved' && action.how === 'resolve'))
        return 'status_not_possible';
      const status = action.how === 'close' ? 'closed' : 'resolved';
      return { ...inStatus(now, status, { at, run: true }), snoozedUntil: null };
    }
    case 'note':
    case 'notify':
      return now;
  }
}

function retagged(now: Standing, add: readonly string[], remove: readonly string[]): Standing {
  const tags = [...new Set([...now.tags.filter((tag) => !remove.includes(tag)), ...add])];
  return tags.length === now.tags.length && tags.every((tag) => now.tags.includes(tag))
    ? now
    : { ...now, tags };
}

function snoozed(now: Standing, until: Date): Standing | string {
  if (!isOpen(now.status)) return 'snooze_ended';
  return isSnoozedTill(now.snoozedUntil, until) ? now : { ...now, snoozedUntil: until };
}

function byMacro(before: Standing, deeds: MacroActions, at: Date): Standing | string {
  let now = before;
  if (deeds.status !== undefined) {
    if (!isOpen(now.status)) return 'status_not_possible';
    now = inStatus(now, deeds.status === 'ask' ? 'clarification' : 'resolved', { at, run: true });
    if (deeds.status === 'ask') now = wait(now, null);
  }
  now = { ...now, priority: deeds.priority ?? now.priority, queue: deeds.queue ?? now.queue };
  if (deeds.assignee === 'nobody') now = { ...now, assigneeId: null };
  now = retagged(now, deeds.tag ?? [], deeds.untag ?? []);
  return deeds.snooze === undefined ? now : snoozed(now, plus(at, deeds.snooze * MINUTE));
}
