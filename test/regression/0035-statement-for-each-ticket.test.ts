import { expect, test } from 'vitest';
import { connect } from '../../base/db/index.ts';
import { type ActiveRule, BY_PEOPLE, followAutomation } from '../../domain/automation/index.ts';
import type { Ticket } from '../../domain/tickets/index.ts';
import { testDatabase } from '../support/database.ts';

test('the timers of rules are one statement for all tickets, not a new one to plan and to keep for each', async () => {
  await using t = await testDatabase();
  const { db, pool, close } = connect({ url: t.url, connections: 1, onError: () => undefined });
  const now = new Date('2026-11-23T08:00:00Z');
  const trigger = { on: 'time_since', moment: 'created', minutes: 60 };
  const rules = [{ id: 1, version: 1, rule: { trigger } }] as unknown as ActiveRule[];
  for (const id of [1, 2, 3]) {
    const after = { id, status: 'accepted', created_at: now } as Ticket;
    await db
      .transaction()
      .execute((tx) =>
        followAutomation(tx, { before: undefined, after, heard: false }, { rules, cause: BY_PEOPLE, now }),
      );
  }
  const { rows } = await pool.query(
    `select count(*)::int as statements from pg_prepared_statements where statement like '%automation_timers%'`,
  );
  await close();
  expect(rows).toEqual([{ statements: 1 }]);
});
