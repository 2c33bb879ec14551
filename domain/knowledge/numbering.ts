/** Numbers things that are known by a 32-bit hash from 0 on, in two typed arrays: an index knows hundreds of thousands of them. */
export type Numbering = Looked & { count: number };

/** What a number is looked up in: hashes by number, and at a place that follows from a hash its number plus one; 0 where nothing is. */
type Looked = { hashes: Int32Array; table: Int32Array };

/** Nothing numbered yet. */
export function noNumbers(): Numbering {
  return { hashes: new Int32Array(64), table: new Int32Array(128), count: 0 };
}

/** The place of a hash in the table, or the one that it would get (open addressing). */
export function placeOf({ hashes, table }: Looked, hash: number): number {
  const mask = table.length - 1;
  let place = hash & mask;
  for (;;) {
    const number = table[place]! - 1;
    if (number < 0 || hashes[number] === hash) return place;
    place = (place + 1) & mask;
  }
}

/** The number of a hash; -1 where it has none. */
export function numberOf(numbering: Looked, hash: number): number {
  return numbering.table[placeOf(numbering, hash)]! - 1;
}

/** The number of a hash, which gets the next one where it has none. */
export function numbered(numbering: Numbering, hash: number): number {
  const place = placeOf(numbering, hash);
  const known = numbering.table[place]! - 1;
  if (known >= 0) return known;
  const number = numbering.count++;
  numbering.table[place] = number + 1;
  numbering.hashes = fitting(numbering.hashes, number);
  numbering.hashes[number] = hash;
  if (numbering.count * 2 > numbering.table.length) {
    numbering.table = new Int32Array(numbering.table.length * 2);
    for (let at = 0; at < numbering.count; at++)
      numbering.table[placeOf(numbering, numbering.hashes[at]!)] = at + 1;
  }
  return number;
}

/** The same numbers with room for one at `at`: half as much again as they had, where it was too little. */
export function fitting(numbers: Int32Array, at: number): Int32Array {
  if (at < numbers.length) return numbers;
  const wider = new Int32Array(Math.max(at + 1, numbers.length + (numbers.length >> 1), 16));
  wider.set(numbers);
  return wider;
}
