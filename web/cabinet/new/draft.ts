import { useRef, useState } from 'react';
import type { FormAnswer, FormAnswers, ShownField, ShownForm } from '../../../contract/index.ts';
import { kept, newKey, parseKept } from '../data/kept.ts';

/** A question as it is being written. */
export interface Draft {
  readonly topic: string | null;
  readonly text: string;
  readonly answers: FormAnswers;
  /** The form that the answers were given to. */
  readonly seen: {
    readonly version: number;
    readonly fields: readonly Pick<ShownField, 'id' | 'label'>[];
  } | null;
  /** Sending the same draft twice opens one ticket. */
  readonly key: string;
}

const KEY = 'draft.new';
const fresh = (): Draft => ({ topic: null, text: '', answers: {}, seen: null, key: newKey() });
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'topic' in value && 'text' in value && 'key' in value;

/** What is typed is kept on the phone until it is sent. `given`: words that somebody brought along, where nothing was typed before. */
export function useDraft(given: { text?: string; topic?: string | null } = {}) {
  const [draft, setDraft] = useState<Draft>(() => {
    const known = { ...fresh(), ...parseKept(kept.get(KEY), isDraft, fresh()) };
    return known.text === ''
      ? { ...known, text: given.text ?? '', topic: given.topic ?? known.topic }
      : known;
  });
  // Whoever presses right after typing means the last letter too.
  const latest = useRef(draft);
  const set = (part: Partial<Omit<Draft, 'key'>>): void => {
    // Other words are another request.
    const next = { ...latest.current, ...part, key: newKey() };
    latest.current = next;
    setDraft(next);
    kept.set(KEY, next.text === '' && next.topic === null ? '' : JSON.stringify(next));
  };
  const forget = (): void => {
    kept.set(KEY, '');
  };
  return { draft, latest, set, forget };
}

const chosenIn = (answer: FormAnswer | undefined): readonly string[] =>
  typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];

/** The fields that are asked, by what was answered before each of them. */
export function askedOf(form: ShownForm, answers: FormAnswers): ShownField[] {
  const asked: ShownField[] = [];
  for (const field of form.fields) {
    const { when } = field;
    const open = !when || asked.some(({ id }) => id === when.field);
    if (open && (!when || chosenIn(answers[when.field]).some((one) => when.is.includes(one))))
      asked.push(field);
  }
  return asked;
}

/** Whether a field has no answer. */
export function isBlank(answer: FormAnswer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) ? answer.length === 0 : answer.amount.trim() === '';
}

/** What became of a form since its answers were given: fields that are asked now, and those that are not, with what was answered. */
export function changesOf(draft: Draft, form: ShownForm) {
  const { seen, answers } = draft;
  if (!seen || seen.version === form.version) return null;
  const fresh = form.fields.filter(({ id }) => !seen.fields.some((old) => old.id === id));
  const gone = seen.fields.filter(({ id }) => !form.fields.some((now) => now.id === id));
  return {
    fresh: fresh.map(({ label }) => label),
    gone: gone.flatMap(({ id, label }) => {
      const answer = answers[id];
      return isBlank(answer) || answer === undefined ? [] : [{ id, label, words: wordsOf(answer) }];
    }),
  };
}

const wordsOf = (answer: FormAnswer): string =>
  typeof answer === 'string'
    ? answer
    : Array.isArray(answer)
      ? answer.join(', ')
      : `${answer.amount} ${answer.currency}`;
