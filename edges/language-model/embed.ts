import { z } from 'zod';
import type { Log } from '../../base/log.ts';
import { type Embedder, ofLengthOne } from '../../domain/knowledge/index.ts';
import { type Endpoint, failureIn, post } from './post.ts';

/** What became of a call: `resting` was none, because the endpoint failed again and again a moment ago. */
type EmbeddingResult = 'done' | 'timeout' | 'unreachable' | 'wrong_size' | 'resting';

/** How an endpoint is asked; the rest is for tests. */
type EmbeddingOptions = {
  log: Log;
  /** Hears of each call. */
  count: (what: 'question' | 'articles', result: EmbeddingResult) => void;
  questionMs?: number;
  restMs?: number;
};

/** A search waits no longer for what a question means. */
const QUESTION_MS = 600;
/** A batch of articles may take its time. */
const ARTICLES_MS = 60_000;
/** After so many failures in a row the endpoint is left alone for so long. */
const REST = { after: 3, ms: 60_000 };
/** So many of the last questions are remembered. */
const REMEMBERED = 500;
/** 32 directions of 4096 numbers, written out. */
const LONGEST_BYTES = 8 * 1024 * 1024;

const Answer = z.object({
  data: z.array(
    z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1).max(16_384) }),
  ),
});

type Remembered = {
  direction: Promise<Float32Array | undefined>;
  known?: Float32Array | null;
  until: number;
};

/** Has an endpoint turn texts into directions. A question is asked once, for a short moment, and remembered; one that fails is not asked again
 * before the endpoint has rested. What goes wrong is logged as a status or a kind of error, without words. */
export function embedder(endpoint: Endpoint, options: EmbeddingOptions): Embedder {
  const { count, questionMs = QUESTION_MS, restMs = REST.ms } = options;
  const remembered = new Map<string, Remembered>();
  const health = { failures: 0, restsUntil: 0 };
  const resting = () => performance.now() < health.restsUntil;
  const judge = (result: EmbeddingResult): void => {
    count('question', result);
    health.failures = result === 'done' ? 0 : health.failures + 1;
    if (health.failures < REST.after) return;
    health.failures = 0;
    health.restsUntil = performance.now() + restMs;
    options.log.warn({ seconds: restMs / 1000 }, 'the endpoint for embeddings is left alone for a while');
  };
  const recall = (words: string): Remembered | undefined => {
    const kept = remembered.get(words);
    if (kept && kept.known === null && performance.now() > kept.until) remembered.delete(words);
    return remembered.get(words);
  };
  const keep = (words: string, kept: Remembered): void => {
    remembered.set(words, kept);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  };
  const remember = (words: string, size: number): Remembered => {
    const direction = askOnce(endpoint, { words, size, questionMs }).then(({ result, direction: found }) => {
      judge(result);
      kept.known = found ?? null;
      return found;
    });
    const kept: Remembered = { direction, until: performance.now() + questionMs + restMs };
    keep(words, kept);
    return kept;
  };
  const leave = (words: string): void => {
    count('question', 'resting');
    keep(words, { direction: Promise.resolve(undefined), known: null, until: health.restsUntil });
  };
  return {
    model: endpoint.model,
    embed: (texts) => embedAll(endpoint, texts, options),
    async ask(words, size) {
      const kept = recall(words);
      if (!kept && resting()) {
        leave(words);
        return undefined;
      }
      return fitting(await (kept ?? remember(words, size)).direction, size);
    },
    asked(words, size) {
      const known = recall(words)?.known;
      if (known === undefined && resting()) leave(words);
      else if (known === undefined) return undefined;
      return fitting(known ?? undefined, size) ?? null;
    },
  };
}

const fitting = (direction: Float32Array | undefined, size: number) =>
  direction?.length === size ? direction : undefined;

async function askOnce(
  endpoint: Endpoint,
  { words, size, questionMs }: { words: string; size: number; questionMs: number },
): Promise<{ result: EmbeddingResult; direction?: Float32Array }> {
  try {
    const [direction] = await directionsOf(endpoint, [words], questionMs);
    if (direction?.length !== size) return { result: 'wrong_size' };
    return { result: 'done', direction };
  } catch (error) {
    return { result: failureIn(error).failed };
  }
}

async function embedAll(
  endpoint: Endpoint,
  texts: readonly string[],
  { count, log }: EmbeddingOptions,
): Promise<Float32Array[]> {
  try {
    const directions = await directionsOf(endpoint, texts, ARTICLES_MS);
    count('articles', 'done');
    return directions;
  } catch (error) {
    const { failed, why } = failureIn(error);
    count('articles', failed);
    log.warn(why, 'the endpoint embedded no articles');
    throw error;
  }
}

async function directionsOf(
  endpoint: Endpoint,
  input: readonly string[],
  ms: number,
): Promise<Float32Array[]> {
  const body = { model: endpoint.model, input };
  const said = await post(endpoint, { path: '/embeddings', body, ms, longest: LONGEST_BYTES });
  const parsed = Answer.safeParse(JSON.parse(said));
  if (!parsed.success || parsed.data.data.length !== input.length)
    throw new TypeError('not what was asked for');
  const sorted = parsed.data.data.toSorted((one, other) => one.index - other.index);
  return sorted.map(({ embedding }) => ofLengthOne(embedding));
}
