import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  detectLanguage,
  type LanguageModel,
  loadLanguageModel,
  saveLanguageModel,
  withoutDiacritics,
} from './index.ts';

let model: LanguageModel;
beforeAll(async () => {
  model = loadLanguageModel(await readFile('content/models/language.bin'));
});

const SENTENCES: Record<string, readonly string[]> = {
  az: [
    'Kartımdan pul çıxıldı, amma ödəniş keçmədi',
    'Sifarişim hələ çatmayıb, nə vaxt gələcək?',
    'Parolu unutmuşam, hesaba necə daxil olum?',
    'Şəkli göndərdim, cavab gözləyirəm',
    'Abunəliyi ləğv etmək istəyirəm',
    'Niyə heç kim cavab vermir?',
    'Bildirişləri necə söndürüm?',
    'Köçürmə dünəndən yoldadır',
  ],
  tr: [
    'Kartımdan para çekildi ama ödeme geçmedi',
    'Siparişim hâlâ ulaşmadı, ne zaman gelecek?',
    'Şifremi unuttum, hesabıma nasıl girebilirim?',
    'Fotoğrafı gönderdim, cevap bekliyorum',
    'Aboneliğimi iptal etmek istiyorum',
    'Neden kimse cevap vermiyor?',
    'Bildirimleri nasıl kapatabilirim?',
    'Havale dünden beri yolda',
  ],
  ru: [
    'С карты списали деньги, но платёж не прошёл',
    'Мой заказ ещё не пришёл, когда он будет?',
    'Забыла пароль, как войти в аккаунт?',
    'Я отправил снимок и жду ответа',
    'Хочу отменить подписку',
    'Почему никто не отвечает?',
    'Как выключить уведомления?',
    'Перевод идёт со вчерашнего дня',
  ],
  uk: [
    'З картки списали гроші, але платіж не пройшов',
    'Моє замовлення ще не прийшло, коли воно буде?',
    'Забула пароль, як увійти в обліковий запис?',
    'Я надіслав знімок і чекаю на відповідь',
    'Хочу скасувати підписку',
    'Чому ніхто не відповідає?',
    'Як вимкнути сповіщення?',
    'Переказ триває з учорашнього дня',
  ],
  en: [
    'The money left my card but the payment failed',
    'My order has not arrived, when will it come?',
    'I forgot my password, how do I sign in?',
    'I sent the screenshot and wait for an answer',
    'I want to cancel my subscription',
    'Why does nobody answer?',
    'How do I turn off notifications?',
    'The transfer has been on its way since yesterday',
  ],
};
const ALL = Object.entries(SENTENCES).flatMap(([lang, texts]) => texts.map((text) => ({ lang, text })));
const wrong = (change: (text: string) => string) =>
  ALL.filter(({ lang, text }) => detectLanguage(model, change(text))?.language !== lang);

describe('the model that ships', () => {
  test('knows a customer’s sentence by its language', () => expect(wrong((text) => text)).toEqual([]));

  test('also without diacritics', () => expect(wrong(withoutDiacritics).length).toBeLessThanOrEqual(1));

  test('says nothing where there are no letters', () => {
    expect(detectLanguage(model, '12345 👍 !!')).toBeUndefined();
    expect(detectLanguage(model, '')).toBeUndefined();
  });

  test('gives a probability for any text, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const said = detectLanguage(model, text);
        if (said) expect(said.probability).toBeGreaterThanOrEqual(0.2);
        expect(said === undefined || said.probability <= 1).toBe(true);
      }),
    );
    expect(detectLanguage(model, 'Ödəniş keçmədi. '.repeat(20_000))?.language).toBe('az');
  });
});

test('a model is the same after it was kept, and other bytes are none', () => {
  const bytes = saveLanguageModel(model);
  expect(loadLanguageModel(bytes)).toEqual(loadLanguageModel(saveLanguageModel(loadLanguageModel(bytes))));
  expect(() => loadLanguageModel(new Uint8Array(7))).toThrow('no model');
});

test('taking diacritics away leaves other scripts alone', () => {
  expect(withoutDiacritics('Əziz İlqar, ödənişi ığ')).toBe('Eziz Ilqar, odenisi ig');
  expect(withoutDiacritics('ещё й ї ё')).toBe('ещё й ї ё');
});
