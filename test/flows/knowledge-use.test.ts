import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { HOUR, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { Deflection, SuggestedArticle, TicketPage } from '../../contract/index.ts';
import { countDeflection } from '../../domain/knowledge/index.ts';
import type { TestDesk } from '../support/desk.ts';
import { knowledgeDesk, readerOf, soon } from '../support/knowledge-world.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await knowledgeDesk();
});
afterAll(() => t?.[Symbol.asyncDispose]());

const buttonsOf = (message: Seen) => message.reply_markup?.inline_keyboard?.flat() ?? [];
const pressed = async (player: Player, does: string): Promise<void> => {
  const [message, data] = await untilSeen(player, (seen) => {
    const found = buttonsOf(seen).find((button) =>
      button.callback_data?.startsWith(`d1:${does}`),
    )?.callback_data;
    return found === undefined ? undefined : ([seen, found] as const);
  });
  await player.press(message.message_id, data);
};

test('deflection keeps apart what readers said and that nobody came back, and counts whoever did come back', async () => {
  const solved = await t.customer('Solved');
  await solved.say({ text: 'I was charged twice for one order' });
  await pressed(solved, 'answered');
  await untilSeen(solved, ({ text }) => (text?.startsWith('Good to hear') ? true : undefined));
  const person = await t.customer('Person');
  await person.say({ text: 'I was charged twice for one order' });
  await untilSeen(person, (seen) =>
    buttonsOf(seen).some((b) => b.callback_data?.includes('answered')) ? true : undefined,
  );
  await pressed(person, 'human');
  await untilSeen(person, numberOf);
  // Two read the same article in the cabinet; one of them writes about its topic afterwards.
  const quiet = await readerOf(t, 'Quiet');
  await quiet.call('/knowledge/articles/charged-twice');
  const back = await readerOf(t, 'Back');
  await back.call('/knowledge/articles/charged-twice');
  await back.player.say({ text: '/start t_payment' });
  await back.player.say({ text: 'two amounts are gone, 8841' });
  await back.player.say({ text: '/human' });
  await untilSeen(back.player, numberOf);
  const agent = await t.agent('analyst');
  const read = async () => Deflection.parse((await agent.call('/api/insight/deflection')).body).places;
  expect(await read()).toMatchObject([
    {
      place: 'bot',
      shown: 2,
      solved: 1,
      solved_and_back: 0,
      person: 1,
      not_solved: 0,
      quiet: 0,
      contacted: 0,
    },
    { place: 'cabinet', shown: 2, solved: 0, quiet: 0, contacted: 1, pending: 1 },
  ]);
  const now = plus(t.runtime.clock.now(), 73 * HOUR);
  const later = await countDeflection(t.runtime.db, { from: plus(now, -100 * HOUR), until: now, now });
  expect(later).toMatchObject([
    { place: 'bot', solved: 1 },
    { place: 'cabinet', quiet: 1, contacted: 1, pending: 0 },
  ]);
});

test('an agent is shown the articles that may answer a ticket, in its language', async () => {
  const customer = await t.customer('Rustam', 'ru');
  await customer.say({ text: '/start t_payment' });
  await customer.say({ text: 'с меня списали деньги дважды' });
  await customer.say({ text: '/human' });
  const ticket = await untilSeen(customer, numberOf);
  const agent = await t.agent('l1');
  const suggested = SuggestedArticle.array().parse(
    (await agent.call(`/api/tickets/${ticket}/articles`)).body,
  );
  expect(suggested.length).toBeLessThanOrEqual(3);
  expect(suggested[0]).toMatchObject({
    slug: 'charged-twice',
    language: 'ru',
    title: 'С меня списали деньги дважды',
  });
  expect(suggested[0]?.reply).toMatch(/^[^*[\]]+1\. [^*[\]]+$/);
  // The macro that belongs to the article, as this customer would read it; whoever may not use macros sees none.
  expect(suggested[0]?.macros).toMatchObject([
    { language: 'ru', text: expect.stringMatching(/два списания/) },
  ]);
  await t.runtime.db
    .updateTable('roles')
    .set({ permissions: sql`array_remove(permissions, 'macros.use')` })
    .where('name', '=', 'l2')
    .execute();
  const other = SuggestedArticle.array().parse(
    (await (await t.agent('l2')).call(`/api/tickets/${ticket}/articles`)).body,
  );
  expect(other.map(({ slug, macros }) => [slug, macros])).toContainEqual(['charged-twice', []]);
  expect((await agent.call('/api/tickets/999999/articles')).status).toBe(404);
  expect((await (await t.agent('editor')).call(`/api/tickets/${ticket}/articles`)).status).toBe(403);
  // Nobody drafts answers where no endpoint is named.
  expect(await agent.call(`/api/tickets/${ticket}/draft`, {})).toMatchObject({
    status: 404,
    body: { error: { code: 'ai_off' } },
  });
  expect((await agent.call('/api/session')).body).toMatchObject({ drafts: false });
});

test('the desk learns its topics by itself, and then asks about the likely one; another is a tap away', async () => {
  expect((await t.runtime.desk.library()).topics).toBeUndefined();
  const at = t.runtime.clock.now();
  await t.runtime.transact((tx) =>
    schedule(tx, { task: 'knowledge.learn', at, key: 'knowledge.learn', payload: {} }),
  );
  await soon(async () => (await t.runtime.desk.library()).topics !== undefined).toBe(true);
  const customer = await t.customer('Ann');
  await customer.say({ text: 'the bank took a strange amount from my card' });
  await untilSeen(customer, ({ text }) => (text?.includes('Is it about this: Payment') ? true : undefined));
  await pressed(customer, 'topics:0');
  await untilSeen(customer, (seen) => (buttonsOf(seen).length > 4 ? true : undefined));
  await pressed(customer, 'topic:');
  // Enough is learnt: the next round has nothing new.
  const learnt = await t.runtime.db
    .selectFrom('topic_models')
    .select(['examples', 'learnt_at'])
    .executeTakeFirstOrThrow();
  expect(learnt.examples).toBeGreaterThan(1000);
});

test('the inbox finds tickets by words of their messages, in any form and from any keyboard', async () => {
  const customer = await t.customer('Ləman', 'az');
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'Bir fikrim var' });
  const ticket = await untilSeen(customer, numberOf);
  await customer.say({ text: 'Qırmızı çətirlərin şəkillərini də göstərin' });
  const agent = await t.agent('l1');
  const find = async (q: string) => {
    const { body } = await agent.call(`/api/inbox?view=all&q=${encodeURIComponent(q)}`);
    return TicketPage.parse(body).tickets.map(({ id }) => id);
  };
  await soon(() => find('çətir')).toEqual([ticket]);
  expect(await find('qirmizi cetirler')).toEqual([ticket]);
  expect(await find('göstərmək çətirlərdən')).toEqual([ticket]);
  expect(await find('qirmizi velosiped')).toEqual([]);
  expect(await find("'; drop table messages; --")).toEqual([]);
});
