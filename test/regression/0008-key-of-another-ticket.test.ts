import { expect, test } from 'vitest';
import { reply } from '../../domain/back-office/index.ts';
import { addStaff } from '../../domain/staff/index.ts';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// The same key for another ticket was answered with "there is no such message", as if the reply had got lost.
test('a key that was used for one ticket is refused for another one', async () => {
  await using t = await testIntake();
  const { transact, desk } = t.runtime;
  for (const person of [stranger(), stranger()])
    await t.take(person.says('/start t_idea'), person.says('My idea'));
  const tickets = await t.runtime.db.selectFrom('tickets').select('id').orderBy('id').execute();
  const now = desk.clock.now();
  const actor = await transact((tx) => addStaff(tx, { name: 'Aysel', role: 'l1', now }));
  const send = (ticketId: number) =>
    transact((tx) =>
      reply({ tx, desk, actor, ticketId }, { text: 'Thanks', requestKey: 'one-and-the-same' }),
    );
  const [first, second] = tickets.map(({ id }) => id);
  const message = await send(first ?? 0);
  expect(await send(first ?? 0)).toBe(message);
  await expect(send(second ?? 0)).rejects.toMatchObject({ kind: 'conflict', code: 'request_repeated' });
});
