import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { Conversation, ErrorBody } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
let agent: Agent;
let customer: Player;
let number: number;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
  customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'See the files.' });
  number = await untilSeen(customer, numberOf);
});
afterAll(() => t?.[Symbol.asyncDispose]());

/** Sends a file; answers what the desk keeps of it. */
async function send(file: { name: string; mime?: string; data: string | Buffer }, caption: string) {
  const data = Buffer.from(file.data).toString('base64');
  await customer.say({ document: { ...file, data }, caption });
  return vi.waitFor(
    async () => {
      const { messages } = Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
      const found = messages.find(({ text }) => text === caption)?.attachments[0];
      if (!found) throw new Error('the file has not come');
      return found;
    },
    { timeout: 30_000 },
  );
}

const open = (url: string, cookie = agent.cookie) => fetch(`${t.url}${url}`, { headers: { cookie } });

test.each([
  ['image/svg+xml', 'x.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['text/html', 'x.html', '<script>alert(1)</script>'],
  ['application/xhtml+xml', 'x.xhtml', '<html/>'],
  ['text/xml', 'x.xml', '<a/>'],
  ['application/pdf', 'x.pdf', '%PDF-1.4'],
  ['image/png; charset=<script>', 'x.png', 'no picture'],
  ['IMAGE/SVG+XML', 'y.svg', '<svg/>'],
])('a file of type %s is only ever downloaded', async (mime, name, data) => {
  const file = await send({ name, mime, data }, `a file ${mime}`);
  const answer = await open(file.url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(await answer.text()).toBe(data);
});

test('a picture is shown, or downloaded on request', async () => {
  const file = await send(
    { name: 'ок "ə" \r\n../../x.png', mime: 'image/png', data: Buffer.from('\x89PNG\r\n\x1a\n…', 'latin1') },
    'a picture',
  );
  const shown = await open(file.url);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''[\w%.()!~*'-]+$/);
  const saved = await open(`${file.url}?download=1`);
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('a file over 20 MB is refused with a sentence, and the customer is told', async () => {
  const file = await send({ name: 'big.bin', data: Buffer.alloc(20 * 1024 * 1024 + 1) }, 'too much');
  const answer = await open(file.url);
  expect(answer.status).toBe(413);
  const { error } = ErrorBody.parse(await answer.json());
  expect(error).toMatchObject({ code: 'file_too_large', message: expect.stringContaining('20 MB') });
  await untilSeen(customer, (message) => (/20 MB/.test(message.text ?? '') ? true : undefined));
});

test('nobody gets a file without signing in, nor by an id that is not there', async () => {
  const file = await send({ name: 'private.txt', mime: 'text/plain', data: 'mine' }, 'a private file');
  expect((await fetch(`${t.url}${file.url}`)).status).toBe(401);
  expect((await open(file.url, 'nightdesk_session=wrong')).status).toBe(401);
  expect((await open(`/api/attachments/${file.id + 1000}`)).status).toBe(404);
});

test('a file that is in no ticket, because the customer took it back, is not shown', async () => {
  const other = await t.customer('Shy');
  await other.say({
    document: { name: 'oops.txt', data: Buffer.from('oops').toString('base64') },
    caption: 'oops',
  });
  await untilSeen(other, (message) => (/kept/.test(message.text ?? '') ? true : undefined));
  await other.say({ text: '/cancel' });
  await untilSeen(other, (message) => (/goes nowhere/.test(message.text ?? '') ? true : undefined));
  const { id } = await t.runtime.db
    .selectFrom('attachments')
    .select('id')
    .where('file_name', '=', 'oops.txt')
    .executeTakeFirstOrThrow();
  expect((await open(`/api/attachments/${id}`)).status).toBe(404);
});

test('a file that Telegram no longer has, and a Telegram that does not answer, are told apart in words', async () => {
  const file = await send({ name: 'gone.txt', mime: 'text/plain', data: 'gone' }, 'a lost file');
  const refused = async () => {
    const answer = await open(file.url);
    return { status: answer.status, code: ErrorBody.parse(await answer.json()).error.code };
  };
  await t.people('/faults', { rules: [{ method: 'getFile', kind: 'drop_before', times: 1 }] });
  expect(await refused()).toEqual({ status: 409, code: 'file_not_reachable' });
  await t.people('/faults', { rules: [{ method: 'getFile', kind: '500', times: 1 }] });
  expect(await refused()).toEqual({ status: 409, code: 'file_not_reachable' });
  await t.runtime.db
    .updateTable('attachments')
    .set({ file_id: 'unknown' })
    .where('id', '=', file.id)
    .execute();
  expect(await refused()).toEqual({ status: 404, code: 'file_gone' });
});

test('nothing that a console reads holds the bot token or an address of Telegram', async () => {
  const answers = await Promise.all(
    ['', '/conversation'].map((part) => agent.call(`/api/tickets/${number}${part}`)),
  );
  const read = JSON.stringify(answers);
  expect(read).not.toContain('sandbox-nightdesk-token');
  expect(read).not.toContain(new URL(t.sandboxUrl).host);
});
