/** What follows in a longer text is not indexed. */
const LONGEST = 100_000;
/** A sentence this long without an end is cut. */
const LONGEST_PASSAGE = 2000;

/** The sentences and lines of a text, each a place that an answer may stand at. */
export function passagesOf(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .split(/(?<=[.!?…])\s+|\n+/)
    .filter((passage) => /[\p{L}\p{N}]/u.test(passage))
    .flatMap((passage) =>
      passage.length <= LONGEST_PASSAGE
        ? [passage]
        : (passage.match(new RegExp(`.{1,${LONGEST_PASSAGE}}`, 'gsu')) ?? []),
    );
}
