import type { Language } from '../../base/i18n/index.ts';
import { type Field, wordsIn } from './field.ts';

/** What a customer typed or chose, by the field's id. */
export type Given = Readonly<Record<string, Answer>>;
/** An answer: words, several choices or files, or an amount in a currency. */
export type Answer = string | readonly string[] | { readonly amount: string; readonly currency: string };

/** What is wrong with an answer. */
export type Wrong =
  | 'missing'
  | 'too_long'
  | 'no_number'
  | 'too_small'
  | 'too_large'
  | 'no_date'
  | 'no_choice'
  | 'no_phone'
  | 'no_email'
  | 'other_pattern'
  | 'unknown_field';

type Read = { value: Answer } | { wrong: Wrong };

const LONGEST: Partial<Record<Field['kind'], number>> = { text: 200, long_text: 2000, code: 60, email: 254 };
const MOST_FILES = 10;

const isEmpty = (answer: Answer | undefined): boolean => {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return 'amount' in answer ? answer.amount.trim() === '' : answer.length === 0;
};

/** Whether a field is asked, by what was answered before it. */
export function isAsked(field: Pick<Field, 'when'>, given: Given): boolean {
  if (!field.when) return true;
  const answer = given[field.when.field];
  const chosen = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  return field.when.is.some((one) => chosen.includes(one));
}

/** Checks answers against the fields of a form (M2). Answers of fields that are not asked are left out; those of fields that the form does
 * not have are wrong. `answers` are as they are kept: numbers with a point, phones and e-mails without their blanks. */
export function checkAnswers(
  fields: readonly Field[],
  given: Given,
): { answers: Record<string, Answer>; wrong: Record<string, Wrong> } {
  const answers: Record<string, Answer> = {};
  const wrong: Record<string, Wrong> = {};
  for (const field of fields) {
    if (!isAsked(field, answers)) continue;
    const answer = given[field.id];
    if (answer === undefined || isEmpty(answer)) {
      if (field.required) wrong[field.id] = 'missing';
      continue;
    }
    const read = readAnswer(field, answer);
    if ('wrong' in read) wrong[field.id] = read.wrong;
    else answers[field.id] = read.value;
  }
  for (const name of Object.keys(given)) {
    if (!fields.some(({ id }) => id === name) && !isEmpty(given[name])) wrong[name] = 'unknown_field';
  }
  return { answers, wrong };
}

function readAnswer(field: Field, answer: Answer): Read {
  if (typeof answer === 'string') return readWords(field, answer.trim());
  if ('amount' in answer) return readAmount(field, answer);
  if (field.kind === 'file') return answer.length > MOST_FILES ? { wrong: 'too_large' } : { value: answer };
  const known = answer.every((one) => field.choices.some(({ id }) => id === one));
  return field.kind === 'choices' && known ? { value: [...new Set(answer)] } : { wrong: 'no_choice' };
}

function readWords(field: Field, words: string): Read {
  if (words.length > (LONGEST[field.kind] ?? 100)) return { wrong: 'too_long' };
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return { value: words };
    case 'number':
      return readNumber(field, words);
    case 'date':
      return isDay(words) ? { value: words } : { wrong: 'no_date' };
    case 'choice':
      return field.choices.some(({ id }) => id === words) ? { value: words } : { wrong: 'no_choice' };
    case 'phone':
      return readPhone(words);
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/u.test(words)
        ? { value: words.toLowerCase() }
        : { wrong: 'no_email' };
    case 'code':
      return !field.pattern || fitsPattern(words, field.pattern)
        ? { value: words }
        : { wrong: 'other_pattern' };
    case 'amount':
      return { wrong: 'no_number' };
    case 'choices':
    case 'file':
      return { wrong: 'no_choice' };
  }
}

/** People write "1 250,50" as well as "1250.50". */
const plainNumber = (words: string): string => words.replaceAll(/[\s\u00A0_']/gu, '').replace(',', '.');

function readNumber(field: Field, words: string): Read {
  const plain = plainNumber(words);
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain)) return { wrong: 'no_number' };
  const value = Number(plain);
  if (field.least !== null && value < field.least) return { wrong: 'too_small' };
  if (field.most !== null && value > field.most) return { wrong: 'too_large' };
  return { value: plain };
}

function readAmount(field: Field, { amount, currency }: { amount: string; currency: string }): Read {
  if (field.kind !== 'amount' || !field.currencies.includes(currency)) return { wrong: 'no_choice' };
  const read = readNumber({ ...field, least: field.least ?? 0 }, amount);
  if ('wrong' in read) return read;
  return { value: { amount: String(read.value), currency } };
}

function readPhone(words: string): Read {
  const plain = words.replaceAll(/[\s\u00A0().-]/gu, '');
  return /^\+?\d{6,15}$/.test(plain) ? { value: plain } : { wrong: 'no_phone' };
}

function isDay(words: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(words)) return false;
  const at = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(words);
}

/** Whether words are written as a pattern says: `#` a digit, `@` a letter, `*` either, all else itself. */
function fitsPattern(words: string, pattern: string): boolean {
  const letters = [...words];
  const signs = [...pattern];
  return letters.length === signs.length && signs.every((sign, at) => fits(letters[at] ?? '', sign));
}

function fits(letter: string, sign: string): boolean {
  if (sign === '#') return /^\d$/.test(letter);
  if (sign === '@') return /^\p{L}$/u.test(letter);
  if (sign === '*') return /^[\p{L}\d]$/u.test(letter);
  return letter.toLowerCase() === sign.toLowerCase();
}

/** An answer as people read it. */
export type ShownAnswer = { id: string; kind: Field['kind']; label: string; value: string };

/** Answers in their fields' order, in a language; files are shown where the message is. */
export function showAnswers(
  fields: readonly Field[],
  answers: Given,
  order: { own: Language; desk: Language },
): ShownAnswer[] {
  return fields.flatMap((field) => {
    const answer = answers[field.id];
    if (answer === undefined || field.kind === 'file') return [];
    const { id, kind } = field;
    return [{ id, kind, label: wordsIn(field.label, order), value: valueWords(field, answer, order) }];
  });
}

function valueWords(field: Field, answer: Answer, order: { own: Language; desk: Language }): string {
  const choice = (chosen: string): string => {
    const found = field.choices.find(({ id }) => id === chosen);
    return found ? wordsIn(found.label, order) : chosen;
  };
  if (typeof answer !== 'string')
    return 'amount' in answer ? `${answer.amount} ${answer.currency}` : answer.map(choice).join(', ');
  if (field.kind === 'choice') return choice(answer);
  return field.kind === 'date' ? answer.split('-').reverse().join('.') : answer;
}
