import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStopWord } from './index.ts';

describe('words that need a person at once', () => {
  test.each([
    ['payment_failed', 'My payment failed'],
    ['payment_failed', 'the transfer didn’t go through'],
    ['payment_failed', 'Payment was declined, why?'],
    ['payment_failed', 'Ödənişim keçmədi'],
    ['payment_failed', 'odenis alinmadi'],
    ['payment_failed', 'Ödəniş uğursuz oldu'],
    ['payment_failed', 'Платёж не прошёл'],
    ['payment_failed', 'не проходит оплата'],
    ['payment_failed', 'ошибка при оплате заказа'],
    ['payment_failed', 'oplata ne proshla'],
    ['payment_failed', 'Ödemem başarısız oldu'],
    ['payment_failed', 'odeme yapamiyorum'],
    ['card_blocked', 'My card has been blocked'],
    ['card_blocked', 'Kartım bloklanıb'],
    ['card_blocked', 'заблокировали карту'],
    ['card_blocked', 'zablokirovali kartu'],
    ['card_blocked', 'KARTIM BLOKE OLDU'],
    ['fraud', 'This is fraud!'],
    ['fraud', 'I was scammed yesterday'],
    ['fraud', 'меня обманули мошенники'],
    ['fraud', 'eto moshenniki'],
    ['fraud', 'у меня украли деньги с карты'],
    ['fraud', 'Fırıldaqçılar zəng edib'],
    ['fraud', 'kartımdan pulu oğurladılar'],
    ['fraud', 'Dolandırıldım, paramı çaldılar'],
    ['hacked', 'somebody HACKED me'],
    ['hacked', 'Меня взломали'],
    ['hacked', 'akkaunt vzlomali'],
    ['hacked', 'Hesabım oğurlanıb'],
    ['hacked', 'hesabım hacklendi'],
    ['hacked', 'Hesabım çalındı'],
    ['kyc', 'KYC is stuck'],
    ['kyc', 'не могу пройти верификацию'],
    ['kyc', 'şəxsiyyətimi təsdiqləyə bilmirəm'],
    ['kyc', 'kimlik doğrulama olmuyor'],
    ['security', 'a security problem'],
    ['security', 'вопрос безопасности'],
    ['security', 'Təhlükəsizlik məsələsi'],
    ['security', 'güvenlik sorunu'],
    ['asked_for_person', 'operator'],
    ['asked_for_person', 'Talk to a person'],
    ['asked_for_person', 'Позовите человека'],
    ['asked_for_person', 'оператора!'],
    ['asked_for_person', 'Operatorla danışmaq istəyirəm'],
    ['asked_for_person', 'Temsilciyle görüşmek istiyorum'],
  ])('%s: %s', (reason, text) => {
    expect(findStopWord(text)?.reason).toBe(reason);
  });

  test.each([
    'I paid 25 AZN, order 8841, the money is gone and nothing came.',
    'How long does a payment take?',
    'The payment went through, but the parcel is not here',
    'Оплата прошла, но товар не пришёл',
    'Не вижу платёж за прошлый месяц, прошу помочь',
    'Хочу увеличить лимит аккаунта',
    'Ödənişə keçmək istəyirəm',
    'Keçmiş ödənişləri harada görürəm?',
    'Картинка не открывается, приложение заблокировано',
    'Is it safe? Tətbiq təhlükəsizdir?',
    'We met at a hackathon',
    'Kart nə vaxt gələcək?',
    'Paket çalışmıyor, param yok',
    'Как удалить аккаунт?',
    'My mobile operator says that the number is not theirs any more',
    'Я хороший человек',
    'a person from the shop was rude',
    '',
  ])('stays calm at: %s', (text) => {
    expect(findStopWord(text)).toBeUndefined();
  });

  test('the most urgent matter wins, and words far apart are not one matter', () => {
    expect(findStopWord('payment failed because I was hacked')?.reason).toBe('hacked');
    expect(findStopWord(`payment ${'and so on '.repeat(10)} failed`)).toBeUndefined();
  });

  test('any text is read, however long and odd, in the same way with and without diacritics', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4096 }), (noise) => {
        expect(() => findStopWord(noise)).not.toThrow();
        expect(findStopWord(`${noise} hacked`)?.reason ?? 'joined').toMatch(/hacked|joined/);
      }),
    );
    const start = performance.now();
    findStopWord('payment '.repeat(512));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
