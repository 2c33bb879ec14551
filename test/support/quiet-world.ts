import { sql } from 'kysely';
import { askClarification, reopen, reply, resolve, type Work } from '../../domain/back-office/index.ts';
import { type Desk, type Notice, placeOf, settle, tell } from '../../domain/front-desk/index.ts';
import { handOver } from '../../domain/reception/index.ts';
import { type Actor, addStaff, PERMISSIONS } from '../../domain/staff/index.ts';
import { lockTicket, raiseTicket } from '../../domain/tickets/index.ts';
import { tasks } from '../../edges/jobs/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { intakeOf, testIntake } from './intake.ts';
import { stranger } from './webhook.ts';

/** Noon in Baku, on a Monday. */
export const NOON = new Date('2026-11-23T08:00:00Z');

/** A desk with a clock that stands still until it is turned, a customer with two tickets, and an agent. Timers fire when the clock passes
 * them, each twice at once, as if two processes had them. */
export type QuietWorld = Awaited<ReturnType<typeof quietWorld>>;

/** `await using w = await quietWorld()`: quiet hours are 22:00 to 08:00. */
export async function quietWorld() {
  const t = await testIntake({ DESK_TIME_ZONE: 'Asia/Baku' });
  const { runtime } = t;
  const { db, transact } = runtime;
  const time = { now: NOON };
  const desk: Desk = { ...runtime.desk, clock: { now: () => time.now } };
  const work = tasks({ db, transact, desk, metrics: runtime.metrics, storage: runtime.storage });
  const person = stranger();
  const intake = {
    ...intakeOf(runtime),
    handle: (tx: Parameters<typeof handOver>[0], arrival: Parameters<typeof handOver>[2]) =>
      handOver(tx, desk, arrival),
  };
  const take = async (update: Parameters<typeof receiveBatch>[1][number]) => {
    await receiveBatch(intake, [update], 1);
  };
  const write = (text: string) => take(person.says(text));
  await sql`update quiet_settings set quiet_from = '22:00', quiet_until = '08:00'`.execute(db);
  for (const text of ['/start t_idea', 'The first idea', '/new', '/start t_idea', 'The second idea'])
    await write(text);
  const rows = await db.selectFrom('tickets').select('id').orderBy('id').execute();
  const tickets = rows.map(({ id }) => id);
  const staff = await transact((tx) =>
    addStaff(tx, { name: 'Aysel', role: 'l1', telegramId: 900_000, now: NOON }),
  );
  const actor: Actor = { ...staff, permissions: [...PERMISSIONS] };
  let keys = 0;
  const act = <T>(ticketId: number, doing: (at: Work, requestKey: string) => Promise<T>): Promise<T> => {
    keys += 1;
    const requestKey = `quiet-${keys}`;
    return transact((tx) => doing({ tx, desk, actor, ticketId }, requestKey));
  };
  const due = async () => {
    const { rows: jobs } = await sql<{
      key: string;
      task: string;
      payload: Record<string, unknown>;
      at: Date;
    }>`
      select j.key, k.identifier as task, j.payload, j.run_at as at from graphile_worker._private_jobs j
      join graphile_worker._private_tasks k on k.id = j.task_id
      where (j.key like 'quiet:%' or j.key like 'aftercare:%') order by j.run_at, j.id limit 1`.execute(db);
    return jobs[0];
  };
  const turn = async (moment: Date): Promise<void> => {
    for (let job = await due(); job && job.at <= moment; job = await due()) {
      if (job.at > time.now) time.now = job.at;
      const { key, task, payload } = job;
      await sql`select graphile_worker.remove_job(${key})`.execute(db);
      await Promise.all([work[task]?.(payload), work[task]?.(payload)]);
    }
    time.now = moment;
  };
  return {
    ...{ db, transact, desk, person, tickets, actor, write, take, time },
    customerId: (await db.selectFrom('customers').select('id').executeTakeFirstOrThrow()).id,
    reply: (ticketId: number, text: string) =>
      act(ticketId, (at, requestKey) => reply(at, { text, requestKey })),
    ask: (ticketId: number, text: string) =>
      act(ticketId, (at, requestKey) => askClarification(at, { text, requestKey })),
    resolve: (ticketId: number, text: string, next: string[] = []) =>
      act(ticketId, (at, requestKey) => resolve(at, { text, next, requestKey })),
    reopen: (ticketId: number) => act(ticketId, (at) => reopen(at)),
    tell: (ticketId: number, notice: Notice) =>
      transact(async (tx) => {
        const ticket = await lockTicket(tx, ticketId);
        const place = await placeOf(tx, desk, ticket);
        if (!place) throw new Error('a ticket without a chat');
        return tell(place, { ticket, ...notice });
      }),
    /** Makes a ticket critical; what follows from it follows. */
    async raise(ticketId: number): Promise<void> {
      await transact(async (tx) => {
        const ticket = await lockTicket(tx, ticketId);
        const raised = await raiseTicket(tx, ticket, {
          ...{ priority: 'critical', queueId: ticket.queue_id, reason: 'test' },
          ...{ by: { kind: 'system' }, now: time.now },
        });
        await settle({ tx, desk, now: time.now }, ticket, raised);
      });
      await turn(time.now);
    },
    /** Turns the clock on to this moment; what falls due on the way happens at its time. */
    until: turn,
    /** What the chat was sent, oldest first. */
    async said(): Promise<string[]> {
      const { rows: sent } = await sql<{ text: string }>`
        select payload ->> 'text' as text from outbox where kind = 'say' and lane like 'chat:%' order by id`.execute(
        db,
      );
      return sent.map(({ text }) => text);
    },
    /** What became of messages whose buttons were pressed, oldest first. */
    async changes(): Promise<string[]> {
      const { rows: changed } = await sql<{ text: string }>`
        select payload ->> 'text' as text from outbox where kind = 'change' and payload ? 'text' order by id`.execute(
        db,
      );
      return changed.map(({ text }) => text);
    },
    /** The buttons under the newest message that says this. */
    async buttonsOf(words: RegExp): Promise<{ label: string; data: string }[][]> {
      const { rows: sent } = await sql<{ text: string; buttons: { label: string; data: string }[][] }>`
        select payload ->> 'text' as text, payload -> 'buttons' as buttons from outbox where kind = 'say' order by id desc`.execute(
        db,
      );
      return sent.find(({ text }) => words.test(text))?.buttons ?? [];
    },
    /** Presses a button with this data under some message. */
    press: (data: string) =>
      take(
        person.does((chat, from) => ({
          callback_query: {
            ...{ id: '1', from, chat_instance: '1', data },
            message: { message_id: 99, chat, date: 0 },
          },
        })),
      ),
    async held(): Promise<number> {
      return (await db.selectFrom('held_messages').select('id').execute()).length;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}
