import { z } from 'zod';
import { LANGUAGES, type Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { Label } from '../../base/text/index.ts';
import { checkText, fieldsIn, LONGEST, type Rendered, renderText } from './template.ts';
import { FIELDS, type Field, type Values } from './variables.ts';

const slug = z.string().min(1).max(64);
const labels = z.array(Label).min(1).max(10);
const MOST_SNOOZE_MINUTES = 90 * 24 * 60;

/** What a macro does besides writing (T4). `ask` makes its text the question that the ticket waits for, `resolve` the summary that ends
 * it; `nobody` gives the ticket back to its queue; `snooze` takes it out of its queue for so many minutes. */
export const MacroActions = z
  .strictObject({
    status: z.enum(['ask', 'resolve']).optional(),
    queue: slug.optional(),
    assignee: z.enum(['me', 'nobody']).optional(),
    priority: z.enum(['low', 'normal', 'high', 'critical']).optional(),
    tag: labels.optional(),
    untag: labels.optional(),
    snooze: z.int().min(1).max(MOST_SNOOZE_MINUTES).optional(),
  })
  .refine(
    ({ status, queue, assignee, snooze }) =>
      status !== 'resolve' || (queue === undefined && assignee !== 'nobody' && snooze === undefined),
    { error: 'a ticket that is resolved goes to nobody else, nor back to work later' },
  );
/** See the schema of the same name. */
export type MacroActions = z.infer<typeof MacroActions>;

const title = z.string().trim().min(1).max(80);
const text = z.string().trim().min(1).max(LONGEST);

/** A macro as somebody writes it: a text for at least one language, and what it does. `topic` is a slug; null: for all topics. `channel`
 * texts are posts, not answers. */
export const MacroDraft = z
  .strictObject({
    title,
    /** Titles for agents who read another language; `title` serves everybody else. */
    titles: z.partialRecord(z.enum(LANGUAGES), title).default({}),
    topic: slug.nullable().default(null),
    place: z.enum(['ticket', 'channel']).default('ticket'),
    texts: z
      .partialRecord(z.enum(LANGUAGES), text)
      .refine((texts) => Object.keys(texts).length > 0, { error: 'write it in at least one language' }),
    actions: MacroActions.prefault({}),
  })
  .refine(({ place, actions }) => place === 'ticket' || Object.keys(actions).length === 0, {
    path: ['actions'],
    error: 'a post acts on no ticket',
  });
/** See the schema of the same name. */
export type MacroDraft = z.infer<typeof MacroDraft>;

/** Texts by language. */
export type Texts = MacroDraft['texts'];

/** Reads a draft. Refuses (`invalid`) what is none, and texts that could not be sent as they are (see `checkText`); the details name the language. */
export function readDraft(input: unknown): MacroDraft {
  const parsed = MacroDraft.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const details = { field: issue?.path.join('.') || 'body', problem: issue?.message ?? '' };
    throw new DomainError('invalid', 'request_invalid', details);
  }
  for (const language of LANGUAGES) {
    const words = parsed.data.texts[language];
    if (words !== undefined) saying(language, () => checkText(words));
  }
  return parsed.data;
}

/** What a macro is called in a language. */
export function titleFor(
  { title, titles }: Pick<MacroDraft, 'title' | 'titles'>,
  language: Language,
): string {
  return titles[language] ?? title;
}

/** The names that an agent fills in, in any of the languages. */
export function fieldsOf(texts: Texts): Field[] {
  const used = new Set(Object.values(texts).flatMap(fieldsIn));
  return FIELDS.filter((field) => used.has(field));
}

/** Which of a macro's languages a customer reads (T2): their own, else the desk's, else English, else any. */
export function languageFor(texts: Texts, wishes: { customer: Language; desk: Language }): Language {
  const order = [wishes.customer, wishes.desk, 'en', ...LANGUAGES] as const;
  return order.find((language) => texts[language] !== undefined) ?? 'en';
}

/** Puts values into a macro's text in one of its languages. Refuses (`invalid`) as `renderText` does. */
export function renderMacro(texts: Texts, language: Language, values: Values): Rendered {
  return saying(language, () => renderText(texts[language] ?? '', values));
}

/** A text that is being written: whether it could be kept, and how it would read. Refuses (`invalid`) as `readDraft` does. */
export function tryText(words: string, language: Language, values: Values): Rendered & { fields: Field[] } {
  return saying(language, () => {
    const { fields } = checkText(words);
    return { ...renderText(words, values), fields };
  });
}

function saying<T>(language: Language, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.kind, error.code, { ...error.details, language });
  }
}
