import { MINUTE } from '../../base/kernel/index.ts';
import { readClocks, readLog, recompute, type SlaClock, type SlaEvent } from '../../domain/sla/index.ts';
import type { Case } from './cases.ts';
import type { Sim } from './sim.ts';

/** What the desk's own log of service levels says about a ticket, and whether it says the same as the simulation has noted. */
export type Ledger = {
  readonly breaches: number;
  /** Breaches that were warned of before. */
  readonly warned: number;
  /** Warnings and breaches that were noticed more than a second after they were due, or not at all. */
  readonly late: number;
  /** Clocks that differ between the log, the stored clocks and the simulation's own notes. */
  readonly disagreements: number;
};

const AT_ONCE = 6;

/** Reads the log of every ticket. `end`: until when time has passed, in milliseconds since 1970. */
export async function readLedgers(sim: Sim, end: number): Promise<Map<number, Ledger>> {
  const waiting = [...sim.cases.values()];
  const ledgers = new Map<number, Ledger>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let about = waiting.pop(); about; about = waiting.pop())
        ledgers.set(about.ticket, await ledgerOf(sim, about, end));
    }),
  );
  return ledgers;
}

async function ledgerOf(sim: Sim, about: Case, end: number): Promise<Ledger> {
  const { db } = sim.engine.runtime;
  const { events, calendars } = await readLog(db, about.ticket);
  const clocks = recompute(events, calendars);
  const stored = await readClocks(db, about.ticket);
  const breaches = events.filter(({ kind }) => kind === 'breach');
  return {
    breaches: breaches.length,
    warned: breaches.filter((breach) => wasWarned(breach, events)).length,
    late: events.filter(isLate).length + clocks.filter((clock) => isOverdue(clock, end)).length,
    disagreements: unlike(clocks, stored) + notAsNoted(about, clocks),
  };
}

function wasWarned(breach: SlaEvent, events: readonly SlaEvent[]): boolean {
  const { metric, instance, at } = breach;
  return events.some(
    (one) => one.kind === 'warn' && one.metric === metric && one.instance === instance && one.at < at,
  );
}

const SECOND = 1000;

const isLate = (event: SlaEvent) =>
  (event.kind === 'warn' || event.kind === 'breach') && event.data.lateness_ms > SECOND;

/** A running clock whose deadline passed and whose breach nobody noted. */
function isOverdue({ state, deadline_at: deadline, breached_at: breached }: SlaClock, end: number): boolean {
  return state === 'running' && deadline !== null && breached === null && deadline.getTime() < end - SECOND;
}

function unlike(clocks: readonly SlaClock[], stored: readonly SlaClock[]): number {
  const facts = ({ metric, instance, state, spent_ms, ended_at }: SlaClock) =>
    [metric, instance, state, Number(spent_ms), ended_at?.getTime()].join(' ');
  const known = new Set(stored.map(facts));
  return clocks.filter((clock) => !known.has(facts(clock))).length + Math.abs(stored.length - clocks.length);
}

/** How many clocks differ from what the simulation noted by itself: the first reply always, the resolution where it counts round the
 * clock. */
function notAsNoted(about: Case, clocks: readonly SlaClock[]): number {
  const replies = clocks.filter(({ metric, state }) => metric === 'first_reply' && state === 'fulfilled');
  const reply = about.firstReplyAt === undefined ? [] : [about.firstReplyAt - about.owedSince];
  const wrong = same(replies.map(spent), reply) ? 0 : 1;
  const resolutions = clocks.filter(({ metric, ended_at }) => metric === 'resolution' && ended_at !== null);
  if (resolutions.some(({ calendar_id }) => calendar_id !== null)) return wrong;
  const ended = about.spells.flatMap(({ from, until, askedMs }) =>
    until === undefined || until === from ? [] : [until - from - askedMs],
  );
  return wrong + (same(resolutions.map(spent), ended) ? 0 : 1);
}

const spent = ({ spent_ms }: SlaClock) => Number(spent_ms);
const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, index) => Math.abs(value - (b[index] ?? 0)) < 1);

/** Minutes with one digit after the point. */
export const minutes = (ms: number): number => Math.round((ms / MINUTE) * 10) / 10;
