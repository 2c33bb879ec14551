import type { Message, Update, User } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, type Kit, openSandbox } from './kit.ts';

type Offer = { query_id: string; results?: { id: string; title?: string }[]; next_offset?: string };

const article = (id: string, text: string, more: object = {}) => ({
  type: 'article',
  id,
  title: `Macro ${id}`,
  input_message_content: { message_text: text, parse_mode: 'HTML' },
  ...more,
});

async function staffed() {
  const desk = await openSandbox();
  await desk.people('bots/settings', { bot: botId, supports_inline_queries: true, inline_feedback: true });
  const agent = await desk.person('Rauf');
  return { desk, agent };
}

async function next(desk: Kit): Promise<Update> {
  const [update] = await desk.ok<Update[]>('getUpdates', { timeout: 5 });
  await desk.ok('getUpdates', { offset: (update?.update_id ?? 0) + 1 });
  return update as Update;
}

const asks = (desk: Kit, agent: User, wish: string | { query: string; chat: number }) =>
  desk.people<Offer>(`users/${agent.id}/inline_query`, {
    bot: botId,
    ...(typeof wish === 'string' ? { query: wish, chat: botId } : wish),
  });

test('a person asks a bot from a topic, and sends what it offers through it', async () => {
  const { desk, agent } = await staffed();
  await using _ = desk;
  const forum = await desk.chat({ type: 'supergroup', creator: agent.id, is_forum: true });
  await desk.people(`chats/${forum.id}/members`, { user: botId, status: 'member' });
  const topic = await desk.people<{ message_thread_id: number }>(`chats/${forum.id}/topics`, { name: 'N-1' });
  const thread = topic.message_thread_id;
  await desk.ok('getUpdates', { offset: -1 });
  await next(desk);
  const asking = asks(desk, agent, { query: 'refund', chat: forum.id });
  const { inline_query } = await next(desk);
  expect(inline_query).toMatchObject({
    from: { id: agent.id },
    query: 'refund',
    offset: '',
    chat_type: 'supergroup',
  });
  const keyboard = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] };
  const results = [
    article('a', '<b>Your refund</b> is on its way', { reply_markup: keyboard }),
    article('b', 'No'),
  ];
  await desk.ok('answerInlineQuery', { inline_query_id: inline_query?.id, results, next_offset: '2' });
  const offer = await asking;
  expect(offer).toMatchObject({ results: [{ id: 'a' }, { id: 'b' }], next_offset: '2' });
  const wish = { chat: forum.id, thread, query_id: offer.query_id, result_id: 'a' };
  const sent = await desk.people(`users/${agent.id}/inline_result`, wish);
  const seen = { text: 'Your refund is on its way', via_bot: { id: botId }, message_thread_id: thread };
  expect(sent).toMatchObject({ ...seen, from: { id: agent.id } });
  expect((await next(desk)).message).toMatchObject(seen);
  const { chosen_inline_result: chosen } = await next(desk);
  expect(chosen).toMatchObject({ result_id: 'a', query: 'refund', from: { id: agent.id } });
  const press = { chat: forum.id, message_id: sent.message_id, data: 'more' };
  const pressing = desk.people(`users/${agent.id}/press`, press);
  const { callback_query } = await next(desk);
  expect(callback_query).toMatchObject({ inline_message_id: chosen?.inline_message_id, data: 'more' });
  const edit = { inline_message_id: chosen?.inline_message_id, text: 'Done' };
  expect(await desk.ok('editMessageText', edit)).toBe(true);
  await desk.ok('answerCallbackQuery', { callback_query_id: callback_query?.id });
  await pressing;
  const path = `users/${agent.id}/chats/${forum.id}/messages?thread=${thread}`;
  expect((await desk.people<Message[]>(path)).at(-1)?.text).toBe('Done');
});

test('an answer is kept for its cache_time, for everybody or for one', async () => {
  const { desk, agent } = await staffed();
  await using _ = desk;
  const other = await desk.person('Other');
  const answer = async (more: object) => {
    const { inline_query } = await next(desk);
    expect(inline_query?.chat_type).toBe('sender');
    await desk.ok('answerInlineQuery', {
      inline_query_id: inline_query?.id,
      results: [article('1', 'x')],
      ...more,
    });
  };
  const first = asks(desk, agent, 'a');
  await answer({ cache_time: 60 });
  const { query_id } = await first;
  expect((await asks(desk, other, 'a')).query_id).toBe(query_id);
  await desk.people('clock', { advance_seconds: 61 });
  const again = asks(desk, other, 'a');
  await answer({ cache_time: 60, is_personal: true });
  expect((await again).query_id).not.toBe(query_id);
  const mine = asks(desk, agent, 'a');
  await answer({});
  expect((await mine).results).toHaveLength(1);
});

test('wrong and late answers are refused as the official server does', async () => {
  const { desk, agent } = await staffed();
  await using _ = desk;
  const asking = asks(desk, agent, 'a');
  const { inline_query } = await next(desk);
  const answer = async (results: object[], more: object = {}) => {
    const params = { inline_query_id: inline_query?.id, results, ...more };
    return (await desk.call('answerInlineQuery', params)).description?.replace('Bad Request: ', '');
  };
  expect(await answer(Array.from({ length: 51 }, (_, i) => article(String(i), 'x')))).toBe(
    'RESULTS_TOO_MUCH',
  );
  expect(await answer([article('1', 'x'), article('1', 'y')])).toBe('RESULT_ID_DUPLICATE');
  expect(await answer([article('', 'x')])).toBe('RESULT_ID_INVALID');
  expect(await answer([article('1', '<b>x')])).toMatch("can't parse entities");
  expect(await answer([article('1', '')])).toBe('message text is empty');
  expect(await answer([article('1', 'x')], { next_offset: 'x'.repeat(65) })).toBe('NEXT_OFFSET_INVALID');
  expect(await answer([{ type: 'photo', id: '1', photo_file_id: 'none' }])).toMatch('wrong file identifier');
  await desk.people('clock', { advance_seconds: 31 });
  expect(await answer([])).toMatch('query is too old');
  const offer = await asking;
  expect(offer.results).toBeUndefined();
  const choice = desk.people(`users/${agent.id}/inline_result`, {
    chat: botId,
    query_id: offer.query_id,
    result_id: '1',
  });
  await expect(choice).rejects.toThrow('no result');
  await desk.people('bots/settings', { bot: botId, supports_inline_queries: false });
  await expect(asks(desk, agent, 'a')).rejects.toThrow('inline mode');
});
