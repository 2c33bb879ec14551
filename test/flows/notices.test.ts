import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { handleNotice, handleTell } from '../../domain/notices/index.ts';
import { addStaff, Notice, type StaffMember } from '../../domain/staff/index.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk({ demo: false });
  // Whoever begins with the desk is not asked: everybody here is of this file.
  await sql`update staff set active = false`.execute(t.runtime.db);
});
afterAll(() => t?.[Symbol.asyncDispose]());

type Colleague = { person: Player; member: StaffMember; told: () => Promise<string[]> };

async function colleague(name: string, role: string, presence = 'offline'): Promise<Colleague> {
  const person = await t.customer(name);
  const { transact, clock, db } = t.runtime;
  const member = await transact((tx) =>
    addStaff(tx, { name, role, telegramId: person.id, now: clock.now() }),
  );
  await person.say({ text: '/id' });
  await untilSeen(person, ({ text }) => (text?.includes(String(person.id)) ? true : undefined));
  await sql`update staff set presence = ${presence} where id = ${member.id}`.execute(db);
  const told = async () =>
    (await person.messages()).flatMap(({ text = '' }) => (/^(🚨|⏳|🔴|🔔)/u.test(text) ? [text] : []));
  return { person, member, told };
}

async function ticket(text: string): Promise<number> {
  const customer = await t.customer('Leyla');
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text });
  return untilSeen(customer, numberOf);
}

/** Brings notices to their people at once, as the job would. */
const bring = (notices: readonly Record<string, unknown>[]) =>
  t.runtime.transact(async (tx) => {
    for (const notice of notices) await handleNotice(tx, t.runtime.desk, Notice.parse(notice));
  });
const tell = ({ member }: Colleague) => t.runtime.transact((tx) => handleTell(tx, t.runtime.desk, member.id));
const letGo = ({ member }: Colleague) =>
  sql`update staff set active = false where id = ${member.id}`.execute(t.runtime.db);

test('urgent words call whoever serves the queue and is there, in their chat with the bot; nobody else', async () => {
  const away = await colleague('Murad', 'l2');
  const there = await colleague('Aysel', 'l1', 'online');
  const customer = await t.customer('Sevda');
  await customer.say({ text: '/start t_payment' });
  await customer.say({ text: 'My account was hacked' });
  const number = await untilSeen(customer, numberOf);
  const call = await untilSeen(there.person, (message) =>
    message.text?.startsWith(`🚨 № ${number} ·`) ? message : undefined,
  );
  const [way] = call.reply_markup?.inline_keyboard?.flat() ?? [];
  expect(way).toMatchObject({
    text: `Open № ${number}`,
    url: expect.stringContaining(`/console/tickets/${number}`),
  });
  await tell(away);
  expect(await away.told()).toEqual([]);
  await Promise.all([letGo(away), letGo(there)]);
});

test('a storm is one message that names five; a ticket that ended needs nobody; a rule is told all the same', async () => {
  const lead = await colleague('Nigar', 'admin');
  const late = (id: number) => ({ ticket: id, whom: 'leads', reason: 'sla_breach', metric: 'first_reply' });
  const numbers = [];
  for (let count = 0; count < 7; count += 1) numbers.push(await ticket(`Idea ${count}`));
  const [ended = 0, ...open] = numbers;
  await sql`update tickets set status = 'closed' where id = ${ended}`.execute(t.runtime.db);
  await bring([...open.map(late), late(ended)]);
  await tell(lead);
  await vi.waitFor(async () => expect(await lead.told()).toHaveLength(1));
  const [storm = ''] = await lead.told();
  expect(storm.split('\n')).toEqual([
    ...open.slice(0, 5).map((id) => `🔴 № ${id} · L1: the first reply is late`),
    '… and 1 more',
  ]);
  await bring([{ ticket: ended, whom: 'leads', reason: 'rule', words: 'A low rating.' }]);
  await tell(lead);
  await vi.waitFor(async () => expect(await lead.told()).toContain(`🔔 № ${ended} · L1: A low rating.`));
  await letGo(lead);
});

test('everybody says what they want to be told; without a sign-in nobody is asked', async () => {
  const some = await colleague('Kamran', 'l1', 'online');
  const agent = await t.agent('l1');
  expect(await agent.call('/api/notices')).toEqual({ status: 200, body: { tell: 'all' } });
  expect(await agent.call('/api/notices', { tell: 'urgent' }, 'PUT')).toMatchObject({ status: 200 });
  expect(await agent.call('/api/notices')).toEqual({ status: 200, body: { tell: 'urgent' } });
  expect((await agent.call('/api/notices', { tell: 'loudly' }, 'PUT')).status).toBe(400);
  expect((await fetch(`${t.url}/api/notices`)).status).toBe(401);

  const wish = (words: string) =>
    sql`update staff set notices = ${words} where id = ${some.member.id}`.execute(t.runtime.db);
  const number = await ticket('An idea');
  const warning = { ticket: number, whom: 'queue', reason: 'sla_warn', metric: 'first_reply' };
  const page = { ticket: number, whom: 'on_call', reason: 'sla_start' };
  await wish('none');
  await bring([warning, page]);
  await wish('urgent');
  await bring([warning, page]);
  await tell(some);
  await vi.waitFor(async () => expect(await some.told()).toHaveLength(1));
  expect((await some.told())[0]).toBe(`🚨 № ${number} · L1: somebody is needed now`);
  await wish('all');
  await bring([warning]);
  await tell(some);
  await vi.waitFor(async () =>
    expect((await some.told()).at(-1)).toMatch(new RegExp(`^⏳ № ${number} · L1: first reply due `)),
  );
});
