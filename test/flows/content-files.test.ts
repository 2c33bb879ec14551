import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation, ErrorBody, OwnConversation, type TicketMessage } from '../../contract/index.ts';
import { openCustomerSession } from '../../domain/customers/index.ts';
import { forgetStaleFiles } from '../../edges/jobs/index.ts';
import { bucketStandIn, type StandIn } from '../support/bucket.ts';
import { uploadTo, visitorOf } from '../support/cabinet.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { PNG, upload } from '../support/files.ts';

let bucket: StandIn;
let t: TestDesk;
let agent: Agent;
let customer: Player;
let number: number;
beforeAll(async () => {
  bucket = await bucketStandIn();
  t = await testDesk({
    env: {
      FILES_S3_ENDPOINT: bucket.url,
      FILES_S3_BUCKET: 'desk-files',
      FILES_S3_REGION: 'eu-central-1',
      FILES_S3_ACCESS_KEY_ID: 'the-key',
      FILES_S3_SECRET_ACCESS_KEY: 'the-secret',
    },
  });
  agent = await t.agent();
  customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'See the files.' });
  number = await untilSeen(customer, numberOf);
});
afterAll(async () => {
  await t?.[Symbol.asyncDispose]();
  await bucket?.close();
});

const talk = async (): Promise<TicketMessage[]> =>
  Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body).messages;
const open = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${t.url}${url}`, { headers: { cookie: agent.cookie, ...headers } });

/** Sends a file to the desk; answers what a conversation shows of it. */
async function arrives(words: Record<string, unknown>) {
  const last = (await talk()).at(-1)?.id ?? 0;
  await customer.say(words);
  return vi.waitFor(async () => {
    const file = (await talk()).find(({ id }) => id > last)?.attachments[0];
    return file ?? Promise.reject(new Error('the file has not come'));
  });
}
const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom', 'latin1'), randomBytes(5000)]);

test('a film can be read in stretches, and is fetched from Telegram once', async () => {
  const file = await arrives({ video: { name: 'a.mp4', data: film.toString('base64') } });
  const whole = await open(file.url);
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(film);
  const part = await open(file.url, { range: 'bytes=100-199' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${film.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(film.subarray(100, 200));
  const end = await open(file.url, { range: 'bytes=-7' });
  expect(Buffer.from(await end.arrayBuffer())).toEqual(film.subarray(-7));
  const rest = await open(file.url, { range: `bytes=${film.length - 3}-` });
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(film.subarray(-3));
  const outside = await open(file.url, { range: `bytes=${film.length}-` });
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${film.length}`]);
  // Telegram forgets it; the desk does not.
  await t.runtime.db.updateTable('attachments').set({ file_id: 'gone' }).where('id', '=', file.id).execute();
  expect((await open(file.url)).status).toBe(200);
  expect(bucket.puts.filter(({ bytes }) => bytes.equals(film))).toHaveLength(1);
});

test('every request to the bucket is signed for the bytes that it brings', async () => {
  const sent = await upload(t.url, agent, { name: 'a.png', data: PNG });
  expect(sent).toMatchObject({
    name: 'a.png',
    mime_type: 'image/png',
    kind: 'photo',
    size_bytes: PNG.length,
  });
  const put = bucket.puts.find(({ bytes }) => bytes.equals(PNG));
  expect(put).toMatchObject({ type: 'image/png', sha256: createHash('sha256').update(PNG).digest('hex') });
  expect(bucket.refusals).toEqual([]);
  // The stand-in does tell a wrong signature.
  const forged = await fetch(`${bucket.url}/desk-files/aa/b`, {
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=the-key/x, SignedHeaders=host, Signature=00' },
  });
  expect(forged.status).toBe(403);
  bucket.refusals.length = 0;
});

test('a photo has a small picture of its own; what has none is refused with a sentence', async () => {
  const wide = pngOf(640, 480);
  const photo = await arrives({ photo: { name: 'a.png', data: wide.toString('base64') } });
  expect(photo.thumbnail_url).toBe(`${photo.url}/thumbnail`);
  const small = await open(photo.thumbnail_url ?? '');
  expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/png']);
  const { thumbnail_stored_id: stored } = await t.runtime.db
    .selectFrom('attachments')
    .select('thumbnail_stored_id')
    .where('id', '=', photo.id)
    .executeTakeFirstOrThrow();
  expect(stored).not.toBeNull();
  const text = await arrives({ document: { name: 'a.txt', data: Buffer.from('words').toString('base64') } });
  expect(text.thumbnail_url).toBeNull();
  expect((await open(`${text.url}/thumbnail`)).status).toBe(404);
});

/** The head of a PNG of this size: enough for whoever looks at its first bytes. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.from(PNG);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

test('too much, nothing, and too many are refused with a sentence, and nothing of them is kept', async () => {
  const post = (path: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    fetch(`${t.url}${path}?name=x`, {
      method: 'POST',
      headers: { 'x-nightdesk': '1', 'content-type': 'application/octet-stream', ...headers },
      body,
    });
  const before = bucket.puts.length;
  const large = await post('/api/uploads', new Uint8Array(50 * 1024 * 1024 + 1), { cookie: agent.cookie });
  expect(large.status).toBe(413);
  expect(ErrorBody.parse(await large.json()).error).toMatchObject({
    code: 'upload_too_large',
    message: expect.stringContaining('50 MB'),
  });
  expect(bucket.puts).toHaveLength(before);
  const empty = await post('/api/uploads', new Uint8Array(), { cookie: agent.cookie });
  expect(ErrorBody.parse(await empty.json()).error.code).toBe('upload_empty');
  expect((await post('/api/uploads', new Uint8Array([1]), {})).status).toBe(401);
});

test('a customer sends a file from the cabinet, and reads the agent’s; nobody else’s', async () => {
  const { db, transact, clock } = t.runtime;
  const session = async (telegramId: number) => {
    const row = await db
      .selectFrom('customers')
      .select('id')
      .where('telegram_id', '=', telegramId)
      .executeTakeFirstOrThrow();
    return transact((tx) => openCustomerSession(tx, row.id, clock.now()));
  };
  const headersOf = (secret: string) => ({ authorization: `Bearer ${secret}`, 'x-nightdesk': '1' });
  const secret = await session(customer.id);
  const mine = headersOf(secret);
  const { id } = await uploadTo(t, visitorOf(t.url, secret), { name: 'receipt.png', bytes: PNG });
  const write = (files: number[], key: string) =>
    fetch(`${t.url}/api/cabinet/tickets/${number}/messages`, {
      method: 'POST',
      headers: { ...mine, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'My receipt', files, request_key: key }),
    });
  expect((await write([id], 'cabinet-key-1')).status).toBe(200);
  expect((await write([id], 'cabinet-key-1')).status).toBe(200);
  const own = (await talk()).filter(({ text }) => text === 'My receipt');
  expect(own).toMatchObject([{ kind: 'photo', attachments: [{ file_name: 'receipt.png' }] }]);
  const foreign = await upload(t.url, agent, { name: 'staff.png', data: PNG });
  expect((await write([foreign.id], 'cabinet-key-2')).status).toBe(400);
  await agent.call(`/api/tickets/${number}/replies`, {
    text: 'Ours',
    files: [foreign.id],
    request_key: 'reply-key-1',
  });
  const read = await fetch(`${t.url}/api/cabinet/tickets/${number}/conversation`, { headers: mine });
  const files = OwnConversation.parse(await read.json()).messages.at(-1)?.files ?? [];
  expect(files).toHaveLength(1);
  const path = `/api/cabinet/attachments/${files[0]?.id}`;
  const got = await fetch(t.url + path, { headers: mine });
  expect(Buffer.from(await got.arrayBuffer())).toEqual(PNG);
  const stranger = await t.customer('Aydan');
  await stranger.say({ text: '/start' });
  await untilSeen(stranger, ({ text }) => text || undefined);
  expect((await fetch(t.url + path, { headers: headersOf(await session(stranger.id)) })).status).toBe(404);
});

test('files are forgotten when their time is over, uploads that nobody sent after a day; Telegram’s come back', async () => {
  const { runtime } = t;
  const file = await arrives({
    document: { name: 'old.txt', data: Buffer.from('old words').toString('base64') },
  });
  expect((await open(file.url)).status).toBe(200);
  const unused = await upload(t.url, agent, { name: 'unused.png', data: PNG });
  const round = {
    ...runtime,
    desk: { ...runtime.desk, clock: { now: () => new Date(Date.now() + 26 * 3_600_000) } },
  };
  const keyOf = async (id: number) =>
    (
      await runtime.db
        .selectFrom('files')
        .select('storage_key')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).storage_key;
  const stored = async () =>
    (
      await runtime.db
        .selectFrom('attachments')
        .select('stored_id')
        .where('id', '=', file.id)
        .executeTakeFirstOrThrow()
    ).stored_id ?? 0;
  await forgetStaleFiles(round);
  expect(await keyOf(unused.id)).toBeNull();
  expect(await keyOf(await stored())).not.toBeNull();
  const before = await keyOf(await stored());
  await forgetStaleFiles({ ...round, filesKeptDays: 1 });
  expect(await keyOf(await stored())).toBeNull();
  expect(bucket.has(`desk-files/${before}`)).toBe(false);
  expect(await (await open(file.url)).text()).toBe('old words');
});
