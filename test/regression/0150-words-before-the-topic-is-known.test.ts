import { expect, test } from 'vitest';
import { forgetEarly } from '../../domain/staff-forum/index.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { askedInGroup, seenIn, toldTo, until } from '../support/forum-world.ts';

const KEY = 150;

type Hold = AsyncDisposable & { release: () => Promise<void> };

/** Makes whoever writes this down wait until they are let go on. */
async function hold({ runtime }: TestDesk, when: string): Promise<Hold> {
  const { pool } = runtime;
  await pool.query(`
    create function held() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(${KEY}); return new; end';
    create trigger held before update ${when} execute function held()`);
  const holder = await pool.connect();
  await holder.query('select pg_advisory_lock($1)', [KEY]);
  let held = true;
  const release = async () => {
    if (!held) return;
    held = false;
    await holder.query('select pg_advisory_unlock($1)', [KEY]);
    holder.release();
  };
  return { release, [Symbol.asyncDispose]: release };
}

const count = async ({ runtime }: TestDesk, what: string): Promise<number> =>
  (await runtime.pool.query<{ count: number }>(`select count(*)::int as count from ${what}`)).rows[0]
    ?.count ?? 0;

const IS_SENT = `of state on outbox for each row when (new.kind = 'staff.topic' and new.state = 'sent')`;

// A topic is seen in the group before the desk has noted its number. What was written in it that soon went nowhere, without a word.
test('what is written in a topic before its number is known goes to the customer once it is, in its order', async () => {
  await using t = await testDesk();
  await using noting = await hold(t, IS_SENT);
  const { group, aysel, leyla, thread } = await askedInGroup(t);
  const before = await count(t, 'updates');
  const { message_id: first } = await aysel.say({ thread, text: 'We are on it' });
  await aysel.edit(first, 'We look at it');
  await aysel.say({ thread, text: '// she asked before' });
  await aysel.say({ thread, text: '/resolve It is there since today' });
  await until(async () => expect(await count(t, 'updates')).toBe(before + 4));
  expect((await toldTo(leyla)).join('\n')).not.toMatch(/We are on it/);
  await noting.release();
  await until(async () => expect((await toldTo(leyla)).join('\n')).toMatch(/We look at it[^]*since today/));
  expect((await toldTo(leyla)).join('\n')).not.toMatch(/asked before/);
  await seenIn(group, thread, /№ \d+/);
  expect(await count(t, 'staff_early_words')).toBe(0);
});

test('what is written while the number is being noted waits for that', async () => {
  await using t = await testDesk();
  await using noting = await hold(t, 'of thread_id on staff_topics for each row');
  const { aysel, leyla, thread } = await askedInGroup(t);
  const waitFor = (event: string) =>
    until(async () =>
      expect(
        await count(t, `pg_stat_activity where datname = current_database() and wait_event in (${event})`),
      ).toBe(1),
    );
  await waitFor(`'advisory'`);
  await aysel.say({ thread, text: 'We are on it' });
  await waitFor(`'transactionid', 'tuple'`);
  await noting.release();
  await until(async () => expect((await toldTo(leyla)).join('\n')).toMatch(/We are on it/));
});

test('what was written in a topic that turned out to be no ticket’s is forgotten', async () => {
  await using t = await testDesk();
  await using noting = await hold(t, IS_SENT);
  const { group, aysel } = await askedInGroup(t);
  const own = (await t.people(`/chats/${group.chat}/topics`, { name: 'Cake' })) as {
    message_thread_id: number;
  };
  const now = t.runtime.clock.now();
  await aysel.say({ thread: own.message_thread_id, text: 'Who brings cake?' });
  await until(async () => expect(await count(t, 'staff_early_words')).toBe(1));
  await noting.release();
  await until(async () => expect(await count(t, 'staff_topics where thread_id is not null')).toBe(1));
  await forgetEarly(t.runtime.db, now);
  expect(await count(t, 'staff_early_words')).toBe(1);
  await forgetEarly(t.runtime.db, new Date(now.getTime() + 3_700_000));
  expect(await count(t, 'staff_early_words')).toBe(0);
});
