import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dueJobs, indexDue, reschedule, spendJobs } from '../../base/queue/index.ts';
import { testDatabase } from '../support/database.ts';

const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second));
const timer = (second: number, key: string) => ({ task: 'test', at: at(second), key, payload: { key } });

test('all that is due is read in the order of time, however much it is, and when the next comes', async () => {
  await using database = await testDatabase();
  const { db } = database;
  await indexDue(db);
  // Two of a second, the later ones set first, and very many that come together after them.
  const many = Array.from({ length: 1201 }, (_, index) => timer(600 - Math.floor(index / 2), `k${index}`));
  const together = Array.from({ length: 501 }, (_, index) => timer(9000, `later ${index}`));
  await db.transaction().execute((tx) => reschedule(tx, { set: [...many, ...together], drop: [] }));
  const { due, next } = await dueJobs(db, at(601));
  expect(due.map((job) => job.at)).toEqual(many.map((one) => one.at).toReversed());
  expect(new Set(due.map(({ payload }) => payload.key)).size).toBe(1201);
  expect(next).toEqual(at(9000));
  await spendJobs(
    db,
    due.map(({ id }) => id),
  );
  expect(await dueJobs(db, at(601))).toEqual({ due: [], next: at(9000) });
  const last = await dueJobs(db, at(9001));
  expect(new Set(last.due.map(({ payload }) => payload.key)).size).toBe(501);
  expect(last).toMatchObject({ due: { length: 501 }, next: undefined });
});

test('what is due within one millisecond is read once', async () => {
  await using database = await testDatabase();
  const { db } = database;
  // The engine itself sets what is to be done at once, to the microsecond.
  await sql`select graphile_worker.add_job('test', run_at => '2030-01-01 00:00:00+00'::timestamptz + n * interval '1 microsecond')
    from generate_series(1, 999) n`.execute(db);
  const { due } = await dueJobs(db, at(1));
  expect(new Set(due.map(({ id }) => id)).size).toBe(999);
  expect(due.length).toBe(999);
});
