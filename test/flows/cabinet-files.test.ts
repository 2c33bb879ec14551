import { afterAll, beforeAll, expect, test } from 'vitest';
import { OwnConversation, Upload } from '../../contract/index.ts';
import { cabinetVisitor, refusalOf, requestKey, type Visitor } from '../support/cabinet.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t?.[Symbol.asyncDispose]());

const MEGABYTE = 1024 * 1024;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const upload = async (visitor: Visitor, bytes: Buffer, name = 'screen.png') => {
  const answer = await fetch(`${t.url}/api/cabinet/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${visitor.session}`,
      ...{ 'x-nightdesk': '1', 'content-type': 'application/octet-stream' },
    },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const bytesOf = (visitor: Visitor, id: number) =>
  fetch(`${t.url}/api/cabinet/attachments/${id}`, {
    headers: { authorization: `Bearer ${visitor.session}` },
  });

test('a picture with words for those who cannot see it reaches its ticket, and nobody else', async () => {
  const [visitor, stranger] = [await cabinetVisitor(t), await cabinetVisitor(t, { firstName: 'Stranger' })];
  const { id } = Upload.parse((await upload(visitor, PNG)).body);
  const described = (who: Visitor, description: string) =>
    who.call(`/uploads/${id}`, { description }, 'PATCH');
  expect(refusalOf(await described(stranger, 'mine now'))).toEqual([400, 'upload_unknown']);
  expect((await described(visitor, 'The bank refuses')).status).toBe(200);
  // Somebody else's upload goes into nobody's ticket.
  const stolen = { topic: 'idea', text: 'Look', files: [id], request_key: requestKey() };
  expect(refusalOf(await stranger.call('/tickets', stolen))).toEqual([400, 'upload_unknown']);
  const opened = await visitor.call<{ id: number }>('/tickets', { ...stolen, request_key: requestKey() });
  const path = `/tickets/${opened.body.id}/conversation`;
  const { messages } = OwnConversation.parse((await visitor.call(path)).body);
  const [file] = messages[0]?.files ?? [];
  expect(file).toMatchObject({ kind: 'photo', description: 'The bank refuses', file_name: 'screen.png' });
  const sent = await bytesOf(visitor, file?.id ?? 0);
  expect(Buffer.from(await sent.arrayBuffer()).equals(PNG)).toBe(true);
  expect((await bytesOf(stranger, file?.id ?? 0)).status).toBe(404);
  expect(refusalOf(await stranger.call(path))).toEqual([404, 'ticket_unknown']);
});

test('20 MB go, 21 MB do not, and what only pretends to be a picture is never shown as one', async () => {
  const visitor = await cabinetVisitor(t);
  expect((await upload(visitor, Buffer.alloc(20 * MEGABYTE, 7), 'large.bin')).status).toBe(200);
  const refused = await upload(visitor, Buffer.alloc(21 * MEGABYTE, 7), 'larger.bin');
  expect(refusalOf(refused)).toEqual([413, 'upload_too_large']);
  expect(refusalOf(await upload(visitor, Buffer.alloc(0), 'empty.png'))).toEqual([400, 'upload_empty']);
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const { id, mime_type } = Upload.parse((await upload(visitor, page, 'picture.png')).body);
  expect(mime_type).not.toContain('image/');
  const opened = await visitor.call<{ id: number }>('/tickets', {
    ...{ topic: 'idea', text: 'A picture', files: [id], request_key: requestKey() },
  });
  const talk = await visitor.call<OwnConversation>(`/tickets/${opened.body.id}/conversation`);
  const shown = await bytesOf(visitor, talk.body.messages[0]?.files[0]?.id ?? 0);
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(shown.headers.get('content-type')).not.toContain('html');
});
