import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { setNotices } from '../../domain/customers/index.ts';
import { listLow, saveAftercareSettings } from '../../domain/surveys/index.ts';
import { NOON, type QuietWorld, quietWorld } from '../support/quiet-world.ts';

const first = (w: QuietWorld) => w.tickets[0] ?? 0;
const second = (w: QuietWorld) => w.tickets[1] ?? 0;
const count = async (w: QuietWorld, words: RegExp) =>
  (await w.said()).filter((text) => words.test(text)).length;
const NPS = /recommend/;
const HELD = /Did it hold/;
const CSAT = /How did we do/;
const ask = async (w: QuietWorld, settings: Parameters<typeof saveAftercareSettings>[1] = {}) =>
  w.transact((tx) => saveAftercareSettings(tx, { nps_after: 1, ...settings }));

test('three days after solving a customer is asked once, by two rows; a low answer with its words waits for a lead', async () => {
  await using w = await quietWorld();
  await ask(w);
  await w.resolve(first(w), 'Done.');
  await w.until(plus(NOON, 3 * DAY - MINUTE));
  expect([await count(w, CSAT), await count(w, NPS)]).toEqual([1, 0]);
  await w.until(plus(NOON, 3 * DAY));
  expect(await count(w, NPS)).toBe(1);
  const row = await w.db.selectFrom('nps').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ customer_id: w.customerId, ticket_id: first(w), score: null });
  const buttons = (await w.buttonsOf(NPS)).map((line) => line.map(({ label }) => label));
  expect(buttons).toEqual([
    ['0', '1', '2', '3', '4', '5'],
    ['6', '7', '8', '9', '10'],
  ]);
  await w.press(`d1:nps:${row.id}:6`);
  await w.press(`d1:npsWords:${row.id}`);
  await w.write('Answer faster.');
  expect(await w.db.selectFrom('nps').select(['score', 'comment']).execute()).toEqual([
    { score: 6, comment: 'Answer faster.' },
  ]);
  const low = await listLow(w.db, { state: 'open', limit: 10 });
  expect(low.ratings).toMatchObject([
    { kind: 'nps', score: 6, comment: 'Answer faster.', ticket: { id: first(w) }, agent: { name: 'Aysel' } },
  ]);
  await w.press(`d1:nps:${row.id}:9`);
  expect((await listLow(w.db, { state: 'open', limit: 10 })).open).toBe(0);
  const words = await w.db
    .selectFrom('messages')
    .select('ticket_id')
    .where('text', '=', 'Answer faster.')
    .execute();
  expect(words).toEqual([{ ticket_id: null }]);
  // A day later the answer stands.
  await w.until(plus(NOON, 5 * DAY));
  await w.press(`d1:nps:${row.id}:0`);
  expect(await w.db.selectFrom('nps').select('score').execute()).toEqual([{ score: 9 }]);
});

test('not again for another ticket within ninety days; afterwards yes', async () => {
  await using w = await quietWorld();
  await ask(w);
  await w.resolve(first(w), 'Done.');
  await w.until(plus(NOON, 10 * DAY));
  await w.resolve(second(w), 'Done too.');
  await w.until(plus(NOON, 20 * DAY));
  expect(await count(w, NPS)).toBe(1);
  await w.until(plus(NOON, 95 * DAY));
  await w.reopen(second(w));
  await w.resolve(second(w), 'Done again.');
  await w.until(plus(NOON, 99 * DAY));
  expect(await count(w, NPS)).toBe(2);
});

test('never in one burst with a rating, even where both fall due at once; two tickets make one question', async () => {
  await using w = await quietWorld();
  await ask(w, { nps_hours: 0 });
  await w.resolve(first(w), 'Done.');
  await w.resolve(second(w), 'Done too.');
  await w.until(plus(NOON, MINUTE));
  const [rated, recommended] = [await count(w, CSAT), await count(w, NPS)];
  expect(rated * recommended).toBe(0);
  await w.until(plus(NOON, 5 * DAY));
  expect([await count(w, CSAT), await count(w, NPS)]).toEqual([2, 1]);
  const asked = await w.db.selectFrom('nps').select('asked_at').executeTakeFirstOrThrow();
  for (const { survey_asked_at } of await w.db.selectFrom('aftercare').select('survey_asked_at').execute()) {
    expect(Math.abs(Number(survey_asked_at) - asked.asked_at.getTime())).toBeGreaterThanOrEqual(DAY - HOUR);
  }
});

test('a reopened ticket, one that solved itself, and the first ticket of a customer are no occasion', async () => {
  await using w = await quietWorld();
  await ask(w, { nps_after: 2 });
  await w.resolve(first(w), 'Done.');
  await w.until(plus(NOON, 4 * DAY));
  await w.resolve(second(w), 'Done too.');
  await w.reopen(second(w));
  await w.until(plus(NOON, 9 * DAY));
  expect(await count(w, NPS)).toBe(0);
});

test('who wants it short hears answers, questions and the end, and is asked for nothing; whoever does not is', async () => {
  await using w = await quietWorld();
  await ask(w, { nps_after: 1 });
  const choose = (notices: 'short' | 'series') => w.transact((tx) => setNotices(tx, w.customerId, notices));
  await choose('short');
  await w.ask(first(w), 'Which card?');
  await w.resolve(first(w), 'Done.');
  await w.until(plus(NOON, 9 * DAY));
  expect([await count(w, /Which card/), await count(w, /Done: Done/)]).toEqual([1, 1]);
  expect([await count(w, CSAT), await count(w, NPS), await count(w, HELD)]).toEqual([0, 0, 0]);
  // It was not asked, so it can be asked for the next one.
  expect(await w.db.selectFrom('nps').select('id').execute()).toEqual([]);
  await choose('series');
  await w.resolve(second(w), 'Done too.');
  await w.until(plus(NOON, 18 * DAY));
  expect([await count(w, CSAT), await count(w, NPS), await count(w, HELD)]).toEqual([1, 1, 1]);
});

test('what waits for the morning is left out when it is wanted short meanwhile', async () => {
  await using w = await quietWorld();
  await w.until(plus(NOON, 11 * HOUR));
  await w.tell(first(w), { words: 'A step', step: true });
  await w.tell(first(w), { words: 'An answer' });
  expect(await w.held()).toBe(2);
  await w.transact((tx) => setNotices(tx, w.customerId, 'short'));
  await w.until(plus(NOON, 20 * HOUR));
  expect((await w.said()).filter((text) => ['A step', 'An answer'].includes(text))).toEqual(['An answer']);
});

test('stars instead of faces, where a desk likes them', async () => {
  await using w = await quietWorld();
  await ask(w, { survey_style: 'stars' });
  await w.resolve(first(w), 'Done.', ['Check your balance', 'Write if it is not there']);
  await w.until(plus(NOON, MINUTE));
  expect((await w.buttonsOf(CSAT)).flat().map(({ label }) => label)).toEqual([
    '1 ⭐',
    '2 ⭐',
    '3 ⭐',
    '4 ⭐',
    '5 ⭐',
  ]);
  expect((await w.said()).find((text) => text.includes('Done: Done.'))).toBe(
    `№ ${first(w)} · solved\nDone: Done.\nNext:\n• Check your balance\n• Write if it is not there`,
  );
  await w.press(`d1:rate:${first(w)}:4`);
  expect((await w.changes()).at(-1)).toMatch(/^⭐⭐⭐⭐ Thank you/);
});

test('/quiet tells the hours and sets others by one tap', async () => {
  await using w = await quietWorld();
  await w.write('/quiet');
  expect((await w.said()).at(-1)).toMatch(/From 22:00 to 08:00 I keep quiet/);
  expect((await w.buttonsOf(/I keep quiet/)).flat().map(({ label }) => label)).toEqual([
    '23:00–09:00',
    '00:00–10:00',
    'At any hour',
  ]);
  await w.press('d1:quiet:off');
  expect((await w.changes()).at(-1)).toBe('I write at any hour. Shall I keep quiet at night?');
  await w.until(plus(NOON, 12 * HOUR));
  await w.reply(first(w), 'Good night.');
  expect(await w.held()).toBe(0);
  await w.press('d1:quiet:23-09');
  await w.until(plus(NOON, 13 * HOUR));
  await w.reply(first(w), 'Sleep well.');
  expect(await w.held()).toBe(1);
});
