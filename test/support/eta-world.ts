import { sql } from 'kysely';
import { plus } from '../../base/kernel/index.ts';
import { PROMISE_TASK } from '../../domain/front-desk/index.ts';
import { PACE_TASK } from '../../domain/queues/index.ts';
import { SLA_TASK } from '../../domain/sla/index.ts';
import { tasks } from '../../edges/jobs/index.ts';
import { type SlaWorld, slaWorld } from './sla-world.ts';

/** A desk whose time stands still, with what its customers read. */
export type EtaWorld = SlaWorld & {
  /** Lets so many minutes pass, performing every timer and job at its time. */
  pass(minutes: number): Promise<void>;
  /** Performs what is due now, as a desk does that was down until now. */
  catchUp(): Promise<void>;
  /** What the bot has said to a ticket's customer, cards aside, oldest first. */
  said(ticket: number): Promise<string[]>;
  /** What a ticket's card says now, and how often it was sent or edited. */
  card(ticket: number): Promise<{ text: string; shown: number }>;
  /** Somebody of the staff with these hours and this presence. */
  staff(presence: 'online' | 'offline', shifts?: unknown): Promise<number>;
  /** When the timer of a ticket's promised time comes. */
  promiseTimer(ticket: number): Promise<Date | undefined>;
};

/** `await using w = await etaWorld()`. */
export async function etaWorld(): Promise<EtaWorld> {
  const world = await slaWorld();
  const { runtime, desk, clock } = world;
  const all = tasks({ ...runtime, desk });
  // As if all of it had been sent: the next edit of a card is one of its own.
  const send = () => sql`update outbox set state = 'sent' where state = 'pending'`.execute(runtime.db);
  const run = async (until: Date) => {
    for (;;) {
      const { rows } = await sql<{ id: string; task: string; payload: Record<string, unknown>; at: Date }>`
        select j.id, task_identifier as task, p.payload, j.run_at as at from graphile_worker.jobs j
          join graphile_worker._private_jobs p on p.id = j.id
        where task_identifier in (${PROMISE_TASK}, ${PACE_TASK}, ${SLA_TASK}) and j.run_at <= ${until}
        order by j.run_at, j.id limit 1`.execute(runtime.db);
      const [next] = rows;
      if (!next) return;
      if (next.at > clock.now()) clock.set(next.at);
      await sql`select graphile_worker.complete_jobs(array[${next.id}::bigint])`.execute(runtime.db);
      await all[next.task]?.(next.payload);
      await send();
    }
  };
  const shown = async (ticket: number) => {
    const { chat_id } = await world.ticket(ticket);
    const { rows } = await sql<{ key: string | null; text: string; kind: string }>`
      select key, kind, payload ->> 'text' as text from outbox where lane = ${`chat:${chat_id}`} order by id`.execute(
      runtime.db,
    );
    await send();
    return rows;
  };
  return {
    ...world,
    async pass(minutes) {
      const until = plus(clock.now(), minutes * 60_000);
      await run(until);
      clock.set(until);
    },
    catchUp: () => run(clock.now()),
    said: async (ticket) =>
      (await shown(ticket)).flatMap(({ key, kind, text }) =>
        kind === 'say' && !key?.startsWith('card:') ? [text] : [],
      ),
    async card(ticket) {
      const cards = (await shown(ticket)).filter(({ key }) => key === `card:${ticket}`);
      return { text: cards.at(-1)?.text ?? '', shown: cards.length };
    },
    async staff(presence, shifts) {
      const { rows } = await sql<{ id: number }>`
        insert into staff (name, role, presence, presence_at, shifts, created_at)
        values ('Aysel', 'l1', ${presence}, ${clock.now()}, ${shifts ? JSON.stringify(shifts) : null}::jsonb, ${clock.now()})
        returning id`.execute(runtime.db);
      return rows[0]?.id ?? 0;
    },
    async promiseTimer(ticket) {
      const { rows } = await sql<{ at: Date }>`
        select run_at as at from graphile_worker.jobs where key = ${`promise:${ticket}`}`.execute(runtime.db);
      return rows[0]?.at;
    },
  };
}
