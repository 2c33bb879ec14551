import { sql } from 'kysely';
import { readConfig } from '../../app/config.ts';
import { openRuntime, type Runtime } from '../../app/runtime.ts';
import { seed } from '../../app/seed.ts';
import { type Clock, plus } from '../../base/kernel/index.ts';
import { askClarification, note, reopen, reply, resolve, type Work } from '../../domain/back-office/index.ts';
import {
  type Action,
  type Desk,
  encodeButton,
  handleArrival,
  handleDeadline,
  handleNewRules,
  type What,
} from '../../domain/front-desk/index.ts';
import { readClocks, readLog, SLA_TASK, type SlaClock, type SlaEvent } from '../../domain/sla/index.ts';
import { addStaff, type StaffMember } from '../../domain/staff/index.ts';
import { lockTicket, type Ticket } from '../../domain/tickets/index.ts';
import { testDatabase } from './database.ts';

/** A timer that waits, by its key. */
export type Waiting = { key: string; at: Date };

/** A desk whose time stands still until it is moved, entered by its doors; no worker runs, so that a test fires the timers itself. */
export type SlaWorld = AsyncDisposable & {
  readonly runtime: Runtime;
  readonly desk: Desk;
  readonly clock: Clock & { set(at: Date): void };
  /** A new customer opens a ticket on this topic; answers its number. */
  open(topic?: string, text?: string): Promise<number>;
  /** The ticket's customer writes into it. */
  hear(ticket: number, text?: string): Promise<void>;
  /** The ticket's customer writes without saying where. */
  say(ticket: number, text: string): Promise<void>;
  press(ticket: number, action: Action): Promise<void>;
  reply(ticket: number): Promise<void>;
  ask(ticket: number): Promise<void>;
  note(ticket: number): Promise<void>;
  resolve(ticket: number): Promise<void>;
  reopen(ticket: number): Promise<void>;
  /** Lets so many minutes pass, firing every timer of a clock at its time. */
  wait(minutes: number): Promise<void>;
  /** Does what the job after a change of the rules does. */
  reapply(): Promise<void>;
  /** The timers of a ticket's clocks. */
  timers(ticket: number): Promise<Waiting[]>;
  ticket(ticket: number): Promise<Ticket>;
  clocks(ticket: number): Promise<SlaClock[]>;
  log(ticket: number): Promise<SlaEvent[]>;
};

/** Where the time of every such desk begins: a Monday. */
export const MONDAY = new Date('2026-11-23T08:00:00Z');

/** `await using w = await slaWorld()`. */
export async function slaWorld(): Promise<SlaWorld> {
  const database = await testDatabase();
  const config = readConfig({
    ...{ DATABASE_URL: database.url, LOG_LEVEL: 'silent', DESK_TIME_ZONE: 'Asia/Baku' },
  });
  const runtime = await openRuntime(config, database.url);
  const clock = stillClock(MONDAY);
  await seed({ ...runtime, clock });
  const desk: Desk = { ...runtime.desk, clock };
  const actor = await runtime.transact((tx) => addStaff(tx, { name: 'Agent', role: 'admin', now: MONDAY }));
  const parts = { runtime, desk, clock };
  return {
    ...parts,
    ...customers(parts),
    ...agents(parts, actor),
    ...timersOf(parts),
    ticket: (id) => runtime.transact((tx) => lockTicket(tx, id)),
    clocks: (id) => readClocks(runtime.db, id),
    log: async (id) => (await readLog(runtime.db, id)).events,
    async [Symbol.asyncDispose]() {
      await runtime.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

function stillClock(start: Date): Clock & { set(at: Date): void } {
  let at = start;
  return {
    now: () => at,
    set(next) {
      at = next;
    },
  };
}

type Parts = Pick<SlaWorld, 'runtime' | 'desk' | 'clock'>;

function customers({ runtime, desk }: Parts): Pick<SlaWorld, 'open' | 'hear' | 'say' | 'press'> {
  const people = new Map<number, number>();
  let made = 0;
  let messages = 0;
  const bring = (person: number, what: What) =>
    runtime.transact((tx) =>
      handleArrival(tx, desk, {
        chat: { telegramChatId: 5000 + person, kind: 'private' },
        person: { telegramId: 5000 + person, firstName: 'Leyla', languageTag: 'en' },
        what,
      }),
    );
  const write = (person: number, text: string) =>
    bring(person, {
      kind: 'message',
      content: { telegramMessageId: ++messages, kind: 'text', text, files: [] },
    });
  const of = (ticket: number) => people.get(ticket) ?? 0;
  const press = (ticket: number, action: Action) =>
    bring(of(ticket), { kind: 'press', queryId: `q${++messages}`, data: encodeButton(action) });
  return {
    async open(topic = 'idea', text = 'A dark theme would be kind to my eyes.') {
      const person = ++made;
      await bring(person, { kind: 'start', payload: `t_${topic}` });
      await write(person, text);
      const row = await runtime.db
        .selectFrom('tickets')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      people.set(row.id, person);
      return row.id;
    },
    async hear(ticket, text = 'There is one more thing that you should know about it.') {
      await press(ticket, { do: 'add', ticketId: ticket });
      await write(of(ticket), text);
    },
    say: (ticket, text) => write(of(ticket), text),
    press,
  };
}

function agents(
  { runtime, desk }: Parts,
  actor: StaffMember,
): Pick<SlaWorld, 'reply' | 'ask' | 'note' | 'resolve' | 'reopen'> {
  let requests = 0;
  const work = (ticketId: number, act: (work: Work) => Promise<unknown>) =>
    runtime.transact(async (tx) => void (await act({ tx, desk, actor, ticketId })));
  const written = (text: string) => ({ text, requestKey: `request-${++requests}` });
  return {
    reply: (ticket) => work(ticket, (one) => reply(one, written('I am looking into it.'))),
    ask: (ticket) => work(ticket, (one) => askClarification(one, written('which phone it is'))),
    note: (ticket) => work(ticket, (one) => note(one, written('Looks like the old matter.'))),
    resolve: (ticket) => work(ticket, (one) => resolve(one, written('It is done.'))),
    reopen: (ticket) => work(ticket, reopen),
  };
}

function timersOf({ runtime, desk, clock }: Parts): Pick<SlaWorld, 'wait' | 'reapply' | 'timers'> {
  const { db, transact } = runtime;
  const due = async (until: Date) => {
    const { rows } = await sql<{ key: string; at: Date }>`
      select key, run_at as at from graphile_worker.jobs
      where task_identifier = ${SLA_TASK} and run_at <= ${until} order by run_at, id limit 1`.execute(db);
    return rows[0];
  };
  return {
    async wait(minutes) {
      const until = plus(clock.now(), minutes * 60_000);
      for (let next = await due(until); next; next = await due(until)) {
        const { key, at } = next;
        if (at > clock.now()) clock.set(at);
        await sql`select graphile_worker.remove_job(${key})`.execute(db);
        await transact((tx) => handleDeadline(tx, desk, Number(key.split(':')[1])));
      }
      clock.set(until);
    },
    reapply: () => handleNewRules(transact, desk),
    async timers(ticket) {
      const { rows } = await sql<Waiting>`
        select key, run_at as at from graphile_worker.jobs where key like ${`sla:${ticket}:%`} order by key`.execute(
        db,
      );
      return rows;
    },
  };
}
