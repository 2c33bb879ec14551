import { expect, test } from 'vitest';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { testIntake } from '../support/intake.ts';
import { stranger } from '../support/webhook.ts';

// A database that let nobody in was taken for an update that cannot be handled: it was set aside, and Telegram told that all was well.
test.each(['55000', '3D000', '28P01', '25006', '57P03'])(
  'while the database answers %s, an update is not taken, and its next coming has its effects',
  async (code) => {
    await using t = await testIntake();
    const { db } = t.runtime;
    let closed = true;
    const intake: typeof t.intake = {
      ...t.intake,
      async transact(work) {
        // Closed for the update, open again for whoever would set it aside.
        if (!closed) return t.intake.transact(work);
        throw Object.assign(new Error('nobody gets in'), { code });
      },
    };
    const update = stranger().says('in the dark');
    const taking = receiveBatch(intake, [update], 1);
    closed = false;
    await expect(taking).rejects.toThrow('nobody gets in');
    expect(await db.selectFrom('failed_updates').selectAll().execute()).toEqual([]);
    await receiveBatch(intake, [update], 1);
    expect(await db.selectFrom('messages').select('text').execute()).toEqual([{ text: 'in the dark' }]);
  },
);
