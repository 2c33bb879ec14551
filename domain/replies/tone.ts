import type { Language } from '../../base/i18n/index.ts';
import { TONE_RULES, type ToneRules } from './tone-rules.ts';

/** One piece of advice on a text. `words`: the place it is about, as written; `better`: what to say instead, where there is one. */
export type Advice = {
  code: 'long_sentence' | 'wall_of_text' | 'jargon' | 'glossary' | 'exclamation' | 'no_next_action';
  words?: string;
  better?: string;
};

const LONGEST_PARAGRAPH = 300;
const MOST_LINES = 6;
const FEW_WORDS = 3;
/** What is as short as "SLA" counts as a whole word only: short ones begin many words. */
const FEW_LETTERS = 3;

/** Advice on how a text sounds to a customer (T6): long sentences, walls of text, our own words, words that the glossary names otherwise,
 * exclamation marks in bad news, and no hint of what comes next. Advice, never a refusal; empty: nothing to say. */
export function checkTone(text: string, language: Language): Advice[] {
  const rules = TONE_RULES[language];
  const plain = withoutTemplate(text);
  const lower = plain.toLocaleLowerCase(language).replaceAll('’', "'");
  return [
    ...sentences(plain, rules),
    ...(isWall(plain) ? [{ code: 'wall_of_text' } as const] : []),
    ...found(lower, rules.jargon).map((hit) => ({ code: 'jargon', ...hit }) as const),
    ...found(lower, rules.glossary).map((hit) => ({ code: 'glossary', ...hit }) as const),
    ...(plain.includes('!') && anyOf(lower, rules.badNews) ? [{ code: 'exclamation' } as const] : []),
    ...(leadsOn(text, lower, rules) ? [] : [{ code: 'no_next_action' } as const]),
  ];
}

/** A text as its reader sees it: a value counts as one word, conditions as none. */
function withoutTemplate(text: string): string {
  return text.replace(/\{%[^%]*%\}/g, '').replace(/\{\{[^}]*\}\}/g, 'x');
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];

function sentences(plain: string, { longestSentence }: ToneRules): Advice[] {
  return plain
    .split(/(?<=[.!?…:])\s+|\n+/u)
    .filter((sentence) => wordsIn(sentence).length > longestSentence)
    .map((words) => ({ code: 'long_sentence', words: words.trim() }));
}

function isWall(plain: string): boolean {
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  return lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_PARAGRAPH);
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The rules are a few hundred words, asked for with every key that an editor presses.
const patterns = new Map<string, RegExp>();

/** Where these words begin a word of a text, or (`whole`) are one. */
function pattern(words: string, whole: boolean): RegExp {
  const key = `${whole} ${words}`;
  const known = patterns.get(key);
  if (known) return known;
  const end = whole ? '(?![\\p{L}\\p{N}])' : "[\\p{L}\\p{N}'-]*";
  const made = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}${end}`, 'u');
  patterns.set(key, made);
  return made;
}

function found(lower: string, list: Readonly<Record<string, string>>): { words: string; better?: string }[] {
  return Object.entries(list).flatMap(([wrong, better]) => {
    const words = pattern(wrong, wrong.length <= FEW_LETTERS).exec(lower)?.[0];
    return words === undefined ? [] : [{ words, ...(better === '' ? {} : { better }) }];
  });
}

const anyOf = (lower: string, list: readonly string[]): boolean =>
  list.some((beginning) => pattern(beginning, false).test(lower));

/** Whether somebody who reads it knows what comes next: a question, a time, or a verb of theirs or ours. Two words need none. */
function leadsOn(text: string, lower: string, rules: ToneRules): boolean {
  return (
    lower.includes('?') ||
    wordsIn(lower).length <= FEW_WORDS ||
    /\d{1,2}:\d{2}|\{\{\s*(eta|next|status)\b/.test(text) ||
    anyOf(lower, rules.nextAction)
  );
}
