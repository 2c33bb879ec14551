import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRuntime, type Runtime } from '../../app/runtime.ts';
import { readConversation } from '../../domain/back-office/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { intakeOf, type TestIntake, testIntake } from '../support/intake.ts';

let t: TestIntake;
/** Another process on the same database. */
let other: Runtime;
let updates = 0;
let messages = 0;
beforeAll(async () => {
  t = await testIntake();
  other = await openRuntime(t.runtime.config, t.runtime.url);
});
afterAll(async () => {
  await other?.close();
  await t?.[Symbol.asyncDispose]();
});

const person = (id: number) => ({ id, is_bot: false, first_name: `Customer ${id}`, language_code: 'en' });
function said(from: number, content: Record<string, unknown>): Update {
  updates += 1;
  messages += 1;
  const chat = { id: from, type: 'private', first_name: `Customer ${from}` } as const;
  const message = { message_id: messages, date: 1_790_000_000, chat, from: person(from), ...content };
  return { update_id: updates, message: message as unknown as NonNullable<Update['message']> };
}

/** A customer with an open ticket; answers its number. */
async function withTicket(from: number): Promise<number> {
  const entities = [{ type: 'bot_command', offset: 0, length: 6 }];
  await t.take(said(from, { text: '/start t_idea', entities }), said(from, { text: 'My idea is this.' }));
  const { id } = await t.runtime.db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select('tickets.id')
    .where('customers.telegram_id', '=', from)
    .executeTakeFirstOrThrow();
  return id;
}

const album = (from: number, captions: readonly string[]): Update[] =>
  captions.map((caption, index) =>
    said(from, {
      media_group_id: `album-${from}`,
      photo: [{ file_id: `f${from}-${index}`, file_unique_id: `u${from}-${index}`, width: 90, height: 90 }],
      ...(caption === '' ? {} : { caption }),
    }),
  );
const spoken = async (from: number): Promise<string[]> => {
  const rows = await t.runtime.db.selectFrom('outbox').select('payload').execute();
  const chat = await t.runtime.db
    .selectFrom('chats')
    .select('id')
    .where('telegram_chat_id', '=', from)
    .executeTakeFirstOrThrow();
  return rows
    .map(({ payload }) => payload as { chat?: number; text?: string })
    .filter(({ chat: id }) => id === chat.id)
    .map(({ text }) => text ?? '');
};
const shown = async (ticket: number) =>
  (await readConversation(t.runtime.db, ticket, { limit: 50 })).messages;

test('whatever the order and the process, an album is one message, in its own order, and is acknowledged once', async () => {
  let from = 1000;
  const captions = fc.array(fc.constantFrom('', '', 'a bill', 'the other side'), {
    minLength: 2,
    maxLength: 10,
  });
  const arrival = captions.chain((words) =>
    fc.record({
      words: fc.constant(words),
      order: fc.shuffledSubarray([...words.keys()], { minLength: words.length, maxLength: words.length }),
      again: fc.integer({ min: 0, max: words.length - 1 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(arrival, async ({ words, order, again }) => {
      from += 1;
      const ticket = await withTicket(from);
      const before = (await spoken(from)).length;
      const items = album(from, words);
      const processes = [intakeOf(t.runtime), intakeOf(other)];
      await Promise.all(
        [...order, again].map((item, index) =>
          receiveBatch(processes[index % 2] as (typeof processes)[0], [items[item] as Update], 1),
        ),
      );
      const [, message, ...none] = await shown(ticket);
      expect(none).toEqual([]);
      expect(message?.kind).toBe('album');
      expect(message?.text).toBe(words.filter(Boolean).join('\n'));
      const files = await t.runtime.db
        .selectFrom('attachments')
        .select('file_id')
        .where('message_id', '=', message?.id ?? 0)
        .orderBy('telegram_message_id')
        .execute();
      expect(files.map(({ file_id }) => file_id)).toEqual(words.map((_, index) => `f${from}-${index}`));
      expect((await spoken(from)).length - before).toBeLessThanOrEqual(1);
    }),
    { numRuns: 12 },
  );
});

test('a reply to any picture of an album, and an edit of one, find it', async () => {
  const ticket = await withTicket(2000);
  const items = album(2000, ['first', '', 'third']);
  await t.take(...items);
  const [first, second] = items.map(({ message }) => message);
  await t.take(said(2000, { text: 'this one', reply_to_message: { ...second, date: 1_790_000_000 } }));
  updates += 1;
  const edited = { ...first, caption: 'FIRST', edit_date: 1_790_000_100 } as NonNullable<Update['message']>;
  await t.take({ update_id: updates, edited_message: edited as never });
  const [, message, reply] = await shown(ticket);
  expect(reply?.reply_to_id).toBe(message?.id);
  expect(message).toMatchObject({ text: 'FIRST\nthird', versions: [{ text: 'first\nthird' }] });
  expect(message?.attachments).toHaveLength(3);
});

test('an album of somebody who says nothing else waits as one message for its topic', async () => {
  await t.take(...album(3000, ['', 'payment failed', '']));
  const rows = await t.runtime.db
    .selectFrom('messages')
    .innerJoin('customers', 'customers.id', 'messages.author_id')
    .select(['messages.text', 'messages.ticket_id'])
    .where('telegram_id', '=', 3000)
    .execute();
  // The words under its second picture call a person at once.
  expect(rows).toEqual([{ text: 'payment failed', ticket_id: expect.any(Number) }]);
});
