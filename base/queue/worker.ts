import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log.ts';
import { holdLifeline } from './lifeline.ts';

/** Performs one kind of timer or job. It may run more than once for one timer (a crash between its commit and the note that it ran),
 * so it looks at the state before it acts. A throw means: try again later. */
export type Task = (payload: Record<string, unknown>) => Promise<void>;

/** What a worker needs. */
export type WorkerOptions = {
  pool: pg.Pool;
  tasks: Record<string, Task>;
  log: Log;
  /** How many jobs run at once. */
  concurrency: number;
  /** How often to look for timers that fell due, in milliseconds. */
  pollMs: number;
};

/** Starts performing jobs. The returned function stops: it waits for the jobs that run. */
export async function startWorker(options: WorkerOptions): Promise<() => Promise<void>> {
  const { log } = options;
  const events: WorkerEvents = new EventEmitter();
  const lifeline = new Promise<() => Promise<void>>((resolve, reject) => {
    events.once('pool:create', ({ workerPool }) => {
      holdLifeline(options.pool, workerPool.id, { log }).then(resolve, reject);
    });
  });
  const runner = await run({
    events,
    pgPool: options.pool,
    concurrency: options.concurrency,
    pollInterval: options.pollMs,
    noHandleSignals: true,
    taskList: Object.fromEntries(
      Object.entries(options.tasks).map(([name, task]) => [
        name,
        async (payload: unknown) => {
          await lifeline;
          await task((payload ?? {}) as Record<string, unknown>);
        },
      ]),
    ),
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') log.error({ job: describe(meta) }, message);
      else if (level === 'warning') log.warn({ job: describe(meta) }, message);
    }),
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the job worker stopped'));
  const letGo = await lifeline;
  return async () => {
    await runner.stop();
    await letGo();
  };
}

function describe(meta: unknown): unknown {
  const job = (meta as { job?: { task_identifier?: string; id?: string; attempts?: number } } | undefined)
    ?.job;
  return job && { task: job.task_identifier, id: job.id, attempts: job.attempts };
}
