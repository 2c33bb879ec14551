import { createHmac, createPublicKey, verify } from 'node:crypto';
import type { Update } from '@grammyjs/types';
import { expect, test } from 'vitest';
import { botId, openSandbox, token } from './kit.ts';

const partsOf = (url: string) => new URLSearchParams(new URL(url).hash.slice(1));

const linesOf = (data: URLSearchParams, without: string[]): string =>
  [...data]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');

test('a Mini App is opened with data that the bot and third parties can check', async () => {
  await using desk = await openSandbox();
  const user = await desk.person('Anna');
  const launch = (more: object) =>
    desk.people<{ url: string }>(`users/${user.id}/launch`, {
      bot: botId,
      url: 'https://example.com/app?a=1',
      ...more,
    });
  const { url } = await launch({ theme: { bg_color: '#ffffff' } });
  expect(url.startsWith('https://example.com/app?a=1#tgWebAppData=')).toBe(true);
  const parts = partsOf(url);
  expect(JSON.parse(parts.get('tgWebAppThemeParams') ?? '')).toEqual({ bg_color: '#ffffff' });
  const data = new URLSearchParams(parts.get('tgWebAppData') ?? '');
  expect(JSON.parse(data.get('user') ?? '')).toMatchObject({ id: user.id, first_name: 'Anna' });
  const secret = createHmac('sha256', 'WebAppData').update(token).digest();
  const hash = createHmac('sha256', secret)
    .update(linesOf(data, ['hash']))
    .digest('hex');
  expect(data.get('hash')).toBe(hash);
  const { ed25519 } = await desk.people<{ ed25519: string }>('launch-key');
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(ed25519, 'hex').toString('base64url') },
    format: 'jwk',
  });
  const signed = (who: number) => Buffer.from(`${who}:WebAppData\n${linesOf(data, ['hash', 'signature'])}`);
  const signature = Buffer.from(data.get('signature') ?? '', 'base64url');
  expect(verify(null, signed(botId), key, signature)).toBe(true);
  expect(verify(null, signed(botId + 1), key, signature)).toBe(false);
  const link =
    partsOf((await launch({ from: 'link', start_param: 'ticket_7' })).url).get('tgWebAppData') ?? '';
  const told = Object.fromEntries(new URLSearchParams(link));
  expect(told).toMatchObject({ start_param: 'ticket_7', chat_type: 'sender' });
  expect(told).not.toHaveProperty('query_id');
});

test('a Mini App answers into the chat that it was opened from', async () => {
  await using desk = await openSandbox();
  const user = await desk.person('Anna');
  const { url } = await desk.people<{ url: string }>(`users/${user.id}/launch`, {
    bot: botId,
    url: 'https://example.com/',
  });
  const data = new URLSearchParams(partsOf(url).get('tgWebAppData') ?? '');
  const result = {
    type: 'article',
    id: '1',
    title: 'Order',
    input_message_content: { message_text: 'Order 7' },
  };
  const answer = { web_app_query_id: data.get('query_id'), result };
  await desk.ok('answerWebAppQuery', answer);
  const [update] = await desk.ok<Update[]>('getUpdates');
  expect(update?.message).toMatchObject({ text: 'Order 7', from: { id: user.id }, via_bot: { id: botId } });
  expect((await desk.call('answerWebAppQuery', answer)).description).toBe('Bad Request: QUERY_ID_INVALID');
});
