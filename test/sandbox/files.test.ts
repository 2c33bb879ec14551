import type { File, Message, UserProfilePhotos } from '@grammyjs/types';
import { expect, test } from 'vitest';
import type { Answer, Kit } from './kit.ts';
import { botId, openSandbox, token } from './kit.ts';

async function upload(desk: Kit, method: string, parts: Record<string, string | Blob>): Promise<Answer> {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === 'string') form.set(name, part);
    else form.set(name, part, 'report.pdf');
  }
  const answer = await fetch(`${desk.url}/bot${token}/${method}`, { method: 'POST', body: form });
  return (await answer.json()) as Answer;
}

async function download(desk: Kit, file_id: string): Promise<Buffer> {
  const { file_path } = await desk.ok<File>('getFile', { file_id });
  const answer = await fetch(`${desk.url}/file/bot${token}/${file_path}`);
  return Buffer.from(await answer.arrayBuffer());
}

test('an uploaded document can be downloaded by bot and person, and sent again by its id', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const bytes = Buffer.from('the whole report');
  const document = new Blob([bytes], { type: 'application/pdf' });
  const sent = await upload(desk, 'sendDocument', {
    chat_id: String(id),
    document,
    caption: '<i>Report</i>',
    parse_mode: 'HTML',
  });
  const message = sent.result as Message;
  expect(message).toMatchObject({
    caption: 'Report',
    caption_entities: [{ type: 'italic' }],
    document: { file_name: 'report.pdf', mime_type: 'application/pdf', file_size: bytes.length },
  });
  const fileId = message.document?.file_id ?? '';
  expect(await download(desk, fileId)).toEqual(bytes);
  const seen = await fetch(`${desk.url}/people/files/${fileId}`);
  expect(seen.headers.get('content-type')).toBe('application/pdf');
  const again = await desk.ok('sendDocument', { chat_id: id, document: fileId });
  expect(again.document?.file_id).toBe(fileId);
  const asPhoto = await desk.call('sendPhoto', { chat_id: id, photo: fileId });
  expect(asPhoto.description).toBe("Bad Request: can't use file of type Document as Photo");
});

test('a photo of a person arrives in sizes, the largest last', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  await desk.people(`users/${id}/send`, { chat: botId, photo: true, caption: 'see /this' });
  const [update] = await desk.updates();
  const sizes = update?.message?.photo ?? [];
  expect(sizes.map((s) => s.width)).toEqual([90, 320]);
  const bytes = await download(desk, sizes.at(-1)?.file_id ?? '');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('a person sends files as multipart too', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const form = new FormData();
  form.set('chat', '@desk_bot');
  form.set('document', new Blob(['log lines'], { type: 'text/plain' }), 'app.log');
  const answer = await fetch(`${desk.url}/people/users/${id}/send`, { method: 'POST', body: form });
  expect(await answer.json()).toMatchObject({ document: { file_name: 'app.log', mime_type: 'text/plain' } });
});

test('files that are too large, unknown or not pictures are refused', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const chat_id = String(id);
  const large = await upload(desk, 'sendDocument', {
    chat_id,
    document: new Blob([new Uint8Array(21 << 20)]),
  });
  const file_id = (large.result as Message).document?.file_id ?? '';
  expect((await desk.call('getFile', { file_id })).description).toBe('Bad Request: file is too big');
  const huge = await upload(desk, 'sendDocument', {
    chat_id,
    document: new Blob([new Uint8Array(51 << 20)]),
  });
  expect(huge).toMatchObject({ error_code: 413, description: 'Request Entity Too Large' });
  const text = await upload(desk, 'sendPhoto', { chat_id, photo: new Blob(['not a picture']) });
  expect(text.description).toBe('Bad Request: IMAGE_PROCESS_FAILED');
  const unknown = await desk.call('sendPhoto', { chat_id: id, photo: 'AgACnothing' });
  expect(unknown.description).toBe('Bad Request: wrong file identifier/HTTP URL specified');
  const url = await desk.call('sendPhoto', { chat_id: id, photo: 'https://example.com/a.png' });
  expect(url.description).toBe('Bad Request: failed to get HTTP URL content');
  const leak = await fetch(`${desk.url}/file/bot1:x/documents/file_1.bin`);
  expect(leak.status).toBe(401);
});

test('an album is several messages of one group, from parts of one request', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const media = JSON.stringify([
    { type: 'document', media: 'attach://a', caption: 'both' },
    { type: 'document', media: 'attach://b' },
  ]);
  const blob = new Blob(['x']);
  const sent = await upload(desk, 'sendMediaGroup', { chat_id: String(id), media, a: blob, b: blob });
  const messages = sent.result as Message[];
  expect(messages.map((m) => m.caption)).toEqual(['both', undefined]);
  expect(new Set(messages.map((m) => m.media_group_id)).size).toBe(1);
  const reused = messages.map((m) => ({ type: 'document', media: m.document?.file_id }));
  expect((await desk.call('sendMediaGroup', { chat_id: id, media: reused })).ok).toBe(true);
  const eleven = Array.from({ length: 11 }, () => reused[0]);
  expect((await desk.call('sendMediaGroup', { chat_id: id, media: eleven })).error_code).toBe(400);
});

test('every other kind of content arrives as what it is', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.person();
  const kinds = {
    sendLocation: { latitude: 40.4, longitude: 49.8 },
    sendVenue: { latitude: 40.4, longitude: 49.8, title: 'Office', address: 'Nizami 1' },
    sendContact: { phone_number: '+994501234567', first_name: 'Ali' },
    sendDice: {},
    sendPoll: { question: 'Well?', options: [{ text: 'yes' }, { text: 'no' }] },
  };
  for (const [method, params] of Object.entries(kinds)) {
    const field = method.slice(4).toLowerCase();
    expect(await desk.ok(method, { chat_id: id, ...params })).toHaveProperty(field);
  }
  for (const kind of ['voice', 'video', 'video_note', 'audio', 'animation', 'sticker'] as const) {
    const sent = await desk.people(`users/${id}/send`, { chat: botId, [kind]: true });
    const file_id = sent[kind]?.file_id;
    const method = `send${kind
      .split('_')
      .map((w) => w[0]?.toUpperCase() + w.slice(1))
      .join('')}`;
    expect(await desk.ok(method, { chat_id: id, [kind]: file_id })).toHaveProperty(
      `${kind}.file_id`,
      file_id,
    );
  }
});

test('profile photos are listed', async () => {
  await using desk = await openSandbox();
  const { id } = await desk.people<{ id: number }>('users', { first_name: 'Face', photo: true });
  const photos = await desk.ok<UserProfilePhotos>('getUserProfilePhotos', { user_id: id });
  expect(photos.total_count).toBe(1);
  expect(photos.photos[0]?.at(-1)?.width).toBe(320);
});
