import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OwnConversation, StartedUpload } from '../../contract/index.ts';
import { addPiece, startUpload } from '../../domain/files/index.ts';
import { forgetStaleFiles } from '../../edges/jobs/index.ts';
import {
  announceFile,
  cabinetVisitor,
  refusalOf,
  requestKey,
  sendPiece,
  uploadTo,
  type Visitor,
} from '../support/cabinet.ts';
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

const upload = (visitor: Visitor, bytes: Buffer, name = 'screen.png') =>
  uploadTo(t, visitor, { name, bytes });
const piece = (visitor: Visitor, { id, at }: { id: number; at: number }, bytes: Uint8Array) =>
  sendPiece({ url: t.url, session: visitor.session }, id, { at, bytes });
const bytesOf = (visitor: Visitor, id: number) =>
  fetch(`${t.url}/api/cabinet/attachments/${id}`, {
    headers: { authorization: `Bearer ${visitor.session}` },
  });

test('a picture with words for those who cannot see it reaches its ticket, and nobody else', async () => {
  const [visitor, stranger] = [await cabinetVisitor(t), await cabinetVisitor(t, { firstName: 'Stranger' })];
  const { id } = await upload(visitor, PNG);
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
  const large = await upload(visitor, Buffer.alloc(20 * MEGABYTE, 7), 'large.bin');
  expect(large.size_bytes).toBe(20 * MEGABYTE);
  const refused = await announceFile(visitor, 'larger.bin', 20 * MEGABYTE + 1);
  expect(refusalOf(refused)).toEqual([413, 'upload_too_large']);
  expect(refusalOf(await announceFile(visitor, 'empty.png', 0))).toEqual([400, 'upload_empty']);
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const { id, mime_type } = await upload(visitor, page, 'picture.png');
  expect(mime_type).not.toContain('image/');
  const opened = await visitor.call<{ id: number }>('/tickets', {
    ...{ topic: 'idea', text: 'A picture', files: [id], request_key: requestKey() },
  });
  const talk = await visitor.call<OwnConversation>(`/tickets/${opened.body.id}/conversation`);
  const shown = await bytesOf(visitor, talk.body.messages[0]?.files[0]?.id ?? 0);
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(shown.headers.get('content-type')).not.toContain('html');
});

/** Sends the head of a piece and half of its bytes, and hangs up. */
async function cutShort(visitor: Visitor, id: number, promised: number): Promise<void> {
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  const head = [
    `PUT /api/cabinet/uploads/started/${id}?at=0 HTTP/1.1`,
    ...[`host: ${hostname}`, `authorization: Bearer ${visitor.session}`, 'x-nightdesk: 1'],
    ...['content-type: application/octet-stream', `content-length: ${promised}`, '', ''],
  ];
  socket.write(head.join('\r\n'));
  socket.end(Buffer.alloc(Math.floor(promised / 2), 9));
  socket.resume();
  await once(socket, 'close');
}

test('an upload that broke off goes on where the desk says, and only its own customer goes on', async () => {
  const [visitor, stranger] = [await cabinetVisitor(t), await cabinetVisitor(t, { firstName: 'Stranger' })];
  const bytes = Buffer.concat([PNG, Buffer.from('and more')]);
  const { id } = StartedUpload.parse((await announceFile(visitor, 'screen.png', bytes.length)).body);
  const path = `/uploads/started/${id}`;
  const reached = async () => StartedUpload.parse((await visitor.call(path)).body);
  await cutShort(visitor, id, bytes.length);
  // A piece that broke off has left nothing.
  expect(await reached()).toEqual({ id, received: 0, size: bytes.length, upload: null });
  await piece(visitor, { id, at: 0 }, bytes.subarray(0, 20));
  expect((await reached()).received).toBe(20);
  const elsewhere = await piece(visitor, { id, at: 50 }, bytes.subarray(50));
  expect(elsewhere).toMatchObject({
    status: 409,
    body: { error: { code: 'upload_offset', details: { received: 20 } } },
  });
  expect(refusalOf(await piece(visitor, { id, at: 0 }, bytes.subarray(0, 20)))).toEqual([
    409,
    'upload_offset',
  ]);
  expect(refusalOf(await piece(visitor, { id, at: 20 }, bytes))).toEqual([400, 'upload_longer']);
  const tooMuch = await piece(visitor, { id, at: 20 }, Buffer.alloc(MEGABYTE));
  expect(refusalOf(tooMuch)).toEqual([413, 'upload_piece_too_large']);
  expect(refusalOf(await stranger.call(path))).toEqual([404, 'upload_unknown']);
  expect(refusalOf(await piece(stranger, { id, at: 20 }, bytes.subarray(20)))).toEqual([
    404,
    'upload_unknown',
  ]);
  const last = await piece(visitor, { id, at: 20 }, bytes.subarray(20));
  const { upload: done } = StartedUpload.parse(last.body);
  expect(done).toMatchObject({ name: 'screen.png', mime_type: 'image/png', size_bytes: bytes.length });
  // Whoever did not hear that it is done asks, or sends nothing more.
  expect((await reached()).upload).toEqual(done);
  expect((await piece(visitor, { id, at: bytes.length }, Buffer.alloc(0))).body).toMatchObject({
    upload: done,
  });
  const pieces = t.runtime.db.selectFrom('upload_pieces').where('upload_id', '=', id);
  expect(await pieces.select('at').execute()).toEqual([]);
  const stored = await t.runtime.db
    .selectFrom('files')
    .select('sha256')
    .where('id', '=', done?.id ?? 0)
    .executeTakeFirstOrThrow();
  expect(stored.sha256.equals(createHash('sha256').update(bytes).digest())).toBe(true);
});

test('an end that is asked for twice at once makes one file', async () => {
  const visitor = await cabinetVisitor(t);
  const { id } = StartedUpload.parse((await announceFile(visitor, 'screen.png', PNG.length)).body);
  await t.runtime.transact((tx) =>
    addPiece(tx, { id, customerId: visitor.id, now: t.runtime.clock.now() }, { at: 0, bytes: PNG }),
  );
  const ends = await Promise.all(
    [0, 1, 2].map(() => piece(visitor, { id, at: PNG.length }, Buffer.alloc(0))),
  );
  const made = ends.map(({ body }) => StartedUpload.parse(body).upload?.id);
  expect(new Set(made).size).toBe(1);
  const files = await t.runtime.db
    .selectFrom('files')
    .select('id')
    .where('customer_id', '=', visitor.id)
    .execute();
  expect(files).toEqual([{ id: made[0] }]);
});

test('an upload that nobody finishes is forgotten after a day, and until then takes room', async () => {
  const visitor = await cabinetVisitor(t);
  const { id } = StartedUpload.parse((await announceFile(visitor, 'screen.png', 50)).body);
  await piece(visitor, { id, at: 0 }, PNG.subarray(0, 10));
  const { db, transact, desk, storage, clock } = t.runtime;
  for (let more = 0; more < 39; more += 1)
    await transact((tx) =>
      startUpload(tx, { name: 'more.png', size: 9, customerId: visitor.id, now: clock.now() }),
    );
  expect(refusalOf(await announceFile(visitor, 'last.png', 9))).toEqual([409, 'too_many_uploads']);
  const began = new Date(clock.now().getTime() - 25 * 3_600_000);
  await db.updateTable('started_uploads').set({ created_at: began }).where('id', '=', id).execute();
  expect(refusalOf(await visitor.call(`/uploads/started/${id}`))).toEqual([404, 'upload_unknown']);
  expect((await announceFile(visitor, 'last.png', 9)).status).toBe(200);
  await forgetStaleFiles({ db, transact, desk, storage });
  expect(await db.selectFrom('started_uploads').select('id').where('id', '=', id).execute()).toEqual([]);
  expect(await db.selectFrom('upload_pieces').select('at').where('upload_id', '=', id).execute()).toEqual([]);
});
