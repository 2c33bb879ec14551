import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IncidentRule, matches } from './matching.ts';

const rule = (part: Partial<IncidentRule>): IncidentRule => ({ topics: [], queues: [], words: [], ...part });
const says = (text: string, ...words: string[]) => matches(rule({ words }), { queue: 'l1', text });

/** Forms that people write of one word, by language. */
const FORMS = [
  ['ödəniş', 'ödənişim', 'Ödənişlər', 'ÖDƏNİŞİ', 'odenis', 'ödənişimizdən', 'ödənişlərin'],
  ['kart', 'kartım', 'kartla', 'kartımdan', 'Kartlar', 'kartınız', 'kartı'],
  ['ödeme', 'ödemem', 'ödemeler', 'ÖDEMEDE', 'ödemeleriniz', 'odeme'],
  ['sipariş', 'siparişim', 'siparişlerim', 'SİPARİŞ', 'siparis'],
  ['payment', 'payments', 'Payment', 'PAYMENTS'],
  ['account', 'accounts', 'Accounts'],
  ['оплата', 'оплату', 'оплаты', 'Оплатой', 'ОПЛАТЕ', 'оплатами'],
  ['платёж', 'платежа', 'платежи', 'ПЛАТЕЖЕЙ', 'платеж', 'платежами'],
  ['приложение', 'приложения', 'приложением', 'Приложении', 'приложениях'],
  ['работает', 'работают', 'работал', 'работала', 'работало'],
] as const;

const form = fc
  .nat(FORMS.length - 1)
  .chain((of) => fc.record({ of: fc.constant(of), word: fc.constantFrom(...(FORMS[of] ?? [])) }));
const filler = fc.constantFrom('и', 'the', 'bu', 'очень', 'please', 'zəhmət', '🙂', '—', '12', 'için');

test('every form of a word is heard as every other one, whatever stands around it', () => {
  fc.assert(
    fc.property(
      form,
      fc.array(filler, { maxLength: 8 }),
      fc.array(filler, { maxLength: 8 }),
      (a, left, right) => {
        for (const other of FORMS[a.of] ?? []) {
          expect(says([...left, other, ...right].join(' '), a.word), `${a.word} in ${other}`).toBe(true);
        }
      },
    ),
  );
});

test('other words are not heard, and the opposite is another word', () => {
  fc.assert(
    fc.property(form, form, (a, b) => {
      // "Ödəniş" and "ödeme" are payments in two languages, of one root.
      const root = (of: number) => (of === 2 ? 0 : of);
      fc.pre(root(a.of) !== root(b.of));
      expect(says(b.word, a.word), `${a.word} in ${b.word}`).toBe(false);
    }),
  );
  for (const [text, word] of [
    ['işləyir', 'işləmir'],
    ['calisiyor', 'çalışmıyor'],
    ['pardon', 'para'],
    ['карась', 'карта'],
    ['order', 'ordeal'],
    ['', 'payment'],
    ['🙂🙂', 'payment'],
  ] as const)
    expect(says(text, word), `${word} in ${text}`).toBe(false);
});

test('the words of a phrase stand near each other, in any order', () => {
  expect(says('Kartla ödəniş keçmir, kömək edin', 'ödəniş keçmir')).toBe(true);
  expect(says('не проходят мои платежи', 'платёж не проходит')).toBe(true);
  expect(says('The payments of mine are failing', 'failing payment')).toBe(true);
  expect(says('payment', 'failing payment')).toBe(false);
  const far = `payment ${'word '.repeat(9)} failing`;
  expect(says(far, 'failing payment')).toBe(false);
  expect(says(far, 'failing payment', 'payment')).toBe(true);
});

test('all conditions hold together, and a rule of nothing matches nothing', () => {
  const request = { topic: 'payment', queue: 'l1', text: 'Where is my order?' };
  expect(matches(rule({}), request)).toBe(false);
  expect(matches(rule({ topics: ['payment'] }), request)).toBe(true);
  expect(matches(rule({ topics: ['account', 'payment'], queues: ['l1'] }), request)).toBe(true);
  expect(matches(rule({ topics: ['payment'], queues: ['l2'] }), request)).toBe(false);
  expect(matches(rule({ topics: ['payment'], words: ['orders'] }), request)).toBe(true);
  expect(matches(rule({ topics: ['payment'], words: ['card'] }), request)).toBe(false);
  expect(matches(rule({ topics: ['payment'] }), { queue: 'l1', text: 'payment' })).toBe(false);
});

test('any text and any rule: never an error, and more words never take a match away', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      filler,
      (text, word, more) => {
        const before = says(text, word);
        expect(typeof before).toBe('boolean');
        if (before) expect(says(`${text} ${more}`, word)).toBe(true);
        if (before) expect(says(text.toUpperCase().toLowerCase(), word)).toBe(true);
      },
    ),
  );
});
