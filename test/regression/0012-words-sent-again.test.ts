import { expect, test } from 'vitest';
import { claim, settleUnsent } from '../../base/outbox/index.ts';
import { askClarification, recordDelivery, resend } from '../../domain/back-office/index.ts';
import { addStaff } from '../../domain/staff/index.ts';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// A question that was sent again lost its frame, and came under the name of whoever pressed the button.
test('what is sent again says what it said, under the name of who wrote it', async () => {
  await using t = await testIntake();
  const { transact, desk, db } = t.runtime;
  const person = stranger();
  await t.take(person.says('/start t_idea'), person.says('My idea'));
  await db.deleteFrom('outbox').execute();
  await db.updateTable('outbox_lanes').set({ pending: 0 }).execute();
  const { id: ticketId } = await db.selectFrom('tickets').select('id').executeTakeFirstOrThrow();
  const now = desk.clock.now();
  const hire = (name: string) => transact((tx) => addStaff(tx, { name, role: 'l1', now }));
  const [author, colleague] = [await hire('Aysel'), await hire('Rauf')];
  const written = { text: 'Which colour?', requestKey: 'question-1' };
  const messageId = await transact((tx) => askClarification({ tx, desk, actor: author, ticketId }, written));
  const [claimed] = await claim({ db, transact }, { sender: 1, limit: 1 }, { name: 'test', perSecond: 30 });
  if (!claimed) throw new Error('nothing is to be sent');
  await transact(async (tx) => {
    const settled = await settleUnsent(tx, claimed, { kind: 'refused', code: 'unreachable', error: '403' });
    if (settled) await recordDelivery(tx, settled);
  });
  await transact((tx) => resend({ tx, desk, actor: colleague, ticketId }, messageId));
  const sent = await db
    .selectFrom('outbox')
    .select(['payload', 'state'])
    .where('ref', 'is not', null)
    .orderBy('id')
    .execute();
  expect(sent.map(({ state }) => state)).toEqual(['repeated', 'pending']);
  expect(sent[1]?.payload).toEqual(sent[0]?.payload);
});
