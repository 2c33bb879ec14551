import { MINUTE } from '../../base/kernel/index.ts';
import { type Taken, takeAll } from '../../base/outbox/index.ts';
import type { DueJob } from '../../base/queue/index.ts';
import { SEALED_AT_ONCE, sealEntries } from '../../domain/audit/index.ts';
import { recordDelivery } from '../../domain/back-office/index.ts';
import { work } from './agents.ts';
import { lookAhead } from './ahead.ts';
import { type Change, isOpen } from './board.ts';
import { caseOf, follow } from './cases.ts';
import type { Lane } from './engine.ts';
import { firstOfEach, isAlone, planned, timed } from './items.ts';
import { DRAIN_DAYS, START_MS, TICK_MS } from './model.ts';
import { personByTelegram, personOf, read, waitFor } from './people.ts';
import type { Item, Person, Sim } from './sim.ts';
import { requestOf } from './traffic.ts';

const DAY_SLICES = (24 * 60 * MINUTE) / TICK_MS;
const SEAL_EVERY = (60 * MINUTE) / TICK_MS;
// In slices. What is taken up ahead of its time is done by and by, while agents work, and so many things at least in each slice.
const LOOK_AHEAD = 30;
const AHEAD_AT_ONCE = 12;

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
    if (slice % LOOK_AHEAD === 0) await lookAhead(sim, slice, LOOK_AHEAD);
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
  let working = true;
  let taken = 0;
  const left = [...aside];
  const take = () => {
    const [first] = sim.ahead;
    if (left.length > 0 || !first) return left.shift();
    if (!working && taken >= AHEAD_AT_ONCE && first.at >= now) return undefined;
    taken += 1;
    return sim.ahead.shift();
  };
  const [worked] = await Promise.all([
    work(sim, first, { now, look: (lane, at) => look(sim, [{ lane, at }]) }).finally(() => {
      working = false;
    }),
    reading(),
    sideBySide(sim, take, others).then((seen) => see(sim, seen)),
  ]);
  const more = taken + aside.length > 0;
  if (more) sim.timers.stir();
  return worked || more;
}

function isBusy(sim: Sim): boolean {
  if (sim.agents.length === 0) return false;
  if (sim.people.some(({ wish }) => wish !== undefined)) return true;
  return sim.people.some(({ open }) => open.size > 0);
}

/** Lets happen what is to happen in a slice: timers at their exact time, what concerns one customer in its order, and what concerns
 * different ones side by side, because they do not meet before an agent looks at the queue. Returns whether anything did, and what is
 * left to be done beside the work of the agents. */
async function happen(sim: Sim, slice: number): Promise<{ any: boolean; aside: readonly Item[] }> {
  const end = START_MS + (slice + 1) * TICK_MS;
  const aside: Item[] = [];
  let any = false;
  let looked: readonly Looked[] = [];
  for (;;) {
    const [jobs] = await Promise.all([due(sim, end), see(sim, looked)]);
    const items = [...jobs.map((job) => timed(sim, job, end - TICK_MS)), ...planned(sim, slice)].toSorted(
      (a, b) => a.at - b.at,
    );
    const round = firstOfEach(items);
    if (round.length === 0) return { any, aside };
    sim.timers.stir();
    await sim.timers.spend(round.flatMap(({ job }) => job ?? []));
    const beside = new Set(round.filter((item) => item.quiet && isAlone(item, items)));
    aside.push(...beside);
    any ||= beside.size < round.length;
    const left = round.filter((item) => !beside.has(item));
    looked = await sideBySide(sim, () => left.shift());
  }
}

/** The timers that are due. */
async function due(sim: Sim, end: number): Promise<readonly DueJob[]> {
  if (sim.timersEveryMs > 0 && (end - START_MS) % sim.timersEveryMs !== 0) return [];
  return sim.timers.before(end);
}

/** Lets what is taken happen on all lanes. Which tickets of a round have the smaller numbers is left to chance, and nothing depends
 * on it. */
async function sideBySide(
  sim: Sim,
  take: () => Item | undefined,
  lanes: readonly Lane[] = sim.engine.lanes,
): Promise<Looked[]> {
  const seen: Looked[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let item = take(); item; item = take()) {
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
    if (person) read(sim, person, { message, now: Math.max(now, person.ahead) });
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
