/** What somebody wrote in a topic, parted: what the customer reads, and what stays among the staff. */
export type Parted = { toCustomer: string; inside: string };

const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
// What stands before a mark unseen does not make the line one for the customer.
const UNSEEN = /^[\s\p{Cf}\p{Cc}\u3164\u115F\u1160\u2800]+/u;

const bare = (line: string): string => line.replace(UNSEEN, '');
const isMarked = (line: string, mark: string): boolean => bare(line).startsWith(mark);

/** Parts words at their marked lines (P6). Where the first line is marked, all of them stay inside: a note often has more than one line, and
 * its writer thinks of the mark once. */
export function part(text: string, mark: string): Parted {
  const lines = text.split(LINE_ENDS);
  const first = lines.find((line) => bare(line) !== '');
  const whole = first !== undefined && isMarked(first, mark);
  const inside = lines.filter((line) => whole || isMarked(line, mark)).map((line) => unmarked(line, mark));
  const toCustomer = whole ? [] : lines.filter((line) => !isMarked(line, mark));
  return { toCustomer: toCustomer.join('\n').trim(), inside: inside.join('\n').trim() };
}

const unmarked = (line: string, mark: string): string =>
  isMarked(line, mark) ? bare(line).slice(mark.length).trimStart() : line;

/** Whether this can be the mark: signs that nobody begins a sentence, a command or a mention with. */
export const canBeMark = (mark: string): boolean =>
  /^[^\p{L}\p{N}\s\p{C}]{1,4}$/u.test(mark) && mark !== '/' && !mark.startsWith('@');
