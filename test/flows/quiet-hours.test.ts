import { expect, test } from 'vitest';
import { HOUR, MINUTE, plus } from '../../base/kernel/index.ts';
import { editOwn, readConversation, sendNow, takeBackOwn } from '../../domain/back-office/index.ts';
import { chooseQuietHours } from '../../domain/front-desk/index.ts';
import { dropHeld } from '../../domain/front-desk/quiet.sql.ts';
import { saveAftercareSettings } from '../../domain/surveys/index.ts';
import { NOON, type QuietWorld, quietWorld } from '../support/quiet-world.ts';

/** Eleven in the evening, and eight in the morning, in Baku. */
const NIGHT = plus(NOON, 11 * HOUR);
const MORNING = plus(NOON, 20 * HOUR);

const ticketOf = (w: QuietWorld, index = 0) => w.tickets[index] ?? 0;
const since = async (w: QuietWorld, before: readonly string[]) => (await w.said()).slice(before.length);
const deliveryOf = async (w: QuietWorld, id: number) => {
  const { messages } = await readConversation(w.db, ticketOf(w), { limit: 50 });
  const message = messages.find((one) => one.id === id);
  return [message?.delivery, message?.held_until];
};

test('an agent’s words to somebody asleep wait until the window opens, and then go out once', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  const before = await w.said();
  const id = await w.reply(ticketOf(w), 'It is done.');
  expect(await deliveryOf(w, id)).toEqual(['held', MORNING]);
  expect(await since(w, before)).toEqual([]);
  await w.until(plus(MORNING, -1));
  expect(await w.held()).toBe(1);
  await w.until(MORNING);
  expect((await since(w, before)).at(-1)).toBe('Aysel:\nIt is done.');
  expect(await deliveryOf(w, id)).toEqual(['pending', null]);
  await w.until(plus(MORNING, 24 * HOUR));
  expect((await w.said()).filter((text) => text.includes('It is done.'))).toHaveLength(1);
});

test('whoever wrote within half an hour is awake, and gets what was held before the answer to their words', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  await w.reply(ticketOf(w), 'One.');
  await w.reply(ticketOf(w, 1), 'Two.');
  const before = await w.said();
  await w.write('/help');
  expect(await since(w, before)).toEqual(['Aysel:\nOne.', 'Aysel:\nTwo.', expect.stringContaining('/new')]);
  await w.until(plus(NIGHT, 29 * MINUTE));
  await w.reply(ticketOf(w), 'Three.');
  expect((await w.said()).at(-1)).not.toContain('Two.');
  expect(await w.held()).toBe(0);
  await w.until(plus(NIGHT, 30 * MINUTE));
  await w.reply(ticketOf(w), 'Four.');
  expect(await w.held()).toBe(1);
});

test('critical matters and those of Security & Payments are told at any hour; so is what was held when a ticket becomes critical', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  await w.reply(ticketOf(w), 'Wait for it.');
  await w.reply(ticketOf(w, 1), 'Not for this.');
  await w.raise(ticketOf(w));
  expect(await w.held()).toBe(1);
  await w.reply(ticketOf(w), 'At once.');
  const texts = (await w.said()).filter((text) => text.startsWith('Aysel:'));
  expect(texts).toEqual(['Aysel:\nWait for it.', 'Aysel:\nAt once.']);
  const security = await w.db
    .selectFrom('queues')
    .select('id')
    .where('slug', '=', 'security-payments')
    .executeTakeFirstOrThrow();
  await w.db.updateTable('tickets').set({ queue_id: security.id }).where('id', '=', ticketOf(w, 1)).execute();
  await w.reply(ticketOf(w, 1), 'Your card is safe.');
  await w.until(plus(NIGHT, MINUTE));
  expect((await w.said()).slice(-2)).toEqual(['Aysel:\nNot for this.', 'Aysel:\nYour card is safe.']);
});

test('an agent can send now, and what was said before goes first; colleagues’ later words wait on', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  await w.reply(ticketOf(w, 1), 'First.');
  const second = await w.reply(ticketOf(w), 'Second.');
  await w.reply(ticketOf(w), 'Third.');
  const at = { desk: w.desk, actor: w.actor, ticketId: ticketOf(w) };
  await w.transact((tx) => sendNow({ tx, ...at }, second));
  const texts = async () => (await w.said()).filter((text) => text.startsWith('Aysel:'));
  expect(await texts()).toEqual(['Aysel:\nFirst.', 'Aysel:\nSecond.']);
  await expect(w.transact((tx) => sendNow({ tx, ...at }, second))).rejects.toMatchObject({
    code: 'message_not_held',
  });
  expect(await w.held()).toBe(1);
  await w.until(MORNING);
  expect(await texts()).toEqual(['Aysel:\nFirst.', 'Aysel:\nSecond.', 'Aysel:\nThird.']);
});

test('a question names its time as it reads in the morning, in the language chosen meanwhile', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  await w.tell(ticketOf(w), {
    words: { key: 'clarification-asked', vars: { need: 'the size' } },
    moment: plus(NIGHT, 24 * HOUR),
  });
  await w.db.updateTable('customers').set({ language: 'ru' }).execute();
  await w.until(MORNING);
  expect((await w.said()).at(-1)).toMatch(/the size[^]*до 23:00/);
  expect((await w.said()).at(-1)).not.toMatch(/завтра/);
});

test('a reopened ticket is neither said to be so when it is solved again, nor asked about', async () => {
  await using w = await quietWorld();
  await w.db.updateTable('tickets').set({ notify: true }).execute();
  await w.until(NIGHT);
  await w.resolve(ticketOf(w), 'Solved once.');
  await w.until(plus(NIGHT, MINUTE));
  expect(await w.held()).toBe(2);
  await w.reopen(ticketOf(w));
  await w.until(MORNING);
  const texts = await w.said();
  expect(texts.filter((text) => /Solved once/.test(text))).toHaveLength(1);
  expect(texts.filter((text) => /How did we do/.test(text))).toEqual([]);
  expect(texts.at(-1)).toBe(`№ ${ticketOf(w)} is open again. A person looks at it.`);
  await w.until(plus(NIGHT, 24 * HOUR));
  await w.resolve(ticketOf(w), 'Solved twice.');
  await w.until(plus(NIGHT, 24 * HOUR + MINUTE));
  await w.until(plus(MORNING, 24 * HOUR));
  const later = (await w.said()).slice(texts.length);
  expect(later.filter((text) => /How did we do/.test(text))).toHaveLength(1);
  expect(later.findIndex((text) => /Solved twice/.test(text))).toBeLessThan(
    later.findIndex((text) => /How did/.test(text)),
  );
});

test('whoever answers at night what they were asked is not reminded of it; whoever does something else is', async () => {
  for (const [words, reminders] of [
    ['Large', 0],
    ['/help', 1],
  ] as const) {
    await using w = await quietWorld();
    await w.db
      .updateTable('tickets')
      .set({ status: 'closed', closed_at: NOON })
      .where('id', '=', ticketOf(w, 1))
      .execute();
    await w.transact((tx) => saveAftercareSettings(tx, { remind_hours: 10 }));
    await w.ask(ticketOf(w), 'the size');
    await w.until(NIGHT);
    expect(await w.held()).toBe(1);
    await w.write(words);
    expect(await w.held()).toBe(0);
    expect((await w.said()).filter((text) => /still waits for you/.test(text))).toHaveLength(reminders);
  }
});

test('hours of one’s own, none, and another zone decide; what is held goes by a change at once', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  const choose = (choice: Parameters<typeof chooseQuietHours>[2]) =>
    w.transact((tx) => chooseQuietHours({ tx, now: w.time.now }, w.customerId, choice));
  await choose({ from: '00:00', until: '10:00' });
  await w.reply(ticketOf(w), 'Before midnight.');
  expect(await w.held()).toBe(0);
  await w.until(plus(NIGHT, 2 * HOUR));
  const id = await w.reply(ticketOf(w), 'After it.');
  expect(await deliveryOf(w, id)).toEqual(['held', plus(MORNING, 2 * HOUR)]);
  await choose({ from: '00:00', until: '09:00' });
  await w.until(plus(NIGHT, 3 * HOUR));
  expect(await deliveryOf(w, id)).toEqual(['held', plus(MORNING, HOUR)]);
  await choose('off');
  await w.until(plus(NIGHT, 4 * HOUR));
  expect(await w.held()).toBe(0);
  await choose(null);
  await w.db.updateTable('customers').set({ time_zone: 'America/New_York' }).execute();
  await w.reply(ticketOf(w), 'It is evening there.');
  expect(await w.held()).toBe(0);
});

test('what was taken back leaves nothing behind: the next night is held and let go as the first', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  await w.tell(ticketOf(w), { words: 'Taken back.', slot: 'one' });
  const { chat_id: chatId } = await w.db
    .selectFrom('held_messages')
    .select('chat_id')
    .executeTakeFirstOrThrow();
  await w.transact((tx) => dropHeld(tx, chatId, 'one'));
  await w.until(plus(NIGHT, 24 * HOUR));
  await w.tell(ticketOf(w), { words: 'The next night.' });
  expect(await w.held()).toBe(1);
  await w.until(plus(MORNING, 24 * HOUR));
  expect((await w.said()).filter((text) => /Taken back|The next night/.test(text))).toEqual([
    'The next night.',
  ]);
});

test('words that are held can be changed, and taken back before anybody reads them', async () => {
  await using w = await quietWorld();
  await w.until(NIGHT);
  const wrong = await w.reply(ticketOf(w), 'Tomorow.');
  const gone = await w.reply(ticketOf(w), 'Wrong window.');
  await w.reply(ticketOf(w, 1), 'Another matter.');
  const at = { desk: w.desk, actor: w.actor, ticketId: ticketOf(w) };
  await w.transact((tx) => editOwn({ tx, ...at }, wrong, '**Tomorrow.**'));
  await w.transact((tx) => takeBackOwn({ tx, ...at }, gone));
  expect(await deliveryOf(w, wrong)).toEqual(['held', MORNING]);
  expect(await deliveryOf(w, gone)).toEqual([null, null]);
  await expect(w.transact((tx) => sendNow({ tx, ...at }, gone))).rejects.toMatchObject({
    code: 'message_not_held',
  });
  await w.until(MORNING);
  const texts = (await w.said()).filter((text) => text.startsWith('Aysel:'));
  expect(texts).toEqual(['Aysel:\nTomorrow.', 'Aysel:\nAnother matter.']);
});
