/** What stands where: for each token the units that have it, and how often (packed, see `packed`). */
export type Postings = {
  readonly lists: Map<number, number[]>;
  /** How many tokens each unit has; 0 for a unit that was taken out. */
  readonly lengths: number[];
  total: number;
  live: number;
};

/** Nothing yet. */
export function noPostings(): Postings {
  return { lists: new Map(), lengths: [], total: 0, live: 0 };
}

/** A token stands in a unit so many times at most, as far as it is counted. */
const MOST = 63;

/** A unit and how often it has a token, in one number: there are very many of them, and they lie in memory. */
const packed = (unit: number, count: number): number => unit * (MOST + 1) + Math.min(count, MOST);
const unitIn = (entry: number): number => Math.floor(entry / (MOST + 1));

/** Adds a unit under a number of its own. */
export function addUnit(postings: Postings, unit: number, tokens: ReadonlyMap<number, number>): void {
  let length = 0;
  for (const [token, count] of tokens) {
    const list = postings.lists.get(token);
    if (list) list.push(packed(unit, count));
    else postings.lists.set(token, [packed(unit, count)]);
    length += count;
  }
  while (postings.lengths.length <= unit) postings.lengths.push(0);
  postings.lengths[unit] = length;
  postings.total += length;
  postings.live += 1;
}

/** Takes a unit out, with the tokens that it was added with. */
export function removeUnit(postings: Postings, unit: number, tokens: ReadonlyMap<number, number>): void {
  for (const token of tokens.keys()) {
    const list = postings.lists.get(token);
    const at = list?.findIndex((entry) => unitIn(entry) === unit) ?? -1;
    if (!list || at < 0) continue;
    list.splice(at, 1);
    if (list.length === 0) postings.lists.delete(token);
  }
  postings.total -= postings.lengths[unit] ?? 0;
  postings.live -= 1;
  postings.lengths[unit] = 0;
}

const K1 = 1.2;
const B = 0.75;
/** What stands in so many units tells nothing, and reading them all would take longer than a question may. */
const TOO_MANY = 1000;

/** How rare a token is among `live` units of which `having` have it. */
function rarity(live: number, having: number): number {
  return Math.log(1 + (live - having + 0.5) / (having + 0.5));
}

/** The weights of a question's tokens, and what a unit that had them all about once would score. */
export type Weights = {
  readonly tokens: readonly (readonly [token: number, weight: number])[];
  readonly ideal: number;
};

/** Weighs a question's tokens by how rare each is; what no unit has counts as the rarest, so that a question about something else scores low. */
export function weightsOf({ lists, live }: Postings, question: ReadonlyMap<number, number>): Weights {
  let ideal = 0;
  const tokens = Array.from(question, ([token, count]) => {
    const weight = rarity(live, lists.get(token)?.length ?? 0) * (1 + Math.log(count));
    ideal += weight;
    return [token, weight] as const;
  });
  return { tokens, ideal };
}

/** BM25 of every unit for a question, as a share of the ideal (a little more than 1 at most). */
export function scoresOf(postings: Postings, { tokens, ideal }: Weights): Float64Array {
  const { lists, lengths, total, live } = postings;
  const scores = new Float64Array(lengths.length);
  if (ideal === 0) return scores;
  const usual = total / live || 1;
  for (const [token, weight] of tokens) {
    const list = lists.get(token);
    if (!list || list.length > TOO_MANY) continue;
    for (let at = 0; at < list.length; at++) {
      const entry = list[at]!;
      const unit = unitIn(entry);
      const count = entry - unit * (MOST + 1);
      const long = K1 * (1 - B + (B * lengths[unit]!) / usual);
      scores[unit]! += ((weight / ideal) * count * (K1 + 1)) / (count + long);
    }
  }
  return scores;
}
