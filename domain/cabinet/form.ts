import type { Db } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import type { Customer } from '../customers/index.ts';
import {
  type Answer,
  checkAnswers,
  type Form,
  type Given,
  NO_FORM,
  readForms,
  showAnswers,
  wordsIn,
} from '../forms/index.ts';
import type { Desk } from '../front-desk/index.ts';
import type { Topic } from '../routing/index.ts';
import type { Visit } from './visit.ts';

/** What a customer asks: about which topic, and their answers to the version of its form that they saw. */
export type Asked = { topic: string; formVersion: number; answers: Given; uploads?: readonly number[] };

/** Answers that a form takes, and as lines to be read beside the customer's own words. */
export type Checked = { topicId: number; version: number; answers: Record<string, Answer>; lines: string[] };

/** Checks answers against the topic's form (M2). Whoever saw another version passes where their answers fit the newest one too. Refuses what
 * is wrong, each answer under `answers.ID`: as `form_invalid` (`invalid`), and as `form_changed` (`conflict`) where the form is another by now. */
export async function checkForm({ tx, desk, customer }: Visit, topic: Topic, asked: Asked): Promise<Checked> {
  const form = (await readForms(tx)).get(topic.id) ?? NO_FORM;
  const files = (asked.uploads ?? []).map(String);
  const asFiles = form.fields.flatMap(({ id, kind }) => (kind === 'file' ? [[id, files] as const] : []));
  const { answers, wrong } = checkAnswers(form.fields, { ...asked.answers, ...Object.fromEntries(asFiles) });
  if (Object.keys(wrong).length > 0) {
    const details = Object.fromEntries(Object.entries(wrong).map(([id, code]) => [`answers.${id}`, code]));
    throw asked.formVersion === form.version
      ? new DomainError('invalid', 'form_invalid', details)
      : new DomainError('conflict', 'form_changed', details);
  }
  const order = { own: customer.language, desk: desk.settings.language };
  const shown = showAnswers(form.fields, answers, order);
  const lines = shown.map(({ label, value }) => `${label}${label.endsWith('?') ? '' : ':'} ${value}`);
  return { topicId: topic.id, version: form.version, answers, lines: lines.length > 0 ? ['', ...lines] : [] };
}

/** What each topic asks, by its id, as a customer reads it. */
export async function shownForms(db: Db, { desk, customer }: { desk: Desk; customer: Customer }) {
  const forms = await readForms(db);
  const order = { own: customer.language, desk: desk.settings.language };
  return (topicId: number) => shown(forms.get(topicId) ?? NO_FORM, order);
}

function shown({ version, fields }: Form, order: Parameters<typeof wordsIn>[1]) {
  return {
    version,
    fields: fields.map((field) => ({
      ...field,
      label: wordsIn(field.label, order),
      hint: wordsIn(field.hint, order),
      choices: field.choices.map(({ id, label }) => ({ id, label: wordsIn(label, order) })),
    })),
  };
}
