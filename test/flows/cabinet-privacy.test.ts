import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CopyLink, OpenedCabinet, OwnPrivacy } from '../../contract/index.ts';
import {
  announceFile,
  cabinetVisitor,
  refusalOf,
  requestKey,
  uploadTo,
  type Visitor,
} from '../support/cabinet.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { launchOf } from '../support/launch.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());

const SECRET = 'Leylas secret words';

const upload = async (visitor: Visitor, words: string) =>
  (await uploadTo(t, visitor, { name: 'letter.txt', bytes: Buffer.from(words) })).id;

const open = async (visitor: Visitor, text = SECRET) => {
  const files = [await upload(visitor, `${text} in a file`)];
  const body = { topic: 'idea', text, files, request_key: requestKey() };
  const { id } = (await visitor.call<{ id: number }>('/tickets', body)).body;
  return id;
};

/** The files of a ZIP as words, by its list at the end. */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    files.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'));
  }
  return files;
}

test('a copy holds all of somebody’s own and nothing else, and its link opens once', async () => {
  const [visitor, stranger] = [await cabinetVisitor(t), await cabinetVisitor(t, { firstName: 'Stranger' })];
  const id = await open(visitor);
  await open(stranger, 'Somebody elses words');
  await agent.call(`/api/tickets/${id}/replies`, { text: 'In May.', request_key: requestKey() });
  await agent.call(`/api/tickets/${id}/notes`, { text: 'Only for us', request_key: requestKey() });
  expect(refusalOf(await visitor.call('/privacy/export/link', {}))).toEqual([404, 'copy_gone']);
  expect(OwnPrivacy.parse((await visitor.call('/privacy/export', {})).body).export?.state).toBe('asked');
  await vi.waitFor(
    async () => expect((await visitor.call<OwnPrivacy>('/privacy')).body.export?.state).toBe('ready'),
    { timeout: 30_000 },
  );
  const { url } = CopyLink.parse((await visitor.call('/privacy/export/link', {})).body);
  const copy = await fetch(`${t.url}${url}`);
  expect(copy.headers.get('content-type')).toBe('application/zip');
  const files = unzipped(Buffer.from(await copy.arrayBuffer()));
  const words = files.get('data.json') ?? '';
  const data = JSON.parse(words) as { messages: { text: string; files: number[] }[]; tickets: unknown[] };
  expect(data.messages.map(({ text }) => text)).toEqual([SECRET, 'In May.']);
  expect(data.tickets).toHaveLength(1);
  expect(words).not.toContain('Only for us');
  expect(words).not.toContain('Somebody elses');
  const [file] = data.messages[0]?.files ?? [];
  expect(files.get(`files/${file}-letter.txt`)).toBe(`${SECRET} in a file`);
  expect((await fetch(`${t.url}${url}`)).status).toBe(404);
  expect(refusalOf(await stranger.call('/privacy/export/link', {}))).toEqual([404, 'copy_gone']);
});

/** Every table and column in which some words stand. */
async function placesOf(words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(t.runtime.db);
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const { rows: hits } =
        await sql`select 1 from ${sql.table(name)} r where r::text like ${`%${words}%`} limit 1`.execute(
          t.runtime.db,
        );
      return hits.length > 0 ? [name] : [];
    }),
  );
  return found.flat();
}

test('what is erased is in no table and no file, and whoever comes back begins anew', async () => {
  const name = 'Zulfiyya-Unmistakable';
  const visitor = await cabinetVisitor(t, { firstName: name });
  const id = await open(visitor);
  await visitor.call(`/tickets/${id}/messages`, { text: `${SECRET} again`, request_key: requestKey() });
  const keys = await t.runtime.db
    .selectFrom('files')
    .select('storage_key')
    .where('customer_id', '=', visitor.id)
    .execute();
  expect(refusalOf(await visitor.call('/privacy/erasure', { sure: 'yes' }))).toEqual([
    400,
    'request_invalid',
  ]);
  await announceFile(visitor, `${name}.png`, 100);
  expect(await placesOf(name)).toEqual(expect.arrayContaining(['customers', 'started_uploads']));
  const asked = await visitor.call('/privacy/erasure', { sure: 'erase everything' });
  expect(OwnPrivacy.parse(asked.body).erasure?.state).toBe('asked');
  const state = async () =>
    (
      await t.runtime.db
        .selectFrom('privacy_requests')
        .select('state')
        .where('customer_id', '=', visitor.id)
        .executeTakeFirst()
    )?.state;
  await vi.waitFor(async () => expect(await state()).toBe('done'), { timeout: 30_000 });
  expect(await placesOf(name)).toEqual([]);
  const left = await placesOf(SECRET);
  const others = await t.runtime.db
    .selectFrom('messages')
    .select('id')
    .where('text', 'like', `${SECRET}%`)
    .where('ticket_id', '=', id)
    .execute();
  expect(others).toEqual([]);
  // The first test's customer wrote the same words, and keeps them.
  expect(left.sort()).toEqual(['messages', 'tickets']);
  const telegram = await sql`select 1 from customers where telegram_id = ${visitor.telegramId}`.execute(
    t.runtime.db,
  );
  expect(telegram.rows).toEqual([]);
  for (const { storage_key: key } of keys) expect(await t.runtime.storage.open(key ?? '')).toBeUndefined();
  expect(refusalOf(await visitor.call('/tickets'))).toEqual([401, 'cabinet_session_ended']);
  const ticket = await agent.call(`/api/tickets/${id}`);
  expect(ticket).toMatchObject({ status: 200, body: { status: 'closed', subject: '' } });
  const erased = await t.runtime.db
    .selectFrom('audit_entries')
    .select('after')
    .where('action', '=', 'customer.erase')
    .execute();
  expect(erased).toHaveLength(1);
  // Telegram's number is free again: the same person is a new customer without a past.
  const initData = launchOf({ id: visitor.telegramId, first_name: name }, { at: t.runtime.clock.now() });
  const again = await fetch(`${t.url}/api/cabinet/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-nightdesk': '1' },
    body: JSON.stringify({ init_data: initData }),
  });
  const { session } = OpenedCabinet.parse(await again.json());
  const tickets = await fetch(`${t.url}/api/cabinet/tickets`, {
    headers: { authorization: `Bearer ${session}` },
  });
  expect(((await tickets.json()) as { tickets: unknown[] }).tickets).toEqual([]);
});
