import { expect, test } from 'vitest';
import { announce, transactor } from '../../base/db/index.ts';
import { cancel, dueJobs, ensure, schedule } from '../../base/queue/index.ts';
import { testDatabase } from '../support/database.ts';

const at = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second));
const timer = (key: string, second: number) => ({ task: 'test', at: at(second), key, payload: { key } });

test('of a timer that is set, moved and taken back in one transaction the last word counts, and nothing where it fails', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const transact = transactor(db, { publish: () => undefined, flush: async () => undefined }, async (tx) =>
    schedule(tx, timer('before the commit', 9)),
  );
  const waiting = async () => (await dueJobs(db, at(59))).due.map((job) => [job.payload.key, job.at]);
  await transact(async (tx) => {
    await schedule(tx, timer('moved', 1));
    await schedule(tx, timer('taken back', 2));
    await schedule(tx, timer('moved', 3));
    await cancel(tx, 'taken back');
    await cancel(tx, 'set again');
    await schedule(tx, timer('set again', 4));
    await schedule(tx, timer('kept', 5));
    // What comes together comes in the order in which it was set.
    for (const key of ['z', 'a', 'm']) await schedule(tx, timer(key, 8));
    await ensure(tx, timer('kept', 6));
    announce(tx, { ticket: 1 });
  });
  const set = [
    ['moved', at(3)],
    ['set again', at(4)],
    ['kept', at(5)],
    ...['z', 'a', 'm'].map((key) => [key, at(8)]),
    ['before the commit', at(9)],
  ];
  expect(await waiting()).toEqual(set);
  await expect(
    transact(async (tx) => {
      await schedule(tx, timer('moved', 20));
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await waiting()).toEqual(set);
  // Outside of those transactions there is no end to wait for.
  await db.transaction().execute((tx) => cancel(tx, 'moved'));
  expect(await waiting()).toEqual(set.slice(1));
});
