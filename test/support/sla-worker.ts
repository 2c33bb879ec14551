/** A process that does nothing but perform jobs and timers, to be killed: `node test/support/sla-worker.ts <database>`. */
import { readConfig } from '../../app/config.ts';
import { openRuntime } from '../../app/runtime.ts';
import { startWorker } from '../../base/queue/index.ts';
import { tasks } from '../../edges/jobs/index.ts';

async function work(url: string): Promise<void> {
  const runtime = await openRuntime(readConfig({ DATABASE_URL: url, LOG_LEVEL: 'error' }), url);
  const { pool, log } = runtime;
  await startWorker({ pool, log, tasks: tasks(runtime), concurrency: 4, pollMs: 100 });
  process.stdout.write('ready\n');
}

if (import.meta.main) await work(process.argv[2] ?? '');
