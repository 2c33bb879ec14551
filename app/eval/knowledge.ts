import { z } from 'zod';
import { buildIndex, CONFIDENT, search } from '../../domain/knowledge/index.ts';
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

/** Indexes articles and measures how their search answers queries: by the product's own index, ranking and threshold. */
export async function evalKnowledge({ articles, queries }: { articles: string; queries: string }) {
  const texts = await readLines(articles, Text);
  const asked = await readLines(queries, Asked);
  const start = performance.now();
  const index = buildIndex(texts.map(({ id, lang = '', title = '', text }) => ({ id, lang, title, text })));
  const seconds = (performance.now() - start) / 1000;
  const { results, micros } = timed(asked, ({ query, lang }) => search(index, { query, lang }));
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
    by_lang: Object.fromEntries(
      languages.map((lang) => [lang || 'unknown', figures(judged.filter((one) => one.lang === lang))]),
    ),
  };
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
