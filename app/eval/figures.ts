/** A share from 0 to 1 with four digits; 0 of 0 is 0. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
}

/** Runs work on each item; the results, and the microseconds of processor time that each took. */
export function timed<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): { results: Result[]; micros: number } {
  // The first calls are compiled while they run; a desk that runs for days doesn't feel them.
  for (const item of items.slice(0, 200)) work(item);
  const start = process.cpuUsage();
  const results = items.map(work);
  const { user, system } = process.cpuUsage(start);
  return { results, micros: Math.round((10 * (user + system)) / Math.max(1, items.length)) / 10 };
}

/** The area under the ROC curve: how probable it is that one of `higher` scores above one of `lower`. */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number {
  const all = [
    ...higher.map((score) => ({ score, up: true })),
    ...lower.map((score) => ({ score, up: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    const ups = all.slice(from, to).filter(({ up }) => up).length;
    ranks += (ups * (from + to + 1)) / 2;
    from = to;
  }
  return share(ranks - (higher.length * (higher.length + 1)) / 2, higher.length * lower.length);
}

/** How far stated probabilities are from how often they were right: the expected calibration error over 15 equal bins. */
export function calibrationError(outcomes: readonly { probability: number; right: boolean }[]): number {
  const bins = Array.from({ length: 15 }, () => ({ stated: 0, right: 0 }));
  for (const { probability, right } of outcomes) {
    const bin = bins[Math.min(14, Math.floor(probability * 15))];
    if (!bin) continue;
    bin.stated += probability;
    bin.right += right ? 1 : 0;
  }
  return share(
    bins.reduce((sum, { stated, right }) => sum + Math.abs(stated - right), 0),
    outcomes.length,
  );
}

/** The mean over labels of the harmonic mean of precision and recall. */
export function macroF1(pairs: readonly { label: string; said: string }[]): number {
  const labels = [...new Set(pairs.map(({ label }) => label))];
  const f1 = labels.map((label) => {
    const both = pairs.filter((pair) => pair.label === label && pair.said === label).length;
    const either = pairs.filter((pair) => pair.label === label || pair.said === label).length;
    return (2 * both) / (either + both);
  });
  return share(
    f1.reduce((sum, value) => sum + value, 0),
    labels.length,
  );
}
