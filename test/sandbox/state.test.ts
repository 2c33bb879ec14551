import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { token } from './kit.ts';

test('a world with a state file is found again after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const bots = [{ token, username: 'desk_bot', first_name: 'Desk' }];
  const options = { port: 0, bots, stateFile: join(folder, 'world') };
  const first = await startSandbox(options);
  const post = async (url: string, body: object): Promise<{ id: number }> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    return (await (await fetch(url, init)).json()) as { id: number };
  };
  const { id } = await post(`${first.url}/people/users`, { first_name: 'Anna' });
  await post(`${first.url}/people/users/${id}/start`, { chat: '@desk_bot' });
  await post(`${first.url}/people/users/${id}/send`, { chat: '@desk_bot', photo: true });
  await first.close();

  const second = await startSandbox(options);
  const read = async (path: string): Promise<unknown> => (await fetch(second.url + path)).json();
  expect(await read('/people/users')).toMatchObject([{ id, first_name: 'Anna' }]);
  expect(await read(`/bot${token}/getUpdates`)).toMatchObject({
    result: [{ message: { text: '/start' } }, { message: { photo: [{}, { width: 320 }] } }],
  });
  const { result } = (await read(`/bot${token}/getUpdates?offset=-1`)) as {
    result: { message: { photo: { file_id: string }[] } }[];
  };
  const fileId = result[0]?.message.photo[0]?.file_id;
  const bytes = await (await fetch(`${second.url}/people/files/${fileId}`)).arrayBuffer();
  expect(Buffer.from(bytes).subarray(1, 4).toString()).toBe('PNG');
  await second.close();
  await rm(folder, { recursive: true });
});

test('a world that an older version kept is brought up to date', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'world');
  const options = { port: 0, bots: [{ token, username: 'desk_bot', first_name: 'Desk' }], stateFile };
  const post = async (url: string, body: object): Promise<{ id: number; message_id: number }> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    return (await (await fetch(url, init)).json()) as { id: number; message_id: number };
  };
  const first = await startSandbox(options);
  const anna = await post(`${first.url}/people/users`, { first_name: 'Anna' });
  await post(`${first.url}/people/users/${anna.id}/start`, { chat: '@desk_bot' });
  await first.close();
  const kept = deserialize(await readFile(stateFile)) as {
    privateChats: Map<string, Record<string, unknown>>;
    next: Record<string, unknown>;
    directChats?: object;
  };
  for (const chat of kept.privateChats.values()) delete chat['ephemeral'];
  delete kept.next['direct'];
  delete kept.directChats;
  await writeFile(stateFile, serialize(kept));

  const second = await startSandbox(options);
  const boris = await post(`${second.url}/people/users`, { first_name: 'Boris' });
  const path = `${second.url}/people/users/${anna.id}/chats`;
  expect(await (await fetch(path)).json()).toMatchObject([{ last_message: { text: '/start' } }]);
  const said = await post(`${second.url}/people/users/${boris.id}/send`, { chat: anna.id, text: 'Hi' });
  expect(said.message_id).toBe(1);
  await second.close();
  await rm(folder, { recursive: true });
});
