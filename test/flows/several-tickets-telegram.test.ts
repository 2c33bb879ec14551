import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Player } from '../../app/demo/people.ts';
import { startDesk } from '../../app/desk.ts';
import { reply } from '../../domain/back-office/index.ts';
import { BOT, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let stop: () => Promise<void>;
beforeAll(async () => {
  t = await testDesk();
  await t.people('/bots/settings', { bot: `@${BOT.username}`, has_topics_enabled: true });
  // What Telegram says of the bot is asked at the start.
  await t.desk.stop();
  const again = await startDesk(t.runtime, { token: BOT.token, demo: true });
  stop = () => again.stop();
});
afterAll(async () => {
  await stop?.();
  await t?.[Symbol.asyncDispose]();
});

type Seen = {
  message_id: number;
  text?: string;
  message_thread_id?: number;
  forum_topic_created?: { name: string };
};

const until = <T>(read: () => Promise<T>) => vi.waitFor(read, { timeout: 30_000, interval: 50 });
const seenBy = async (who: Player) => (await who.messages()) as Seen[];
const textsOf = async (ticket: number) => {
  const rows = await t.runtime.db
    .selectFrom('messages')
    .select('text')
    .where('ticket_id', '=', ticket)
    .orderBy('id')
    .execute();
  return rows.map(({ text }) => text);
};
const ticketsOf = async (who: Player) => {
  const rows = await t.runtime.db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .leftJoin('ticket_topics', 'ticket_topics.ticket_id', 'tickets.id')
    .select(['tickets.id', 'tickets.in_topic', 'ticket_topics.thread', 'ticket_topics.name'])
    .where('customers.telegram_id', '=', who.id)
    .orderBy('tickets.id')
    .execute();
  return rows;
};

test('each ticket has its topic in the customer’s chat, with its card; what is written there is in that ticket', async () => {
  const leyla = await t.customer('Leyla');
  for (const text of ['/start t_idea', 'The first idea', '/new', '/start t_idea', 'The second idea'])
    await leyla.say({ text });
  const tickets = await until(async () => {
    const rows = await ticketsOf(leyla);
    expect(rows).toHaveLength(2);
    expect(rows.every(({ thread }) => thread !== null)).toBe(true);
    return rows;
  });
  for (const { id, thread } of tickets) {
    await until(async () => {
      const card = (await seenBy(leyla)).find(({ text }) => text?.startsWith(`№ ${id} ·`));
      expect(card?.message_thread_id).toBe(thread);
    });
  }
  const [first, second] = tickets;
  await leyla.say({ text: 'About the second', thread: second?.thread ?? 0 });
  await leyla.say({ text: 'About the first', thread: first?.thread ?? 0 });
  await until(async () => {
    expect(await textsOf(first?.id ?? 0)).toEqual(['The first idea', 'About the first']);
    expect(await textsOf(second?.id ?? 0)).toEqual(['The second idea', 'About the second']);
  });
  const agent = await t.agent();
  await t.runtime.transact((tx) =>
    reply(
      { tx, desk: t.runtime.desk, actor: agent.member, ticketId: second?.id ?? 0 },
      { text: 'Good idea.', requestKey: 'in-topic-1' },
    ),
  );
  await until(async () => {
    const answer = (await seenBy(leyla)).find(({ text }) => text?.includes('Good idea.'));
    expect(answer?.message_thread_id).toBe(second?.thread);
  });
  expect((await ticketsOf(leyla))[1]?.name).toMatch(/in progress/);
});
