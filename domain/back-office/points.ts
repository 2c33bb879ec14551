const POINT = /^\s*[-–•*]\s+(\S.*)$/u;
const MOST = 3;

/** Takes the list from the end of a summary: its last lines that begin with a dash or a bullet, three at most, are what is next (F6). A text
 * that is nothing else, or has a longer list, stays as it is. */
export function splitPoints(text: string): { text: string; next: string[] } {
  const lines = text.trimEnd().split('\n');
  const last = lines.findLastIndex((line) => !POINT.test(line));
  const next = lines.slice(last + 1).map((line) => POINT.exec(line)?.[1]?.trim() ?? '');
  const rest = lines
    .slice(0, last + 1)
    .join('\n')
    .trim();
  if (rest === '' || next.length === 0 || next.length > MOST) return { text, next: [] };
  return { text: rest, next };
}
