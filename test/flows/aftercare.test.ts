import { expect, test } from 'vitest';
import { startDesk } from '../../app/desk.ts';
import { handleAftercare } from '../../domain/front-desk/index.ts';
import { saveAftercareSettings } from '../../domain/surveys/index.ts';
import { aftercareWorld, until } from '../support/aftercare-world.ts';
import { BOT } from '../support/desk.ts';

const SURVEY = /How did we do/;
const HELD = /Did it hold/;
const SOLVED = { summary: 'There is a dark theme now.' };

test('one tap rates, the message says thanks, a word is kept with the rating and in no ticket', async () => {
  await using w = await aftercareWorld();
  await w.act('resolve', SOLVED);
  const summary = await w.seen(/Done: There is a dark theme/);
  const asked = await w.press(SURVEY, /🙂/);
  expect(asked.message_id).toBeGreaterThan(summary.message_id);
  expect(asked.reply_markup?.inline_keyboard).toHaveLength(1);
  expect(asked.reply_markup?.inline_keyboard?.[0]).toHaveLength(5);
  const thanks = await w.seen(/🙂 Thank you/);
  expect(thanks.message_id).toBe(asked.message_id);
  expect((await w.ticket()).rating).toMatchObject({ score: 4, comment: null });

  await w.press(/🙂 Thank you/, /Add a word/);
  await w.seen(/What should we know/);
  await w.customer.say({ text: 'Quick and kind.' });
  await w.seen(/kept with your rating/);
  expect(await w.ticket()).toMatchObject({
    status: 'resolved',
    rating: { score: 4, comment: 'Quick and kind.' },
  });
  expect(JSON.stringify((await w.talk()).messages)).not.toContain('Quick and kind.');
  // The word is used up: what comes now is no comment, and waits for its place as before.
  await w.customer.say({ text: 'And one more matter' });
  await w.seen(/Your words are kept/);
  expect((await w.ticket()).rating?.comment).toBe('Quick and kind.');
  expect(await w.events('low_rating')).toEqual([]);
});

test('a low rating is an event for a lead, once; it can be changed for a day', async () => {
  await using w = await aftercareWorld();
  await w.act('resolve', SOLVED);
  await w.press(SURVEY, /🙁/);
  await w.press(/🙁 Thank you for saying so/, /Change rating/);
  await w.press(SURVEY, /😡/);
  const low = await w.seen(/😡 Thank you for saying so/);
  expect(low.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toContain(`Reopen № ${w.number}`);
  expect((await w.events('low_rating')).map(({ data }) => data)).toEqual([{ score: 2 }]);
  expect((await w.events('rated')).map(({ data }) => data)).toEqual([{ score: 2 }, { score: 1, from: 2 }]);
  await w.turn(25);
  await w.press(/😡 Thank you for saying so/, /Change rating/);
  await until(async () =>
    expect((await w.seen(/😡 Thank you/)).reply_markup?.inline_keyboard ?? []).toEqual([]),
  );
  expect((await w.ticket()).rating?.score).toBe(1);
});

test('a reopening cancels what was to come, and a ticket is asked about once', async () => {
  await using w = await aftercareWorld();
  await w.t.runtime.transact((tx) => saveAftercareSettings(tx, { survey_hours: 24 }));
  await w.act('resolve', SOLVED);
  expect(await w.timers()).toEqual(['close', 'follow_up', 'survey']);
  await w.act('reopen');
  expect(await w.timers()).toEqual([]);
  await w.turn(100);
  expect((await w.ticket()).status).toBe('reopened');
  await w.act('resolve', SOLVED);
  await w.turn(24);
  await w.seen(SURVEY);
  await w.act('reopen');
  // The question stands, the ticket is open: nothing is rated.
  await w.press(SURVEY, /😍/);
  await until(async () => expect((await w.seen(SURVEY)).reply_markup?.inline_keyboard ?? []).toEqual([]));
  expect((await w.ticket()).rating).toBeNull();
  await w.act('resolve', SOLVED);
  expect(await w.timers()).toEqual(['close', 'follow_up']);
  await w.turn(48);
  await w.seen(HELD);
  expect(await w.count(SURVEY)).toBe(1);
});

test('"no" after two days reopens the ticket with its history, and its agent has it', async () => {
  await using w = await aftercareWorld();
  await w.agent.call('/api/presence', { state: 'online' }, 'PUT');
  await w.act('resolve', SOLVED);
  await w.seen(SURVEY);
  await w.turn(47);
  expect(await w.count(HELD)).toBe(0);
  await w.turn(1.1);
  await w.press(HELD, /No/);
  await w.seen(/is open again\.\nWrite what is still wrong/);
  const ticket = await w.ticket();
  expect(ticket).toMatchObject({ status: 'reopened', follow_up: { held: false } });
  expect(ticket.assignee?.id).toBe(w.agent.member.id);
  expect(await w.timers()).toEqual([]);
  await w.customer.say({ text: 'It went bright again.' });
  await until(async () =>
    expect((await w.talk()).messages.map(({ text }) => text)).toEqual([
      'A dark theme, please.',
      SOLVED.summary,
      'It went bright again.',
    ]),
  );
  expect((await w.events('follow_up')).map(({ data }) => data)).toEqual([{ held: false }]);
});

test('"yes" closes the ticket with a kind word', async () => {
  await using w = await aftercareWorld();
  await w.act('resolve', SOLVED);
  await w.seen(SURVEY);
  await w.turn(49);
  await w.press(HELD, /Yes/);
  await w.seen(/Good to hear/);
  expect(await w.ticket()).toMatchObject({
    status: 'closed',
    outcome: 'answered',
    follow_up: { held: true },
  });
  expect(await w.timers()).toEqual([]);
});

test('a solved ticket is closed after three days, also across a restart, without a word', async () => {
  await using w = await aftercareWorld();
  await w.act('resolve', SOLVED);
  await w.seen(SURVEY);
  await w.t.desk.stop();
  await w.turn(49);
  const again = await startDesk(w.t.runtime, { token: BOT.token, demo: true });
  try {
    await w.seen(HELD);
    await w.turn(24);
    const read = () =>
      w.t.runtime.db
        .selectFrom('tickets')
        .select(['status', 'outcome'])
        .where('id', '=', w.number)
        .executeTakeFirst();
    await until(async () => expect(await read()).toEqual({ status: 'closed', outcome: 'answered' }));
    expect(await w.count(HELD)).toBe(1);
    expect(await w.count(SURVEY)).toBe(1);
    expect(await w.timers()).toEqual([]);
    const newest = (await w.customer.messages()).at(-1);
    expect(newest?.text).toMatch(HELD);
  } finally {
    await again.stop();
  }
});

test('a step that runs again, as after a crash, or too early or too late, does nothing more', async () => {
  await using w = await aftercareWorld();
  const { desk, transact } = w.t.runtime;
  const again = async () => {
    for (const step of ['survey', 'follow_up', 'close', 'remind', 'abandon'] as const)
      await transact((tx) => handleAftercare(tx, desk, { ticket: w.number, step }));
  };
  await again();
  expect(await w.timers()).toEqual([]);
  await w.act('resolve', SOLVED);
  await w.seen(SURVEY);
  await w.turn(48.1);
  await w.seen(HELD);
  await again();
  expect(await w.timers()).toEqual(['close']);
  await w.turn(24.1);
  await until(async () => expect((await w.ticket()).status).toBe('closed'));
  await again();
  expect((await w.events('status_changed')).map(({ data }) => data['to'])).toEqual(['resolved', 'closed']);
  await w.customer.say({ text: '/help' });
  await w.seen(/a new question/);
  expect([await w.count(SURVEY), await w.count(HELD)]).toEqual([1, 1]);
});

test('nobody is asked about a ticket that ended without a person', async () => {
  await using w = await aftercareWorld();
  await w.press(/accepted/, /It's solved/);
  await until(async () => expect((await w.ticket()).status).toBe('closed'));
  expect(await w.timers()).toEqual([]);
  await w.turn(100);
  await w.customer.say({ text: '/start t_idea' });
  await w.seen(/💡|Idea/);
  expect(await w.count(SURVEY)).toBe(0);
  expect(await w.count(HELD)).toBe(0);
});

test('a customer who closes what a person answered is asked how it was, not whether it held', async () => {
  await using w = await aftercareWorld();
  await w.act('replies', { text: 'Look under Settings.' });
  await w.press(/in progress/, /It's solved/);
  await w.seen(SURVEY);
  expect(await w.timers()).toEqual([]);
});

const ASKED = { question: 'which phone it is' };
const REMINDER = /still waits for you: which phone it is/;

test('an unanswered question is repeated after a day, and after two more the ticket is closed with a way back', async () => {
  await using w = await aftercareWorld();
  await w.act('clarifications', ASKED);
  expect(await w.timers()).toEqual(['remind']);
  await w.turn(24.1);
  await w.seen(REMINDER);
  expect((await w.events('clarification_reminded')).length).toBe(1);
  expect((await w.ticket()).status).toBe('clarification');
  expect(await w.timers()).toEqual(['abandon']);
  await w.turn(48.1);
  await w.seen(/is closed for now: no answer came/);
  expect(await w.ticket()).toMatchObject({ status: 'closed', outcome: 'abandoned' });
  expect(await w.timers()).toEqual([]);
  await w.press(/is closed for now/, /Reopen/);
  await until(async () => expect((await w.ticket()).status).toBe('reopened'));
  expect(await w.count(REMINDER)).toBe(1);
  expect(await w.count(SURVEY)).toBe(0);
});

test('an answer ends the waiting; another word of the agent begins it anew', async () => {
  await using w = await aftercareWorld();
  await w.act('clarifications', ASKED);
  await w.turn(24.1);
  await w.seen(REMINDER);
  await w.act('replies', { text: 'Take your time.' });
  expect(await w.timers()).toEqual(['remind']);
  await w.turn(24.1);
  await until(async () => expect(await w.count(REMINDER)).toBe(2));
  expect((await w.ticket()).status).toBe('clarification');
  await w.customer.say({ text: 'A blue one.' });
  await until(async () => expect((await w.ticket()).status).toBe('in_progress'));
  expect(await w.timers()).toEqual([]);
});
