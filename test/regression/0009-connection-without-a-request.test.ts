import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { testDesk } from '../support/desk.ts';

// Browsers open connections in advance. One that never brought a request held up the end of the desk for a minute.
test('a desk ends although somebody holds an empty connection', async () => {
  const t = await testDesk();
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  expect((await fetch(`${t.url}/healthz`)).status).toBe(200);
  const closed = once(socket, 'close');
  const began = performance.now();
  await t[Symbol.asyncDispose]();
  await closed;
  expect(performance.now() - began).toBeLessThan(10_000);
});
