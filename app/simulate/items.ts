import type { DueJob } from '../../base/queue/index.ts';
import { DRAFT_TASK } from '../../domain/front-desk/index.ts';
import { TELL_TASK } from '../../domain/notices/index.ts';
import { PACE_TASK } from '../../domain/queues/index.ts';
import { AFTERCARE_TASK } from '../../domain/surveys/index.ts';
import type { Happening } from './agenda.ts';
import { personByTelegram } from './people.ts';
import type { Item, Person, Sim } from './sim.ts';

/** What is to happen because of a timer. One that is set for a time before `begin` is handled at once. */
export function timed(sim: Sim, job: DueJob, begin: number): Item {
  const person = concerned(sim, job);
  const set = job.at.getTime();
  const at = Math.max(set, begin);
  return {
    ...{ at, customer: person?.customer.index, about: person?.customer.index ?? apart(job) },
    ...{ job: job.id, quiet: isQuiet(job), done: () => {} },
    asking: job.task === DRAFT_TASK && person?.wish !== undefined,
    act: async (lane) => {
      sim.counts.jobs += 1;
      if (sim.timersEveryMs > 0 && at - set > 1000) sim.counts.lateTimers += 1;
      const task = lane.tasks[job.task];
      if (!task) throw new Error(`the desk has no task ${job.task}`);
      await task(job.payload);
    },
  };
}

// What looks at a queue or tells a colleague changes nothing that anybody else acts upon in the same minute.
function apart({ task, payload }: DueJob): string | undefined {
  if (task === PACE_TASK) return `queue ${String(payload.queue)}`;
  return task === TELL_TASK ? `staff ${String(payload.staff)}` : undefined;
}

const QUIET_STEPS: ReadonlySet<unknown> = new Set(['survey', 'follow_up', 'nps', 'close']);

/** Whether a timer asks something about a ticket that has ended, or closes it. */
export const isQuiet = ({ task, payload }: DueJob): boolean =>
  task === AFTERCARE_TASK && QUIET_STEPS.has(payload.step);

/** Whose timer it is; undefined: nobody's among the customers. */
export function concerned(sim: Sim, { payload }: DueJob): Person | undefined {
  if (typeof payload.chat === 'number') return sim.chats.get(payload.chat);
  const seen = typeof payload.ticket === 'number' ? sim.board.tickets.get(payload.ticket) : undefined;
  return seen && personByTelegram(sim, seen.telegramId);
}

/** What the agenda has in a slice. */
export function planned(sim: Sim, slice: number): Item[] {
  return sim.agenda.in(slice).map((one: Happening) => ({
    ...{ at: one.at, customer: one.customer, about: one.customer, act: one.act },
    asking: one.asking ?? false,
    done: () => {
      sim.counts.happenings += 1;
      sim.agenda.done(slice, one);
    },
  }));
}

/** Of everybody the first thing; what concerns the whole desk comes alone and in its place. */
export function firstOfEach(items: readonly Item[]): Item[] {
  const whole = items.findIndex(({ about }) => about === undefined);
  if (whole === 0) return items.slice(0, 1);
  const round = new Map<number | string | undefined, Item>();
  for (const item of whole < 0 ? items : items.slice(0, whole))
    if (!round.has(item.about)) round.set(item.about, item);
  return [...round.values()];
}

/** Whether nothing else among these is about the same. */
export const isAlone = (item: Item, items: readonly Item[]) =>
  items.every((other) => other === item || other.about !== item.about);
