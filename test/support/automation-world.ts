import { sql } from 'kysely';
import { plus } from '../../base/kernel/index.ts';
import {
  AUTOMATION_TASK,
  AUTOMATION_TIMER_TASK,
  AutomationJob,
  AutomationTimerJob,
  activeRules,
  addRule,
  type Rule,
} from '../../domain/automation/index.ts';
import { handleAutomation, handleAutomationTimer, handleWake } from '../../domain/back-office/index.ts';
import { handleDeadline } from '../../domain/front-desk/index.ts';
import { SLA_TASK } from '../../domain/sla/index.ts';
import { addStaff, type StaffMember } from '../../domain/staff/index.ts';
import { WAKE_TASK } from '../../domain/tickets/index.ts';
import { MONDAY, type SlaWorld, slaWorld } from './sla-world.ts';

/** A rule as somebody writes it. */
export type Draft = Omit<Partial<Rule>, 'trigger' | 'actions' | 'all' | 'any'> & {
  trigger: unknown;
  actions: readonly unknown[];
  all?: unknown;
  any?: unknown;
};

/** A run, as its ticket tells it. */
export type Told = {
  event_at: string;
  rule: number;
  name: string;
  trigger: string;
  outcome: string;
  why?: string;
  deeds?: { do: string; changed: boolean }[];
};

/** A desk whose time stands still, with rules of its own; its jobs run when the test says so. */
export type AutomationWorld = AsyncDisposable & {
  readonly w: SlaWorld;
  readonly admin: StaffMember;
  /** Switches a new rule on; answers its id. */
  rule(draft: Draft): Promise<number>;
  /** Runs every job that is due, and what they lead to; answers how many there were. */
  settleJobs(): Promise<number>;
  /** Lets so many minutes pass, running every job and timer at its time. */
  pass(minutes: number): Promise<void>;
  /** What rules have told a ticket's history. */
  told(ticket: number): Promise<Told[]>;
  events(ticket: number, kind: string): Promise<Record<string, unknown>[]>;
  /** The keys of the timers of rules. */
  timers(): Promise<string[]>;
};

const TASKS = [AUTOMATION_TASK, AUTOMATION_TIMER_TASK, WAKE_TASK, SLA_TASK];

type Job = { key: string; task: string; payload: Record<string, unknown>; at: Date };

/** `await using a = await automationWorld()`. `keep`: with the starter rules that are on. */
export async function automationWorld(options: { keep?: boolean } = {}): Promise<AutomationWorld> {
  const w = await slaWorld();
  const { db, transact } = w.runtime;
  const admin = await transact((tx) => addStaff(tx, { name: 'Chief', role: 'admin', now: MONDAY }));
  if (!options.keep) await db.updateTable('automation_rules').set({ active: false }).execute();
  // Read anew each time: nothing here waits for the news of a change.
  w.desk.automation = () => activeRules(db);
  const due = async (until: Date): Promise<Job | undefined> => {
    const { rows } = await sql<Job>`
      select j.key, t.identifier as task, j.payload, j.run_at as at from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = any(${TASKS}::text[]) and j.run_at <= ${until} order by j.run_at, j.id limit 1`.execute(
      db,
    );
    return rows[0];
  };
  const perform = async ({ key, task, payload }: Job) => {
    await sql`select graphile_worker.remove_job(${key})`.execute(db);
    await transact(async (tx) => {
      if (task === AUTOMATION_TASK) await handleAutomation(tx, w.desk, AutomationJob.parse(payload));
      else if (task === AUTOMATION_TIMER_TASK)
        await handleAutomationTimer(tx, w.desk, AutomationTimerJob.parse(payload));
      else if (task === WAKE_TASK) await handleWake(tx, w.desk, Number(payload['ticket']));
      else await handleDeadline(tx, w.desk, Number(payload['ticket']));
    });
  };
  const run = async (until: Date) => {
    let done = 0;
    for (let job = await due(until); job; job = await due(until)) {
      if (job.at > w.clock.now()) w.clock.set(job.at);
      await perform(job);
      done += 1;
    }
    return done;
  };
  return {
    w,
    admin,
    rule: (draft) =>
      transact((tx) =>
        addRule(
          tx,
          { rule: { name: 'A rule', ...draft }, active: true },
          { actor: admin, now: w.clock.now() },
        ),
      ),
    settleJobs: () => run(w.clock.now()),
    async pass(minutes) {
      const until = plus(w.clock.now(), minutes * 60_000);
      await run(until);
      w.clock.set(until);
    },
    async told(ticket) {
      return (await read(w, ticket, 'automation')) as Told[];
    },
    events: (ticket, kind) => read(w, ticket, kind),
    async timers() {
      const { rows } = await sql<{ key: string }>`
        select key from graphile_worker.jobs where task_identifier = ${AUTOMATION_TIMER_TASK} order by key`.execute(
        db,
      );
      return rows.map(({ key }) => key);
    },
    [Symbol.asyncDispose]: () => w[Symbol.asyncDispose](),
  };
}

async function read(w: SlaWorld, ticket: number, kind: string): Promise<Record<string, unknown>[]> {
  const rows = await w.runtime.db
    .selectFrom('ticket_events')
    .select('data')
    .where('ticket_id', '=', ticket)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map(({ data }) => data as Record<string, unknown>);
}
