import { sql } from 'kysely';
import { vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { compareWork, type WorkItem } from '../../domain/queues/index.ts';
import type { Agent, TestDesk } from './desk.ts';

/** Puts so many waiting tickets of all kinds into all queues, with many ties; returns them in the order of work. */
export async function fillQueues(t: TestDesk, count: number): Promise<WorkItem[]> {
  const { db } = t.runtime;
  await sql`
    insert into customers (telegram_id, first_name, language, is_vip, created_at)
    select 5000000 + n, 'Customer ' || n, 'az', n % 4 = 0, now() from generate_series(1, 40) n`.execute(db);
  await sql`
    insert into tickets (customer_id, topic_id, queue_id, status, priority, language, subject, waiting_since, last_message_at, created_at,
      updated_at)
    select (select id from customers where telegram_id = 5000001 + abs(hashint4(n)) % 40),
      (select id from topics where position = n % 6), (select id from queues order by id offset n % 4 limit 1), 'accepted',
      (array['low', 'normal', 'high', 'critical'])[1 + abs(hashint4(n * 7)) % 4], 'az', 'Ticket ' || n,
      now() - abs(hashint4(n * 13)) % 8 * interval '1 minute', now(), now(), now()
    from generate_series(1, ${count}) n`.execute(db);
  return waitingWork(t);
}

/** What waits for somebody to take it, in the order of work. */
export async function waitingWork(t: TestDesk): Promise<WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select t.id, t.priority, c.is_vip as vip, t.waiting_since as "waitingSince", coalesce(p.position, 1e9::int) as "topicRank"
    from tickets t join customers c on c.id = t.customer_id left join topics p on p.id = t.topic_id
    where t.assignee_id is null and t.waiting_since is not null`.execute(t.runtime.db);
  return rows.toSorted(compareWork);
}

/** Sets a queue by the API and waits until the desk goes by it. */
export async function setQueue(
  t: TestDesk,
  slug: string,
  set: { assignment?: string; silent_minutes?: number | null; offline_minutes?: number | null },
): Promise<void> {
  const admin = await t.agent('admin');
  const whole = { assignment: 'pull', silent_minutes: null, offline_minutes: null, ...set };
  const { status } = await admin.call(`/api/queues/${slug}`, whole, 'PUT');
  if (status !== 200) throw new Error(`the queue was not set: ${status}`);
  await vi.waitFor(async () => {
    const queue = (await t.runtime.desk.routing()).queues.find((one) => one.slug === slug);
    if (queue?.assignment !== whole.assignment || queue.silentMinutes !== whole.silent_minutes)
      throw new Error('the desk has not heard of it');
  });
}

/** Sets what somebody takes on. */
export async function setWork(t: TestDesk, agent: Agent, facts: Record<string, unknown>): Promise<void> {
  const admin = await t.agent('admin');
  const whole = { queues: [], languages: [], capacity: 20, shifts: null, ...facts };
  const { status } = await admin.call(`/api/staff/${agent.member.id}/work`, whole, 'PUT');
  if (status !== 200) throw new Error(`the work was not set: ${status}`);
}

/** Sets somebody's presence. */
export const be = (agent: Agent, state: 'online' | 'away' | 'offline') =>
  agent.call('/api/presence', { state }, 'PUT');

/** A new customer asks something, which becomes a ticket; returns its number and the customer. */
export async function ask(t: TestDesk, language = 'en') {
  const customer = await t.customer('Leyla', language);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme would help those who work at night.' });
  return { customer, id: await untilSeen(customer, numberOf) };
}

/** Waits until a ticket is with this agent, or with nobody. */
export async function untilAssigned(t: TestDesk, id: number, agent: Agent | null): Promise<void> {
  await vi.waitFor(
    async () => {
      const assignee = await assigneeOf(t, id);
      if (assignee !== (agent?.member.id ?? null)) throw new Error(`№ ${id} is with ${assignee}`);
    },
    { timeout: 30_000, interval: 50 },
  );
}

/** Who has a ticket. */
export async function assigneeOf(t: TestDesk, id: number): Promise<number | null> {
  const row = await t.runtime.db
    .selectFrom('tickets')
    .select('assignee_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.assignee_id;
}

/** Turns the clock so many seconds ahead and waits until the desk goes by it. */
export async function advance(t: TestDesk, seconds: number): Promise<void> {
  // A timer that is being set as the clock moves would be set by the old time.
  await untilIdle(t);
  const { offsetMs } = t.runtime.clock;
  await t.people('/clock', { advance_seconds: seconds });
  await vi.waitFor(() => {
    if (t.runtime.clock.offsetMs < offsetMs + seconds * 1000 - 1000) throw new Error('the clock stands');
  }, 5000);
}

/** Waits until no job or timer is due. */
export async function untilIdle(t: TestDesk): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await sql<{ due: number }>`
        select count(*)::int as due from graphile_worker.jobs where run_at <= now()`.execute(t.runtime.db);
      if (rows[0]?.due !== 0) throw new Error('jobs are due');
    },
    { timeout: 30_000, interval: 20 },
  );
}
