import type { Priority, TicketStatus } from '../tickets/index.ts';
import type { Event, Since } from './event.ts';
import type { Facts } from './fits.ts';

/** Something in a ticket's past. `said`: the customer's words came into it; `answered`: a person wrote to them. */
export type Entry = { readonly at: Date } & (
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'answered' }
  | { readonly kind: 'sla'; readonly moment: 'warn' | 'breach'; readonly metric: string }
  | {
      readonly kind: 'event';
      readonly what: string;
      readonly by: string;
      readonly data: Readonly<Record<string, unknown>>;
    }
);

/** What of a past ticket does not change, or is not in its past. `queues`: slugs by id. */
export type Known = {
  id: number;
  subject: string;
  createdAt: Date;
  topic: string | null;
  language: string;
  vip: boolean;
  queue: string;
  queues: ReadonlyMap<number, string>;
};

/** A ticket as it stood at some time of its past. */
export type Standing = Omit<Facts, 'at'> & Since & { snoozedUntil: Date | null };

/** A run of a rule, as a ticket's past tells it. */
export type PastRun = {
  ruleId: number;
  chain: readonly number[];
  on: string;
  eventAt: Date;
  outcome: string;
};

/** What one transaction did to a ticket: what people, time or the desk did, or one run of a rule. */
export type Phase = { at: Date; entries: readonly Entry[]; run?: PastRun };

/** Cuts a past, oldest first, into phases. Of what stands at one moment, a rule's doing comes after what it answered. */
export function phasesOf(entries: readonly Entry[]): Phase[] {
  const phases: Phase[] = [];
  for (const group of grouped(entries)) {
    const at = group[0]?.at ?? new Date(0);
    const people: Entry[] = [];
    const runs: Phase[] = [];
    let made: Entry[] = [];
    for (const [place, entry] of group.entries()) {
      const run = runOf(entry);
      if (run) {
        runs.push({ at, entries: made, run });
        made = [];
      } else if (isMadeByRule(entry) && group.slice(place).some(runOf)) made.push(entry);
      else people.push(entry);
    }
    if (people.length > 0) phases.push({ at, entries: people });
    phases.push(...runs);
  }
  return phases;
}

function grouped(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.at.getTime() === entry.at.getTime()) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function runOf(entry: Entry): PastRun | undefined {
  if (entry.kind !== 'event' || entry.what !== 'automation') return undefined;
  const { rule, chain, trigger, event_at: at, outcome } = entry.data;
  return {
    ...{ ruleId: Number(rule), chain: Array.isArray(chain) ? chain.map(Number) : [] },
    ...{ on: String(trigger), eventAt: new Date(String(at)), outcome: String(outcome) },
  };
}

// What the desk does in the moment of a run, before it is told, is done by that run.
const isMadeByRule = (entry: Entry) => entry.kind === 'event' && entry.by === 'system';

/** A ticket before anything happened to it. */
export function beginning(known: Known): Standing {
  return {
    ...{ queue: known.queue, topic: known.topic, language: known.language, vip: known.vip },
    ...{ priority: 'normal', status: 'accepted', tags: [], assigneeId: null, messages: 0, text: '' },
    ...{ created_at: known.createdAt, last_customer_message_at: null, last_reply_at: null },
    ...{ resolved_at: null, waiting_since: null, waitingSince: null, snoozedUntil: null },
  };
}

/** The ticket after a phase of its past. */
export function after(standing: Standing, phase: Phase, known: Known): Standing {
  const said = phase.entries.flatMap((entry) => (entry.kind === 'said' ? [entry.text] : []));
  let now = standing;
  if (said.length > 0) {
    const waiting = isOver(now.status) ? null : (now.waiting_since ?? phase.at);
    now = { ...now, text: said.join('\n'), messages: now.messages + said.length };
    now = wait({ ...now, last_customer_message_at: phase.at }, waiting);
  }
  if (phase.entries.some(({ kind }) => kind === 'answered'))
    now = wait({ ...now, last_reply_at: phase.at }, null);
  const run = phase.run !== undefined;
  for (const entry of phase.entries) {
    if (entry.kind === 'event') now = changed(now, entry, { known, before: standing, run });
  }
  return now;
}

const isOver = (status: TicketStatus) => status === 'resolved' || status === 'closed';

/** The same with this as the time since when its customer waits. */
export const wait = (standing: Standing, since: Date | null): Standing => ({
  ...standing,
  waiting_since: since,
  waitingSince: since,
});

type Happening = Extract<Entry, { kind: 'event' }>;
type Around = { known: Known; before: Standing; run: boolean };

function changed(now: Standing, { what, data, at }: Happening, around: Around): Standing {
  const queueOf = (id: unknown) => around.known.queues.get(Number(id)) ?? now.queue;
  switch (what) {
    case 'created': {
      const status = data['status'] === 'resolved' ? 'resolved' : 'accepted';
      const opened = {
        ...now,
        status,
        priority: priorityIn(data, now),
        queue: queueOf(data['queue']),
      } as const;
      const ended = status === 'resolved' ? at : null;
      return wait({ ...opened, resolved_at: ended, last_customer_message_at: at }, ended ? null : at);
    }
    case 'raised': {
      const moved = { ...now, priority: priorityIn(data, now), queue: queueOf(data['queue']) };
      const handedOn = data['reason'] === 'macro' && moved.queue !== now.queue;
      return handedOn ? handOn(moved, around, at) : moved;
    }
    case 'assigned': {
      const assigneeId = typeof data['assignee'] === 'number' ? data['assignee'] : null;
      const freed = { ...now, assigneeId };
      const byMacro = assigneeId === null && now.last_reply_at?.getTime() === at.getTime();
      return byMacro ? handOn(freed, around, at) : freed;
    }
    case 'tagged': {
      const [added, removed] = [listIn(data['added']), listIn(data['removed'])];
      return { ...now, tags: [...new Set([...now.tags.filter((tag) => !removed.includes(tag)), ...added])] };
    }
    case 'snoozed':
      return { ...now, snoozedUntil: new Date(String(data['until'])) };
    case 'woken':
      return { ...now, snoozedUntil: null };
    case 'status_changed':
      return inStatus(now, data['to'] as TicketStatus, { at, run: around.run });
    default:
      return now;
  }
}

// Whoever gets a ticket that was handed on finds its customer waiting as before.
const handOn = (now: Standing, { before }: Around, at: Date): Standing =>
  isOver(now.status) || now.status === 'clarification' ? now : wait(now, before.waiting_since ?? at);

/** The ticket in another status. `run`: a rule brought it there, so what a person does by it is not done. */
export function inStatus(now: Standing, status: TicketStatus, how: { at: Date; run: boolean }): Standing {
  const { at, run } = how;
  const moved = { ...now, status };
  if (isOver(status)) return wait({ ...moved, resolved_at: now.resolved_at ?? at }, null);
  if (status === 'reopened') return wait({ ...moved, resolved_at: null }, at);
  if (status === 'clarification' && run) return wait({ ...moved, last_reply_at: at }, null);
  return moved;
}

const priorityIn = (data: Happening['data'], now: Standing): Priority =>
  typeof data['priority'] === 'string' ? (data['priority'] as Priority) : now.priority;

const listIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** What a phase tells the rules, as `happened` would have told them. */
export function eventsOf(phase: Phase, place: number): Event[] {
  const { at, run } = phase;
  const key = `${place}`;
  const happenings = phase.entries.flatMap((entry) => (entry.kind === 'event' ? [entry] : []));
  const created = happenings.find(({ what }) => what === 'created');
  if (created) return created.data['status'] === 'resolved' ? [] : [{ on: 'created', key, at }];
  const events: Event[] = [];
  const moves = happenings.filter(({ what }) => what === 'status_changed');
  for (const { data } of moves) {
    const { from, to } = data as { from: TicketStatus; to: TicketStatus };
    events.push({ on: 'status_changed', key, at, from, to });
  }
  if (phase.entries.some(({ kind }) => kind === 'said')) events.push({ on: 'message_in', key, at });
  if (!run && phase.entries.some(({ kind }) => kind === 'answered'))
    events.push({ on: 'message_out', key, at });
  if (moves.some(({ data }) => data['to'] === 'clarification'))
    events.push({ on: 'clarification_asked', key, at });
  for (const entry of phase.entries) {
    if (entry.kind === 'sla') events.push({ on: 'sla', key, at, moment: entry.moment, metric: entry.metric });
  }
  for (const { what, data } of happenings)
    if (what === 'rated') events.push({ on: 'rated', key, at, score: Number(data['score']) });
  return events;
}
