import { z } from 'zod';
import { plainWords } from '../../base/text/index.ts';
import { sameWord, stemsOf } from './stems.ts';

const slugs = z.array(z.string().min(1).max(64)).max(50);

/** Which tickets an incident is about (U5): those of one of the topics, in one of the queues, whose customer says one of `words` (each
 * one word or several that stand near each other). What lists nothing asks nothing; a rule of nothing at all matches nothing. */
export const IncidentRule = z.object({
  topics: slugs,
  queues: slugs,
  words: z
    .array(
      z
        .string()
        .trim()
        .min(2)
        .max(80)
        .regex(/[\p{L}\p{N}]/u),
    )
    .max(50),
});
/** See the schema of the same name. */
export type IncidentRule = z.infer<typeof IncidentRule>;

/** A ticket as rules see it; `text` is what its customer wrote. */
export type Request = { topic?: string | undefined; queue: string; text: string };

/** How far apart the words of one phrase may stand. */
const SPAN = 6;

/** Whether a ticket belongs to an incident by its rule: letter case, accents and endings do not matter. */
export function matches(rule: IncidentRule, request: Request): boolean {
  const { topics, queues, words } = rule;
  if (topics.length + queues.length + words.length === 0) return false;
  if (topics.length > 0 && !(request.topic !== undefined && topics.includes(request.topic))) return false;
  if (queues.length > 0 && !queues.includes(request.queue)) return false;
  return words.length === 0 || says(request.text, words);
}

type Stems = ReadonlySet<string>;

function says(text: string, phrases: readonly string[]): boolean {
  const said = plainWords(text).map(stemsOf);
  return phrases.some((phrase) => {
    const wanted = plainWords(phrase).map(stemsOf);
    return wanted.length > 0 && isSaid(said, wanted);
  });
}

/** The words of a phrase in any order, near the first of them. */
function isSaid(said: readonly Stems[], [first, ...others]: readonly Stems[]): boolean {
  if (first === undefined) return false;
  return said.some((word, at) => {
    if (!sameWord(word, first)) return false;
    const near = said.slice(Math.max(0, at - SPAN + 1), at + SPAN);
    return others.every((other) => near.some((candidate) => sameWord(candidate, other)));
  });
}
