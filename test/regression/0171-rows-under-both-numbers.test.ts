import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tx } from '../../base/db/index.ts';
import { moveChat } from '../../domain/chats/index.ts';
import { testDatabase } from '../support/database.ts';

const NUMBER = -1_001_007_101;

async function bothNumbers(tx: Tx): Promise<{ older: number; newer: number }> {
  const { rows } = await sql<{ id: number }>`
    insert into chats (telegram_chat_id, kind, updated_at) values (-7101, 'group', now()), (${NUMBER}, 'supergroup', now())
    returning id`.execute(tx);
  const [older, newer] = rows.map(({ id }) => id);
  return { older: older ?? 0, newer: newer ?? 0 };
}

async function rowsOf<Row>(tx: Tx, of: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await of.execute(tx)).rows;
}

/** Runs `work` in a transaction that leaves nothing. */
async function passing(work: (tx: Tx) => Promise<void>): Promise<void> {
  await using database = await testDatabase();
  await database.db.transaction().execute(work);
}

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 6 });

// Of a table in which any two rows stood for the same, all rows of the chat under the new number were dropped.
test('a group known under both numbers keeps every message; a number names the one that Telegram means now', () =>
  passing(async (tx) => {
    const { older, newer } = await bothNumbers(tx);
    const write = (chat: number, list: readonly number[], whose: string) =>
      sql`insert into messages (chat_id, author_kind, kind, text, telegram_message_id, created_at)
        select ${chat}, 'customer', 'text', ${whose} || ' ' || n, n, now() from unnest(${[...list]}::bigint[]) n`.execute(
        tx,
      );
    const post = (chat: number, list: readonly number[], message: number) =>
      sql`insert into place_posts (chat_id, slug, message_id)
        select ${chat}, 'faq:' || n, ${message} from unnest(${[...list]}::bigint[]) n`.execute(tx);
    await fc.assert(
      fc.asyncProperty(numbers, numbers, async (before, after) => {
        await sql`savepoint one`.execute(tx);
        await write(older, before, 'before');
        await write(newer, after, 'after');
        await post(older, before, 1);
        await post(newer, after, 2);
        await moveChat(tx, older, NUMBER);
        const kept = await rowsOf(
          tx,
          sql<{ text: string; number: number | null; chat: number }>`
            select text, telegram_message_id as number, chat_id as chat from messages order by id`,
        );
        const posts = await rowsOf(
          tx,
          sql<{ slug: string; message_id: number; chat: number }>`
            select slug, message_id, chat_id as chat from place_posts order by slug`,
        );
        await sql`rollback to savepoint one`.execute(tx);
        expect(kept).toEqual([
          ...before.map((n) => ({ text: `before ${n}`, number: after.includes(n) ? null : n, chat: older })),
          ...after.map((n) => ({ text: `after ${n}`, number: n, chat: older })),
        ]);
        expect(posts).toEqual(
          [...new Set([...before, ...after])]
            .toSorted((a, b) => a - b)
            .map((n) => ({ slug: `faq:${n}`, message_id: after.includes(n) ? 2 : 1, chat: older })),
        );
      }),
      { numRuns: 40 },
    );
  }));

// A staff group could not be dropped once it had topics, so the move failed for ever.
test('a staff group linked under both numbers is one, with the topics of both and what waits for a number', () =>
  passing(async (tx) => {
    const { older, newer } = await bothNumbers(tx);
    await sql`
      with person as (
        insert into customers (telegram_id, first_name, language, created_at) values (7101, 'Leyla', 'az', now()) returning id
      ), queue as (
        insert into queues (slug, name, first_reply_minutes, resolution_minutes) values ('q', 'Q', 5, 60) returning id
      ), made as (
        insert into tickets (customer_id, queue_id, status, language, subject, last_message_at, created_at, updated_at)
        select person.id, queue.id, 'accepted', 'az', 'Ticket', now(), now(), now() from person, queue, generate_series(1, 2) returning id
      ), linked as (
        insert into staff_groups (chat_id, title, state, linked_at)
        values (${older}, 'Old', 'lacking', now()), (${newer}, 'New', 'works', now()) returning id, title
      ), words as (
        insert into staff_early_words (group_id, thread_id, arrival, at) select id, 9, '{}', now() from linked
      )
      insert into staff_topics (ticket_id, group_id, thread_id, name, icon, made_at)
      select made.id, linked.id, 10 + linked.id, title, 'x', now()
      from (select id, row_number() over (order by id) as n from made) made
        join (select *, row_number() over (order by id) as n from linked) linked using (n)`.execute(tx);
    await moveChat(tx, older, NUMBER);
    const groups = await rowsOf(
      tx,
      sql<{ id: number }>`select id, chat_id, title, state from staff_groups order by id`,
    );
    expect(groups).toEqual([{ id: expect.any(Number), chat_id: older, title: 'New', state: 'works' }]);
    const group = groups[0]?.id;
    expect(await rowsOf(tx, sql`select name, group_id from staff_topics order by ticket_id`)).toEqual([
      { name: 'Old', group_id: group },
      { name: 'New', group_id: group },
    ]);
    expect(await rowsOf(tx, sql`select group_id from staff_early_words`)).toEqual([
      { group_id: group },
      { group_id: group },
    ]);
    expect(await rowsOf(tx, sql`select id, kind, telegram_chat_id as telegram from chats`)).toEqual([
      { id: older, kind: 'supergroup', telegram: NUMBER },
    ]);
  }));
