import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation } from '../../contract/index.ts';
import { answerTopic, manager, until, type Venue, venue } from '../support/community-world.ts';
import { type Agent, BOT, type TestDesk, testDesk } from '../support/desk.ts';
import { FACT_KINDS, FILE_KINDS, ODD_KINDS } from '../support/kinds.ts';

const MATTER = 'My card was charged twice for order 8841';
const WORDED = FILE_KINDS.filter(({ sends }) => 'caption' in sends);
const WORDLESS = [...FILE_KINDS.filter((kind) => !WORDED.includes(kind)), ...FACT_KINDS, ...ODD_KINDS];

let t: TestDesk;
let agent: Agent;
let group: Venue;
let leyla: Player;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent('l1');
  const nigar = await manager(t);
  group = await venue(t, { type: 'supergroup', title: 'Shop talk', owner: nigar.id });
  await group.promote();
  const text = `/setup@${BOT.username}`;
  await group.say(nigar.id, { text, entities: [{ type: 'bot_command', offset: 0, length: text.length }] });
  await until(async () => {
    const { rows } =
      await sql`select from places where kind = 'community' and checked_at is not null`.execute(t.runtime.db);
    expect(rows).toHaveLength(1);
  });
  leyla = await t.customer('Leyla', 'en');
  await t.people(`/chats/${group.id}/members`, { user: leyla.id, status: 'member' });
});
afterAll(() => t?.[Symbol.asyncDispose]());

/** What waits to be carried, in words. */
async function waiting(): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select one ->> 'text' as text from carried_words, jsonb_array_elements(contents) with ordinality as kept (one, place)
    where used_at is null order by id, place`.execute(t.runtime.db);
  return rows.map(({ text }) => text);
}

test('files of a private matter are carried into the bot with their words, an album as one; what has no words stays talk', async () => {
  for (const { sends } of WORDLESS) await group.say(leyla.id, sends);
  const said = [];
  for (const { sends } of WORDED) said.push(await group.say(leyla.id, { ...sends, caption: MATTER }));
  const [photo] = WORDED.map(({ sends }) => sends['photo']);
  await group.say(leyla.id, { media_group: [{ photo, caption: `${MATTER}, see` }, { photo }, { photo }] });
  await until(async () =>
    expect(await waiting()).toEqual([...WORDED.map(() => MATTER), `${MATTER}, see`, '', '']),
  );
  await t.people(`/users/${leyla.id}/edit`, {
    ...{ chat: group.id, message_id: said[0]?.message_id, caption: `${MATTER}, please` },
  });
  await until(async () => expect((await waiting())[0]).toBe(`${MATTER}, please`));

  const link = await until(async () => {
    const found = (await group.messages(undefined, leyla.id))
      .flatMap((message) => (message.reply_markup?.inline_keyboard?.flat() ?? []) as { url?: string }[])
      .find(({ url }) => url?.includes('?start=w_'));
    expect(found).toBeDefined();
    return found;
  });
  await leyla.say({ text: `/start ${link?.url?.split('?start=')[1] ?? ''}` });
  await answerTopic(leyla);
  const id = await untilSeen(leyla, numberOf);
  await until(async () => {
    const { messages } = Conversation.parse((await agent.call(`/api/tickets/${id}/conversation`)).body);
    expect(messages.map(({ kind, text, attachments }) => [kind, text, attachments.length])).toEqual([
      [WORDED[0]?.kind, `${MATTER}, please`, 1],
      ...WORDED.slice(1).map(({ kind }) => [kind, MATTER, 1]),
      ['album', `${MATTER}, see`, 3],
    ]);
  });
});
