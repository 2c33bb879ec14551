import { sliceOf } from './agenda.ts';
import { concerned, isQuiet, timed } from './items.ts';
import { START_MS, TICK_MS } from './model.ts';
import type { Person, Sim } from './sim.ts';

// What a timer sends is taken up at the end of the slice after it.
const UNTIL_READ = 2;

/** Takes up timers of the next slices before their time: quiet ones of customers who have nothing else before them until the answer is
 * read, and of whom nobody speaks meanwhile. They may happen at any moment from now on, each at its own time of the lane's clock, and so
 * fill what would otherwise be left empty. */
export async function lookAhead(sim: Sim, slice: number, slices: number): Promise<void> {
  if (sim.timersEveryMs > 0) return;
  const from = startOf(slice + 1);
  const until = startOf(slice + 1 + slices);
  const jobs = await sim.timers.between(from, startOf(slice + 1 + slices + UNTIL_READ));
  const busy = new Set(jobs.length > 0 ? soonBusy(sim, slice + 1, slices + UNTIL_READ) : []);
  const isIdle = (person: Person) =>
    person.open.size === 0 &&
    person.wish === undefined &&
    person.last < startOf(slice - 1) &&
    !busy.has(person.customer.index);
  const chosen = [...Map.groupBy(jobs, (job) => concerned(sim, job))].flatMap(([person, [job, more]]) => {
    if (!person || !job || more || !isQuiet(job) || job.at.getTime() >= until) return [];
    return isIdle(person) ? { person, job } : [];
  });
  await sim.timers.spend(chosen.map(({ job }) => job.id));
  for (const { person, job } of chosen) {
    person.ahead = startOf(sliceOf(job.at.getTime()) + UNTIL_READ);
    sim.ahead.push(timed(sim, job, from));
  }
}

const startOf = (slice: number): number => START_MS + slice * TICK_MS;

/** Who has something on the agenda. */
const soonBusy = (sim: Sim, from: number, slices: number): number[] =>
  Array.from({ length: slices }, (_, n) => sim.agenda.in(from + n))
    .flat()
    .map(({ customer }) => customer);
