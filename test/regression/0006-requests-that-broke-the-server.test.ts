import { expect, test } from 'vitest';
import { ErrorBody } from '../../contract/index.ts';
import { testDesk } from '../support/desk.ts';

// NUL in a search or a key and a cursor with a comment in its date were answered with 500; an address that is none with a body of
// another shape; the number in a refusal had a thousands separator.
test('odd requests are refused in words', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  expect((await agent.call('/api/inbox?q=%00')).status).toBe(200);
  const reply = { text: 'x', request_key: 'with a nul \0' };
  const unknown = await agent.call('/api/tickets/1001/replies', reply);
  expect(unknown.status).toBe(404);
  expect(ErrorBody.parse(unknown.body).error.message).toContain('№ 1001.');
  const cursor = Buffer.from('2026-01-01 (x)|5').toString('base64url');
  expect((await agent.call(`/api/inbox?cursor=${cursor}`)).status).toBe(400);
  expect(ErrorBody.parse((await agent.call('/api/tickets/%zz')).body).error.code).toBe('request_unreadable');
});
