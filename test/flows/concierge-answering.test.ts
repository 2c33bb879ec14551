import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  editOwn,
  readTicket,
  readTicketChat,
  recordDelivery,
  reply,
  takeBackOwn,
} from '../../domain/back-office/index.ts';
import { followDelivery, listConcierges } from '../../domain/concierge/index.ts';
import { type ConciergeWorld, conciergeWorld } from '../support/concierge-world.ts';

let w: ConciergeWorld;
beforeAll(async () => {
  w = await conciergeWorld();
});
afterAll(() => w?.[Symbol.asyncDispose]());
beforeEach(async () => {
  w.wait(1);
  await w.connect();
});

const HOURS = 60;

async function matter(text = 'I need your help.') {
  const leyla = await w.guest('Leyla');
  const message = await leyla.say(text);
  const [ticket] = await leyla.tickets();
  return { leyla, message, id: ticket?.id ?? 0 };
}
const byBot = (id: number, text: string) =>
  w.act(id, (work, requestKey) => reply(work, { text, requestKey, through: 'bot' }));
const plain = (text: string | undefined) => text?.replaceAll(/[\u2068\u2069]/g, '') ?? '';

test('an answer from the console goes out in the concierge’s own chat, as it was typed: no name, no frame, no buttons, no card', async () => {
  const { leyla, id, message } = await matter();
  await w.reply(id, 'Gladly, I am on it.');
  await w.ask(id, 'Which card was it?');
  await w.resolve(id, 'It is refunded.', ['Look at your balance tomorrow']);
  const sent = await w.sent(leyla.user.id, 'concierge');
  expect(sent.map(({ kind, text }) => ({ kind, text }))).toEqual([
    { kind: 'say', text: 'Gladly, I am on it.' },
    { kind: 'say', text: 'Which card was it?' },
    { kind: 'say', text: 'It is refunded.\n• Look at your balance tomorrow' },
  ]);
  expect(sent.every((one) => !('buttons' in one))).toBe(true);
  expect(await w.sent(leyla.user.id, 'bot')).toEqual([]);
  expect(await w.ticket(id)).toMatchObject({ status: 'resolved' });
  // Whoever answers has read: once, up to the last message.
  const reads = await w.db.selectFrom('outbox').select('payload').where('kind', '=', 'read').execute();
  expect(reads.map(({ payload }) => (payload as { messageId: number }).messageId)).toEqual([message]);
});

test('a night does not hold a person’s own words back', async () => {
  const { leyla, id } = await matter();
  const before = w.time.now;
  w.time.now = new Date('2026-11-23T22:30:00Z');
  await w.reply(id, 'Still awake, still on it.');
  expect((await w.sent(leyla.user.id, 'concierge')).at(-1)?.text).toBe('Still awake, still on it.');
  w.time.now = before;
});

test('when 24 hours have passed nothing goes out in their name; the customer’s next word opens the chat again', async () => {
  const { leyla, id } = await matter();
  w.wait(24 * HOURS - 1);
  await w.reply(id, 'Just in time.');
  w.wait(1);
  await expect(w.reply(id, 'Too late.')).rejects.toMatchObject({
    code: 'concierge_window_over',
    details: { name: 'Nigar' },
  });
  expect((await w.words(id)).at(-1)).toBe('staff: Just in time.');
  // The concierge’s own words from their phone go out, and open nothing for the desk.
  await leyla.hears('I will call you.');
  await expect(w.reply(id, 'Still too late.')).rejects.toMatchObject({ code: 'concierge_window_over' });
  await leyla.say('Please do.');
  await w.reply(id, 'Now I can write again.');
  expect((await w.sent(leyla.user.id, 'concierge')).map(({ text }) => text)).toEqual([
    'Just in time.',
    'Now I can write again.',
  ]);
});

test('without the right to answer, and when the connection has ended, it is refused in words and nothing is kept', async () => {
  const { leyla, id } = await matter();
  await w.connect({ rights: { can_read_messages: true } });
  await expect(w.reply(id, 'Hello')).rejects.toMatchObject({ code: 'concierge_no_right' });
  await w.connect({ enabled: false });
  await expect(w.reply(id, 'Hello')).rejects.toMatchObject({ code: 'concierge_lost' });
  expect(await w.words(id)).toEqual(['customer: I need your help.']);
  expect(await w.sent(leyla.user.id, 'concierge')).toEqual([]);
});

test('only who may serve as a concierge speaks in their name', async () => {
  const { id } = await matter();
  const aysel = await w.hire('Aysel', 'l1');
  await expect(w.reply(id, 'Hello', aysel)).rejects.toMatchObject({ code: 'permission_missing' });
  const other = await w.hire('Kamran', 'vip');
  await w.reply(id, 'Nigar is at lunch, I am helping.', other);
  expect((await w.words(id)).at(-1)).toBe('staff: Nigar is at lunch, I am helping.');
});

test('a chat that is closed goes on in the bot’s, where the customer has met it: the card is there, the words have a name', async () => {
  const { leyla, id } = await matter();
  await expect(byBot(id, 'Shall we go on here?')).rejects.toMatchObject({ code: 'concierge_no_bot_chat' });
  await leyla.saysToBot('/start');
  w.wait(25 * HOURS);
  expect(await readTicket(w.db, id, 'en')).toMatchObject({ knows_bot: true, concierge: { own_chat: true } });
  await byBot(id, 'Shall we go on here?');
  const sent = await w.sent(leyla.user.id, 'bot');
  expect(sent.some(({ key }) => key === `card:${id}`)).toBe(true);
  expect(plain(sent.find(({ text }) => text?.includes('Shall we go on here?'))?.text)).toMatch(/^Nigar/);
  expect(await readTicket(w.db, id, 'en')).toMatchObject({ concierge: { name: 'Nigar', own_chat: false } });
  await leyla.saysToBot('Yes, here is fine.');
  expect((await w.words(id)).at(-1)).toBe('customer: Yes, here is fine.');
  // What is written to the concierge again goes on there.
  await leyla.say('I am back here.');
  expect((await w.words(id)).at(-1)).toBe('customer: I am back here.');
  await w.reply(id, 'Welcome back.');
  expect((await w.sent(leyla.user.id, 'concierge')).at(-1)?.text).toBe('Welcome back.');
});

test('opening a ticket marks what its customer wrote as read, where that is allowed, and never twice', async () => {
  const { leyla, id, message } = await matter();
  const open = () => w.act(id, readTicketChat);
  const reads = async () => {
    const rows = await w.db.selectFrom('outbox').select('payload').where('kind', '=', 'read').execute();
    return rows
      .map(({ payload }) => (payload as { messageId: number }).messageId)
      .filter((one) => one >= message);
  };
  await w.connect({ rights: { can_reply: true } });
  await open();
  expect(await reads()).toEqual([]);
  await w.connect();
  await open();
  await open();
  expect(await reads()).toEqual([message]);
  const next = await leyla.say('Are you there?');
  await open();
  expect(await reads()).toEqual([message, next]);
});

test('a connection that Telegram no longer knows is lost for everybody to see, and its owner hears of it', async () => {
  const { id } = await matter();
  const sent = await w.reply(id, 'Hello');
  const failed = { ref: { message: sent }, state: 'failed' as const, code: 'connection_lost' };
  await w.transact((tx) => followDelivery(tx, w.desk, failed));
  await w.transact((tx) => followDelivery(tx, w.desk, failed));
  expect(await listConcierges(w.db)).toMatchObject([{ name: 'Nigar', state: 'lost' }]);
  const told = (await w.sent(w.nigar.telegramId ?? 0, 'bot')).filter(({ text }) => text?.includes('is lost'));
  expect(told).toHaveLength(1);
  expect(await readTicket(w.db, id, 'en')).toMatchObject({ concierge: { state: 'lost' } });
  await expect(w.reply(id, 'Again')).rejects.toMatchObject({ code: 'concierge_lost' });
});

test('what was said in a person’s own chat is changed and taken back there, also when its ticket has gone on in the bot’s', async () => {
  const { leyla, id } = await matter();
  const sent = await w.reply(id, 'Tomorow');
  const arrived = { ref: { message: sent }, state: 'sent' as const, remoteId: '7001' };
  await w.transact((tx) => recordDelivery(tx, arrived));
  await leyla.saysToBot('/start');
  await byBot(id, 'Shall we go on here?');
  await w.act(id, (work) => editOwn(work, sent, 'Tomorrow'));
  await w.act(id, (work) => takeBackOwn(work, sent));
  const done = (await w.sent(leyla.user.id, 'concierge')).slice(1);
  expect(done).toMatchObject([
    { kind: 'rewrite', messageId: 7001, text: 'Tomorrow' },
    { kind: 'delete', messageIds: [7001] },
  ]);
  const inBot = (await w.sent(leyla.user.id, 'bot')).map(({ kind }) => kind);
  expect(inBot).not.toContain('rewrite');
  expect(inBot).not.toContain('delete');
});
