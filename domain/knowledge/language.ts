import { eachGram, hashOf } from '../../base/text/index.ts';
import { softmax } from './calibration.ts';
import { randomFrom } from './support-vectors.ts';

/** The languages that are told apart; Ukrainian too, although no text of the desk's is written in it. */
export const TOLD_APART = ['az', 'en', 'ru', 'tr', 'uk'] as const;
/** One of the languages that are told apart. */
export type Tongue = (typeof TOLD_APART)[number];

const CLASSES = TOLD_APART.length;
const BUCKETS = 16_384;
const LENGTHS = { from: 1, to: 5 };
/** So much of a text tells its language. */
const ENOUGH = 500;

/** What a model of languages holds: a weight for each hashed feature and language, and a bias for each language. */
export type LanguageModel = { readonly weights: Float32Array; readonly biases: Float32Array };

/** Letters and single spaces, lower case; diacritics are kept, because they tell. */
function letters(text: string): string {
  const lower = text.slice(0, ENOUGH).toLowerCase().normalize('NFC').replaceAll('i̇', 'i');
  return lower.replace(/[^\p{L}]+/gu, ' ').trim();
}

type Row = { readonly buckets: readonly number[]; readonly values: readonly number[] };

function rowOf(text: string): Row {
  const known = letters(text);
  if (known === '') return { buckets: [], values: [] };
  const found: number[] = [];
  eachGram(` ${known} `, LENGTHS, (hash) => found.push(hash & (BUCKETS - 1)));
  for (const word of known.split(' ')) found.push(hashOf(word) & (BUCKETS - 1));
  const sorted = Uint16Array.from(found).sort();
  const buckets: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    const value = 1 + Math.log(to - from);
    buckets.push(sorted[from]!);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return { buckets, values: values.map((value) => value / length) };
}

function scoresOf({ weights, biases }: LanguageModel, { buckets, values }: Row): Float64Array {
  const scores = Float64Array.from(biases);
  buckets.forEach((bucket, at) => {
    for (let tongue = 0; tongue < CLASSES; tongue++)
      scores[tongue]! += values[at]! * weights[bucket * CLASSES + tongue]!;
  });
  return scores;
}

/** The language of a text and how probable it is; undefined where there is no letter to tell it by. */
export function detectLanguage(
  model: LanguageModel,
  text: string,
): { language: Tongue; probability: number } | undefined {
  const row = rowOf(text);
  if (row.buckets.length === 0) return undefined;
  const scores = scoresOf(model, row);
  softmax(scores, 1);
  const best = scores.indexOf(Math.max(...scores));
  return { language: TOLD_APART[best]!, probability: scores[best]! };
}

/** A text in a known language. */
export type Sample = { readonly text: string; readonly lang: Tongue };

/** A text as people type it who have no Azerbaijani or Turkish keyboard: Latin letters without diacritics; other scripts as they are. */
export function withoutDiacritics(text: string): string {
  return text.replace(/[\u00c0-\u024fƏə]/gu, (letter) =>
    letter.replace('ə', 'e').replace('Ə', 'E').replace('ı', 'i').normalize('NFD').replace(/\p{M}/gu, ''),
  );
}

const EPOCHS = 12;
const RATE = 3;

/** Learns to tell languages apart, each text with and without its diacritics: softmax regression by stochastic gradient descent. Languages with
 * fewer samples are seen more often. Same samples, same model. */
export function learnLanguages(samples: readonly Sample[]): LanguageModel {
  const rows = balanced(samples).map(({ text, lang }) => ({
    row: rowOf(text),
    right: TOLD_APART.indexOf(lang),
  }));
  const model = { weights: new Float32Array(BUCKETS * CLASSES), biases: new Float32Array(CLASSES) };
  const random = randomFrom(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE * (1 - epoch / EPOCHS);
    for (let at = rows.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [rows[at], rows[other]] = [rows[other]!, rows[at]!];
    }
    for (const { row, right } of rows) step(model, { row, right, rate });
  }
  return model;
}

function step(model: LanguageModel, { row, right, rate }: { row: Row; right: number; rate: number }): void {
  const errors = scoresOf(model, row);
  softmax(errors, 1);
  errors[right]! -= 1;
  for (let tongue = 0; tongue < CLASSES; tongue++) model.biases[tongue]! -= 0.1 * rate * errors[tongue]!;
  row.buckets.forEach((bucket, at) => {
    for (let tongue = 0; tongue < CLASSES; tongue++)
      model.weights[bucket * CLASSES + tongue]! -= rate * row.values[at]! * errors[tongue]!;
  });
}

function balanced(samples: readonly Sample[]): Sample[] {
  const both = samples.flatMap((sample) => {
    const bare = withoutDiacritics(sample.text);
    return bare === sample.text ? [sample] : [sample, { ...sample, text: bare }];
  });
  const groups = TOLD_APART.map((tongue) => both.filter(({ lang }) => lang === tongue));
  const most = Math.max(...groups.map(({ length }) => length));
  return groups.flatMap((group) =>
    group.length === 0 ? [] : Array.from({ length: most }, (_, at) => group[at % group.length]!),
  );
}

/** A model as bytes: a scale and the biases as floats, then each weight in eight bits. About 80 kB. */
export function saveLanguageModel({ weights, biases }: LanguageModel): Uint8Array {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127 || 1;
  const bytes = new Uint8Array(4 * (1 + CLASSES) + weights.length);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, scale, true);
  biases.forEach((bias, tongue) => view.setFloat32(4 * (1 + tongue), bias, true));
  weights.forEach((weight, at) => view.setInt8(4 * (1 + CLASSES) + at, Math.round(weight / scale)));
  return bytes;
}

/** Reads what `saveLanguageModel` wrote. Throws when the bytes are no model. */
export function loadLanguageModel(bytes: Uint8Array): LanguageModel {
  if (bytes.length !== 4 * (1 + CLASSES) + BUCKETS * CLASSES)
    throw new Error('this is no model of languages');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scale = view.getFloat32(0, true);
  return {
    biases: Float32Array.from({ length: CLASSES }, (_, tongue) => view.getFloat32(4 * (1 + tongue), true)),
    weights: Float32Array.from(
      { length: BUCKETS * CLASSES },
      (_, at) => view.getInt8(4 * (1 + CLASSES) + at) * scale,
    ),
  };
}
