import { afterEach, expect, test } from 'vitest';
import { type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk | undefined;
afterEach(async () => {
  await t?.[Symbol.asyncDispose]();
  t = undefined;
});

/** Asks to be signed in by a link that nobody made, as the client that the header names. Answers the status: 429 once this client has asked
 * too often. */
async function ask(forwarded: string): Promise<number> {
  const response = await fetch(`${t?.url}/api/session/link`, {
    method: 'POST',
    headers: { 'x-nightdesk': '1', 'content-type': 'application/json', 'x-forwarded-for': forwarded },
    body: JSON.stringify({ token: 'a-link-that-nobody-has-made-ever' }),
  });
  return response.status;
}

const MOST = 20;

test('behind a trusted proxy each client is counted alone, and what clients write before its address is not believed', async () => {
  t = await testDesk({ env: { TRUSTED_PROXIES: 'loopback' } });
  for (let n = 0; n < MOST; n += 1) expect(await ask(`198.51.100.${n}, 203.0.113.7`)).not.toBe(429);
  // The same client under another invented address; and somebody else.
  expect(await ask('198.51.100.250, 203.0.113.7')).toBe(429);
  expect(await ask('203.0.113.8')).not.toBe(429);
});

test('the header of somebody who is no trusted proxy is ignored', async () => {
  t = await testDesk({ env: { TRUSTED_PROXIES: '192.0.2.7' } });
  for (let n = 0; n < MOST; n += 1) expect(await ask(`203.0.113.${n}`)).not.toBe(429);
  expect(await ask('203.0.113.99')).toBe(429);
});
