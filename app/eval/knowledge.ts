import { z } from 'zod';
import {
  buildIndex,
  CONFIDENT,
  cutForEmbedding,
  type Directions,
  type Embedder,
  NO_DIRECTIONS,
  searchBoth,
} from '../../domain/knowledge/index.ts';
import { share, timed } from './figures.ts';
import { readLines } from './lines.ts';

const Text = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
});
const Asked = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  lang: z.string().optional(),
  query: z.string(),
  answer_ids: z.array(z.union([z.string(), z.number()]).transform(String)),
});

/** Indexes articles and measures how their search answers queries: by the product's own index, ranking and threshold; with an `embedder`, with what
 * that adds. */
export async function evalKnowledge(files: { articles: string; queries: string }, embedder?: Embedder) {
  const { articles, queries } = files;
  const texts = await readLines(articles, Text);
  const asked = await readLines(queries, Asked);
  const start = performance.now();
  const index = buildIndex(texts.map(({ id, lang = '', title = '', text }) => ({ id, lang, title, text })));
  const seconds = (performance.now() - start) / 1000;
  const meant = embedder && (await embedBoth(embedder, texts, asked));
  const searched = { index, directions: meant?.directions ?? NO_DIRECTIONS };
  const { results, micros } = timed([...asked.entries()], ([at, { query, lang }]) =>
    searchBoth(searched, { query, lang, direction: meant?.questions[at] }, 10),
  );
  const judged = asked.map(({ lang = '', answer_ids }, at) => {
    const { found = [], confidence = 0 } = results[at] ?? {};
    const rank = found.findIndex(({ id }) => answer_ids.includes(id)) + 1;
    return { lang, rank, answered: confidence >= CONFIDENT && found.length > 0 };
  });
  const languages = [...new Set(judged.map(({ lang }) => lang))].sort();
  return {
    ...figures(judged),
    micros_per_query: micros,
    index_seconds: Math.round(seconds * 100) / 100,
    articles: texts.length,
    ...(embedder ? { embeddings: embedder.model } : {}),
    by_lang: Object.fromEntries(
      languages.map((lang) => [lang || 'unknown', figures(judged.filter((one) => one.lang === lang))]),
    ),
  };
}

const BATCH = 32;

/** The directions of articles and queries, by an endpoint. */
async function embedBoth(
  embedder: Embedder,
  texts: readonly z.infer<typeof Text>[],
  asked: readonly z.infer<typeof Asked>[],
): Promise<{ directions: Directions; questions: Float32Array[] }> {
  const all = async (words: readonly string[]) => {
    const made: Float32Array[] = [];
    for (let from = 0; from < words.length; from += BATCH)
      made.push(...(await embedder.embed(words.slice(from, from + BATCH).map(cutForEmbedding))));
    return made;
  };
  const made = await all(texts.map(({ title = '', text }) => `${title}\n${text}`));
  const by = new Map<string, Map<string, Float32Array>>();
  for (const [at, { id, lang = '' }] of texts.entries())
    by.set(lang, (by.get(lang) ?? new Map<string, Float32Array>()).set(id, made[at]!));
  const directions = { size: made[0]?.length ?? 0, by, hashed: new Map() };
  return { directions, questions: await all(asked.map(({ query }) => query)) };
}

function figures(judged: readonly { rank: number; answered: boolean }[]) {
  const within = (most: number) => judged.filter(({ rank }) => rank > 0 && rank <= most).length;
  const answered = judged.filter((one) => one.answered);
  const reciprocal = judged.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0);
  return {
    n: judged.length,
    recall_at_1: share(within(1), judged.length),
    recall_at_3: share(within(3), judged.length),
    mrr: share(reciprocal, judged.length),
    answered_share: share(answered.length, judged.length),
    answered_precision: share(answered.filter(({ rank }) => rank === 1).length, answered.length),
  };
}
