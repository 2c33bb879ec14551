import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ensure, schedule } from '../../base/queue/index.ts';
import { testDatabase } from '../support/database.ts';

// The hourly round set the timer of the half-hourly one anew: a round that was due at the same time came half an hour late, and a desk
// that was started again and again had none.
test('what comes round keeps its time when it is set again; another timer is moved', async () => {
  await using t = await testDatabase();
  const timer = (minute: number) => ({
    ...{ task: 'round', key: 'round', payload: {} },
    at: new Date(Date.UTC(2030, 0, 1, 12, minute)),
  });
  const set = (how: typeof ensure, minute: number) =>
    t.db.transaction().execute((tx) => how(tx, timer(minute)));
  const times = async () =>
    (await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs where key = 'round'`.execute(t.db))
      .rows;
  await set(ensure, 30);
  expect(await times()).toEqual([{ at: timer(30).at }]);
  await set(ensure, 50);
  expect(await times()).toEqual([{ at: timer(30).at }]);
  await set(schedule, 50);
  expect(await times()).toEqual([{ at: timer(50).at }]);
});
