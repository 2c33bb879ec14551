import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers, type Given, showAnswers } from './answers.ts';
import { readFields } from './field.ts';

const en = (label: string) => ({ label: { en: label } });
const choices = ['a', 'b', 'c'].map((id) => ({ id, label: { en: id.toUpperCase() } }));
const FORM = readFields([
  { id: 'how', kind: 'choice', required: true, ...en('How'), choices },
  { id: 'why', kind: 'text', required: true, ...en('Why'), when: { field: 'how', is: ['b', 'c'] } },
  { id: 'many', kind: 'choices', ...en('Many'), choices },
  { id: 'count', kind: 'number', ...en('Count'), least: 1, most: 10 },
  { id: 'sum', kind: 'amount', ...en('Sum'), currencies: ['AZN', 'USD'] },
  { id: 'day', kind: 'date', ...en('Day') },
  { id: 'phone', kind: 'phone', ...en('Phone') },
  { id: 'mail', kind: 'email', ...en('Mail') },
  { id: 'order', kind: 'code', ...en('Order'), pattern: '@@-####' },
]);
const check = (given: Given) => checkAnswers(FORM, given);

describe('answers', () => {
  test('are read as people write them', () => {
    const { answers, wrong } = check({
      how: 'a',
      why: 'not asked',
      count: ' 7,5 ',
      sum: { amount: '1 250,50', currency: 'AZN' },
      day: '2026-02-28',
      phone: '+994 (50) 123-45-67',
      mail: 'Leyla@Example.AZ',
      order: 'az-1234',
    });
    expect(wrong).toEqual({});
    expect(answers).toEqual({
      how: 'a',
      count: '7.5',
      sum: { amount: '1250.50', currency: 'AZN' },
      day: '2026-02-28',
      phone: '+994501234567',
      mail: 'leyla@example.az',
      order: 'az-1234',
    });
    expect(showAnswers(FORM, answers, { own: 'ru', desk: 'az' }).map(({ value }) => value)).toEqual([
      ...['A', '7.5', '1250.50 AZN', '28.02.2026', '+994501234567', 'leyla@example.az', 'az-1234'],
    ]);
  });

  test.each([
    [{}, { how: 'missing' }],
    [{ how: 'b' }, { why: 'missing' }],
    [{ how: 'z' }, { how: 'no_choice' }],
    [{ how: 'a', many: ['a', 'z'] }, { many: 'no_choice' }],
    [{ how: 'a', count: '0' }, { count: 'too_small' }],
    [{ how: 'a', count: '11' }, { count: 'too_large' }],
    [{ how: 'a', count: '1e3' }, { count: 'no_number' }],
    [{ how: 'a', sum: { amount: '5', currency: 'EUR' } }, { sum: 'no_choice' }],
    [{ how: 'a', sum: { amount: '-5', currency: 'AZN' } }, { sum: 'too_small' }],
    [{ how: 'a', day: '2026-02-30' }, { day: 'no_date' }],
    [{ how: 'a', phone: 'call me' }, { phone: 'no_phone' }],
    [{ how: 'a', mail: 'leyla@' }, { mail: 'no_email' }],
    [{ how: 'a', order: '12-abcd' }, { order: 'other_pattern' }],
    [{ how: 'a', gone: 'something' }, { gone: 'unknown_field' }],
    [{ how: 'b', why: 'x'.repeat(201) }, { why: 'too_long' }],
  ] as const)('%j is wrong: %j', (given, wrong) => {
    expect(check(given as Given).wrong).toEqual(wrong);
  });

  test('what is kept fits the form, whatever is given, and is read the same again', () => {
    const answer = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('a', 'b', 'z'), { maxLength: 4 }),
      fc.record({ amount: fc.string(), currency: fc.constantFrom('AZN', 'EUR') }),
      fc.constantFrom('a', 'b', '2026-11-28', '5', '+994501112233', 'a@b.az', 'xy-0001'),
    );
    const given = fc.dictionary(fc.constantFrom(...FORM.map(({ id }) => id), 'other'), answer);
    fc.assert(
      fc.property(given, (said) => {
        const { answers } = check(said);
        const again = check({ how: 'b', why: 'x', ...answers });
        for (const id of Object.keys(answers)) expect(again.wrong[id]).toBeUndefined();
        expect(check(answers).answers).toEqual(answers);
      }),
    );
  });
});

describe('fields', () => {
  const choice = { id: 'how', kind: 'choice', ...en('How'), choices };
  test.each([
    ['an id twice', [choice, choice], 'fields.1.id'],
    ['a choice of one', [{ ...choice, choices: choices.slice(1, 2) }], 'fields.0.choices'],
    ['an amount without a currency', [{ id: 'sum', kind: 'amount', ...en('Sum') }], 'fields.0.currencies'],
    ['no words', [{ id: 'x', kind: 'text', label: {} }], 'fields.0.label'],
    [
      'a condition on what comes later',
      [{ id: 'x', kind: 'text', ...en('X'), when: { field: 'how', is: ['a'] } }, choice],
      'fields.0.when',
    ],
    [
      'a condition on a choice that is not there',
      [choice, { id: 'x', kind: 'text', ...en('X'), when: { field: 'how', is: ['z'] } }],
      'fields.1.when',
    ],
    [
      'bounds the wrong way round',
      [{ id: 'n', kind: 'number', ...en('N'), least: 5, most: 1 }],
      'fields.0.most',
    ],
  ])('%s is refused', (_what, fields, place) => {
    expect(() => readFields(fields)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: place }) }),
    );
  });
});
