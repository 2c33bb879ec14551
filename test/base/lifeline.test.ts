import { expect, test, vi } from 'vitest';
import { createLog } from '../../base/log.ts';
import { schedule, startWorker } from '../../base/queue/index.ts';
import { testDatabase } from '../support/database.ts';

const log = createLog({ level: 'silent', secrets: [] });

test('a job that a killed worker held is done by the next one at once; one that a living worker holds is left to it', async () => {
  await using database = await testDatabase();
  const { pool, db } = database;
  await db.transaction().execute(async (tx) => {
    for (const name of ['dead', 'living']) {
      await schedule(tx, { task: 'work', at: new Date(), key: name, payload: { name } });
    }
  });
  const living = await pool.connect();
  await living.query(`select pg_advisory_lock(7140503, hashtext('pool-living'))`);
  await pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-' || key`);

  const done: unknown[] = [];
  const stop = await startWorker({
    ...{ pool, log, concurrency: 2, pollMs: 50 },
    tasks: {
      work: async (payload) => {
        done.push(payload.name);
      },
    },
  });
  await vi.waitFor(() => expect(done).toEqual(['dead']));
  await stop();
  living.release(true);

  // Its connection is gone, and so is its claim.
  const stopAgain = await startWorker({
    ...{ pool, log, concurrency: 2, pollMs: 50 },
    tasks: {
      work: async (payload) => {
        done.push(payload.name);
      },
    },
  });
  await vi.waitFor(() => expect(done).toEqual(['dead', 'living']), { timeout: 30_000 });
  await stopAgain();
});
