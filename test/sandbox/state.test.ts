import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
