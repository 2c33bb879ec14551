import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { saveAftercareSettings } from '../../domain/surveys/index.ts';
import { slaWorld } from '../support/sla-world.ts';

test('a question names the time at which its customer is reminded, as the desk has set it', async () => {
  await using w = await slaWorld();
  await w.runtime.transact((tx) => saveAftercareSettings(tx, { remind_hours: 48 }));
  await w.ask(await w.open());
  const { rows } = await sql<{ text: string }>`
    select payload ->> 'text' as text from outbox where payload ->> 'text' like '%We need%' and key is null`.execute(
    w.runtime.db,
  );
  expect(rows.map(({ text }) => text)).toEqual([expect.stringContaining('on 25 November by 12:00')]);
});
