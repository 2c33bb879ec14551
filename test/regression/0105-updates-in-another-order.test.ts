import { expect, test, vi } from 'vitest';
import { testDesk } from '../support/desk.ts';

// Fetched updates were handled in the order of the answer, so that words stood in a ticket as they never were written.
test('words stand as they were written, in whatever order Telegram hands them over', async () => {
  await using t = await testDesk();
  const { db } = t.runtime;
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await t.people('/faults', {
    rules: [{ method: 'getUpdates', kind: 'slow', delay_ms: 300, times: 2 }],
    updates: { duplicate: 0.3, reorder: 0.8 },
  });
  const words = Array.from({ length: 20 }, (_, index) => `part ${index}`);
  for (const text of words) await customer.say({ text });
  await vi.waitFor(
    async () => {
      const stored = await db.selectFrom('messages').select('text').orderBy('id').execute();
      expect(stored.map(({ text }) => text)).toEqual(words);
    },
    { timeout: 30_000 },
  );
  const stats = (await t.people('/stats')) as { updates: Record<string, number> };
  expect(stats.updates.reordered).toBeGreaterThan(3);
});
