import { expect, test } from 'vitest';
import { append, claim, settleUnsent, type Unsent } from '../../base/outbox/index.ts';
import { testIntake } from '../support/intake.ts';

// Every 429 counted as an attempt, so that after one of them a lost answer left the bot's words unsaid.
test("the bot's words are repeated after a lost answer, however often they had to wait before", async () => {
  await using t = await testIntake();
  const { db, transact } = t.runtime;
  await transact((tx) =>
    append(tx, { lane: 'chat:1', kind: 'say', payload: { text: 'Hello' }, onAmbiguous: 'resend' }),
  );
  const ends = async (outcome: Unsent) => {
    await db
      .updateTable('outbox_lanes')
      .set({ ready_at: new Date(0) })
      .execute();
    const [claimed] = await claim({ db, transact }, { sender: 1, limit: 1 }, { name: 'test', perSecond: 30 });
    if (!claimed) throw new Error('nothing is to be sent');
    await transact((tx) => settleUnsent(tx, claimed, outcome));
    return (await db.selectFrom('outbox').select('state').executeTakeFirstOrThrow()).state;
  };
  const lost: Unsent = { kind: 'unknown', error: 'lost', mayRepeat: false };
  for (let times = 0; times < 3; times += 1) {
    expect(await ends({ kind: 'retry', afterMs: 0, error: '429' })).toBe('pending');
  }
  expect(await ends(lost)).toBe('pending');
  expect(await ends(lost)).toBe('ambiguous');
});
