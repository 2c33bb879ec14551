import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { Conversation, TicketMessage } from '../../contract/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { manager, until, venue } from '../support/community-world.ts';
import { type Agent, BOT, type TestDesk, testDesk } from '../support/desk.ts';
import { upload } from '../support/files.ts';
import { intakeOf } from '../support/intake.ts';
import { FACT_KINDS, FILE_KINDS, type Kind, kindOf, ODD_KINDS, UPLOADS } from '../support/kinds.ts';

type Shown = {
  message_id: number;
  text?: string;
  caption?: string;
  caption_entities?: { type: string }[];
  photo?: { file_id: string }[];
  media_group_id?: string;
  message_thread_id?: number;
  reply_to_message?: { message_id: number };
};

/** A place where a customer and the desk talk about a ticket. */
type Place = {
  ticket: number;
  say(words: Record<string, unknown>): Promise<unknown>;
  edit(messageId: number, change: Record<string, unknown>): Promise<unknown>;
  seen(): Promise<Shown[]>;
  /** The name that stands over an agent's words there. */
  frame: string;
};

/** A command, which is stored nowhere; in a person's own chat they are words of before. */
const UNHEARD = '/help';

let t: TestDesk;
let agent: Agent;
const places: Partial<Record<string, Place>> = {};
let keys = 0;

beforeAll(async () => {
  t = await testDesk({
    bot: { has_topics_enabled: true, can_connect_to_business: true },
  });
  agent = await t.agent('vip');
  places['private topic'] = await topicPlace();
  places['Business'] = await businessPlace();
  places['channel direct messages'] = await directPlace();
});
afterAll(() => t?.[Symbol.asyncDispose]());

const talkIn = (user: number, chat: number | string, extra: object = {}) => ({
  say: (words: Record<string, unknown>) => t.people(`/users/${user}/send`, { chat, ...extra, ...words }),
  edit: (message_id: number, change: Record<string, unknown>) =>
    t.people(`/users/${user}/edit`, { chat, message_id, ...change }),
  seen: async () => (await t.people(`/users/${user}/chats/${encodeURIComponent(chat)}/messages`)) as Shown[],
});

async function topicPlace(): Promise<Place> {
  const leyla = await t.customer('Leyla');
  await leyla.say({ text: '/start t_idea' });
  await leyla.say({ text: 'My idea is this.' });
  const ticket = await untilSeen(leyla, numberOf);
  const thread = await until(async () => {
    const row = await t.runtime.db
      .selectFrom('ticket_topics')
      .select('thread')
      .where('ticket_id', '=', ticket)
      .executeTakeFirstOrThrow();
    expect(row.thread).not.toBeNull();
    return row.thread;
  });
  return { ticket, frame: `${agent.member.name}:\n`, ...talkIn(leyla.id, `@${BOT.username}`, { thread }) };
}

/** The ticket of whoever has this account. */
const ticketOf = (account: number): Promise<number> =>
  until(async () => {
    const { id } = await t.runtime.db
      .selectFrom('tickets')
      .innerJoin('customers', 'customers.id', 'tickets.customer_id')
      .select('tickets.id')
      .where('customers.telegram_id', '=', account)
      .executeTakeFirstOrThrow();
    return id;
  });

async function businessPlace(): Promise<Place> {
  const [nigar, murad] = [await t.customer('Nigar'), await t.customer('Murad')];
  const talk = talkIn(murad.id, nigar.id);
  // Before the desk is let in.
  await talk.say({ text: UNHEARD });
  const { db } = t.runtime;
  await db.updateTable('staff').set({ telegram_id: nigar.id }).where('id', '=', agent.member.id).execute();
  await t.people(`/users/${nigar.id}/business`, { bot: `@${BOT.username}` });
  await until(async () =>
    expect(await db.selectFrom('concierges').select('state').execute()).toEqual([{ state: 'connected' }]),
  );
  const known = { telegram_id: murad.id, first_name: 'Murad', language: 'en', is_vip: true };
  await db
    .insertInto('customers')
    .values({ ...known, created_at: new Date() })
    .execute();
  await talk.say({ text: 'Hello Nigar, I have a question.' });
  return { ticket: await ticketOf(murad.id), frame: '', ...talk };
}

async function directPlace(): Promise<Place> {
  const owner = await manager(t);
  const channel = await venue(t, {
    ...{ type: 'channel', title: 'Shop news', username: 'shop_news', direct_messages: true, owner: owner.id },
  });
  await channel.promote();
  const rows = (await t.people(`/users/${owner.id}/chats`)) as {
    chat: { id: number };
    direct_messages_chat?: number;
  }[];
  const direct = rows.find(({ chat }) => chat.id === channel.id)?.direct_messages_chat ?? 0;
  const { id } = await t.customer('Marat');
  const talk = talkIn(id, direct);
  await talk.say({ text: 'Somebody stole my card, 4111 was charged' });
  return { ticket: await ticketOf(id), frame: `${agent.member.name}:\n`, ...talk };
}

const placeCalled = (name: string): Place => places[name] as Place;
const read = async ({ ticket }: Place): Promise<TicketMessage[]> =>
  Conversation.parse((await agent.call(`/api/tickets/${ticket}/conversation`)).body).messages;
const lastId = async (place: Place) => (await read(place)).at(-1)?.id ?? 0;
const since = async (place: Place, id: number) => (await read(place)).filter((message) => message.id > id);
async function answer(place: Place, body: Record<string, unknown>): Promise<TicketMessage> {
  keys += 1;
  const { body: message } = await agent.call(`/api/tickets/${place.ticket}/replies`, {
    ...{ request_key: `places-${keys}-request`, ...body },
  });
  return TicketMessage.parse(message);
}
const file = async ({ name, data }: { name: string; data: Buffer }) =>
  (await upload(t.url, agent, { name, data: Buffer.concat([data, Buffer.from(String((keys += 1)))]) })).id;
const words = ({ text, caption }: Shown) => text ?? caption;

/** Polls cannot be sent to direct messages of channels. */
const kindsOf = (name: string): readonly Kind[] =>
  [...FILE_KINDS, ...FACT_KINDS, ...ODD_KINDS].filter(
    ({ kind }) => kind !== 'poll' || name !== 'channel direct messages',
  );

describe.each(['private topic', 'Business', 'channel direct messages'])('%s', (name) => {
  test('whatever the customer sends is in the ticket, an album as one; an edit keeps what was said', async () => {
    const place = placeCalled(name);
    const last = await lastId(place);
    const kinds = kindsOf(name);
    for (const { sends } of kinds) await place.say(sends);
    const bold = [{ type: 'bold', offset: 0, length: 4 }];
    const before = await place.seen();
    await place.say({ text: 'Bold words', entities: bold, reply_to: before.at(-1)?.message_id });
    const [photo, document] = FILE_KINDS.map(({ sends }) => sends);
    await place.say({
      media_group: [
        { ...photo, caption: 'one' },
        { ...photo, caption: 'two' },
      ],
    });
    await place.say({
      media_group: [
        { ...document, caption: '' },
        { ...document, caption: 'three' },
      ],
    });
    const messages = await until(async () => {
      const found = await since(place, last);
      expect(found.map(({ kind, text }) => [kind, text])).toEqual([
        ...kinds.map(({ kind, says }) => [kind, says]),
        ['text', 'Bold words'],
        ['album', 'one\ntwo'],
        ['album', 'three'],
      ]);
      return found;
    });
    for (const { kind, attachments } of messages)
      if (FILE_KINDS.some((one) => one.kind === kind)) expect(attachments).toMatchObject([{ kind }]);
    expect(messages.find(({ text }) => text === 'Bold words')).toMatchObject({
      ...{ entities: bold, reply_to_id: messages[kinds.length - 1]?.id },
    });
    expect(messages.at(-2)?.attachments).toHaveLength(2);
    const shown = await place.seen();
    await place.edit(shown.find((one) => words(one) === 'a photo')?.message_id ?? 0, { caption: 'my photo' });
    await until(async () =>
      expect((await read(place)).find(({ id }) => id === messages[0]?.id)).toMatchObject({
        ...{ text: 'my photo', versions: [{ text: 'a photo' }] },
      }),
    );
  });

  test('whatever an agent sends arrives there, changes there and is taken back there', async () => {
    const place = placeCalled(name);
    const before = await place.seen();
    const sent: TicketMessage[] = [];
    const question = (await read(place))[0] as TicketMessage;
    sent.push(await answer(place, { text: '**Bold** answer', reply_to: question.id }));
    for (const one of UPLOADS) sent.push(await answer(place, { text: one.kind, files: [await file(one)] }));
    const [picture, paper] = UPLOADS as [(typeof UPLOADS)[number], (typeof UPLOADS)[number]];
    const album = [await file(picture), await file(picture), await file(paper)];
    sent.push(await answer(place, { text: 'An album', files: album }));
    await until(async () => {
      const own = (await read(place)).filter(({ id }) => sent.some((message) => message.id === id));
      expect(own.map(({ delivery }) => delivery)).toEqual(sent.map(() => 'sent'));
    });
    const old = new Set(before.map(({ message_id }) => message_id));
    const fresh = async () =>
      (await place.seen()).filter(
        (one) => !old.has(one.message_id) && one.text?.startsWith('№') !== true && kindOf(one) !== undefined,
      );
    const shown = await fresh();
    expect(shown.map((one) => [kindOf(one), words(one)])).toEqual([
      ['text', `${place.frame}Bold answer`],
      ...UPLOADS.map(({ kind }) => [kind, `${place.frame}${kind}`]),
      ...[
        ['photo', `${place.frame}An album`],
        ['photo', undefined],
        ['document', undefined],
      ],
    ]);
    expect(shown[0]?.reply_to_message?.message_id).toBe(
      before.find((one) => words(one) === question.text)?.message_id,
    );
    const [one, two] = shown.slice(-3);
    expect(one?.media_group_id).toEqual(expect.any(String));
    expect(two?.media_group_id).toBe(one?.media_group_id);
    if (name === 'private topic') expect(new Set(shown.map((of) => of.message_thread_id)).size).toBe(1);

    const own = (message: TicketMessage | undefined) =>
      `/api/tickets/${place.ticket}/messages/${message?.id ?? 0}`;
    expect((await agent.call(own(sent[0]), { text: 'Another answer' }, 'PATCH')).status).toBe(200);
    expect((await agent.call(own(sent[1]), { text: '_Another_ photo' }, 'PATCH')).status).toBe(200);
    expect((await agent.call(own(sent.at(-1)), undefined, 'DELETE')).status).toBe(200);
    await until(async () => {
      const now = await fresh();
      expect(now.map(words)).toEqual([
        ...[`${place.frame}Another answer`, `${place.frame}Another photo`],
        ...UPLOADS.slice(1).map(({ kind }) => `${place.frame}${kind}`),
      ]);
      expect(now[1]?.caption_entities).toMatchObject([{ type: 'italic' }]);
    });
  });

  test('forwards, quotes, words behind commands and files of any size come; what was never heard is heard once it is said otherwise', async () => {
    const place = placeCalled(name);
    const last = await lastId(place);
    const isBusiness = name === 'Business';
    const large = {
      file_id: 'large',
      file_unique_id: 'large',
      file_size: 20 * 1024 * 1024 + 1,
      file_name: 'l.bin',
    };
    await place.say({ text: 'Somebody said it', forward_from: { name: 'A stranger' } });
    const forwarded = (await place.seen()).find(({ text }) => text === 'Somebody said it')?.message_id ?? 0;
    await place.say({ text: 'About that', reply_to: forwarded, quote: 'Somebody' });
    await place.say({ text: '/refund the order 8841' });
    await place.say({ other: { document: large, caption: 'too much' } });
    if (!isBusiness) await place.say({ text: UNHEARD });
    const unheard = (await place.seen()).findLast(({ text }) => text === UNHEARD)?.message_id ?? 0;
    await place.edit(unheard, { text: 'No command now' });
    await place.say({ text: 'And on' });
    const [origin, quote] = await until(async () => {
      const found = await since(place, last);
      expect(found.map(({ text }) => text)).toEqual([
        ...['Somebody said it', 'About that', '/refund the order 8841', 'too much'],
        // What was said before the desk was let in stays between the two.
        ...(isBusiness ? [] : ['No command now']),
        'And on',
      ]);
      return found;
    });
    expect(origin?.origin).toMatchObject({ kind: 'hidden_user', name: 'A stranger' });
    expect(quote).toMatchObject({ reply_to_id: origin?.id, quote: 'Somebody' });
    // Only people speak in somebody's own chat: nobody is told there.
    const { rows: told } =
      await sql`select from outbox o join tickets t on o.payload -> 'chat' = to_jsonb(t.chat_id)
      where t.id = ${place.ticket} and o.payload ->> 'text' like '%20 MB%'`.execute(t.runtime.db);
    expect(told).toHaveLength(isBusiness ? 0 : 1);
    if (isBusiness) return;
    await until(async () =>
      expect((await place.seen()).filter(({ text }) => /20 MB/.test(text ?? ''))).toHaveLength(1),
    );
  });

  test('a long answer comes in pieces, a long caption goes on, and Telegram is brought no file twice', async () => {
    const place = placeCalled(name);
    const arrived = async (body: Record<string, unknown>): Promise<Shown[]> => {
      const old = new Set((await place.seen()).map(({ message_id: id }) => id));
      const { id } = await answer(place, body);
      await until(async () =>
        expect((await read(place)).find((one) => one.id === id)?.delivery).toBe('sent'),
      );
      return (await place.seen()).filter((one) => !old.has(one.message_id) && !one.text?.startsWith('№'));
    };
    const long = Array.from({ length: 130 }, (_, index) => `Sentence ${index} is **here** and goes on.`);
    const pieces = await arrived({ text: long.join(' ') });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every(({ text = '' }) => text.length <= 4096 && text.endsWith('.'))).toBe(true);
    expect(pieces.map(words).join(' ')).toBe(place.frame + long.join(' ').replaceAll('**', ''));

    const [{ data }] = UPLOADS as [(typeof UPLOADS)[number]];
    const same = Buffer.concat([data, Buffer.from(`once in ${name}`)]);
    const again = async () => (await upload(t.url, agent, { name: `${name}.png`, data: same })).id;
    const text = 'A sentence for the caption. '.repeat(60).trim();
    const [photo, rest] = await arrived({ text, files: [await again()] });
    expect(photo?.caption?.length).toBeLessThanOrEqual(1024);
    expect(`${photo?.caption} ${rest?.text}`).toBe(place.frame + text);
    const fileOf = (shown: Shown | undefined) => shown?.photo?.at(-1)?.file_id;
    expect(fileOf((await arrived({ files: [await again()] }))[0])).toBe(fileOf(photo));
    const files = t.runtime.db.updateTable('files').set({ telegram_file_id: 'gone' });
    await files.where('name', '=', `${name}.png`).execute();
    const [brought] = await arrived({ files: [await again()] });
    expect([undefined, 'gone']).not.toContain(fileOf(brought));
  });
});

test('a reaction in a private topic stands with its message until it is taken back', async () => {
  const place = placeCalled('private topic');
  const [first] = await read(place);
  const { telegram_message_id: messageId, telegram_id } = await t.runtime.db
    .selectFrom('messages')
    .innerJoin('tickets', 'tickets.id', 'messages.ticket_id')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select(['messages.telegram_message_id', 'customers.telegram_id'])
    .where('messages.id', '=', first?.id ?? 0)
    .executeTakeFirstOrThrow();
  const user = telegram_id ?? 0;
  for (const [index, emoji] of [['👍'], []].entries()) {
    const chat = { id: user, type: 'private', first_name: 'Leyla' } as const;
    const from = { id: user, is_bot: false, first_name: 'Leyla' };
    const new_reaction = emoji.map((one) => ({ type: 'emoji', emoji: one }) as never);
    const reaction = { chat, message_id: messageId ?? 0, user: from, date: 1_700_000_000, old_reaction: [] };
    const update = { update_id: 900_000_000 + index, message_reaction: { ...reaction, new_reaction } };
    await receiveBatch(intakeOf(t.runtime), [update], 1);
    expect((await read(place))[0]?.reactions).toEqual(emoji);
  }
});
