import { expect, test } from 'vitest';
import { dueJobs, indexDue, reschedule, schedule, spendJobs } from '../../base/queue/index.ts';
import { testDatabase } from '../support/database.ts';

const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second));
const timer = (second: number, key: string) => ({ task: 'test', at: at(second), key, payload: { key } });

test('all that is due is read in the order of time, however much it is, and when the next comes', async () => {
  await using database = await testDatabase();
  const { db } = database;
  await indexDue(db);
  // Two of a second, the later ones set first.
  const many = Array.from({ length: 1201 }, (_, index) => timer(600 - Math.floor(index / 2), `k${index}`));
  await db.transaction().execute((tx) => reschedule(tx, { set: many, drop: [] }));
  await db.transaction().execute((tx) => schedule(tx, timer(9000, 'later')));
  const { due, next } = await dueJobs(db, at(601));
  expect(due.map((job) => job.at)).toEqual(many.map((one) => one.at).toReversed());
  expect(new Set(due.map(({ payload }) => payload.key)).size).toBe(1201);
  expect(next).toEqual(at(9000));
  await spendJobs(
    db,
    due.map(({ id }) => id),
  );
  expect(await dueJobs(db, at(601))).toEqual({ due: [], next: at(9000) });
  expect(await dueJobs(db, at(9001))).toMatchObject({
    due: [{ payload: { key: 'later' } }],
    next: undefined,
  });
});
