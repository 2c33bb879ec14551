import { expect, test } from 'vitest';
import { listConcierges } from '../../domain/concierge/index.ts';
import { conciergeWorld } from '../support/concierge-world.ts';

test('a concierge’s account is known by its owner; what it may do is kept and its end is told, in words and as a state', async () => {
  await using w = await conciergeWorld();
  const own = w.nigar.telegramId ?? 0;
  await w.connect({ rights: {} });
  expect(await listConcierges(w.db)).toMatchObject([{ name: 'Nigar', state: 'connected', rights: [] }]);
  await w.connect();
  expect(await listConcierges(w.db)).toMatchObject([{ rights: ['reply', 'read'] }]);
  // Said once more, it is no news.
  await w.connect();
  await w.connect({ enabled: false });
  expect(await listConcierges(w.db)).toMatchObject([{ state: 'off' }]);
  const told = (await w.sent(own, 'bot')).map(({ text }) => text?.replaceAll(/[\u2068\u2069]/g, ''));
  expect(told).toHaveLength(3);
  expect(told[0]).toMatch(/I may not answer in your name yet/);
  expect(told[1]).toMatch(/Colleagues can answer in your name/);
  expect(told[2]).toMatch(/disconnected/);
  const audit = await w.db
    .selectFrom('audit_entries')
    .select(['action', 'actor_id'])
    .where('action', '=', 'concierge.connection')
    .execute();
  expect(audit).toEqual(
    Array.from({ length: 3 }, () => ({ action: 'concierge.connection', actor_id: w.nigar.id })),
  );
});

test('nobody else is taken: neither a stranger nor an agent without the role, and what they write is not kept', async () => {
  await using w = await conciergeWorld();
  const agent = await w.hire('Aysel', 'l1');
  const outsider = { id: 4_000_001, is_bot: false, first_name: 'Somebody' };
  for (const who of [outsider, { ...outsider, id: agent.telegramId ?? 0 }]) {
    await w.connect({ who });
    const leyla = await w.guest('Leyla');
    await leyla.say('Hello', { to: who });
    expect(await leyla.tickets()).toEqual([]);
    expect((await w.sent(who.id, 'bot'))[0]?.text).toMatch(/only the concierges/);
  }
  expect(await listConcierges(w.db)).toEqual([]);
});

test('a role that is taken away, and a new connection in an old one’s place, count at once', async () => {
  await using w = await conciergeWorld();
  await w.connect();
  const leyla = await w.guest('Leyla');
  await leyla.say('One');
  await w.db.updateTable('staff').set({ role: 'l1' }).where('id', '=', w.nigar.id).execute();
  await leyla.say('Two');
  const [ticket] = await leyla.tickets();
  expect(await w.words(ticket?.id ?? 0)).toEqual(['customer: One']);
  expect(await listConcierges(w.db)).toMatchObject([{ state: 'lost' }]);
  await w.db.updateTable('staff').set({ role: 'vip' }).where('id', '=', w.nigar.id).execute();
  await w.connect({ id: 'a-newer-connection' });
  // The end of the old one, which comes late, ends nothing.
  await w.connect({ enabled: false });
  expect(await listConcierges(w.db)).toMatchObject([
    { state: 'connected', connection: 'a-newer-connection' },
  ]);
  await leyla.say('Three', { business_connection_id: 'a-newer-connection' });
  expect(await w.words(ticket?.id ?? 0)).toEqual(['customer: One', 'customer: Three']);
});

test('a concierge who opens the bot from a chat hears whether it is the desk’s, and which ticket', async () => {
  await using w = await conciergeWorld();
  await w.connect();
  const own = w.nigar.telegramId ?? 0;
  const last = async () => (await w.sent(own, 'bot')).at(-1)?.text?.replaceAll(/[\u2068\u2069]/g, '');
  const friend = await w.guest('A friend', false);
  await friend.lookedUp();
  expect(await last()).toMatch(/yours alone/);
  const leyla = await w.guest('Leyla');
  await leyla.lookedUp();
  expect(await last()).toMatch(/will be a ticket/);
  await leyla.say('Hello');
  const [ticket] = await leyla.tickets();
  await leyla.lookedUp();
  expect(await last()).toMatch(new RegExp(`№ ${ticket?.id} at the desk`));
});
