import { expect, test } from 'vitest';
import { append, claim, settleUnsent } from '../../base/outbox/index.ts';
import { testIntake } from '../support/intake.ts';

// A message whose answer was lost was repeated as if Telegram had not counted it, so that a chat got more than its pace.
test('what perhaps arrived counts towards the pace of its chat, and by the minute', async () => {
  await using t = await testIntake();
  const { db, transact } = t.runtime;
  const message = { lane: 'chat:1', kind: 'say', paceMs: 60_000, burst: 1, perMinute: 2, payload: {} };
  await transact((tx) => append(tx, { ...message, onAmbiguous: 'resend' }));
  const [claimed] = await claim(t.runtime, { sender: 1, limit: 1 }, { name: 'test', perSecond: null });
  if (!claimed) throw new Error('nothing is to be sent');
  await transact((tx) => settleUnsent(tx, claimed, { kind: 'unknown', error: 'lost', mayRepeat: false }));
  const lane = await db.selectFrom('outbox_lanes').selectAll().executeTakeFirstOrThrow();
  expect(new Date(lane.ready_at).getTime()).toBeGreaterThan(Date.now() + 50_000);
  expect(lane.recent).toHaveLength(1);
});
