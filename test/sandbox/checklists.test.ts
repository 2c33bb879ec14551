import type { BusinessConnection, Message, Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, openSandbox } from './kit.ts';

test('a checklist goes out for a connected account, is ticked off, and changed without losing what was done', async () => {
  await using desk = await openSandbox();
  await desk.people('bots/settings', { bot: botId, can_connect_to_business: true });
  const [rauf, vip] = [await desk.person('Rauf'), await desk.person('Leyla')];
  const { connection } = await desk.people<{ connection: BusinessConnection }>(`users/${rauf.id}/business`, {
    bot: botId,
  });
  await desk.people(`users/${vip.id}/send`, { chat: rauf.id, text: 'What do you need?' });
  const place = { business_connection_id: connection.id, chat_id: vip.id };
  const task = (id: number, text: string) => ({ id, text });
  const list = (tasks: object[]) => ({ title: 'Papers', tasks, others_can_mark_tasks_as_done: true });
  const sent = await desk.ok('sendChecklist', {
    ...place,
    checklist: list([task(1, 'Passport'), task(2, 'Form')]),
  });
  expect(sent.checklist).toMatchObject({ title: 'Papers', tasks: [{ id: 1, text: 'Passport' }, { id: 2 }] });
  const tick = { chat: rauf.id, message_id: sent.message_id, done: [1] };
  await desk.people(`users/${vip.id}/checklist`, tick);
  await expect(
    desk.people(`users/${vip.id}/checklist`, { chat: rauf.id, message_id: sent.message_id, add: ['More'] }),
  ).rejects.toThrow('Only its author');
  const told = (await desk.ok<Update[]>('getUpdates')).at(-1)?.business_message;
  expect(told?.checklist_tasks_done).toMatchObject({
    checklist_message: { message_id: sent.message_id },
    marked_as_done_task_ids: [1],
  });
  const checklist = list([task(1, 'Passport'), task(3, 'Photo')]);
  const changed = await desk.ok('editMessageChecklist', { ...place, message_id: sent.message_id, checklist });
  expect(changed.checklist?.tasks).toMatchObject([{ id: 1, completed_by_user: { id: vip.id } }, { id: 3 }]);
  const twice = await desk.call('sendChecklist', { ...place, checklist: list([task(1, 'a'), task(1, 'b')]) });
  expect(twice.description).toBe('Bad Request: TODO_ITEM_DUPLICATE');
});

test('a checklist that a person sends comes in as one', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const checklist = { title: 'To do', tasks: ['One', 'Two'] };
  await desk.people<Message>(`users/${id}/send`, { chat: botId, checklist });
  const [update] = await desk.updates();
  expect(update?.message?.checklist).toEqual({
    title: 'To do',
    tasks: [
      { id: 1, text: 'One' },
      { id: 2, text: 'Two' },
    ],
  });
});
