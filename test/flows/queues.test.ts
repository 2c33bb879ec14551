import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Presence, Ticket } from '../../contract/index.ts';
import { type Agent, testDesk } from '../support/desk.ts';
import {
  advance,
  ask,
  assigneeOf,
  be,
  fillQueues,
  setWork,
  untilAssigned,
  waitingWork,
} from '../support/queue-world.ts';

async function takeAll(agent: Agent): Promise<number[]> {
  const taken: number[] = [];
  for (;;) {
    const { status, body } = await agent.call('/api/next', undefined, 'POST');
    if (status === 204) return taken;
    expect(status).toBe(200);
    const ticket = Ticket.parse(body);
    expect(ticket).toMatchObject({ assignee: { id: agent.member.id }, queue_position: null });
    taken.push(ticket.id);
  }
}

test('one agent gets everything in exactly the order of work; VIPs and topics that change meanwhile count', async () => {
  await using t = await testDesk();
  await fillQueues(t, 60);
  await sql`update customers set is_vip = not is_vip where telegram_id % 3 = 0`.execute(t.runtime.db);
  await sql`update topics set position = 5 - position`.execute(t.runtime.db);
  const order = (await waitingWork(t)).map(({ id }) => id);
  const agent = await t.agent();
  await setWork(t, agent, { capacity: 100 });
  expect(await takeAll(agent)).toEqual(order);
});

test('sixteen agents at once: each ticket is taken once, nobody twice, and nobody jumps the queue', async () => {
  await using t = await testDesk();
  const order = (await fillQueues(t, 200)).map(({ id }) => id);
  const agents: Agent[] = [];
  for (let n = 0; n < 16; n += 1) agents.push(await t.agent());
  await sql`update staff set capacity = 200`.execute(t.runtime.db);
  const taken = await Promise.all(agents.map(takeAll));
  expect(taken.flat().toSorted((a, b) => a - b)).toEqual(order.toSorted((a, b) => a - b));
  const place = new Map(order.map((id, index) => [id, index]));
  for (const one of taken) {
    const places = one.map((id) => place.get(id) ?? -1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
  // Of sixteen who ask at once the one that is noted first can be the sixteenth in the queue, and no further back.
  const { rows } = await sql<{ ticket: number }>`
    select ticket_id as ticket from ticket_events where kind = 'assigned' order by id`.execute(t.runtime.db);
  const jumps = rows.map(({ ticket }, index) => (place.get(ticket) ?? Number.NaN) - index);
  expect(Math.max(...jumps)).toBeLessThan(16);
});

test('nobody takes more than they may, not even with two calls at once; what they finish makes room', async () => {
  await using t = await testDesk();
  await fillQueues(t, 12);
  const agent = await t.agent();
  await setWork(t, agent, { capacity: 3 });
  const calls = await Promise.all(
    Array.from({ length: 8 }, () => agent.call('/api/next', undefined, 'POST')),
  );
  expect(calls.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 200, 200, 409, 409, 409, 409, 409,
  ]);
  const refused = calls.find(({ status }) => status === 409)?.body;
  expect(refused).toMatchObject({ error: { code: 'capacity_full', details: { capacity: 3 } } });
  expect(Presence.parse((await agent.call('/api/presence')).body)).toMatchObject({
    open_tickets: 3,
    capacity: 3,
  });
  const held = calls.find(({ status }) => status === 200)?.body as Ticket;
  await sql`update tickets set status = 'resolved', waiting_since = null where id = ${held.id}`.execute(
    t.runtime.db,
  );
  expect((await agent.call('/api/next', undefined, 'POST')).status).toBe(200);
});

test('an agent gets only what they serve; nothing waits: 204', async () => {
  await using t = await testDesk();
  await fillQueues(t, 40);
  const agent = await t.agent();
  await setWork(t, agent, { queues: ['vip', 'l2'], capacity: 100 });
  const taken = await takeAll(agent);
  const { rows } = await sql<{ id: number }>`
    select t.id from tickets t join queues q on q.id = t.queue_id where q.slug in ('vip', 'l2') order by t.id`.execute(
    t.runtime.db,
  );
  expect(taken.toSorted((a, b) => a - b)).toEqual(rows.map(({ id }) => id));
  expect((await agent.call('/api/next', undefined, 'POST')).status).toBe(204);
});

test('a waiting ticket knows its place in its queue', async () => {
  await using t = await testDesk();
  const order = await fillQueues(t, 40);
  const agent = await t.agent();
  const places = await Promise.all(
    order.map(async ({ id }) => Ticket.parse((await agent.call(`/api/tickets/${id}`)).body)),
  );
  const seen: Record<string, number> = {};
  for (const { queue, queue_position } of places) {
    seen[queue.slug] = (seen[queue.slug] ?? 0) + 1;
    expect(queue_position).toBe(seen[queue.slug]);
  }
});

test('a reopened ticket returns to its agent only if they are there, else it waits for anybody', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const other = await t.agent();
  const { id } = await ask(t);
  const reopened = async () => {
    const key = Math.random().toString(36).padEnd(12, '0');
    const done = await agent.call(`/api/tickets/${id}/resolve`, { summary: 'Done.', request_key: key });
    expect(done.status).toBe(200);
    return (await other.call(`/api/tickets/${id}/reopen`, undefined, 'POST')).body;
  };
  await be(agent, 'online');
  await agent.call('/api/next', undefined, 'POST');
  expect(await reopened()).toMatchObject({ assignee: { id: agent.member.id }, queue_position: null });
  await be(agent, 'offline');
  expect(await reopened()).toMatchObject({ status: 'reopened', assignee: null, queue_position: 1 });
  await be(agent, 'away');
  await agent.call('/api/next', undefined, 'POST');
  expect(await reopened()).toMatchObject({ assignee: null });
  // Whoever opens their own ticket again keeps it.
  await agent.call('/api/next', undefined, 'POST');
  await agent.call(`/api/tickets/${id}/resolve`, { summary: 'Done.', request_key: 'last-time-1' });
  expect((await agent.call(`/api/tickets/${id}/reopen`, undefined, 'POST')).body).toMatchObject({
    assignee: { id: agent.member.id },
  });
});

test('rules of routing are read and replaced, and sort what comes in', async () => {
  await using t = await testDesk();
  const admin = await t.agent('admin');
  const agent = await t.agent();
  expect((await agent.call('/api/routing-rules')).status).toBe(403);
  const rules = (await admin.call('/api/routing-rules')).body;
  expect(rules).toMatchObject([{ to: { queue: 'security-payments' } }, { when: { vip: true } }]);
  const replace = (body: unknown) => admin.call('/api/routing-rules', body, 'PUT');
  for (const wrong of [
    [{ when: {}, to: {} }],
    [{ when: { mood: 'bad' }, to: { queue: 'l2' } }],
    [{ when: {}, to: { queue: 'nowhere' } }],
  ])
    expect((await replace(wrong)).status).toBe(400);
  expect((await admin.call('/api/routing-rules')).body).toEqual(rules);

  const mine = [{ when: { topics: ['idea'], languages: ['ru'] }, to: { queue: 'l2', priority: 'high' } }];
  expect(await replace(mine)).toMatchObject({ status: 200, body: mine });
  await expect.poll(async () => (await t.runtime.desk.routing()).rules).toEqual(mine);
  const russian = await ask(t, 'ru');
  const turkish = await ask(t, 'tr');
  expect((await agent.call(`/api/tickets/${russian.id}`)).body).toMatchObject({
    ...{ queue: { slug: 'l2' }, priority: 'high' },
  });
  expect((await agent.call(`/api/tickets/${turkish.id}`)).body).toMatchObject({ priority: 'normal' });
});

test('who has every page closed goes offline after minutes, and is back with a page; who went by themselves stays away', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const state = async () => Presence.parse((await agent.call('/api/presence')).body).state;
  const open = async () => {
    const page = new AbortController();
    await fetch(`${t.url}/api/events`, { headers: { cookie: agent.cookie }, signal: page.signal });
    return page;
  };
  const page = await open();
  await expect.poll(state).toBe('online');
  // The clock is turned while the page is open: timers come early, and nobody is gone.
  await advance(t, 600);
  const { rows } = await sql<{ at: Date }>`
    select run_at as at from graphile_worker.jobs where key = ${`gone:${agent.member.id}`}`.execute(
    t.runtime.db,
  );
  expect(rows).toHaveLength(1);
  expect(await state()).toBe('online');
  page.abort();
  await sql`update staff set seen_at = seen_at - interval '1 hour'`.execute(t.runtime.db);
  await advance(t, 1200);
  await expect.poll(state).toBe('offline');
  const again = await open();
  await expect.poll(state).toBe('online');
  await be(agent, 'offline');
  again.abort();
  await sql`update staff set seen_at = seen_at - interval '1 hour'`.execute(t.runtime.db);
  const last = await open();
  await expect
    .poll(async () => {
      const seen = await sql<{ fresh: boolean }>`
        select seen_at > now() - interval '1 minute' as fresh from staff where id = ${agent.member.id}`.execute(
        t.runtime.db,
      );
      return seen.rows[0]?.fresh;
    })
    .toBe(true);
  expect(await state()).toBe('offline');
  last.abort();
});

test('a desk that says nothing of queues gives nothing out by itself', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  await be(agent, 'online');
  const { id } = await ask(t);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from graphile_worker.jobs where task_identifier like 'queues.%'`.execute(
    t.runtime.db,
  );
  expect(rows).toEqual([{ n: 0 }]);
  expect(await assigneeOf(t, id)).toBeNull();
  await agent.call('/api/next', undefined, 'POST');
  await untilAssigned(t, id, agent);
});
