import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testIntake } from '../support/intake.ts';

// A press locks the chat's lane and then the ticket, an agent's reply the ticket and then the lane: now and then PostgreSQL ended one
// of them, and the agent read that something broke.
test('a transaction that PostgreSQL ends to solve a deadlock is run again', async () => {
  await using t = await testIntake();
  const { transact } = t.runtime;
  await transact((tx) => sql`insert into outbox_lanes (lane) values ('one'), ('two')`.execute(tx));
  const both = { one: Promise.withResolvers<void>(), two: Promise.withResolvers<void>() };
  const lock = (first: 'one' | 'two', second: 'one' | 'two') =>
    transact(async (tx) => {
      await sql`update outbox_lanes set priority = priority + 1 where lane = ${first}`.execute(tx);
      both[first].resolve();
      await both[second].promise;
      await sql`update outbox_lanes set priority = priority + 1 where lane = ${second}`.execute(tx);
    });
  await Promise.all([lock('one', 'two'), lock('two', 'one')]);
  const lanes = await t.runtime.db.selectFrom('outbox_lanes').select('priority').execute();
  expect(lanes.map(({ priority }) => priority)).toEqual([2, 2]);
});
