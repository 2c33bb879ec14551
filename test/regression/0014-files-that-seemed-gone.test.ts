import { expect, test } from 'vitest';
import { createApi, fileOpener } from '../../edges/telegram-out/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { BOT } from '../support/desk.ts';

// While Telegram was in trouble (500, 429), agents read that the file was gone and asked customers to send it again.
test.each([
  ['429', 502],
  ['500', 502],
  ['502', 502],
])('a %s for a file does not mean that it is gone', async (kind, status) => {
  const sandbox = await startSandbox({ port: 0, bots: [BOT] });
  try {
    const api = createApi({ token: BOT.token, apiRoot: sandbox.url, timeoutSeconds: 5 });
    const open = fileOpener(api, { apiRoot: sandbox.url, token: BOT.token });
    await fetch(`${sandbox.url}/people/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rules: [{ method: 'getFile', kind, times: 1 }] }),
    });
    expect(await open('unknown')).toEqual({ status });
    expect(await open('unknown')).toEqual({ status: 404 });
  } finally {
    await sandbox.close();
  }
});
