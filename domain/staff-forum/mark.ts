import { type Rich, trimmed } from '../../base/text/index.ts';

/** What somebody wrote in a topic, parted: what the customer reads, with its formatting, and what stays among the staff. */
export type Parted = { toCustomer: Rich; inside: string };

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
// What stands before a mark unseen does not make the line one for the customer.
const UNSEEN = /^[\s\p{Cf}\p{Cc}\u3164\u115F\u1160\u2800]+/u;

const bare = (line: string): string => line.replace(UNSEEN, '');
const isMarked = (line: string, mark: string): boolean => bare(line).startsWith(mark);

/** Parts words at their marked lines (P6). Where the first line is marked, all of them stay inside: a note often has more than one line, and
 * its writer thinks of the mark once. */
export function part(said: Rich, mark: string): Parted {
  const lines = linesOf(said.text);
  const first = lines.find(({ words }) => bare(words) !== '');
  const whole = first !== undefined && isMarked(first.words, mark);
  const stays = ({ words }: Line) => whole || isMarked(words, mark);
  const inside = lines.filter(stays).map(({ words }) => unmarked(words, mark));
  return {
    toCustomer: trimmed(
      keeping(
        said,
        lines.filter((line) => !stays(line)),
      ),
    ),
    inside: inside.join('\n').trim(),
  };
}

/** A line and where it begins. */
type Line = { words: string; from: number };

function linesOf(text: string): Line[] {
  const ends = [...text.matchAll(LINE_ENDS)];
  const starts = [0, ...ends.map((end) => end.index + end[0].length)];
  const stops = [...ends.map((end) => end.index), text.length];
  return starts.map((from, index) => ({ from, words: text.slice(from, stops[index]) }));
}

/** These lines alone, one below another; formatting stays on the signs that it was on, also where lines between them are gone. */
function keeping({ entities }: Rich, lines: readonly Line[]): Rich {
  let text = '';
  const places = lines.map(({ from, words }, index) => {
    const to = text.length + (index === 0 ? 0 : 1);
    text += index === 0 ? words : `\n${words}`;
    return { from, to, length: words.length };
  });
  const kept = entities.flatMap((entity) => {
    const end = entity.offset + entity.length;
    const touched = places.flatMap(({ from, to, length }) => {
      const [start, stop] = [Math.max(entity.offset, from), Math.min(end, from + length)];
      return stop > start ? [{ start: to + start - from, stop: to + stop - from }] : [];
    });
    const [one] = touched;
    const last = touched.at(-1);
    return one && last ? [{ ...entity, offset: one.start, length: last.stop - one.start }] : [];
  });
  return { text, entities: kept };
}

const unmarked = (line: string, mark: string): string =>
  isMarked(line, mark) ? bare(line).slice(mark.length).trimStart() : line;

/** Whether this can be the mark: signs that nobody begins a sentence, a command or a mention with. */
export const canBeMark = (mark: string): boolean =>
  /^[^\p{L}\p{N}\s\p{C}]{1,4}$/u.test(mark) && mark !== '/' && !mark.startsWith('@');
