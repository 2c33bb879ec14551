import type { Message, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, type Kit, openSandbox } from './kit.ts';

async function inGroup(desk: Kit, status = 'member') {
  const [anna, boris] = [await desk.person('Anna'), await desk.person('Boris')];
  const group = await desk.chat({ type: 'supergroup', creator: anna.id });
  await desk.people(`users/${boris.id}/join`, { chat: group.id });
  await desk.people(`chats/${group.id}/members`, { user: botId, status });
  const updates = await desk.updates();
  await desk.ok('getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
  const seenBy = async (id: number, after = 0) =>
    (await desk.people<Message[]>(`users/${id}/chats/${group.id}/messages?after=${after}`)).filter(
      (m) => m.text,
    );
  return { anna, boris, group, seenBy };
}

test('an administrating bot says something to one person, edits it and takes it back', async () => {
  await using desk = await openSandbox();
  const { anna, boris, group, seenBy } = await inGroup(desk, 'administrator');
  const send = (more: object) => desk.call('sendMessage', { chat_id: group.id, text: 'Only you', ...more });
  const to = (receiver_user_id: number) => ({ ephemeral_message_parameters: { receiver_user_id } });
  const { result } = (await send(to(boris.id))) as { result: Message };
  expect(result).toMatchObject({ message_id: 0, receiver_user: { id: boris.id }, text: 'Only you' });
  expect(await seenBy(anna.id)).toEqual([]);
  const [seen] = await seenBy(boris.id);
  expect(seen).toMatchObject({ message_id: -(result.ephemeral_message_id ?? 0), text: 'Only you' });
  const one = {
    chat_id: group.id,
    receiver_user_id: boris.id,
    ephemeral_message_id: result.ephemeral_message_id,
  };
  expect(await desk.ok('editEphemeralMessageText', { ...one, text: 'Still only you' })).toBe(true);
  expect((await seenBy(boris.id))[0]?.text).toBe('Still only you');
  const wrong = await desk.call('deleteEphemeralMessage', { ...one, receiver_user_id: anna.id });
  expect(wrong.description).toBe('Bad Request: MESSAGE_ID_INVALID');
  await desk.ok('deleteEphemeralMessage', one);
  expect(await seenBy(boris.id)).toEqual([]);
  expect((await send(to(botId))).description).toBe('Bad Request: USER_ID_INVALID');
  const stranger = await desk.person('Stranger');
  expect((await send(to(stranger.id))).description).toBe('Bad Request: USER_NOT_PARTICIPANT');
  const alone = await desk.call('sendMessage', { chat_id: boris.id, text: 'x', ...to(boris.id) });
  expect(alone.description).toBe('Bad Request: CHAT_TYPE_INVALID');
  expect(
    (await desk.updates()).filter((u) => u.message?.text !== undefined && u.message.text !== '/start'),
  ).toEqual([]);
});

test('a plain member bot only answers a press, within 15 seconds, and may do so in its place', async () => {
  await using desk = await openSandbox();
  const { boris, anna, group, seenBy } = await inGroup(desk);
  const reply_markup = { inline_keyboard: [[{ text: 'Mine', callback_data: 'mine' }]] };
  const asked = await desk.ok('sendMessage', { chat_id: group.id, text: 'Status?', reply_markup });
  const send = (more: object) => {
    const ephemeral_message_parameters = { receiver_user_id: boris.id, ...more };
    return desk.call('sendMessage', { chat_id: group.id, text: 'Yours', ephemeral_message_parameters });
  };
  expect((await send({})).description).toBe('Bad Request: CHAT_ADMIN_REQUIRED');
  const press = { chat: group.id, message_id: asked.message_id, data: 'mine' };
  const pressing = desk.people(`users/${boris.id}/press`, press);
  const [update] = await desk.ok<Update[]>('getUpdates', { timeout: 5 });
  const callback_query_id = update?.callback_query?.id;
  expect((await send({ callback_query_id, replace_callback_query_message: true })).ok).toBe(true);
  await desk.ok('answerCallbackQuery', { callback_query_id });
  await pressing;
  expect((await seenBy(boris.id)).map((m) => m.text)).toEqual(['Yours']);
  expect((await seenBy(anna.id)).map((m) => m.text)).toEqual(['Status?']);
  await desk.people('clock', { advance_seconds: 16 });
  expect((await send({ callback_query_id })).description).toMatch('query is too old');
});

test('a quiet command and its answer stay between one person and the bot', async () => {
  await using desk = await openSandbox();
  const { boris, anna, group, seenBy } = await inGroup(desk);
  const commands = [{ command: 'help', description: 'Ask quietly', is_ephemeral: true }];
  await desk.ok('setMyCommands', { commands, scope: { type: 'all_group_chats' } });
  const said = await desk.people(`users/${boris.id}/send`, { chat: group.id, text: '/help' });
  expect(said.message_id).toBe(0);
  const { message } = (await desk.updates()).at(-1) ?? {};
  expect(message).toMatchObject({ text: '/help', from: { id: boris.id }, receiver_user: { id: botId } });
  const answer = {
    chat_id: group.id,
    text: 'I am here',
    ephemeral_message_parameters: { receiver_user_id: boris.id },
    reply_parameters: { ephemeral_message_id: message?.ephemeral_message_id },
  };
  const { ephemeral_message_id } = await desk.ok('sendMessage', answer);
  await desk.people(`users/${boris.id}/send`, {
    chat: group.id,
    reply_to: -(ephemeral_message_id ?? 0),
    text: 'Thank you',
  });
  expect((await desk.updates()).at(-1)?.message).toMatchObject({ message_id: 0, text: 'Thank you' });
  expect((await seenBy(boris.id)).map((m) => m.text)).toEqual(['/help', 'I am here', 'Thank you']);
  expect(await seenBy(anna.id)).toEqual([]);
  await desk.people('clock', { advance_seconds: 17 });
  expect((await desk.call('sendMessage', answer)).description).toBe(
    'Bad Request: message to be replied not found',
  );
});

test('drafts show what is being written, until the message comes or the person stops it', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const shown = async () =>
    (await desk.people<{ draft?: object }>(`users/${id}/chats/${botId}/commands`)).draft;
  const draft = (more: object) => desk.call('sendMessageDraft', { chat_id: id, draft_id: 7, ...more });
  expect((await draft({ text: '<b>Let me' })).ok).toBe(true);
  expect(await shown()).toMatchObject({ draft_id: 7, text: '<b>Let me', can_stop: false });
  await draft({ text: 'Let me <b>see</b>', parse_mode: 'HTML', can_stop: true });
  expect(await shown()).toMatchObject({ text: 'Let me see', can_stop: true });
  await desk.people(`users/${id}/stop_draft`, { chat: botId });
  expect((await desk.updates())[0]?.stopped_message_generation).toMatchObject({ chat: { id }, draft_id: 7 });
  expect(await shown()).toBeUndefined();
  await draft({ text: '' });
  expect(await shown()).toMatchObject({ text: '' });
  await desk.ok('sendMessage', { chat_id: id, text: 'Done' });
  expect(await shown()).toBeUndefined();
  await draft({ text: 'x' });
  await desk.people('clock', { advance_seconds: 31 });
  expect(await shown()).toBeUndefined();
  expect((await draft({ draft_id: 0 })).description).toBe('Bad Request: DRAFT_ID_INVALID');
  expect((await draft({ text: '<b>x', parse_mode: 'HTML' })).description).toMatch("can't parse entities");
});
