import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { Db } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { savePolicy } from '../../domain/sla/index.ts';
import { slaWorld } from '../support/sla-world.ts';

const TICKETS = 24;
const SPREAD_MS = 6000;
const KILLS = 3;

function startWorker(url: string): ChildProcess {
  const file = join(import.meta.dirname, '../support/sla-worker.ts');
  return spawn(process.execPath, [file, url], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function untilBreached(db: Db, tickets: number): Promise<void> {
  return vi.waitFor(
    async () => {
      const { rows } = await sql<{ breached: number }>`
        select count(distinct ticket_id)::int as breached from sla_events where metric = 'first_reply' and kind = 'breach'`.execute(
        db,
      );
      expect(rows[0]?.breached).toBeGreaterThanOrEqual(tickets);
    },
    { timeout: 60_000, interval: 50 },
  );
}

test('workers killed at any moment lose no timer and double none', async () => {
  await using w = await slaWorld();
  const input = { queue: 'l1', metric: 'first_reply', target_minutes: 1 };
  await w.runtime.transact((tx) => savePolicy(tx, input, w.clock.now()));
  // A target of a minute, of which all but some seconds is over: the deadlines are spread over the kills.
  const start = Date.now() - 60_000 + 2000;
  for (let index = 0; index < TICKETS; index += 1) {
    w.clock.set(plus(new Date(start), (index * SPREAD_MS) / TICKETS));
    await w.open();
  }
  let worker = startWorker(w.runtime.url);
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await once(worker.stdout ?? worker, 'data');
      // In the middle of the work: when so many have been noticed.
      await untilBreached(w.runtime.db, ((kill + 1) * TICKETS) / (KILLS + 2));
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      worker = startWorker(w.runtime.url);
    }
    await untilBreached(w.runtime.db, TICKETS);
  } finally {
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
  const { rows } = await sql<{ kind: string; events: number; tickets: number }>`
    select kind, count(*)::int as events, count(distinct ticket_id)::int as tickets from sla_events
    where metric = 'first_reply' and kind in ('warn', 'breach') group by kind order by kind`.execute(
    w.runtime.db,
  );
  for (const { events, tickets } of rows) expect(events).toBe(tickets);
  expect(rows.map(({ kind }) => kind)).toContain('breach');
  const left =
    await sql`select key from graphile_worker.jobs where key like 'sla:%:first_reply' and locked_at is null`.execute(
      w.runtime.db,
    );
  expect(left.rows).toEqual([]);
}, 120_000);
