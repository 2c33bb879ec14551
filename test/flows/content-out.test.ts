import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation, ErrorBody, MessageSource, TicketMessage } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { PNG, upload } from '../support/files.ts';
import { UPLOADS } from '../support/kinds.ts';

type Shown = {
  message_id: number;
  text?: string;
  caption?: string;
  entities?: { type: string; offset: number; length: number }[];
  caption_entities?: { type: string }[];
  media_group_id?: string;
  photo?: { file_id: string }[];
  document?: { file_id: string; file_name?: string };
  voice?: object;
  reply_to_message?: { message_id: number };
  from?: { is_bot: boolean };
};

let t: TestDesk;
let agent: Agent;
let customer: Player;
let number: number;
let keys = 0;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
  customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'Please answer.' });
  number = await untilSeen(customer, numberOf);
});
afterAll(() => t?.[Symbol.asyncDispose]());

const chat = async () => (await customer.messages()) as Shown[];
const answer = (body: Record<string, unknown>, by = agent) => {
  keys += 1;
  return by.call(`/api/tickets/${number}/replies`, { request_key: `out-${keys}-${number}`, ...body });
};
const sent = async (body: Record<string, unknown>): Promise<TicketMessage> => {
  const { status, body: message } = await answer(body);
  expect(status).toBe(200);
  return TicketMessage.parse(message);
};
const file = async (name: string, data: Buffer): Promise<number> =>
  (await upload(t.url, agent, { name, data })).id;
const read = async (id: number): Promise<TicketMessage> => {
  const { messages } = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
  return messages.find((message) => message.id === id) as TicketMessage;
};
const arrived = (id: number) =>
  vi.waitFor(async () => expect((await read(id)).delivery).toBe('sent'), { timeout: 30_000 });
/** What the customer got for this message, in order. */
const got = async (message: TicketMessage): Promise<Shown[]> => {
  await arrived(message.id);
  const { db } = t.runtime;
  const parts = await db
    .selectFrom('message_parts')
    .select('telegram_message_id')
    .where('message_id', '=', message.id)
    .orderBy('part')
    .execute();
  const row = await db
    .selectFrom('messages')
    .select('telegram_message_id')
    .where('id', '=', message.id)
    .executeTakeFirstOrThrow();
  const ids = parts.length > 0 ? parts.map((part) => part.telegram_message_id) : [row.telegram_message_id];
  const all = await chat();
  return ids.map((id) => all.find((shown) => shown.message_id === id) as Shown);
};
const own = (path: string, body?: unknown, method?: string) =>
  agent.call(`/api/tickets/${number}/messages/${path}`, body, method);
const code = (answered: { body: unknown }) => ErrorBody.parse(answered.body).error.code;

test('formatting reaches the customer, counted behind the name of who answers', async () => {
  const message = await sent({ text: 'Salam 👋 **qalın** _əyri_ `kod` [bura](https://a.az/x)' });
  expect(message).toMatchObject({ text: 'Salam 👋 qalın əyri kod bura', kind: 'text' });
  const [shown] = await got(message);
  const name = agent.member.name;
  expect(shown?.text).toBe(`${name}:\nSalam 👋 qalın əyri kod bura`);
  const words = shown?.entities?.map(({ type, offset, length }) => [
    type,
    shown.text?.slice(offset, offset + length),
  ]);
  expect(words).toEqual([
    ['bold', 'qalın'],
    ['italic', 'əyri'],
    ['code', 'kod'],
    ['text_link', 'bura'],
  ]);
});

test('a long answer comes in pieces, in order, and is one message here', async () => {
  const text = Array.from({ length: 400 }, (_, index) => `Sentence ${index} is **here** and goes on.`).join(
    ' ',
  );
  const message = await sent({ text });
  const shown = await got(message);
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.every((one) => (one.text?.length ?? 0) <= 4096 && one.text?.endsWith('.'))).toBe(true);
  expect(shown.map((one) => one.text).join(' ')).toBe(`${agent.member.name}:\n${message.text}`);
  expect(shown.flatMap((one) => one.entities ?? [])).toHaveLength(400);
  // A reply to any piece is a reply to the message.
  await customer.say({ text: 'About the second piece', reply_to: shown[1]?.message_id });
  const reply = await vi.waitFor(async () => {
    const { messages } = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
    return (
      messages.find((one) => one.text === 'About the second piece') ?? Promise.reject(new Error('not yet'))
    );
  });
  expect(reply.reply_to_id).toBe(message.id);
});

const opus = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]);
test('files go as what their bytes are, albums together, the words under the first', async () => {
  const files = [
    await file('a.png', PNG),
    await file('b.png', PNG),
    await file('c.pdf', Buffer.from('%PDF-1.4')),
    await file('v.bin', opus),
  ];
  const message = await sent({ text: 'See **these**', files });
  expect(message.attachments.map(({ kind }) => kind)).toEqual(['photo', 'photo', 'document', 'voice']);
  const [first, second, third, fourth] = await got(message);
  expect(first).toMatchObject({ caption: `${agent.member.name}:\nSee these`, photo: expect.any(Array) });
  expect(first?.caption_entities).toMatchObject([{ type: 'bold' }]);
  expect(first?.media_group_id).toBe(second?.media_group_id);
  expect(first?.media_group_id).toEqual(expect.any(String));
  expect(third?.document).toMatchObject({ file_name: 'c.pdf' });
  expect(fourth?.voice).toBeDefined();
});

test('a video, a sound and a picture that moves go as what they are, with the words under them', async () => {
  for (const { kind, name, data } of UPLOADS) {
    const [shown] = await got(await sent({ text: `a ${kind}`, files: [await file(name, data)] }));
    expect(shown).toMatchObject({ [kind]: expect.anything(), caption: `${agent.member.name}:\na ${kind}` });
  }
});

test('the same file is not brought twice: Telegram has it', async () => {
  const data = Buffer.concat([PNG, Buffer.from('once')]);
  const first = await got(await sent({ files: [await file('once.png', data)] }));
  const again = await got(await sent({ files: [await file('other name.png', data)] }));
  expect(again[0]?.photo?.at(-1)?.file_id).toBe(first[0]?.photo?.at(-1)?.file_id);
});

test('a file that Telegram does not know any more is brought again', async () => {
  const data = Buffer.concat([PNG, Buffer.from('forgotten')]);
  await got(await sent({ files: [await file('f.png', data)] }));
  await t.runtime.db
    .updateTable('files')
    .set({ telegram_file_id: 'gone' })
    .where('name', '=', 'f.png')
    .execute();
  const [shown] = await got(await sent({ files: [await file('f2.png', data)] }));
  expect(shown?.photo?.at(-1)?.file_id).not.toBe('gone');
});

test('a caption over 1024 goes on in a message after', async () => {
  const text = 'A sentence for the caption. '.repeat(60).trim();
  const [photo, rest] = await got(await sent({ text, files: [await file('a.png', PNG)] }));
  expect(photo?.caption?.length).toBeLessThanOrEqual(1024);
  expect(`${photo?.caption} ${rest?.text}`).toBe(`${agent.member.name}:\n${text}`);
});

test('an answer to one message stands under it', async () => {
  await customer.say({ text: 'Which one?' });
  const question = await vi.waitFor(async () => {
    const { messages } = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
    return messages.find(({ text }) => text === 'Which one?') ?? Promise.reject(new Error('not yet'));
  });
  const message = await sent({ text: 'This one', reply_to: question.id });
  expect(message.reply_to_id).toBe(question.id);
  const [shown] = await got(message);
  const asked = (await chat()).find(({ text }) => text === 'Which one?');
  expect(shown?.reply_to_message?.message_id).toBe(asked?.message_id);
});

test('an agent changes words that were sent; the earlier ones are kept here', async () => {
  const message = await sent({ text: 'Tomorow at **ten**' });
  const [before] = await got(message);
  expect(MessageSource.parse((await own(`${message.id}/source`)).body).text).toBe('Tomorow at **ten**');
  const edited = TicketMessage.parse(
    (await own(String(message.id), { text: 'Tomorrow at **nine**' }, 'PATCH')).body,
  );
  expect(edited).toMatchObject({ text: 'Tomorrow at nine', versions: [{ text: 'Tomorow at ten' }] });
  await vi.waitFor(async () => {
    const now = (await chat()).find(({ message_id }) => message_id === before?.message_id);
    expect(now?.text).toBe(`${agent.member.name}:\nTomorrow at nine`);
    expect(now?.entities).toMatchObject([{ type: 'bold' }]);
  });
});

test('an edit under a file changes the caption; a shorter long answer loses its last piece; a longer one is refused', async () => {
  const photo = await sent({ text: 'A bill', files: [await file('a.png', PNG)] });
  const [shown] = await got(photo);
  await own(String(photo.id), { text: 'The bill' }, 'PATCH');
  const long = await sent({ text: 'Words of an answer. '.repeat(300) });
  const pieces = await got(long);
  expect(pieces).toHaveLength(2);
  await own(String(long.id), { text: 'Short' }, 'PATCH');
  await vi.waitFor(async () => {
    const all = await chat();
    expect(all.find(({ message_id }) => message_id === shown?.message_id)?.caption).toBe(
      `${agent.member.name}:\nThe bill`,
    );
    expect(all.find(({ message_id }) => message_id === pieces[0]?.message_id)?.text).toBe(
      `${agent.member.name}:\nShort`,
    );
    expect(all.some(({ message_id }) => message_id === pieces[1]?.message_id)).toBe(false);
  });
  const refused = await own(String(long.id), { text: 'Words of an answer. '.repeat(300) }, 'PATCH');
  expect([refused.status, code(refused)]).toEqual([409, 'edit_longer']);
  expect((await read(long.id)).text).toBe('Short');
});

test('an agent takes a message back: all of it leaves the chat, and here it stays', async () => {
  const message = await sent({
    text: 'Wrong window',
    files: [await file('a.png', PNG), await file('b.png', PNG)],
  });
  const shown = await got(message);
  const deleted = TicketMessage.parse((await own(String(message.id), undefined, 'DELETE')).body);
  expect(deleted).toMatchObject({ text: 'Wrong window', deleted_at: expect.any(String), may_edit: false });
  await vi.waitFor(async () => {
    const ids = new Set((await chat()).map(({ message_id }) => message_id));
    expect(shown.some(({ message_id }) => ids.has(message_id))).toBe(false);
  });
});

test('nobody changes the words of others, nor old ones, and the audit log names who did what', async () => {
  const other = await t.agent();
  const message = await sent({ text: 'Mine alone' });
  await arrived(message.id);
  for (const method of ['PATCH', 'DELETE']) {
    const refused = await other.call(`/api/tickets/${number}/messages/${message.id}`, { text: 'x' }, method);
    expect([refused.status, code(refused)]).toEqual([403, 'message_not_yours']);
  }
  const { db } = t.runtime;
  await db
    .updateTable('messages')
    .set({ created_at: new Date(Date.now() - 49 * 3_600_000) })
    .where('id', '=', message.id)
    .execute();
  const late = await own(String(message.id), undefined, 'DELETE');
  expect([late.status, code(late)]).toEqual([409, 'delete_not_possible']);
  expect((await own(String(message.id), { text: 'Mine still' }, 'PATCH')).status).toBe(200);
  const { rows } = { rows: await db.selectFrom('audit_entries').select('action').execute() };
  const actions = rows.map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['message.edit', 'message.delete']));
});

test('an upload is only its uploader’s, goes into one message, and a message needs something', async () => {
  const other = await t.agent();
  const id = await file('a.png', PNG);
  const foreign = await answer({ files: [id] }, other);
  expect([foreign.status, code(foreign)]).toEqual([400, 'upload_unknown']);
  await sent({ files: [id] });
  const twice = await answer({ files: [id] });
  expect([twice.status, code(twice)]).toEqual([400, 'upload_unknown']);
  const empty = await answer({ text: '  ' });
  expect([empty.status, code(empty)]).toEqual([400, 'message_empty']);
});
