import { z } from 'zod';
import { LANGUAGES, type Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';

/** What a field takes. `code`: an order number and the like, by a pattern if it has one. */
const Kind = z.enum([
  'text',
  'long_text',
  'number',
  'amount',
  'date',
  'choice',
  'choices',
  'phone',
  'email',
  'code',
  'file',
]);

const MOST_FIELDS = 20;
const MOST_CHOICES = 30;

const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'use small letters, digits and _');
const inLanguages = (most: number) =>
  z
    .partialRecord(z.enum(LANGUAGES), z.string().trim().min(1).max(most))
    .refine((words) => Object.keys(words).length > 0, { error: 'write it in at least one language' });
const hints = z.partialRecord(z.enum(LANGUAGES), z.string().trim().max(300)).default({});

/** A field of a form: what it is called, whether it must be filled in, and when it is shown. `when`: only where another field, which
 * stands before it, has one of these choices. `pattern`, of a code: `#` is a digit, `@` a letter, `*` either, all else itself. */
const Field = z.strictObject({
  id,
  kind: Kind,
  label: inLanguages(120),
  hint: hints,
  required: z.boolean().default(false),
  when: z
    .strictObject({ field: id, is: z.array(id).min(1).max(MOST_CHOICES) })
    .nullable()
    .default(null),
  choices: z
    .array(z.strictObject({ id, label: inLanguages(120) }))
    .max(MOST_CHOICES)
    .default([]),
  currencies: z
    .array(z.string().regex(/^[A-Z]{3}$/, 'three capital letters, as in AZN'))
    .max(20)
    .default([]),
  pattern: z.string().trim().max(40).nullable().default(null),
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
});
/** See the schema of the same name. */
export type Field = z.infer<typeof Field>;

const Fields = z.array(Field).max(MOST_FIELDS);

/** Reads the fields of a form. Refuses (`invalid`) what are none: the details name the place and what is wrong there. */
export function readFields(input: unknown): Field[] {
  const parsed = Fields.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrongAt(['fields', ...(issue?.path ?? [])].join('.'), issue?.message ?? '');
  }
  for (const [at, field] of parsed.data.entries())
    demandSense(field, { at, before: parsed.data.slice(0, at) });
  return parsed.data;
}

const wrongAt = (field: string, problem: string) =>
  new DomainError('invalid', 'request_invalid', { field, problem });

/** What a field needs beside its shape. */
function demandSense(field: Field, { at, before }: { at: number; before: readonly Field[] }): void {
  const wrong = (part: string, problem: string) => wrongAt(`fields.${at}.${part}`, problem);
  const { kind, choices, currencies, least, most, when } = field;
  if (before.some((other) => other.id === field.id)) throw wrong('id', 'another field has it');
  if ((kind === 'choice' || kind === 'choices') && choices.length < 2)
    throw wrong('choices', 'give two at least');
  if (new Set(choices.map((choice) => choice.id)).size < choices.length)
    throw wrong('choices', 'each needs an id of its own');
  if (kind === 'amount' && currencies.length === 0) throw wrong('currencies', 'name one at least');
  if (least !== null && most !== null && least > most) throw wrong('most', 'is less than the least');
  const asked = when && before.find((other) => other.id === when.field);
  if (when && !asked) throw wrong('when', 'names no field that stands before it');
  if (asked && when.is.some((one) => !asked.choices.some((choice) => choice.id === one)))
    throw wrong('when', 'names a choice that is not there');
}

/** Words in a language; else in the desk's, in English, in any. */
export function wordsIn(
  words: Partial<Record<Language, string>>,
  order: { own: Language; desk: Language },
): string {
  const languages = [order.own, order.desk, 'en', ...LANGUAGES] as const;
  return languages.map((language) => words[language]).find((found) => found !== undefined) ?? '';
}
