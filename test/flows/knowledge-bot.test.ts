import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { KnowledgeSettings } from '../../contract/index.ts';
import type { TestDesk } from '../support/desk.ts';
import { knowledgeDesk, soon } from '../support/knowledge-world.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await knowledgeDesk();
});
afterAll(() => t?.[Symbol.asyncDispose]());

const buttonsOf = (message: Seen) => message.reply_markup?.inline_keyboard?.flat() ?? [];
const having = (does: string) => (message: Seen) =>
  buttonsOf(message).find(({ callback_data: data }) => data?.startsWith(`d1:${does}`)) ? message : undefined;

async function press(player: Player, does: string): Promise<Seen> {
  const message = await untilSeen(player, having(does));
  const data = buttonsOf(message).find((button) =>
    button.callback_data?.startsWith(`d1:${does}`),
  )?.callback_data;
  await player.press(message.message_id, data ?? '');
  return message;
}

const ticketOf = (id: number) =>
  t.runtime.db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const readsOf = (player: Player) =>
  t.runtime.db
    .selectFrom('article_reads as r')
    .innerJoin('customers as c', 'c.id', 'r.customer_id')
    .innerJoin('articles as a', 'a.id', 'r.article_id')
    .select(['a.slug', 'r.language', 'r.outcome', 'r.ticket_id', 'r.confidence', 'r.place'])
    .where('c.telegram_id', '=', player.id)
    .orderBy('r.id')
    .execute();

test('the bot answers from an article in three steps at most; "it helped" closes the matter before a person is needed', async () => {
  const player = await t.customer('Ann');
  await player.say({ text: 'I was charged twice for one order' });
  const answer = await press(player, 'answered');
  expect(answer.text).toMatch(/^I was charged twice\n\n/);
  expect(answer.text?.match(/^\d\. /gm)?.length).toBe(3);
  await untilSeen(player, ({ text }) => (text?.startsWith('Good to hear') ? true : undefined));
  const ticket = await t.runtime.db
    .selectFrom('tickets')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(ticket).toMatchObject({ status: 'resolved', outcome: 'auto_resolved' });
  expect(await readsOf(player)).toEqual([
    {
      ...{ slug: 'charged-twice', language: 'en', outcome: 'solved', ticket_id: ticket.id, place: 'bot' },
      confidence: expect.any(Number),
    },
  ]);
});

test('in Azerbaijani typed on a plain keyboard too, in the language that it is written in, which is offered', async () => {
  const player = await t.customer('Ləman', 'en');
  await player.say({ text: 'telefona təsdiq kodu gəlmir' });
  await untilSeen(player, having('setLanguage:az'));
  const answer = await untilSeen(player, having('answered'));
  expect(answer.text).toMatch(/kod/i);
  expect(answer.text).not.toMatch(/The code/);
  expect((await readsOf(player))[0]).toMatchObject({ slug: 'code-not-coming', language: 'az' });
});

test('"it did not help" goes on to the ticket, which names the article; the whole article comes on demand', async () => {
  const player = await t.customer('Bob');
  await player.say({ text: '/start t_payment' });
  await player.say({ text: 'I need an invoice for my company' });
  await press(player, 'article');
  await untilSeen(player, ({ text }) => (text?.includes('tax number') ? true : undefined));
  const offered = await untilSeen(player, having('answered'));
  const no = buttonsOf(offered).find(({ callback_data: data }) => data?.endsWith(':0'))?.callback_data ?? '';
  await player.press(offered.message_id, no);
  const id = await untilSeen(player, numberOf);
  expect(await ticketOf(id)).toMatchObject({ status: 'accepted', outcome: null });
  const event = await t.runtime.db
    .selectFrom('ticket_events')
    .select('data')
    .where('ticket_id', '=', id)
    .where('kind', '=', 'article_offered')
    .executeTakeFirstOrThrow();
  expect(event.data).toMatchObject({ title: 'I need a receipt or an invoice', outcome: 'not_solved' });
  expect(await readsOf(player)).toMatchObject([{ outcome: 'not_solved', ticket_id: id }]);
});

test('what no article answers goes the usual way, and is kept for the editor; so does everything once the bot is told not to answer', async () => {
  const player = await t.customer('Eve');
  await player.say({ text: 'the colours of the moon are strange tonight' });
  await untilSeen(player, having('topic'));
  const searched = await t.runtime.db
    .selectFrom('knowledge_searches')
    .select(['words', 'found'])
    .where('place', '=', 'bot')
    .execute();
  expect(searched).toContainEqual({ words: 'the colours of the moon are strange tonight', found: false });
  const boss = await t.agent('compliance');
  const set = (bot_answers: boolean) =>
    boss
      .call('/api/knowledge/settings', { bot_answers }, 'PUT')
      .then(({ body }) => KnowledgeSettings.parse(body));
  expect((await set(false)).bot_answers).toBe(false);
  await soon(async () => (await t.runtime.desk.library()).settings.bot_answers).toBe(false);
  const other = await t.customer('Dan');
  await other.say({ text: 'I was charged twice for one order' });
  await untilSeen(other, having('topic'));
  expect(await readsOf(other)).toEqual([]);
  await set(true);
});
