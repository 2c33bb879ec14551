import { MINUTE } from '../../base/kernel/index.ts';
import { type Taken, takeAll } from '../../base/outbox/index.ts';
import type { DueJob } from '../../base/queue/index.ts';
import { SEALED_AT_ONCE, sealEntries } from '../../domain/audit/index.ts';
import { recordDelivery } from '../../domain/back-office/index.ts';
import { DRAFT_TASK } from '../../domain/front-desk/index.ts';
import { TELL_TASK } from '../../domain/notices/index.ts';
import { PACE_TASK } from '../../domain/queues/index.ts';
import { AFTERCARE_TASK } from '../../domain/surveys/index.ts';
import type { Happening } from './agenda.ts';
import { work } from './agents.ts';
import { type Change, isOpen } from './board.ts';
import { caseOf, follow } from './cases.ts';
import type { Lane } from './engine.ts';
import { DRAIN_DAYS, START_MS, TICK_MS } from './model.ts';
import { personOf, read, waitFor } from './people.ts';
import type { Person, Sim } from './sim.ts';
import { requestOf } from './traffic.ts';

const DAY_SLICES = (24 * 60 * MINUTE) / TICK_MS;
const SEAL_EVERY = (60 * MINUTE) / TICK_MS;

/** Lets the time of the simulation pass, slice by slice, until its days are over and everything that was asked is answered (or nothing
 * more comes of it). Returns the end, in milliseconds since 1970. */
export async function run(sim: Sim, tell: (share: number) => void, signal?: AbortSignal): Promise<number> {
  const [first] = sim.engine.lanes;
  if (!first) throw new Error('there is no lane');
  const last = sim.size.days * DAY_SLICES;
  let slice = 0;
  let stirred = false;
  for (; slice < last || (slice < last + DRAIN_DAYS * DAY_SLICES && isBusy(sim)); slice += 1) {
    signal?.throwIfAborted();
    const { aside, any } = await happen(sim, slice);
    const now = START_MS + (slice + 1) * TICK_MS;
    stirred = await finish(sim, { now, aside, sent: stirred || any });
    if (slice % SEAL_EVERY === 0) await seal(first);
    if (slice % DAY_SLICES === 0 && slice < last) tell(slice / last);
  }
  return START_MS + slice * TICK_MS;
}

/** Ends a slice: customers read what was `sent`, agents look at the queue, and ended tickets are seen to. None of it meets. Returns whether
 * something may have been sent meanwhile. */
async function finish(
  sim: Sim,
  { now, aside, sent }: { now: number; aside: readonly Item[]; sent: boolean },
): Promise<boolean> {
  const [first, second, ...others] = sim.engine.lanes;
  if (!first || !second || others.length === 0) throw new Error('there are too few lanes');
  const reading = sent ? await deliver(sim, second, now) : async () => {};
  const [worked] = await Promise.all([
    work(sim, first, { now, look: (lane, at) => look(sim, [{ lane, at }]) }),
    reading(),
    sideBySide(sim, aside, others).then((seen) => see(sim, seen)),
  ]);
  return worked || aside.length > 0;
}

function isBusy(sim: Sim): boolean {
  if (sim.agents.length === 0) return false;
  if (sim.people.some(({ wish }) => wish !== undefined)) return true;
  return sim.people.some(({ open }) => open.size > 0);
}

/** Something that is to happen now: to whom (undefined: to the desk as a whole), and how. */
type Item = {
  at: number;
  customer: number | undefined;
  /** Whom or what it is about: things about the same come one after another. undefined: about the desk as a whole. */
  about: number | string | undefined;
  asking: boolean;
  /** The timer that it is, if it is one. */
  job?: number;
  /** Asks something about a ticket that has ended, or closes it, which no agent notices. */
  quiet?: boolean;
  act: (lane: Lane) => Promise<void>;
  done: () => void;
};

/** Lets happen what is to happen in a slice: timers at their exact time, what concerns one customer in its order, and what concerns
 * different ones side by side, because they do not meet before an agent looks at the queue. Returns whether anything did, and what is
 * left to be done beside the work of the agents. */
async function happen(sim: Sim, slice: number): Promise<{ any: boolean; aside: readonly Item[] }> {
  const end = START_MS + (slice + 1) * TICK_MS;
  const aside: Item[] = [];
  let any = false;
  for (;;) {
    const items = [...(await timers(sim, end)), ...planned(sim, slice)].toSorted((a, b) => a.at - b.at);
    const round = firstOfEach(items);
    if (round.length === 0) return { any, aside };
    sim.timers.stir();
    await sim.timers.spend(round.flatMap(({ job }) => job ?? []));
    const beside = new Set(round.filter((item) => item.quiet && isAlone(item, items)));
    aside.push(...beside);
    any ||= beside.size < round.length;
    await see(
      sim,
      await sideBySide(
        sim,
        round.filter((item) => !beside.has(item)),
      ),
    );
  }
}

const isAlone = (item: Item, items: readonly Item[]) =>
  items.every((other) => other === item || other.about !== item.about);

/** Lets the items of a round happen on all lanes. Which tickets of a round have the smaller numbers is left to chance, and nothing depends
 * on it. */
async function sideBySide(
  sim: Sim,
  round: readonly Item[],
  lanes: readonly Lane[] = sim.engine.lanes,
): Promise<Looked[]> {
  const left = [...round];
  const seen: Looked[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let item = left.shift(); item; item = left.shift()) {
        item.done();
        const at = timeOf(sim, item);
        lane.at(at);
        await item.act(lane);
        const ids = lane.changed();
        // Whoever looks at a queue changes promised times in it, which the simulation's own notes do not hold.
        if (typeof item.about !== 'string') seen.push({ ids, at, asking: item.asking });
      }
    }),
  );
  return seen;
}

/** When something happens: at its time, and not before what happened to the same customer already (a timer may be set for a past time). */
function timeOf(sim: Sim, { at, customer }: Item): number {
  if (customer === undefined) return at;
  const person = personOf(sim, customer);
  person.last = Math.max(person.last, at);
  return person.last;
}

/** Of everybody the first thing; what concerns the whole desk comes alone and in its place. */
function firstOfEach(items: readonly Item[]): Item[] {
  const whole = items.findIndex(({ about }) => about === undefined);
  if (whole === 0) return items.slice(0, 1);
  const round = new Map<number | string | undefined, Item>();
  for (const item of whole < 0 ? items : items.slice(0, whole))
    if (!round.has(item.about)) round.set(item.about, item);
  return [...round.values()];
}

function planned(sim: Sim, slice: number): Item[] {
  return sim.agenda.in(slice).map((one: Happening) => ({
    ...{ at: one.at, customer: one.customer, about: one.customer, act: one.act },
    asking: one.asking ?? false,
    done: () => {
      sim.counts.happenings += 1;
      sim.agenda.done(slice, one);
    },
  }));
}

/** The timers that are due. One that is set for a time already past is handled at once. */
async function timers(sim: Sim, end: number): Promise<Item[]> {
  const begin = end - TICK_MS;
  if (sim.timersEveryMs > 0 && (end - START_MS) % sim.timersEveryMs !== 0) return [];
  const jobs = await sim.timers.before(end);
  return jobs.map((job) => {
    const person = concerned(sim, job);
    const due = job.at.getTime();
    const at = Math.max(due, begin);
    return {
      ...{ at, customer: person?.customer.index, about: person?.customer.index ?? apart(job) },
      ...{ job: job.id, quiet: isQuiet(job), done: () => {} },
      asking: job.task === DRAFT_TASK && person?.wish !== undefined,
      act: async (lane) => {
        sim.counts.jobs += 1;
        if (sim.timersEveryMs > 0 && at - due > 1000) sim.counts.lateTimers += 1;
        const task = lane.tasks[job.task];
        if (!task) throw new Error(`the desk has no task ${job.task}`);
        await task(job.payload);
      },
    };
  });
}

// What looks at a queue or tells a colleague changes nothing that anybody else acts upon in the same minute.
function apart({ task, payload }: DueJob): string | undefined {
  if (task === PACE_TASK) return `queue ${String(payload.queue)}`;
  return task === TELL_TASK ? `staff ${String(payload.staff)}` : undefined;
}

const QUIET_STEPS: ReadonlySet<unknown> = new Set(['survey', 'follow_up', 'nps', 'close']);

const isQuiet = ({ task, payload }: DueJob): boolean =>
  task === AFTERCARE_TASK && QUIET_STEPS.has(payload.step);

function concerned(sim: Sim, { payload }: DueJob): Person | undefined {
  if (typeof payload.chat === 'number') return sim.chats.get(payload.chat);
  const seen = typeof payload.ticket === 'number' ? sim.board.tickets.get(payload.ticket) : undefined;
  return seen && personByTelegram(sim, seen.telegramId);
}

function personByTelegram(sim: Sim, telegramId: number): Person {
  const first = sim.people[0]?.customer.telegramId ?? 0;
  return personOf(sim, telegramId - first);
}

type Looked = { ids: readonly number[]; at: number; asking: boolean };

async function look(sim: Sim, from: readonly { lane: Lane; at: number }[]): Promise<void> {
  await see(
    sim,
    from.map(({ lane, at }) => ({ ids: lane.changed(), at, asking: false })),
  );
}

/** Looks at what changed and notes it. */
async function see(sim: Sim, looked: readonly Looked[]): Promise<void> {
  const by = new Map(looked.flatMap((one) => one.ids.map((id) => [id, one] as const)));
  for (const change of await sim.board.look([...by.keys()])) {
    const one = by.get(change.after.id);
    if (one) notice(sim, change, one);
  }
}

function notice(sim: Sim, change: Change, { at, asking }: Looked): void {
  const { after } = change;
  const person = personByTelegram(sim, after.telegramId);
  if (after.chatId !== null) sim.chats.set(after.chatId, person);
  const wish = asking ? person.wish : undefined;
  let about = sim.cases.get(after.id);
  if (!about) {
    about = caseOf(after, wish?.request ?? extra(sim, person, after.createdAt));
    sim.cases.set(after.id, about);
    waitFor(sim, person, about);
  }
  follow(about, change, at);
  if (wish?.said) {
    sim.found.set(wish.request.name, after.id);
    person.wish = undefined;
    person.aim = after.id;
  }
  if (isOpen(after)) person.open.add(after.id);
  else person.open.delete(after.id);
}

/** A ticket that came of words which were meant for another one. */
function extra(sim: Sim, person: Person, at: number) {
  person.extras += 1;
  const name = `extra ${person.customer.index} ${person.extras}`;
  return requestOf(sim.size.seed, { name, customer: person.customer, at });
}

/** Everything that the desk has sent by now arrives. Returns how it is read. */
async function deliver(sim: Sim, lane: Lane, now: number): Promise<() => Promise<void>> {
  lane.at(now);
  const messages = await lane.transact((tx) => takeAll(tx));
  return () => readAll(sim, lane, { messages, now });
}

async function readAll(
  sim: Sim,
  lane: Lane,
  { messages, now }: { messages: readonly Taken[]; now: number },
): Promise<void> {
  await lane.transact(async (tx) => {
    for (const { id, ref } of messages)
      if (ref) await recordDelivery(tx, { ref, state: 'sent', remoteId: `${id}` });
  });
  await learnChats(
    sim,
    messages.map(({ payload }) => payload.chat),
  );
  for (const message of messages) {
    const person = sim.chats.get(Number(message.payload.chat));
    if (person) read(sim, person, { message, now });
  }
  // What was delivered is no change of the tickets.
  lane.changed();
}

async function learnChats(sim: Sim, chats: readonly unknown[]): Promise<void> {
  const ids = chats.filter((id): id is number => typeof id === 'number');
  const unknown = [...new Set(ids)].filter((id) => !sim.chats.has(id));
  if (unknown.length === 0) return;
  const rows = await sim.engine.runtime.db
    .selectFrom('chats')
    .select(['id', 'telegram_chat_id'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(unknown))))
    .execute();
  for (const row of rows) sim.chats.set(row.id, personByTelegram(sim, row.telegram_chat_id ?? 0));
}

async function seal({ transact }: Lane): Promise<void> {
  while ((await transact((tx) => sealEntries(tx))) === SEALED_AT_ONCE);
}
