import { describe, expect, test } from 'vitest';
import { change, newWorld, play, type World, wait, write } from '../../test/support/front-desk-world.ts';
import { type Effect, isAskingForNews } from './index.ts';

const ASKING = [
  ...['Any news?', 'any update?', 'Any updates on this?', 'So, any news?', 'hi, any progress?', 'How long?'],
  ...[
    'how much longer please',
    "what's the status?",
    'When will you answer?',
    'still waiting',
    'Hello, are you there?',
  ],
  ...[
    'I am still waiting for an answer',
    'any news on my ticket?',
    'is there anybody there',
    'did you forget me?',
  ],
  ...[
    'Есть новости?',
    'ну что там?',
    'Ну как?',
    'Когда ответите?',
    'Долго ещё ждать?',
    'жду',
    'жду ответа',
    'Вы тут?',
  ],
  ...[
    'Здравствуйте, есть ли новости по моему вопросу?',
    'что там с моей заявкой?',
    'Сколько ждать?',
    'про меня забыли?',
  ],
  ...[
    'nu chto tam?',
    'Есть какие-нибудь новости?',
    'Когда будет ответ?',
    'Ау',
    'всё ещё жду',
    'est novosti?',
  ],
  ...[
    'Xəbər var?',
    'Salam, yenilik var?',
    'nə oldu?',
    'Cavab nə vaxt olacaq?',
    'Hələ də gözləyirəm',
    'bir xəbər var mı',
  ],
  ...[
    'Nə vaxt cavab verəcəksiniz?',
    'ne vaxt cavab verirsiniz',
    'gözləyirəm',
    'Cavab var?',
    'Sualıma cavab nə vaxt olacaq?',
  ],
  ...[
    'Haber var mı?',
    'Bir gelişme var mı?',
    'Ne oldu?',
    'Ne zaman cevap verirsiniz?',
    'Hâlâ bekliyorum',
    'durum nedir?',
  ],
  ...[
    'Merhaba, bir haber alabilir miyim?',
    'son durum nedir',
    'Orada mısınız?',
    'Ne zaman yanıt vereceksiniz?',
  ],
];

const NOT_ASKING = [
  ...[
    '',
    '?',
    'hello',
    'thanks',
    'Any news? I also paid twice',
    'any news about the refund of 25 AZN',
    'The new card came',
  ],
  ...[
    'I forgot my password',
    'I have an update: it happened again',
    'How long does a transfer take?',
    'order 8841, any news?',
  ],
  ...[
    'When will my money come back?',
    'still waiting for my money',
    'nothing yet, and now the app crashes too',
  ],
  ...[
    'Есть новости: деньги пришли',
    'Жду возврат денег',
    'Когда вернёте деньги?',
    'у меня новый номер',
    'что там с картой 1234',
  ],
  ...['Здравствуйте', 'Ну что, теперь ещё и приложение не работает', 'Статус заказа «оплачен», а товара нет'],
  ...[
    'Yeni kartım gəldi',
    'pulum nə vaxt qayıdacaq?',
    'Salam',
    'Xəbər var, pul qayıtdı',
    'nə oldu ki, proqram açılmır',
  ],
  ...[
    'Param ne zaman yatacak?',
    'haber var: para geldi',
    'Merhaba',
    'durum kötü, uygulama açılmıyor',
    'siparişim ne oldu',
  ],
];

describe('asking for news', () => {
  test.each(ASKING)('%s', (text) => expect(isAskingForNews(text)).toBe(true));
  test.each(NOT_ASKING)('not: %s', (text) => expect(isAskingForNews(text)).toBe(false));
});

const MINUTE = 60_000;
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

function withTicket(): World {
  const world = newWorld();
  play(world, { kind: 'start', payload: 't_idea' });
  write(world, 'A dark theme, please.');
  wait(world, 30 * MINUTE);
  return world;
}

describe('"any news?"', () => {
  test('is kept in the ticket and answered by its card, once in a short while, and opens nothing', () => {
    const world = withTicket();
    const done = write(world, 'Any news?');
    expect(done).toEqual([
      { kind: 'addToTicket', ticketId: 1001, messageIds: 'loose', onlyAsking: true },
      { kind: 'showCard', ticketId: 1001 },
    ]);
    expect(kinds(write(world, 'Hello, are you there?'))).toEqual(['addToTicket']);
    wait(world, 3 * MINUTE);
    expect(kinds(write(world, 'still waiting'))).toEqual(['addToTicket', 'showCard']);
    expect(world.tickets).toHaveLength(1);
    expect([...world.messages.values()]).toEqual([1001, 1001, 1001, 1001]);
  });

  test('with a photo, with facts or with a word that needs a person it is what it says', () => {
    const world = withTicket();
    expect(kinds(write(world, 'Any news?', { photo: true }))).not.toContain('showCard');
    wait(world, 30 * MINUTE);
    const facts = write(world, 'Any news? Now the app crashes too.');
    expect(facts).toContainEqual({ kind: 'addToTicket', ticketId: 1001, messageIds: 'loose' });
    expect(kinds(write(world, 'any news? call a human'))).toContain('requestPerson');
  });

  test('with several tickets it asks which one to show, and a reply means its own', () => {
    const world = newWorld();
    for (const text of ['One idea', 'Another idea']) {
      play(world, { kind: 'start', payload: 't_idea' });
      write(world, text);
      wait(world, 30 * MINUTE);
    }
    expect(kinds(write(world, 'any news?'))).toEqual(['addToTicket', 'say']);
    wait(world, 3 * MINUTE);
    const replied = write(world, 'any news?', { replyTo: 1001 });
    expect(replied.at(-1)).toEqual({ kind: 'showCard', ticketId: 1001 });
  });

  test('of a solved ticket it shows the card, which can reopen it; without any ticket it is words', () => {
    const world = withTicket();
    change(world, 1001, { status: 'resolved', resolvedAt: world.now });
    expect(kinds(write(world, 'any news?'))).toEqual(['addToTicket', 'showCard']);
    expect(kinds(write(newWorld(), 'any news?'))).not.toContain('showCard');
  });
});
