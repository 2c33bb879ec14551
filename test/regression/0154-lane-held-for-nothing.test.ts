import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { append, type Budget, claim, settleSent } from '../../base/outbox/index.ts';
import { until } from '../support/forum-world.ts';
import { testIntake } from '../support/intake.ts';

const KEY = 154;
const BUDGET: Budget = { name: 'test', perSecond: null };

// A process whose claim was slow saw the first message of a chat, which another one sent meanwhile: it held the chat's lane without anything
// to send, and the chat waited 20 seconds.
test('a claim that comes too late for the first message of a lane does not hold back the second', async () => {
  await using t = await testIntake();
  const { db, pool, transact } = t.runtime;
  for (const text of ['first', 'second'])
    await transact((tx) =>
      append(tx, { lane: 'chat:1', kind: 'say', payload: { text }, onAmbiguous: 'hold' }),
    );
  // Whoever asks to be held stands still after its claim began, and before it locks a lane.
  await pool.query(`
    create function held() returns boolean language plpgsql as $$ begin
      if current_setting('test.held', true) = 'yes' then perform pg_advisory_xact_lock(${KEY}); end if;
      return true;
    end $$;
    insert into outbox_budgets (name, recent) values ('test', '{}');
    alter table outbox_budgets rename to real_budgets;
    create view outbox_budgets as select name, recent, case when held() then paused_until end as paused_until from real_budgets`);
  const holder = await pool.connect();
  await holder.query('select pg_advisory_lock($1)', [KEY]);
  const late = transact(async (tx) => {
    await sql`select set_config('test.held', 'yes', true)`.execute(tx);
    return claim({ db: tx, transact }, { sender: 2, limit: 5 }, BUDGET);
  });
  await until(async () => {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event = 'advisory'`.execute(db);
    expect(rows).toHaveLength(1);
  });
  const [message] = await claim(t.runtime, { sender: 1, limit: 5 }, BUDGET);
  expect(message?.payload).toEqual({ text: 'first' });
  if (message) await transact((tx) => settleSent(tx, [{ message }]));
  await holder.query('select pg_advisory_unlock($1)', [KEY]);
  holder.release();
  expect(await late).toEqual([]);
  const then = await claim(t.runtime, { sender: 1, limit: 5 }, BUDGET);
  expect(then.map(({ payload }) => payload)).toEqual([{ text: 'second' }]);
});
