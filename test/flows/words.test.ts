import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { type TestIntake, testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

let t: TestIntake;
beforeAll(async () => {
  t = await testIntake();
});
afterAll(() => t[Symbol.asyncDispose]());

type Person = ReturnType<typeof stranger>;
type Ticket_ = { subject: string; texts: string[]; said: string[] };

/** Tells the bot these things after choosing a topic; answers what the desk then holds. */
async function tell(person: Person, ...said: (string | Record<string, unknown>)[]): Promise<Ticket_> {
  for (const words of ['/start t_idea', ...said]) {
    await t.take(person.says(words));
  }
  return heldOf(person);
}

async function heldOf(person: Person): Promise<Ticket_> {
  const { rows } = await sql<Ticket_>`
    select (select subject from tickets t where t.chat_id = h.id order by id limit 1) as subject,
      (select coalesce(array_agg(text order by id), '{}') from messages m where m.chat_id = h.id) as texts,
      (select coalesce(array_agg(o.payload ->> 'text' order by o.id), '{}') from outbox o where o.lane = 'chat:' || h.id and o.payload ? 'text') as said
    from chats h where telegram_chat_id = ${person.id}`.execute(t.runtime.db);
  const [held] = rows;
  if (!held) throw new Error('the person has no chat');
  return held;
}

const nothingParked = async () => {
  const { rows } = await sql`select update_id, error from failed_updates`.execute(t.runtime.db);
  expect(rows).toEqual([]);
};

test.each([
  ['4096 characters', 'д'.repeat(4096)],
  ['letters of two halves each', '𐐀'.repeat(2048)],
  ['right to left', 'שלום, התשלום לא הגיע ‮gnp.exe‬ مرحبا'],
  ['zero-width characters among words', 'pay\u200bment\u200d \u2060lost\ufeff'],
  ['HTML', '<b>bold</b><script>alert(1)</script> &amp; &lt;'],
  ['Markdown', '*bold* _it_ `code` [link](http://x.example) \\_'],
  ['a Fluent placeholder', '{ $name } { $agent } { card-accepted }'],
  ['an SQL quote', "'; drop table tickets; --"],
  ['blank lines first', '\n\n\n  \nwhat happened'],
  ['JSON escapes as words', '\\u0000 and \\ud83d and \\'],
])('%s: stored literally, and the ticket has a subject', async (_what, text) => {
  const held = await tell(stranger(), text);
  expect(held.texts).toEqual([text]);
  expect(held.subject.trim().length).toBeGreaterThan(0);
  expect(held.subject.length).toBeLessThanOrEqual(121);
  expect(held.said.join('\n')).toMatch(/№ \d+ · accepted/);
  await nothingParked();
});

test.each([
  ['NUL', 'before\0after', 'beforeafter'],
  ['half a surrogate pair', 'half \ud83d of it', 'half \ufffd of it'],
  ['the other half', '\udc00 half', '\ufffd half'],
])('%s is stored as far as the database can', async (_what, text, stored) => {
  const held = await tell(stranger(), text);
  expect(held.texts).toEqual([stored]);
  await nothingParked();
});

test.each([
  ['nothing', ''],
  ['emoji only', '😡😡😡'],
  ['zero-width only', '\u200b\u200d\u2060\ufeff'],
  ['blanks only', '   \n\t '],
  ['Hangul fillers', '\u3164\u115f'],
])('%s: words are asked for, and the first ones make the ticket', async (_what, text) => {
  const person = stranger();
  const held = await tell(person, text);
  expect(held.said.at(-1)).toMatch(/I can't read words/);
  expect(held.subject).toBeNull();
  await t.take(person.says('The app closes when I open it.'));
  const after = await heldOf(person);
  expect(after.texts).toEqual([text, 'The app closes when I open it.']);
  expect(after.subject).toBe('The app closes when I open it.');
});

test.each([
  ['HTML in a name', { first_name: '<b>Eve</b>&amp;', last_name: '<i>', username: 'eve' }],
  ['a name of 4000 characters', { first_name: 'Ы'.repeat(4000), last_name: 'X'.repeat(4000) }],
  ['NUL and half a pair in a name', { first_name: 'A\0B\ud83d', last_name: '\udc00', username: 'x\0y' }],
  ['a name that nobody can read', { first_name: '\u3164\u200b' }],
  ['a Fluent placeholder in a name', { first_name: '{ $desk }', last_name: '{' }],
])('%s breaks nothing', async (_what, from) => {
  const person = stranger(from);
  await t.take(person.says('/start'));
  const held = await tell(person, 'My words');
  expect(held.texts).toEqual(['My words']);
  expect(held.said.every((text) => text.length <= 4096)).toBe(true);
  const [customer] = await t.runtime.db
    .selectFrom('customers')
    .select('first_name')
    .where('telegram_id', '=', person.id)
    .execute();
  expect(customer?.first_name).toBe(from.first_name.replaceAll('\0', '').toWellFormed());
  await nothingParked();
});

test('NUL and half pairs anywhere in an update do no harm', async () => {
  const bad = 'x\0y\ud83dz';
  const person = stranger();
  await tell(
    person,
    { document: { file_id: `f${bad}`, file_unique_id: bad, file_name: bad, mime_type: bad }, caption: bad },
    { story: { chat: { id: 1, title: bad }, id: 2 } },
    { text: 'words', entities: [{ type: 'text_link', offset: 0, length: 5, url: `http://${bad}` }] },
    { contact: { first_name: bad, phone_number: bad } },
  );
  const press = person.does((chat, from) => ({
    callback_query: {
      ...{ id: `q${bad}`, from, chat_instance: '1', data: `d1:topic:${bad}` },
      message: { message_id: 9, chat, date: 0 },
    },
  }));
  await t.take(press);
  expect((await heldOf(person)).texts).toHaveLength(4);
  await nothingParked();
});

test('rapid messages of one person are all kept, in order, and answered a few times', async () => {
  const person = stranger();
  const updates = Array.from({ length: 1500 }, (_, index) => person.says(`message ${index}`));
  await receiveBatch(t.intake, updates, 8);
  const held = await heldOf(person);
  expect(held.texts).toEqual(updates.map((update) => update.message?.text));
  expect(held.said.length).toBeLessThan(5);
});

test.each([
  '/help',
  '/status',
  '/start',
  '/new',
  '/privacy',
  '/language',
  '/nonsense',
  '/human',
  '/cancel',
  '/id',
])('%s again and again is not answered again and again while the first answer waits', async (command) => {
  const person = stranger();
  await tell(person, 'My words');
  const before = (await heldOf(person)).said.length;
  await receiveBatch(
    t.intake,
    Array.from({ length: 10 }, () => person.says(command)),
    1,
  );
  expect((await heldOf(person)).said.length - before).toBeLessThanOrEqual(3);
});
