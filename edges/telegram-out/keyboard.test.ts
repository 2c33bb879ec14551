import { expect, test } from 'vitest';
import { keyboard, startLink } from './keyboard.ts';

const row = [
  { label: 'Open', app: 'https://desk.example/cabinet/tickets/1001' },
  { label: 'Site', url: 'https://desk.example' },
  { label: 'Solved', data: 'v1:solved:1001' },
];

test('a page opens in a private chat, and by a link into the Mini App where Telegram opens none', () => {
  expect(keyboard([row]).inline_keyboard[0]?.[0]).toEqual({
    ...{ text: 'Open', web_app: { url: 'https://desk.example/cabinet/tickets/1001' } },
  });
  expect(keyboard([row], { linksInto: 'desk_bot' }).inline_keyboard).toEqual([
    [
      { text: 'Open', url: 'https://t.me/desk_bot?startapp=ticket_1001' },
      { text: 'Site', url: 'https://desk.example' },
      { text: 'Solved', callback_data: 'v1:solved:1001' },
    ],
  ]);
});

test('pages without a word of their own open the Mini App at its beginning', () => {
  expect(startLink('desk_bot', 'https://a.example/x/cabinet/help/refunds-2')).toMatch(/=article_refunds-2$/);
  for (const page of ['https://a.example/cabinet/', 'https://a.example/cabinet/tickets/1?x=1'])
    expect(startLink('desk_bot', page)).toBe('https://t.me/desk_bot?startapp');
});
