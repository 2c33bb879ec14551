import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { moveChat } from '../../domain/chats/index.ts';
import { addStaff } from '../../domain/staff/index.ts';
import { type TestIntake, testIntake } from '../support/intake.ts';

const OLD = -5501;
const NEW = -1_001_005_501;
const OWNER = { id: 77_001, is_bot: false, first_name: 'Owner' };
let updates = 0;

const inGroup = (chat: number, content: Record<string, unknown>) => {
  updates += 1;
  const type = chat === OLD ? 'group' : 'supergroup';
  const message = {
    message_id: updates,
    date: 1,
    chat: { id: chat, type, title: 'Small' },
    from: OWNER,
    ...content,
  };
  return { update_id: updates, message: message as never };
};
const staff = (chat: number) =>
  inGroup(chat, { text: '/staff', entities: [{ type: 'bot_command', offset: 0, length: 6 }] });

async function standing({ runtime: { db } }: TestIntake) {
  const chats = await db.selectFrom('chats').select(['id', 'kind', 'telegram_chat_id as telegram']).execute();
  const groups = await db.selectFrom('staff_groups').select(['id', 'chat_id']).orderBy('id').execute();
  const { rows: to } = await sql<{ chat: number }>`
    select distinct (payload ->> 'chat')::int as chat from outbox where state = 'pending'`.execute(db);
  const { rows: failed } = await sql`select from failed_updates`.execute(db);
  return { chats, groups, to: to.map(({ chat }) => chat), failed: failed.length };
}

async function spokenFirst(): Promise<TestIntake> {
  const t = await testIntake();
  const now = new Date();
  await t.runtime.transact((tx) =>
    addStaff(tx, { name: 'Owner', role: 'admin', telegramId: OWNER.id, now }).then(() => undefined),
  );
  await t.take(staff(OLD), staff(NEW));
  expect((await standing(t)).chats).toHaveLength(2);
  return t;
}

// What is written in the new group can be handled before Telegram's word that the old one became it: there were two chats then, and moving
// the first one failed for ever, since the other had its number.
test('a group that became a supergroup is one chat, also when somebody spoke there before the desk was told', async () => {
  await using t = await spokenFirst();
  const [before] = (await standing(t)).chats;
  await t.take(inGroup(OLD, { migrate_to_chat_id: NEW }), inGroup(NEW, { migrate_from_chat_id: OLD }));
  expect(await standing(t)).toEqual({
    chats: [{ id: before?.id, kind: 'supergroup', telegram: NEW }],
    groups: [{ id: expect.anything(), chat_id: before?.id }],
    ...{ to: [before?.id], failed: 0 },
  });
});

test('the same where a refused message tells of it, once or twice', async () => {
  await using t = await spokenFirst();
  const [old, fresh] = (await standing(t)).chats;
  for (const { id } of [old, old, fresh].flatMap((one) => one ?? []))
    await t.runtime.transact((tx) => moveChat(tx, id, NEW));
  expect(await standing(t)).toMatchObject({ chats: [{ id: old?.id, telegram: NEW }], to: [old?.id] });
});
