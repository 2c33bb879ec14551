import { describe, expect, test } from 'vitest';
import { type Layout, mostPhones, move, readLink, readWish } from './layout.ts';

const empty: Layout = { phones: [], active: 0, open: {} };

describe('the layout', () => {
  test('brings a person into the active phone, or to the front when their phone stands already', () => {
    const two = move(move(empty, { do: 'add', person: 1 }), { do: 'add', person: 2 });
    expect(two).toMatchObject({ phones: [1, 2], active: 1 });
    expect(move(two, { do: 'show', person: 1 })).toMatchObject({ phones: [1, 2], active: 0 });
    expect(move(two, { do: 'show', person: 3 })).toMatchObject({ phones: [1, 3], active: 1 });
  });

  test('never holds more phones than fit, nor people who are gone', () => {
    const many = [1, 2, 3, 4, 5].reduce((layout, person) => move(layout, { do: 'add', person }), empty);
    expect(many.phones).toHaveLength(mostPhones);
    expect(move(many, { do: 'people', ids: [2] })).toMatchObject({ phones: [2], active: 0 });
    expect(move(many, { do: 'people', ids: [9] }).phones).toEqual([9]);
  });

  test('keeps what was open in a phone that is closed and comes back', () => {
    const open = move(move(empty, { do: 'add', person: 1 }), { do: 'open', person: 1, open: { chat: 7 } });
    const back = move(move(open, { do: 'close', index: 0 }), { do: 'add', person: 1 });
    expect(back.open[1]).toEqual({ chat: 7 });
    expect(move(back, { do: 'back', person: 1 }).open[1]).toBeUndefined();
  });
});

describe('addresses', () => {
  test.each([
    ['t.me/desk_bot?start=a-1', { chat: '@desk_bot', payload: 'a-1' }],
    ['https://t.me/desk_bot', { chat: '@desk_bot' }],
    ['tg://resolve?domain=desk_bot&start=x', { chat: '@desk_bot', payload: 'x' }],
    ['t.me/desk_bot?startapp=ticket_7', { chat: '@desk_bot', app: 'ticket_7' }],
    ['https://t.me/+AbC-d_1', { chat: 'https://t.me/+AbC-d_1' }],
    ['https://t.me/c/1500000001/7', { chat: -1001500000001, thread: 7 }],
    ['https://t.me/shop_talk/7/12', { chat: '@shop_talk', thread: 7 }],
    ['https://example.com/desk_bot', undefined],
    ['hello', undefined],
  ])('%s', (text, open) => {
    expect(readLink(text)).toEqual(open);
  });

  test('a wish names a person, a chat and a payload', () => {
    expect(readWish('?as=leyla&chat=@desk_bot&start=x')).toEqual({
      as: 'leyla',
      chat: '@desk_bot',
      start: 'x',
    });
    expect(readWish('?as=')).toEqual({});
  });
});
