import fc from 'fast-check';
import { expect, test } from 'vitest';
import { privateMatter, signsOf } from './private-matter.ts';

const PRIVATE = [
  'My payment failed, what should I do?',
  'Where is my order 8841?',
  'order #8841 never came',
  'I was charged twice on my card',
  'my account was hacked!!',
  'I cant log in to my account, the password is wrong',
  'Please refund my money',
  'here is my card 4111 1111 1111 1111',
  'IBAN AZ21 NABZ 0000 0000 1370 1000 1944, send it there',
  'Ödənişim keçmədi, kömək edin',
  'Kartım bloklanıb, nə edim?',
  'Sifarişim hələ gəlməyib',
  'Hesabımdan pul çıxılıb amma sifariş yoxdur',
  'sifaris 8841 hardadi',
  'Mənim pulum haradadır?',
  'Не прошёл платёж, деньги списали',
  'Где мой заказ?',
  'Заказ 9120 так и не приехал',
  'у меня карту заблокировали',
  'Мой аккаунт взломали',
  'Верните мои деньги',
  'gde moi zakaz',
  'Ödemem geçmedi, ne yapmalıyım?',
  'Siparişim nerede?',
  'Kartımdan iki kere para çekildi',
  'Hesabım çalındı!',
  'Benim paramı ne zaman iade edeceksiniz?',
] as const;

const PUBLIC = [
  'Hello everyone!',
  'Which payment methods do you accept?',
  'Is there a dark theme in the app?',
  'Where is your office?',
  'When do you open on Sunday?',
  'The new update is great, I love it',
  'Does delivery work in Ganja?',
  'How do I change the language?',
  'Thanks, my problem is solved',
  'What is the price of the subscription?',
  'I think orders over 50 AZN are delivered for free',
  'call us at +994 12 555 12 34, said the ad',
  'write to hello@example.com for partnerships',
  'In 2024 there were 1000 of us here',
  'https://example.com/news/1234567890123456',
  'Salam, necəsiniz?',
  'Kartla ödəmək olur?',
  'Çatdırılma Gəncəyə var?',
  'Tətbiqin yeni versiyası çox yaxşıdır',
  'Neçədə açılırsınız?',
  'Sifariş neçə günə gəlir?',
  'Всем привет!',
  'Какие карты вы принимаете?',
  'Когда откроется новый магазин?',
  'Есть ли доставка в Гянджу?',
  'Мне нравится ваше приложение',
  'Где скачать приложение?',
  'Сколько стоит подписка?',
  'Merhaba arkadaşlar',
  'Kapıda ödeme var mı?',
  'Kargo kaç günde gelir?',
  'Yeni sürüm çok güzel olmuş',
  'Şifre nasıl değiştirilir?',
  'İade şartları nedir?',
  'Hesap nasıl açılır?',
  '👍',
  '',
] as const;

test('what is somebody’s own is heard in most cases, what is everybody’s almost never', () => {
  const missed = PRIVATE.filter((text) => privateMatter(text) !== 'yes');
  const wrong = PUBLIC.filter((text) => privateMatter(text) === 'yes');
  expect({ missed, wrong: wrong.map((text) => `${text}: ${signsOf(text).join(' ')}`) }).toEqual({
    ...{ missed: [], wrong: [] },
  });
});

test('any text: no error, and a card number is always enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(['yes', 'more', 'no']).toContain(privateMatter(text));
      expect(privateMatter(`${text}: 5555 5555 5555 4444`)).toBe('yes');
    }),
  );
});
