import { z } from 'zod';
import { Language } from './common.ts';

/** What a field of a form takes. `code`: an order number and the like. */
export const FieldKind = z.enum([
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
/** See the schema of the same name. */
export type FieldKind = z.infer<typeof FieldKind>;

const Words = z.partialRecord(Language, z.string().max(300));
const Condition = z.strictObject({ field: z.string().max(40), is: z.array(z.string().max(40)).max(30) });

/** A field as the desk defines it. `when`: shown only where an earlier field has one of these choices. `pattern`, of a code: `#` is a
 * digit, `@` a letter, `*` either, all else itself. */
export const FormField = z.strictObject({
  id: z.string().max(40),
  kind: FieldKind,
  label: Words,
  hint: Words.default({}),
  required: z.boolean().default(false),
  when: Condition.nullable().default(null),
  choices: z
    .array(z.strictObject({ id: z.string().max(40), label: Words }))
    .max(30)
    .default([]),
  currencies: z.array(z.string().max(3)).max(20).default([]),
  pattern: z.string().max(40).nullable().default(null),
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
});
/** See the schema of the same name. */
export type FormField = z.infer<typeof FormField>;

/** A topic and what it asks (`GET /api/topic-forms`). Version 0: nothing yet. */
export const TopicForm = z.object({
  topic: z.object({ slug: z.string(), emoji: z.string(), title: z.string(), prompt: z.string() }),
  version: z.int(),
  fields: z.array(FormField),
});
/** See the schema of the same name. */
export type TopicForm = z.infer<typeof TopicForm>;
/** Every topic and what it asks, likely topics first. */
export const TopicForms = z.array(TopicForm);

/** Sets what a topic asks (`PUT /api/topic-forms/:slug`); `base` is the version that was edited. */
export const TopicFormChange = z.object({ base: z.int().min(0), fields: z.array(FormField).max(20) });
/** See the schema of the same name. */
export type TopicFormChange = z.infer<typeof TopicFormChange>;

/** A field as a customer sees it, in their language. */
export const ShownField = FormField.omit({ label: true, hint: true, choices: true }).extend({
  label: z.string(),
  hint: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
});
/** See the schema of the same name. */
export type ShownField = z.infer<typeof ShownField>;

/** What a topic asks, as a customer sees it. */
export const ShownForm = z.object({ version: z.int(), fields: z.array(ShownField) });
/** See the schema of the same name. */
export type ShownForm = z.infer<typeof ShownForm>;

/** An answer: words, several choices or the ids of uploaded files, or an amount in a currency. */
export const FormAnswer = z.union([
  z.string().max(4000),
  z.array(z.string().max(64)).max(30),
  z.strictObject({ amount: z.string().max(32), currency: z.string().max(3) }),
]);
/** See the schema of the same name. */
export type FormAnswer = z.infer<typeof FormAnswer>;

/** What a customer answered, by the field's id. */
export const FormAnswers = z.record(z.string().max(40), FormAnswer);
/** See the schema of the same name. */
export type FormAnswers = z.infer<typeof FormAnswers>;

/** An answer as people read it. */
export const ShownAnswer = z.object({
  id: z.string(),
  kind: FieldKind,
  label: z.string(),
  value: z.string(),
});
