import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { BOT, testDesk } from '../support/desk.ts';
import { bring, SECRET, stranger } from '../support/webhook.ts';

/** What somebody else does who has the token. */
async function botCall(sandboxUrl: string, method: string, body: object = {}): Promise<unknown> {
  const response = await fetch(`${sandboxUrl}/bot${BOT.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return ((await response.json()) as { result: unknown }).result;
}

const SOON = { timeout: 30_000, interval: 50 };

let t: Awaited<ReturnType<typeof testDesk>>;
beforeAll(async () => {
  t = await testDesk({
    env: {
      ...{ TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: SECRET, TELEGRAM_WEBHOOK_CHECK_SECONDS: '1' },
      PUBLIC_URL: 'http://127.0.0.1:1/desk/',
    },
  });
});
afterAll(() => t?.[Symbol.asyncDispose]());

const webhook = async () => (await botCall(t.sandboxUrl, 'getWebhookInfo')) as { url: string };

test('a webhook that was silently unset is noticed, told, and set again with everything that it had (pain 2)', async () => {
  const before = await webhook();
  expect(before.url).toBe('http://127.0.0.1:1/desk/telegram/webhook');
  for (const harm of [
    () => botCall(t.sandboxUrl, 'deleteWebhook'),
    () => botCall(t.sandboxUrl, 'setWebhook', { url: 'http://127.0.0.1:2/elsewhere' }),
    () => botCall(t.sandboxUrl, 'setWebhook', { url: before.url, allowed_updates: ['message'] }),
  ]) {
    await harm();
    await vi.waitFor(
      async () =>
        expect(await webhook()).toMatchObject({
          url: before.url,
          allowed_updates: expect.arrayContaining(['callback_query']),
        }),
      SOON,
    );
  }
  const metrics = await (await fetch(`${t.url}/metrics`)).text();
  expect(metrics).toMatch(/nightdesk_webhook_set_again_total 3/);
});

test('that Telegram cannot bring updates stands in the metrics', async () => {
  // Nobody listens where this desk says that it does.
  const customer = await t.customer();
  await customer.say({ text: 'Is anybody there?' });
  await vi.waitFor(async () => {
    const metrics = await (await fetch(`${t.url}/metrics`)).text();
    expect(metrics).toMatch(/nightdesk_webhook_failing 1/);
    expect(metrics).toMatch(/nightdesk_webhook_pending_updates [1-9]/);
  }, SOON);
});

test('a desk behind a proxy that keeps the path of its address answers there, and at its root', async () => {
  for (const prefix of ['', '/desk']) {
    expect((await fetch(`${t.url}${prefix}/healthz`)).status).toBe(200);
    expect((await fetch(`${t.url}${prefix}/readyz`)).status).toBe(200);
    expect(await bring(`${t.url}${prefix}`, stranger().says('through the proxy'))).toBe(200);
  }
  expect((await fetch(`${t.url}/desktop/healthz`)).status).toBe(404);
});

test('a foreign webhook does not stop a desk that fetches: it is removed, and what was written meanwhile arrives', async () => {
  await using fetching = await testDesk();
  await botCall(fetching.sandboxUrl, 'setWebhook', { url: 'http://127.0.0.1:2/elsewhere' });
  const customer = await fetching.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'Written while the webhook stood in the way' });
  await untilSeen(customer, numberOf);
  expect(await botCall(fetching.sandboxUrl, 'getWebhookInfo')).toMatchObject({ url: '' });
});
