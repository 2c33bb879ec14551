import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { assign } from '../../domain/back-office/index.ts';
import { testDesk } from '../support/desk.ts';
import {
  advance,
  ask,
  assigneeOf,
  be,
  fillQueues,
  setQueue,
  setWork,
  untilAssigned,
  untilIdle,
} from '../support/queue-world.ts';

const QUEUE = 'l1';

test('round robin gives each ticket to whoever waited longest for one; away, offline and unskilled people get nothing', async () => {
  await using t = await testDesk();
  const [first, second, away, unskilled] = [
    await t.agent(),
    await t.agent(),
    await t.agent(),
    await t.agent(),
  ];
  await setWork(t, unskilled, { queues: ['vip'] });
  await be(first, 'online');
  await be(second, 'online');
  await be(away, 'away');
  await be(unskilled, 'online');
  await setQueue(t, QUEUE, { assignment: 'round_robin' });
  const one = await ask(t);
  await untilAssigned(t, one.id, first);
  const two = await ask(t);
  await untilAssigned(t, two.id, second);
  const three = await ask(t);
  await untilAssigned(t, three.id, first);
  expect(await assigneeOf(t, two.id)).toBe(second.member.id);
});

test('least loaded gives to whoever has the fewest, never past capacity; what is finished makes room', async () => {
  await using t = await testDesk();
  const [busy, free] = [await t.agent(), await t.agent()];
  await fillQueues(t, 4);
  await setWork(t, busy, { capacity: 3 });
  await setWork(t, free, { capacity: 1, queues: [QUEUE] });
  await busy.call('/api/next', undefined, 'POST');
  await busy.call('/api/next', undefined, 'POST');
  await sql`update tickets set waiting_since = null, status = 'closed' where assignee_id is null`.execute(
    t.runtime.db,
  );
  await be(busy, 'online');
  await be(free, 'online');
  await setQueue(t, QUEUE, { assignment: 'least_loaded' });
  const one = await ask(t);
  await untilAssigned(t, one.id, free);
  const two = await ask(t);
  await untilAssigned(t, two.id, busy);
  const three = await ask(t);
  await untilIdle(t);
  expect(await assigneeOf(t, three.id)).toBeNull();
  await free.call(`/api/tickets/${one.id}/resolve`, { summary: 'Done.', request_key: 'done-000001' });
  await untilAssigned(t, three.id, free);
});

test('what waits is given out when somebody comes, in the order of work; their language counts', async () => {
  await using t = await testDesk();
  await setQueue(t, QUEUE, { assignment: 'round_robin' });
  const russian = await ask(t, 'ru');
  const turkish = await ask(t, 'tr');
  await untilIdle(t);
  expect(await assigneeOf(t, russian.id)).toBeNull();
  const [speaksRussian, speaksTurkish] = [await t.agent(), await t.agent()];
  await setWork(t, speaksRussian, { languages: ['ru'], queues: [QUEUE], capacity: 5 });
  await setWork(t, speaksTurkish, { languages: ['tr'], queues: [QUEUE], capacity: 1 });
  await be(speaksTurkish, 'online');
  await untilAssigned(t, turkish.id, speaksTurkish);
  await untilIdle(t);
  expect(await assigneeOf(t, russian.id)).toBeNull();
  await be(speaksRussian, 'online');
  await untilAssigned(t, russian.id, speaksRussian);
});

test('outside a shift one counts as offline; the work comes when the shift begins', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const now = t.runtime.clock.now();
  // In a place where midnight is far: a shift of one day ends there.
  const east = now.getUTCHours() < 18 ? 0 : 10;
  const minutes = ((now.getUTCHours() + east) * 60 + now.getUTCMinutes() + 2) % 1440;
  const time = (of: number) =>
    `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
  // From two minutes ahead, for one hour at most, every day.
  const hours = [[time(minutes), time(minutes + 60)]];
  const week = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]),
  );
  await setWork(t, agent, { shifts: { timeZone: `Etc/GMT-${east}`, week, holidays: [] } });
  await setQueue(t, QUEUE, { assignment: 'round_robin' });
  await be(agent, 'online');
  const { id } = await ask(t);
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBeNull();
  await advance(t, 150);
  await untilAssigned(t, id, agent);
});

test('a ticket that somebody was given by hand stays theirs, whatever the queue would do', async () => {
  await using t = await testDesk();
  const [chosen, ready] = [await t.agent(), await t.agent()];
  const { id } = await ask(t);
  await ready.call(`/api/tickets/${id}/assignee`, { assignee_id: chosen.member.id });
  await be(ready, 'online');
  await setQueue(t, QUEUE, { assignment: 'round_robin' });
  const other = await ask(t);
  await untilAssigned(t, other.id, ready);
  await be(chosen, 'online');
  await be(chosen, 'offline');
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBe(chosen.member.id);
  // Given back by hand it goes to somebody else, and not to them again.
  await be(chosen, 'online');
  await chosen.call(`/api/tickets/${id}/assignee`, { assignee_id: null });
  await untilAssigned(t, id, ready);
});

test('a hundred tickets at once are given out in a few runs, each once', async () => {
  await using t = await testDesk();
  await fillQueues(t, 100);
  await sql`update tickets set queue_id = (select id from queues where slug = ${QUEUE})`.execute(
    t.runtime.db,
  );
  const agents = [await t.agent(), await t.agent(), await t.agent()];
  for (const agent of agents) {
    await setWork(t, agent, { capacity: 30, queues: [QUEUE] });
    await be(agent, 'online');
  }
  await setQueue(t, QUEUE, { assignment: 'round_robin' });
  const given = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from tickets where assignee_id is not null group by assignee_id`.execute(
      t.runtime.db,
    );
    return rows.map(({ n }) => n);
  };
  await expect.poll(given, { timeout: 30_000 }).toEqual([30, 30, 30]);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ticket_events where kind = 'assigned'`.execute(t.runtime.db);
  expect(rows).toEqual([{ n: 90 }]);
});

test('who does not answer for minutes after a customer’s message loses the ticket to the queue; who answers keeps it', async () => {
  await using t = await testDesk();
  const [silent, other] = [await t.agent(), await t.agent()];
  await setQueue(t, QUEUE, { silent_minutes: 10 });
  const { id, customer } = await ask(t);
  await advance(t, 1200);
  // The time of somebody who has just taken it begins now.
  await silent.call('/api/next', undefined, 'POST');
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBe(silent.member.id);
  await silent.call(`/api/tickets/${id}/replies`, { text: 'I am looking.', request_key: 'reply-00001' });
  await advance(t, 1200);
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBe(silent.member.id);
  await customer.say({ text: 'And? Any news about the dark theme?' });
  await expect
    .poll(async () => {
      const row = await t.runtime.db
        .selectFrom('tickets')
        .select('waiting_since')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.waiting_since;
    })
    .not.toBeNull();
  await advance(t, 540);
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBe(silent.member.id);
  await advance(t, 120);
  await untilAssigned(t, id, null);
  const talk = (await other.call(`/api/tickets/${id}/conversation`)).body as { events: unknown[] };
  expect(talk.events.at(-1)).toMatchObject({
    kind: 'assigned',
    actor: { kind: 'system' },
    data: { assignee: null, reason: 'silent', from: silent.member.id },
  });
  // A queue that gives out does not give it to the same one again.
  await be(silent, 'online');
  await setQueue(t, QUEUE, { assignment: 'round_robin' });
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBeNull();
  await be(other, 'online');
  await untilAssigned(t, id, other);
});

test('of who goes offline the waiting tickets go back after the minutes of their queue, unless they return', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  await setQueue(t, QUEUE, { offline_minutes: 15 });
  const { id } = await ask(t);
  await be(agent, 'online');
  await agent.call('/api/next', undefined, 'POST');
  await be(agent, 'offline');
  await advance(t, 600);
  await be(agent, 'online');
  await advance(t, 600);
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBe(agent.member.id);
  await be(agent, 'offline');
  await advance(t, 960);
  await untilAssigned(t, id, null);
});

test('a ticket that somebody is given at the moment in which they leave goes back as well', async () => {
  await using t = await testDesk();
  await setQueue(t, QUEUE, { offline_minutes: 15 });
  const agent = await t.agent();
  await be(agent, 'online');
  const { id } = await ask(t);
  await untilIdle(t);
  const { runtime } = t;
  const { member: actor } = agent;
  await runtime.transact(async (tx) => {
    await assign({ tx, desk: runtime.desk, actor, ticketId: id }, actor.id);
    // What leads away from here looks for the tickets of who leaves, and cannot see this one yet.
    await be(agent, 'offline');
  });
  await untilIdle(t);
  await advance(t, 14 * 60);
  await untilIdle(t);
  expect(await assigneeOf(t, id)).toBe(actor.id);
  await advance(t, 2 * 60);
  await untilAssigned(t, id, null);
});

test('who comes back within the minute stays there, also without a page of the console', async () => {
  await using t = await testDesk();
  await setQueue(t, QUEUE, { offline_minutes: 15 });
  const agent = await t.agent();
  for (const state of ['online', 'offline', 'online'] as const) await be(agent, state);
  await advance(t, 2 * 60);
  await untilIdle(t);
  expect((await agent.call('/api/presence')).body).toMatchObject({ state: 'online' });
});
