import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { checkTone } from './index.ts';

const codes = (...asked: Parameters<typeof checkTone>) => checkTone(...asked).map(({ code }) => code);

test('a short text with a next step needs no advice', () => {
  expect(checkTone('Your payment is found. It arrives by 14:30.', 'en')).toEqual([]);
  expect(checkTone('Ödənişiniz tapıldı. Cavab {{ eta }} gələcək.', 'az')).toEqual([]);
  expect(checkTone('Платёж найден. Напишите, если его нет.', 'ru')).toEqual([]);
  expect(checkTone('Ödemeniz bulundu. Görünmezse buraya yazın.', 'tr')).toEqual([]);
});

test('our own words are found with what to say instead, whatever their ending and case', () => {
  expect(checkTone('Your question was ESCALATED to L2. Please wait.', 'en')).toEqual([
    { code: 'jargon', words: 'l2', better: 'an expert' },
    { code: 'jargon', words: 'escalated', better: 'passed on' },
  ]);
  expect(checkTone('Ваш тикет эскалирован. Подождите.', 'ru').map(({ words }) => words)).toEqual([
    'эскалирован',
    'тикет',
  ]);
  expect(checkTone('Sayın müşterimiz, EN KISA SÜREDE yazarız.', 'tr').map(({ words }) => words)).toEqual([
    'sayın müşterimiz',
    'en kısa sürede',
  ]);
  expect(codes('Hörmətli müştəri, gözləyin.', 'az')).toEqual(['jargon']);
  expect(codes('The slalom starts. Please wait.', 'en')).toEqual([]);
});

test('one thing has one word', () => {
  expect(checkTone('Please log in and send your e-mail.', 'en')).toEqual([
    { code: 'glossary', words: 'log in', better: 'sign in' },
    { code: 'glossary', words: 'e-mail', better: 'email' },
  ]);
});

test('an exclamation mark is out of place in bad news only', () => {
  expect(codes('We can’t do that! Write to us.', 'en')).toEqual(['exclamation']);
  expect(codes('Hello! Write to us.', 'en')).toEqual([]);
  expect(codes('Maalesef olmadı! Tekrar deneyin.', 'tr')).toEqual(['exclamation']);
});

test('long sentences and walls of text are found; a value counts as one word', () => {
  const long = `${'word '.repeat(23)}and send it.`;
  expect(checkTone(long, 'en')).toEqual([{ code: 'long_sentence', words: long }]);
  expect(
    codes(`Send {{ name | default: "a b c d e f g h i j k l m n o p q r s t u v w x y z" }}.`, 'en'),
  ).toEqual([]);
  expect(codes('Short. Send it. '.repeat(30), 'en')).toEqual(['wall_of_text']);
  expect(codes('a\nb\nc\nd\ne\nf\nSend it.', 'en')).toEqual(['wall_of_text']);
});

test('a text that leads nowhere is told', () => {
  expect(codes('Your request was noted by the team.', 'en')).toEqual(['no_next_action']);
  expect(codes('Ваш вопрос передан нашей команде.', 'ru')).toEqual(['no_next_action']);
  expect(codes('Is it solved for you now?', 'en')).toEqual([]);
  expect(codes('Thank you.', 'en')).toEqual([]);
});

test('any text in any language gets advice and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...LANGUAGES), (text, language) => {
      for (const { code } of checkTone(text, language)) expect(code).toMatch(/^[a-z_]+$/);
    }),
  );
});
