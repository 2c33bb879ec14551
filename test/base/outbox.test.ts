import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from '../../base/db/index.ts';
import {
  answered,
  append,
  type Budget,
  type Claimed,
  claim,
  msUntilRoom,
  type OutboxMessage,
  pause,
  register,
  settleSent,
  settleUnsent,
} from '../../base/outbox/index.ts';
import { type TestIntake, testIntake } from '../support/intake.ts';

let t: TestIntake;
beforeAll(async () => {
  t = await testIntake();
});
afterAll(() => t?.[Symbol.asyncDispose]());
beforeEach(() => sql`truncate outbox, outbox_lanes, outbox_budgets, outbox_senders`.execute(t.runtime.db));

const UNLIMITED: Budget = { name: 'test', perSecond: null };
const LIMITED = { name: 'test', perSecond: 30 };

const add = (lane: string, more: Partial<OutboxMessage> = {}) =>
  t.runtime.transact((tx) =>
    append(tx, { lane, kind: 'say', payload: { text: lane }, onAmbiguous: 'hold', ...more }),
  );
const next = (limit: number, more: { sender?: number; patient?: boolean } = {}, budget = UNLIMITED) =>
  claim(t.runtime, { sender: 1, limit, ...more }, budget);
const sent = (messages: readonly Claimed[]) =>
  t.runtime.transact((tx) =>
    settleSent(
      tx,
      messages.map((message) => ({ message })),
    ),
  );
const lanesOf = (claimed: readonly Claimed[]) => claimed.map(({ lane }) => lane).sort();
const states = async () =>
  (await sql<{ state: string }>`select state from outbox order by id`.execute(t.runtime.db)).rows.map(
    ({ state }) => state,
  );
/** Moves everything that the lanes remember into the past. */
const pass = (seconds: number) =>
  sql`update outbox_lanes set ready_at = ready_at - ${seconds} * interval '1 second',
    paced_until = paced_until - ${seconds} * interval '1 second',
    recent = array(select at - ${seconds} * interval '1 second' from unnest(recent) at)`.execute(
    t.runtime.db,
  );

test("an agent's answer passes bulk notices, and whoever waits longest is not forgotten", async () => {
  for (const lane of ['bulk 1', 'bulk 2', 'bulk 3']) await add(lane, { priority: -1 });
  await add('usual');
  await add('answer', { priority: 1 });
  expect(lanesOf(await next(2))).toEqual(['answer', 'usual']);
  await add('answer 2', { priority: 1 });
  await add('answer 3', { priority: 1 });
  expect(lanesOf(await next(2, { patient: true }))).toEqual(['answer 2', 'bulk 1']);
  expect(lanesOf(await next(2))).toEqual(['answer 3', 'bulk 2']);
});

test('a group is sent 20 messages in any minute and no more; what is no message is not counted', async () => {
  const group = { perMinute: 20 };
  for (let each = 0; each < 22; each += 1) await add('group', group);
  for (let each = 0; each < 20; each += 1) await sent(await next(5));
  expect(await next(5)).toEqual([]);
  // The messages themselves may have taken some seconds.
  await pass(45);
  expect(await next(5)).toEqual([]);
  await pass(15.5);
  await sent(await next(5));
  await sent(await next(5));
  expect(new Set(await states())).toEqual(new Set(['sent']));
});

test('an album counts as so many messages as it has pictures: it waits until there is room, and holds up nobody else', async () => {
  const chat = { paceMs: 10_000, burst: 3 };
  await add('chat', chat);
  await sent(await next(5));
  await add('chat', { ...chat, weight: 10 });
  await add('other', chat);
  expect(lanesOf(await next(5))).toEqual(['other']);
  await pass(11);
  const album = await next(5);
  expect(lanesOf(album)).toEqual(['chat']);
  await sent(album);
  await add('chat', chat);
  await pass(75);
  expect(await next(5)).toEqual([]);
  await pass(10);
  expect(lanesOf(await next(5))).toEqual(['chat']);
});

test('the budget of the bot counts the weight, and what weighs nothing passes when it is used up', async () => {
  await add('one', { weight: 10 });
  await add('two', { weight: 10 });
  await add('three', { weight: 10 });
  await add('four');
  const claimed = await next(16, {}, LIMITED);
  expect(lanesOf(claimed)).toEqual(['one', 'three', 'two']);
  expect(await next(16, {}, LIMITED)).toEqual([]);
  expect(await msUntilRoom(t.runtime.db, LIMITED)).toBeGreaterThan(1000);
});

test('in any minute, whatever is sent when: never more than the limits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ weight: fc.integer({ min: 1, max: 6 }), pause: fc.integer({ min: 0, max: 9 }) }), {
        minLength: 5,
        maxLength: 25,
      }),
      async (messages) => {
        await sql`truncate outbox, outbox_lanes, outbox_budgets`.execute(t.runtime.db);
        const began = performance.now();
        let now = 0;
        const arrived: number[] = [];
        for (const { weight, pause: seconds } of messages) {
          await add('group', { paceMs: 1000, burst: 3, perMinute: 10, weight });
          await pass(seconds);
          now += seconds;
          const claimed = await next(1);
          if (claimed.length === 0) continue;
          await sent(claimed);
          arrived.push(...Array.from({ length: claimed[0]?.weight ?? 0 }, () => now));
        }
        // All of it took some time as well.
        const minute = 60 - (performance.now() - began) / 1000;
        for (const at of arrived)
          expect(arrived.filter((other) => other > at - minute && other <= at).length).toBeLessThanOrEqual(
            10,
          );
      },
    ),
    { numRuns: 15 },
  );
});

/** Moves everything that the budget remembers into the past. */
const passBudget = (ms: number) =>
  sql`update outbox_budgets set recent = array(select at - ${ms} * interval '1 millisecond' from unnest(recent) at)`.execute(
    t.runtime.db,
  );

test('claimed before there is room, in any order of answers: no second sees more than the budget', async () => {
  const budget = { name: 'test', perSecond: 4 };
  let ahead = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          way: fc.integer({ min: 0, max: 300 }),
          back: fc.integer({ min: 0, max: 300 }),
          weight: fc.integer({ min: 1, max: 2 }),
        }),
        { minLength: 8, maxLength: 14 },
      ),
      async (calls) => {
        await sql`truncate outbox, outbox_lanes, outbox_budgets`.execute(t.runtime.db);
        for (const [index, { weight }] of calls.entries()) await add(`lane ${index}`, { weight });
        let moved = 0;
        const now = () => performance.now() + moved;
        const arrived: number[] = [];
        const underWay: { answeredAt: number; weight: number }[] = [];
        let started = 0;
        while (started < calls.length || underWay.length > 0) {
          for (const { leave_at, weight } of await next(8, {}, budget)) {
            const { way = 0, back = 0 } = calls[started] ?? {};
            started += 1;
            const left = Math.max(leave_at + moved, now());
            if (leave_at + moved > now()) ahead += 1;
            arrived.push(...Array.from({ length: weight }, () => left + way));
            underWay.push({ answeredAt: left + way + back, weight });
          }
          underWay.sort((one, other) => one.answeredAt - other.answeredAt);
          const first = underWay[0];
          // Either something is answered by now, or a little time passes.
          const step = first ? Math.min(60, Math.max(0, first.answeredAt - now())) : 60;
          moved += step;
          await passBudget(step);
          if (!first || first.answeredAt > now()) continue;
          underWay.shift();
          const ago = now() - first.answeredAt;
          await t.runtime.transact((tx) =>
            answered(
              tx,
              budget,
              Array.from({ length: first.weight }, () => ago),
            ),
          );
        }
        for (const at of arrived)
          expect(arrived.filter((other) => other > at - 1000 && other <= at).length).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 6 },
  );
  expect(ahead).toBeGreaterThan(0);
});

test('while the other side asks all of us to wait, nothing leaves', async () => {
  await add('one');
  await t.runtime.transact((tx) => pause(tx, LIMITED, 60_000));
  expect([await next(5, {}, LIMITED), await next(5)]).toEqual([[], []]);
  expect(await msUntilRoom(t.runtime.db, LIMITED)).toBeGreaterThan(50_000);
  await sql`update outbox_budgets set paused_until = clock_timestamp()`.execute(t.runtime.db);
  expect(lanesOf(await next(5, {}, LIMITED))).toEqual(['one']);
});

test('what a dead process was sending is free after seconds; what a living one sends is left to it', async () => {
  const { runtime } = t;
  const living = register({ ...runtime, sender: 11, budget: LIMITED, onError: () => {} });
  const dying = await openSession({ connectionString: runtime.url });
  await dying.client.query('select pg_advisory_lock(7140504, 12)');
  await dying.client.query('insert into outbox_senders (id) values (12)');
  await add('of the living');
  const [mine] = await next(1, { sender: 11 }, LIMITED);
  await add('of the dead');
  await next(1, { sender: 12 }, LIMITED);
  expect(mine?.lane).toBe('of the living');
  const died = performance.now();
  await dying.end();
  const freed = await vi.waitFor(
    async () => {
      const claimed = await next(5, { sender: 11 });
      expect(claimed).toHaveLength(1);
      return claimed;
    },
    { timeout: 30_000, interval: 100 },
  );
  expect(freed[0]).toMatchObject({ lane: 'of the dead', interrupted: true, attempts: 1 });
  expect(performance.now() - died).toBeLessThan(8000);
  await living();
});

test('what arrived is not sent again because its sender was taken for dead', async () => {
  await add('chat', { ref: { message: 1 } });
  const [first] = await next(1, { sender: 1 });
  await sql`update outbox_lanes set lease_until = clock_timestamp()`.execute(t.runtime.db);
  const [second] = await next(1, { sender: 2 });
  if (!first || !second) throw new Error('nothing was claimed');
  expect(second.interrupted).toBe(true);
  const doubtful = await t.runtime.transact((tx) =>
    settleUnsent(tx, second, { kind: 'unknown', error: 'died', mayRepeat: false }),
  );
  expect(doubtful?.state).toBe('ambiguous');
  expect(await sent([first])).toMatchObject([{ state: 'sent' }]);
  // And whoever is late with worse news changes nothing.
  expect(
    await t.runtime.transact((tx) => settleUnsent(tx, second, { kind: 'retry', afterMs: 0, error: '500' })),
  ).toBe(undefined);
  expect(await states()).toEqual(['sent']);
  const { rows } = await sql`select pending, lease_until from outbox_lanes`.execute(t.runtime.db);
  expect(rows).toEqual([{ pending: 0, lease_until: null }]);
});
