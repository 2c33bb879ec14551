import { sql } from 'kysely';
import type { Db, Transact } from '../../base/db/index.ts';
import { DAY, HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import type { Metrics } from '../../base/metrics.ts';
import { ensure, type Task } from '../../base/queue/index.ts';
import type { Storage } from '../../base/storage/index.ts';
import {
  AUTOMATION_TASK,
  AUTOMATION_TIMER_TASK,
  AutomationJob,
  AutomationTimerJob,
} from '../../domain/automation/index.ts';
import {
  handleAssign,
  handleAutomation,
  handleAutomationTimer,
  handleWake,
  handleWatch,
} from '../../domain/back-office/index.ts';
import {
  FAQ_TASK,
  forgetCarried,
  handlePlacesRound,
  handleTidy,
  PLACES_TASK,
  publishFaq,
  schedulePlacesRound,
  TIDY_TASK,
} from '../../domain/community/index.ts';
import { forgetEndedSessions } from '../../domain/customers/index.ts';
import {
  type Desk,
  DRAFT_TASK,
  GatherJob,
  handleAftercare,
  handleDeadline,
  handleDraftTimeout,
  handleIncidentGather,
  handleIncidentNews,
  handleNewRules,
  handlePace,
  handlePromise,
  handleQuiet,
  INCIDENT_GATHER_TASK,
  INCIDENT_NEWS_TASK,
  PROMISE_TASK,
  QUIET_TASK,
} from '../../domain/front-desk/index.ts';
import { EMBED_TASK, forgetAskers } from '../../domain/knowledge/index.ts';
import { handleNotice, handleTell, TELL_TASK } from '../../domain/notices/index.ts';
import { ERASURE_TASK, EXPORT_TASK } from '../../domain/privacy/index.ts';
import {
  ASSIGN_TASK,
  GONE_TASK,
  LEFT_TASK,
  lookAgainAt,
  noticeGone,
  PACE_TASK,
  SHIFT_TASK,
  startShift,
  WATCH_TASK,
} from '../../domain/queues/index.ts';
import { SLA_REAPPLY_TASK, SLA_TASK } from '../../domain/sla/index.ts';
import { NOTICE_TASK, Notice } from '../../domain/staff/index.ts';
import {
  FORUM_ALBUM_TASK,
  FORUM_SETTLED_TASK,
  FORUM_TASK,
  ForumSettledJob,
  forgetEarly,
  handleForumSettled,
  handleForumSync,
  handleStaffAlbum,
} from '../../domain/staff-forum/index.ts';
import { AFTERCARE_TASK, AftercareJob } from '../../domain/surveys/index.ts';
import { WAKE_TASK } from '../../domain/tickets/index.ts';
import { embed } from './embedding.ts';
import { learnTopics } from './learning.ts';
import { erase, forgetCopies, makeCopy } from './privacy.ts';
import { forgetStaleFiles } from './stale-files.ts';

export { startSealing } from './sealing.ts';
export { forgetStaleFiles };

/** What jobs and timers need. */
export type JobOptions = {
  db: Db;
  transact: Transact;
  desk: Desk;
  metrics: Metrics;
  storage: Storage;
  /** After how many days files are forgotten; not given: never. */
  filesKeptDays?: number;
};

/** How many jobs a process performs at once, and how often it looks for timers that fell due, in milliseconds. */
export const WORKER = { concurrency: 4, pollMs: 250 } as const;

const HOUSEKEEPING = 'housekeeping';
/** The round that learns topics anew from the desk's own tickets. */
export const LEARN_TASK = 'knowledge.learn';

/** Every kind of job and timer of a desk, by name. */
export function tasks(options: JobOptions): Record<string, Task> {
  const { transact, desk } = options;
  return counted(options.metrics, {
    [DRAFT_TASK]: (payload) => transact((tx) => handleDraftTimeout(tx, desk, Number(payload.chat))),
    [PROMISE_TASK]: (payload) => transact((tx) => handlePromise(tx, desk, Number(payload.ticket))),
    [PACE_TASK]: (payload) => handlePace(transact, desk, Number(payload.queue)),
    [AFTERCARE_TASK]: (payload) => transact((tx) => handleAftercare(tx, desk, AftercareJob.parse(payload))),
    [QUIET_TASK]: (payload) => transact((tx) => handleQuiet(tx, desk, Number(payload.chat))),
    [SLA_TASK]: (payload) => transact((tx) => handleDeadline(tx, desk, Number(payload.ticket))),
    [SLA_REAPPLY_TASK]: () => handleNewRules(transact, desk),
    [AUTOMATION_TASK]: (payload) =>
      transact((tx) => handleAutomation(tx, desk, AutomationJob.parse(payload))),
    [AUTOMATION_TIMER_TASK]: (payload) =>
      transact((tx) => handleAutomationTimer(tx, desk, AutomationTimerJob.parse(payload))),
    [WAKE_TASK]: (payload) => transact((tx) => handleWake(tx, desk, Number(payload.ticket))),
    [ASSIGN_TASK]: (payload) => transact((tx) => handleAssign(tx, desk, Number(payload.queue))),
    [WATCH_TASK]: (payload) => transact((tx) => handleWatch(tx, desk, Number(payload.ticket))),
    [LEFT_TASK]: (payload) => transact((tx) => lookAgainAt(tx, Number(payload.staff), desk.clock.now())),
    [GONE_TASK]: (payload) => transact((tx) => noticeGone(tx, Number(payload.staff), desk.clock.now())),
    [SHIFT_TASK]: (payload) => transact((tx) => startShift(tx, Number(payload.staff), desk.clock.now())),
    [INCIDENT_NEWS_TASK]: (payload) => handleIncidentNews(options, Number(payload.incident)),
    [INCIDENT_GATHER_TASK]: (payload) => handleIncidentGather(options, GatherJob.parse(payload)),
    [NOTICE_TASK]: (payload) => transact((tx) => handleNotice(tx, desk, Notice.parse(payload))),
    [TELL_TASK]: (payload) => transact((tx) => handleTell(tx, desk, Number(payload.staff))),
    [PLACES_TASK]: () => handlePlacesRound(transact, desk),
    [FAQ_TASK]: () => transact((tx) => publishFaq({ tx, desk, now: desk.clock.now() })),
    [TIDY_TASK]: (payload) =>
      transact((tx) => handleTidy(tx, { chat: Number(payload.chat), id: Number(payload.id) })),
    [FORUM_ALBUM_TASK]: (payload) => transact((tx) => handleStaffAlbum(tx, desk, Number(payload.ticket))),
    [FORUM_TASK]: (payload) => transact((tx) => handleForumSync(tx, desk, Number(payload.ticket))),
    [FORUM_SETTLED_TASK]: (payload) =>
      transact((tx) =>
        handleForumSettled(tx, desk, ForumSettledJob.parse(JSON.parse(String(payload.settled)))),
      ),
    [LEARN_TASK]: () => learnTopics(options),
    [EMBED_TASK]: () => embed(options),
    [EXPORT_TASK]: (payload) => makeCopy(options, Number(payload.request)),
    [ERASURE_TASK]: (payload) => erase(options, Number(payload.request)),
    [HOUSEKEEPING]: () => keepHouse(options),
  });
}

/** Sets the timers that come round by themselves, each hour. Those that wait already keep their time. */
export async function scheduleRounds({ transact, desk }: JobOptions): Promise<void> {
  await transact(async (tx) => {
    const now = desk.clock.now();
    await ensure(tx, { task: HOUSEKEEPING, at: plus(now, HOUR), key: HOUSEKEEPING, payload: {} });
    await ensure(tx, { task: LEARN_TASK, at: plus(now, MINUTE), key: LEARN_TASK, payload: {} });
    await schedulePlacesRound(tx, now);
    // What was published before there was an endpoint, or while it could not be reached.
    if (desk.embedder) await ensure(tx, { task: EMBED_TASK, at: now, key: EMBED_TASK, payload: {} });
  });
}

// Telegram brings an update again for a day at most.
const UPDATES_KEPT_MS = 2 * DAY;
const SENT_KEPT = '7 days';

/** Deletes what nobody will ask for again: notes on old updates, sent messages of the outbox, ended sessions and spent links. */
async function keepHouse(options: JobOptions): Promise<void> {
  const now = options.desk.clock.now();
  const { db } = options;
  await db.deleteFrom('updates').where('received_at', '<', plus(now, -UPDATES_KEPT_MS)).execute();
  await sql`delete from outbox where state = 'sent' and done_at < now() - ${SENT_KEPT}::interval`.execute(db);
  await db.deleteFrom('staff_sessions').where('expires_at', '<', now).execute();
  await db.deleteFrom('staff_login_links').where('expires_at', '<', now).execute();
  await forgetEndedSessions(db, now);
  await forgetCopies(options);
  await forgetCarried(db, now);
  await forgetAskers(db, now);
  await forgetEarly(db, now);
  await forgetStaleFiles(options);
  await scheduleRounds(options);
}

function counted(metrics: Metrics, all: Record<string, Task>): Record<string, Task> {
  const count =
    (name: string, task: Task): Task =>
    async (payload) => {
      try {
        await task(payload);
        metrics.jobs.inc({ task: name, result: 'done' });
      } catch (error) {
        metrics.jobs.inc({ task: name, result: 'failed' });
        throw error;
      }
    };
  return Object.fromEntries(Object.entries(all).map(([name, task]) => [name, count(name, task)]));
}
