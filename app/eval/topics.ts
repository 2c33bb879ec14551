import { z } from 'zod';
import { learn, OUTSIDE } from '../../domain/knowledge/index.ts';
import { areaUnderCurve, calibrationError, macroF1, share, timed } from './figures.ts';
import { readLines } from './lines.ts';

const Labelled = z.object({ text: z.string(), label: z.string().min(1), lang: z.string().optional() });

/**
 * Learns topics from one file and measures them on another. Rows labelled `oos` (out of scope) are no topic: where they are learnt from they teach what
 * belongs to none, where they are tested they only count in `oos_auroc`; every other figure is over the rest.
 */
export async function evalTopics({ train, test }: { train: string; test: string }) {
  const examples = await readLines(train, Labelled);
  const rows = await readLines(test, Labelled);
  if (examples.every(({ label }) => label === OUTSIDE)) throw new Error(`${train} has no row of any topic`);
  const start = performance.now();
  const classifier = learn(examples);
  const seconds = (performance.now() - start) / 1000;
  const { results, micros } = timed(rows, ({ text }) => classifier.classify(text));
  const judged = rows.map(({ label }, at) => ({ label, ...said(results[at]) }));
  const inScope = judged.filter(({ label }) => label !== OUTSIDE);
  const outside = judged.filter(({ label }) => label === OUTSIDE);
  const right = inScope.filter(({ label, said: topic }) => label === topic);
  return {
    n: rows.length,
    n_in_scope: inScope.length,
    accuracy: share(right.length, inScope.length),
    macro_f1: macroF1(inScope),
    ece: calibrationError(
      inScope.map(({ label, said: topic, probability }) => ({ probability, right: label === topic })),
    ),
    micros_per_text: micros,
    train_seconds: Math.round(seconds * 100) / 100,
    ...(outside.length > 0 && {
      oos_auroc: areaUnderCurve(
        inScope.map(({ inside }) => inside),
        outside.map(({ inside }) => inside),
      ),
      oos_recall: share(outside.filter(({ inside }) => inside < 0.5).length, outside.length),
      in_scope_kept: share(inScope.filter(({ inside }) => inside >= 0.5).length, inScope.length),
    }),
    answered_at_99: answeredAt(inScope, 0.99),
  };
}

type Judged = { label: string; said: string; probability: number; inside: number };

function said(verdict?: { label: string; probability: number; inside: number }): Omit<Judged, 'label'> {
  return {
    said: verdict?.label ?? '',
    probability: verdict?.probability ?? 0,
    inside: verdict?.inside ?? 0,
  };
}

/** The largest share of texts that can be answered, most certain first, while so many of the answers are right. */
function answeredAt(judged: readonly Judged[], precision: number): number {
  const sorted = judged.toSorted((a, b) => b.probability - a.probability);
  let right = 0;
  let most = 0;
  sorted.forEach(({ label, said: topic }, at) => {
    if (label === topic) right += 1;
    if (right / (at + 1) >= precision) most = at + 1;
  });
  return share(most, judged.length);
}
