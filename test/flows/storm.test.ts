import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { weather } from '../../bench/storm.ts';
import { testDatabase } from '../support/database.ts';

/** Ends every other connection to the desk's database, as a server that restarts does. */
const cutAll = sql`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

test('while processes are killed, the database cuts everybody off and Telegram is in trouble, nothing is lost, doubled or out of order', async () => {
  await using database = await testDatabase();
  const figures = await weather(database.url, {
    ...{ customers: 30, messages: 5, seconds: 18, seed: 7, killEveryMs: 4000 },
    breakDatabase: async (db) => {
      await cutAll.execute(db);
    },
  });
  expect(figures).toMatchObject({
    ...{ messages_lost: 0, messages_doubled: 0, messages_out_of_order: 0, edits_lost: 0, updates_parked: 0 },
    ...{ replies: 60, replies_lost: 0, replies_doubled: 0, replies_out_of_order: 0 },
    ...{ tickets: 30, customers_without_number: 0, unsent: 0, failed: 0 },
    ...{ limits_exceeded: 0, stopped_in_order: true },
  });
  // What nobody knows the end of was either cut off by Telegram or by the death of a process, and is marked.
  expect(figures.replies_ambiguous).toBeLessThanOrEqual(
    Number(figures.interrupted) + Number(figures.answers_lost),
  );
  expect(figures.updates_reordered).toBeGreaterThan(0);
}, 150_000);
