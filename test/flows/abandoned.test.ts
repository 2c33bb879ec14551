import { expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { readQuietSettings, saveQuietSettings } from '../../domain/front-desk/index.ts';
import { testDesk } from '../support/desk.ts';

test('a topic that never got words is put away after an hour; one press of the button, and it goes on', async () => {
  await using t = await testDesk();
  await t.runtime.transact(async (tx) =>
    saveQuietSettings(tx, { ...(await readQuietSettings(tx)), hours: null }),
  );
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await untilSeen(customer, (message) => (/Idea/.test(message.text ?? '') ? message : undefined));
  await t.people('/clock', { advance_seconds: 3601 });
  const put = await untilSeen(customer, (message) =>
    /put away/.test(message.text ?? '') ? message : undefined,
  );
  expect(await t.runtime.db.selectFrom('tickets').select('id').execute()).toEqual([]);
  const [[on] = []] = put.reply_markup?.inline_keyboard ?? [];
  expect(on?.text).toBe('Go on');
  await customer.press(put.message_id, on?.callback_data ?? '');
  await vi.waitFor(async () => {
    const newest = (await customer.messages()).at(-1);
    expect(newest?.message_id).toBeGreaterThan(put.message_id);
  });
  await customer.say({ text: 'A dark theme, please.' });
  expect(await untilSeen(customer, numberOf)).toBeGreaterThan(1000);
});
