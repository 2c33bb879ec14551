import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation, type TicketMessage } from '../../contract/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { type Agent, BOT, type TestDesk, testDesk } from '../support/desk.ts';
import { PNG } from '../support/files.ts';
import { intakeOf } from '../support/intake.ts';

const CHAT = `@${BOT.username}`;
let t: TestDesk;
let agent: Agent;
let customer: Player;
let number: number;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
  customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'Everything goes here.' });
  number = await untilSeen(customer, numberOf);
});
afterAll(() => t?.[Symbol.asyncDispose]());

const talk = async (): Promise<TicketMessage[]> =>
  Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body).messages;

const found = (fits: (message: TicketMessage) => boolean): Promise<TicketMessage> =>
  vi.waitFor(
    async () => {
      const message = (await talk()).findLast(fits);
      if (!message) throw new Error('it has not come');
      return message;
    },
    { timeout: 30_000 },
  );
const after = async (): Promise<number> => (await talk()).at(-1)?.id ?? 0;

/** What the customer sends as the next message. */
async function arrives(words: Record<string, unknown>): Promise<TicketMessage> {
  const last = await after();
  await customer.say(words);
  return found(({ id }) => id > last);
}

const edit = (messageId: number, change: Record<string, unknown>) =>
  t.people(`/users/${customer.id}/edit`, { chat: CHAT, message_id: messageId, ...change });
const lastOwn = async () =>
  (await customer.messages()).findLast(({ from }) => !from?.is_bot)?.message_id ?? 0;

const file = {
  name: 'a.bin',
  data: Buffer.from('bytes').toString('base64'),
  duration: 7,
  width: 40,
  height: 30,
};
test.each([
  ['photo', { ...file, data: PNG.toString('base64') }],
  ['document', file],
  ['video', file],
  ['video_note', file],
  ['voice', file],
  ['audio', file],
  ['animation', file],
])('a %s comes with its file', async (kind, input) => {
  const message = await arrives({
    [kind]: input,
    ...(kind === 'video_note' ? {} : { caption: `a ${kind}` }),
  });
  expect(message).toMatchObject({ kind, text: kind === 'video_note' ? '' : `a ${kind}` });
  expect(message.attachments).toMatchObject([{ kind }]);
  if (!['photo', 'document'].includes(kind)) expect(message.attachments[0]?.duration_seconds).toBe(7);
});

test('a sticker comes as its picture and its emoji', async () => {
  const message = await arrives({ sticker: { ...file, data: PNG.toString('base64'), emoji: '👍' } });
  expect(message).toMatchObject({ kind: 'sticker', text: '👍', attachments: [{ kind: 'sticker' }] });
});

const baku = { latitude: 40.37, longitude: 49.84 };
test.each([
  ['location', { location: baku }, '40.37, 49.84', baku],
  [
    'venue',
    { venue: { location: baku, title: 'Old City', address: 'Kichik Gala 1' } },
    'Old City, Kichik Gala 1',
    { ...baku, title: 'Old City', address: 'Kichik Gala 1' },
  ],
  [
    'contact',
    { contact: { phone_number: '+994501112233', first_name: 'Aysel' } },
    'Aysel +994501112233',
    { name: 'Aysel', phone: '+994501112233' },
  ],
  [
    'poll',
    {
      other: {
        poll: {
          ...{ id: '1', question: 'Which one?', total_voter_count: 3, is_closed: false, is_anonymous: true },
          ...{ type: 'regular', allows_multiple_answers: false },
          options: [
            { text: 'This', voter_count: 2 },
            { text: 'That', voter_count: 1 },
          ],
        },
      },
    },
    'Which one?\n- This\n- That',
    {
      question: 'Which one?',
      voters: 3,
      options: [
        { text: 'This', votes: 2 },
        { text: 'That', votes: 1 },
      ],
    },
  ],
  [
    'checklist',
    {
      other: {
        checklist: {
          title: 'To do',
          tasks: [
            { id: 1, text: 'Pay', completion_date: 1_700_000_000 },
            { id: 2, text: 'Wait' },
          ],
        },
      },
    },
    'To do\n☑ Pay\n☐ Wait',
    {
      title: 'To do',
      tasks: [
        { text: 'Pay', done: true },
        { text: 'Wait', done: false },
      ],
    },
  ],
  ['dice', { other: { dice: { emoji: '🎯', value: 4 } } }, '🎯 4', null],
] as const)('%#: a place, a contact, a poll, … comes in words and as facts', async (...kind) => {
  const [name, words, text, details] = kind;
  const message = await arrives(words);
  expect(message).toMatchObject({ kind: name, text });
  if (details === null) expect(message.details).toBeNull();
  else expect(message.details).toMatchObject(details);
});

test('paid media comes with what is shown of it', async () => {
  const message = await arrives({
    other: {
      paid_media: {
        star_count: 5,
        paid_media: [
          { type: 'photo', photo: [{ file_id: 'p1', file_unique_id: 'u1', width: 90, height: 90 }] },
          { type: 'preview', width: 10, height: 10 },
        ],
      },
    },
  });
  expect(message).toMatchObject({
    kind: 'paid_media',
    details: { stars: 5 },
    attachments: [{ kind: 'photo' }],
  });
});

test.each(['story', 'giveaway', 'gift'])('a %s is kept as it came, and its sender is told', async (what) => {
  const other = { [what]: { id: 7, chat: { id: 5, type: 'private', first_name: 'X' } } };
  const fresh = await t.customer();
  await fresh.say({ other });
  await untilSeen(fresh, ({ text }) => text?.includes("I can't show this kind") || undefined);
  await customer.say({ other });
  const message = await found(({ kind, details }) => kind === 'unsupported' && details?.what === what);
  const row = await t.runtime.db
    .selectFrom('messages')
    .select('raw')
    .where('id', '=', message.id)
    .executeTakeFirstOrThrow();
  expect(row.raw).toMatchObject(other);
});

test('formatting, a forward and a quote come along', async () => {
  const bold = [{ type: 'bold', offset: 3, length: 4 }];
  expect(await arrives({ text: '👍 bold', entities: bold })).toMatchObject({
    text: '👍 bold',
    entities: bold,
  });
  const forwarded = await arrives({ text: 'Somebody said it', forward_from: { name: 'A stranger' } });
  expect(forwarded.origin).toMatchObject({ kind: 'hidden_user', name: 'A stranger' });
  const original = forwarded.id;
  const answer = await arrives({ text: 'About that', reply_to: await lastOwn(), quote: 'Somebody' });
  expect(answer).toMatchObject({ reply_to_id: original, quote: 'Somebody' });
});

test('words behind a command are kept, also behind one that nobody knows', async () => {
  expect(await arrives({ text: '/refund the order 8841' })).toMatchObject({ text: '/refund the order 8841' });
  expect(await arrives({ text: '/status please, of 8842' })).toMatchObject({
    text: '/status please, of 8842',
  });
});

test('an edit keeps each version: words, a caption, another file, a place that moves', async () => {
  const photo = await arrives({ photo: { ...file, data: PNG.toString('base64') }, caption: 'one' });
  const id = await lastOwn();
  await edit(id, { caption: 'two' });
  await found((message) => message.id === photo.id && message.text === 'two');
  await edit(id, { photo: true, caption: 'two' });
  const replaced = await found((message) => message.id === photo.id && message.versions.length === 2);
  const [old] = photo.attachments;
  expect(replaced.attachments).toHaveLength(1);
  expect(replaced.attachments[0]?.id).not.toBe(old?.id);
  expect(replaced.versions.map(({ text, attachments }) => [text, attachments.map((one) => one.id)])).toEqual([
    ['one', []],
    ['two', [old?.id]],
  ]);
  const place = await arrives({ other: { location: { ...baku, live_period: 900 } } });
  expect(place.details?.live_until).toEqual(expect.any(String));
  await edit(await lastOwn(), { other: { location: { latitude: 40.4, longitude: 49.9, live_period: 900 } } });
  const moved = await found((message) => message.id === place.id && message.versions.length === 1);
  expect(moved).toMatchObject({
    text: '40.4, 49.9',
    details: { latitude: 40.4 },
    versions: [{ text: '40.37, 49.84' }],
  });
});

test('a reaction stands with its message until it is taken back', async () => {
  const { telegram_message_id: messageId } = await t.runtime.db
    .selectFrom('messages')
    .select('telegram_message_id')
    .where('text', '=', 'Everything goes here.')
    .executeTakeFirstOrThrow();
  const user = { id: customer.id, is_bot: false, first_name: 'Leyla' };
  const react = (updateId: number, emoji: readonly string[]) => {
    const chat = { id: customer.id, type: 'private', first_name: 'Leyla' } as const;
    const reaction = { chat, message_id: messageId ?? 0, user, date: 1_700_000_000, old_reaction: [] };
    const new_reaction = emoji.map((one) => ({ type: 'emoji', emoji: one }) as never);
    const update = { update_id: 900_000_000 + updateId, message_reaction: { ...reaction, new_reaction } };
    return receiveBatch(intakeOf(t.runtime), [update], 1);
  };
  await react(1, ['👍']);
  expect((await found(({ text }) => text === 'Everything goes here.')).reactions).toEqual(['👍']);
  await react(2, []);
  expect((await found(({ text }) => text === 'Everything goes here.')).reactions).toEqual([]);
});
