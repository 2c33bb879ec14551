import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolve } from '../../domain/back-office/index.ts';
import { becomeBot, noteBotTopics } from '../../domain/chats/index.ts';
import { hearOutcome } from '../../domain/reception/index.ts';
import { addStaff, type StaffMember } from '../../domain/staff/index.ts';
import { type TestIntake, testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

let t: TestIntake;
let agent: StaffMember;
beforeAll(async () => {
  t = await testIntake();
  const { transact } = t.runtime;
  await transact((tx) => becomeBot(tx, 1));
  await transact((tx) => noteBotTopics(tx, true));
  agent = await transact((tx) => addStaff(tx, { name: 'Aysel', role: 'l1', now: new Date() }));
});
afterAll(() => t?.[Symbol.asyncDispose]());

type Row = {
  id: number;
  kind: string;
  key: string | null;
  payload: Payload;
  ref: Record<string, number> | null;
};
type Payload = { text?: string; name?: string; thread?: number; topic?: number; pointsTo?: number };

/** A customer, and what waits in the outbox for their chat. */
function person() {
  const who = stranger();
  let thread = 500;
  const waiting = async (): Promise<Row[]> => {
    const { rows } = await sql<Row>`
      select o.id, o.kind, o.key, o.payload, o.ref from outbox o join chats c on o.lane = 'chat:' || c.id
      where c.telegram_chat_id = ${who.id} and o.state = 'pending' order by o.id`.execute(t.runtime.db);
    return rows;
  };
  return {
    waiting,
    says: (text: string, inThread?: number) =>
      t.take(
        who.says(
          inThread === undefined ? text : { text, message_thread_id: inThread, is_topic_message: true },
        ),
      ),
    cardOf: async (ticket: number) => (await waiting()).findLast(({ key }) => key === `card:${ticket}`),
    /** Telegram makes the topics that were asked for, or refuses to; answers their numbers. */
    async makes(works = true): Promise<number[]> {
      const made: number[] = [];
      for (const row of (await waiting()).filter(
        ({ kind, payload }) => kind === 'topic' && !payload.thread,
      )) {
        thread += 1;
        made.push(thread);
        const { ref } = row;
        if (!ref) throw new Error('nobody would hear of the topic');
        const { transact, desk, db } = t.runtime;
        await sql`update outbox set state = 'sent' where id = ${row.id}`.execute(db);
        await transact((tx) =>
          hearOutcome(
            tx,
            desk,
            works
              ? { ref, state: 'sent', remoteId: String(thread) }
              : { ref, state: 'failed', code: 'refused' },
          ),
        );
      }
      return made;
    },
    tickets: async () => {
      const rows = await t.runtime.db
        .selectFrom('tickets')
        .innerJoin('customers', 'customers.id', 'tickets.customer_id')
        .select(['tickets.id', 'tickets.status', 'tickets.in_topic'])
        .where('customers.telegram_id', '=', who.id)
        .orderBy('tickets.id')
        .execute();
      return rows;
    },
  };
}

const textsOf = async (ticket: number) => {
  const rows = await t.runtime.db
    .selectFrom('messages')
    .select('text')
    .where('ticket_id', '=', ticket)
    .orderBy('id')
    .execute();
  return rows.map(({ text }) => text);
};

/** A customer with two tickets, each in a topic. */
async function twoTopics() {
  const leyla = person();
  for (const text of ['/start t_idea', 'The first idea', '/new', '/start t_idea', 'The second idea'])
    await leyla.says(text);
  const [one, two] = await leyla.makes();
  const [first, second] = await leyla.tickets();
  return { leyla, first: first?.id ?? 0, second: second?.id ?? 0, one: one ?? 0, two: two ?? 0 };
}

test('each new ticket gets a topic: what belongs to it waits for it and goes there; its name has number and status', async () => {
  const leyla = person();
  await leyla.says('/start t_idea');
  await leyla.says('A dark theme');
  const [ticket] = await leyla.tickets();
  const id = ticket?.id ?? 0;
  const before = await leyla.waiting();
  const [topic] = before.filter(({ kind }) => kind === 'topic');
  expect(topic?.payload.name).toMatch(new RegExp(`^№ ${id} · accepted$`));
  const pointer = before.find(({ payload }) => payload.pointsTo === id);
  expect(pointer?.payload.text).toMatch(/has a topic of its own/);
  // First the topic, then what goes into it.
  expect(before.findIndex(({ kind }) => kind === 'topic')).toBeLessThan(
    before.findIndex(({ key }) => key === `card:${id}`),
  );
  const [thread] = await leyla.makes();
  expect((await leyla.cardOf(id))?.payload).toMatchObject({ thread, topic: id });
  const pointed = (await leyla.waiting()).find(({ id: row }) => row === pointer?.id);
  expect(pointed?.payload.pointsTo).toBe(0);
  await t.runtime.transact((tx) =>
    resolve(
      { tx, desk: t.runtime.desk, actor: agent, ticketId: id },
      { text: 'It is there.', requestKey: 'topic-name-1' },
    ),
  );
  const said = (await leyla.waiting()).find(({ payload }) => payload.text?.includes('It is there.'));
  expect(said?.payload).toMatchObject({ thread, topic: id });
  const named = (await leyla.waiting()).filter(({ kind }) => kind === 'topic').at(-1);
  expect(named?.payload).toMatchObject({ thread, name: expect.stringMatching(/solved/) });
});

test('what is written in a topic belongs to its ticket, also while words elsewhere wait for a choice', async () => {
  const { leyla, first, second, one, two } = await twoTopics();
  await leyla.says('Which one?');
  await leyla.says('About the first', one);
  await leyla.says('About the second', two);
  expect(await textsOf(first)).toEqual(['The first idea', 'About the first']);
  expect(await textsOf(second)).toEqual(['The second idea', 'About the second']);
  const loose = await t.runtime.db
    .selectFrom('messages')
    .select('text')
    .where('ticket_id', 'is', null)
    .execute();
  expect(loose).toEqual([{ text: 'Which one?' }]);
  const asked = (await leyla.waiting()).find(({ payload }) => /Which question/.test(payload.text ?? ''));
  expect(asked?.payload.thread).toBeUndefined();
  await leyla.says('/cancel');
});

test('a topic that the customer makes is a matter of its own, asked about there; it becomes its ticket’s topic', async () => {
  const { leyla } = await twoTopics();
  await leyla.says('Something new', 900);
  const asked = (await leyla.waiting()).find(({ payload }) => payload.thread === 900);
  expect(asked?.payload.text).toMatch(/What is it about/);
  await leyla.says('And somewhere else', 901);
  // What waited in the first one is a ticket now, and in its own topic.
  const third = (await leyla.tickets())[2]?.id ?? 0;
  expect(await textsOf(third)).toEqual(['Something new']);
  expect((await leyla.cardOf(third))?.payload).toMatchObject({ thread: 900, topic: third });
  await leyla.says('More on the new thing', 900);
  expect(await textsOf(third)).toEqual(['Something new', 'More on the new thing']);
  await leyla.says('/human');
  const fourth = (await leyla.tickets())[3]?.id ?? 0;
  expect(await textsOf(fourth)).toEqual(['And somewhere else']);
});

test('where no topic can be made everything goes on without one', async () => {
  const leyla = person();
  await leyla.says('/start t_idea');
  await leyla.says('A dark theme');
  await leyla.makes(false);
  const [ticket] = await leyla.tickets();
  expect(ticket?.in_topic).toBe(false);
  expect((await leyla.cardOf(ticket?.id ?? 0))?.payload.thread).toBeUndefined();
  await leyla.says('And a light one');
  expect(await textsOf(ticket?.id ?? 0)).toEqual(['A dark theme', 'And a light one']);
  expect((await leyla.waiting()).filter(({ kind }) => kind === 'topic')).toHaveLength(0);
});

test('a bot without topics makes none', async () => {
  const { transact } = t.runtime;
  await transact((tx) => noteBotTopics(tx, false));
  const leyla = person();
  await leyla.says('/start t_idea');
  await leyla.says('A dark theme');
  expect((await leyla.tickets())[0]?.in_topic).toBe(false);
  expect((await leyla.waiting()).filter(({ kind }) => kind === 'topic')).toHaveLength(0);
  await transact((tx) => noteBotTopics(tx, true));
});
