import { type Transact, transactor } from '../../base/db/index.ts';
import { type DueJob, dueJobs, indexDue, spendJobs, type Task } from '../../base/queue/index.ts';
import { setQueueSettings, setRoutingRules, setStaffWork } from '../../domain/back-office/index.ts';
import { recognise } from '../../domain/customers/index.ts';
import type { Desk } from '../../domain/front-desk/index.ts';
import { type RoutingMap, readRoutingMap } from '../../domain/routing/index.ts';
import { addStaff, type StaffMember } from '../../domain/staff/index.ts';
import { LEARN_TASK, scheduleRounds, tasks } from '../../edges/jobs/index.ts';
import { readConfig } from '../config.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { seed } from '../seed.ts';
import { STAFF, START_MS, ZONE } from './model.ts';
import { calendarOf, type Duty } from './staffing.ts';
import type { Customer } from './traffic.ts';

/** One of several ways into the desk that work side by side, each with a clock and a connection of its own. */
export type Lane = {
  desk: Desk;
  transact: Transact;
  /** What a timer calls, by the name of its task. */
  tasks: Readonly<Record<string, Task>>;
  /** Sets this lane's clock, in milliseconds since 1970. */
  at(ms: number): void;
  /** The tickets that changed in this lane since it was asked last. */
  changed(): number[];
};

/** The desk that is simulated: the same code as any desk, on a clock that the simulation moves. */
export type Engine = {
  runtime: Runtime;
  lanes: readonly Lane[];
  routing: RoutingMap;
  agents: readonly StaffMember[];
};

const LANES = 8;

/** A database that starts empty and grows as quickly as this one misleads the planner: statements that were cheap while nothing was there
 * seem better planned anew each time. Here they are planned once, for indexes, as they are in a desk that has run for a while. */
function steady(url: string): string {
  const address = new URL(url);
  address.searchParams.set('options', '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off');
  return address.href;
}

/** Opens a desk in an empty database and gives it its people: staff with their queues and shifts, and the VIPs among the customers. */
export async function openEngine(
  url: string,
  people: { duties: readonly Duty[]; customers: readonly Customer[] },
): Promise<Engine> {
  const address = steady(url);
  const environment = {
    DATABASE_URL: address,
    DESK_TIME_ZONE: ZONE,
    DATABASE_CONNECTIONS: String(LANES + 2),
  };
  const runtime = await openRuntime(readConfig({ ...environment, LOG_LEVEL: 'error' }), address);
  try {
    let routing = await readRoutingMap(runtime.db);
    const lanes = Array.from({ length: LANES }, () => laneOf(runtime, () => routing));
    const [lane] = lanes;
    if (!lane) throw new Error('there is no lane');
    lane.at(START_MS);
    await indexDue(runtime.db);
    await seed({ ...runtime, transact: lane.transact, clock: lane.desk.clock });
    const agents = await hire(lane, people.duties);
    routing = await readRoutingMap(runtime.db);
    await meetVips(runtime, lane, people.customers);
    await scheduleRounds({ ...runtime, ...lane });
    return { runtime, lanes, routing, agents };
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

function laneOf(runtime: Runtime, routing: () => RoutingMap): Lane {
  let now = START_MS;
  let changed = new Set<number>();
  const transact = transactor(runtime.db, {
    publish(note) {
      for (const ticket of note.tickets ?? []) changed.add(ticket);
    },
    flush: async () => {},
  });
  const desk: Desk = {
    ...runtime.desk,
    clock: { now: () => new Date(now) },
    routing: async () => routing(),
  };
  return {
    ...{ desk, transact },
    tasks: {
      ...tasks({
        ...{ db: runtime.db, transact, desk },
        ...{ metrics: runtime.metrics, storage: runtime.storage },
      }),
      // An hour passes in seconds here, and learning takes as long: a desk's topics would be learnt all the time.
      [LEARN_TASK]: async () => {},
    },
    at(ms) {
      now = ms;
    },
    changed() {
      const all = [...changed];
      changed = new Set();
      return all;
    },
  };
}

const TAKEN_BACK_AFTER = 10;

/** Sets the desk up as a lead would: who works here and when, that VIPs have a queue, and that nobody's ticket waits for somebody who has
 * gone. */
async function hire({ transact, desk }: Lane, duties: readonly Duty[]): Promise<StaffMember[]> {
  return transact(async (tx) => {
    const now = desk.clock.now();
    const actor = await addStaff(tx, { name: 'Lead', role: 'admin', now });
    const managing = { tx, desk, actor };
    await setRoutingRules(managing, [{ when: { vip: true }, to: { queue: 'vip' } }]);
    for (const { slug } of (await readRoutingMap(tx)).queues) {
      const back = { silentMinutes: null, offlineMinutes: TAKEN_BACK_AFTER };
      await setQueueSettings(managing, slug, { assignment: 'pull', ...back });
    }
    const agents: StaffMember[] = [];
    for (const duty of duties) {
      const agent = await addStaff(tx, { name: duty.name, role: 'l1', now });
      const facts = { languages: [], capacity: STAFF.capacity, shifts: calendarOf(duty) };
      await setStaffWork(managing, agent.id, { queues: duty.queues, ...facts });
      agents.push(agent);
    }
    return agents;
  });
}

/** How a customer is introduced by Telegram. */
export const introduced = ({ index, telegramId, language }: Customer) => ({
  telegramId,
  firstName: `Customer ${index}`,
  languageTag: language,
});

/** Who is a VIP is for the desk's owner to say; there is no door for it yet. */
async function meetVips(runtime: Runtime, lane: Lane, customers: readonly Customer[]): Promise<void> {
  const vips = customers.filter(({ vip }) => vip);
  const at = { now: lane.desk.clock.now(), fallback: lane.desk.settings.language };
  await lane.transact(async (tx) => {
    for (const vip of vips) await recognise(tx, introduced(vip), at);
  });
  if (vips.length === 0) return;
  const ids = vips.map(({ telegramId }) => telegramId);
  await runtime.db.updateTable('customers').set({ is_vip: true }).where('telegram_id', 'in', ids).execute();
}

/** Reads the jobs that are due before a time. It asks the database only when something was done since it was asked last (`stir`), or when
 * the time of the next one has come. */
export type Timers = {
  before(ms: number): Promise<DueJob[]>;
  /** What is due from a time on, and before another one. */
  between(from: number, until: number): Promise<DueJob[]>;
  /** Takes these off, which are about to be performed. */
  spend(jobs: readonly number[]): Promise<void>;
  stir(): void;
};

/** See `Timers`. */
export function timersOf({ runtime }: Engine): Timers {
  let next = 0;
  return {
    async before(ms) {
      if (next >= ms) return [];
      const { due, next: after } = await dueJobs(runtime.db, new Date(ms));
      if (due.length === 0) next = after?.getTime() ?? Infinity;
      return due;
    },
    between: async (from, until) => {
      const { due } = await dueJobs(runtime.db, new Date(until));
      return due.filter(({ at }) => at.getTime() >= from);
    },
    spend: (jobs) => spendJobs(runtime.db, jobs),
    stir() {
      next = 0;
    },
  };
}
