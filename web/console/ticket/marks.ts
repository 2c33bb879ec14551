/** Where the words stand and what of them is chosen. */
export interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What the keys of formatting put around chosen words, by the key that is pressed with Ctrl. */
const MARKS: Readonly<Record<string, string>> = { KeyB: '**', KeyI: '_', KeyE: '`' };
const SHIFTED: Readonly<Record<string, string>> = { KeyX: '~~', KeyP: '||' };

/** The marks that a key puts around words; undefined: it is no key of formatting. */
export const marksOf = (event: { code: string; shiftKey: boolean }): string | undefined =>
  (event.shiftKey ? SHIFTED : MARKS)[event.code];

/** Puts marks around the chosen words, or takes them off where they are; the words stay chosen. */
export function withMarks({ text, from, to }: Field, marks: string): Field {
  const length = marks.length;
  const chosen = text.slice(from, to);
  const around = text.slice(from - length, from) === marks && text.slice(to, to + length) === marks;
  if (around) {
    return {
      text: text.slice(0, from - length) + chosen + text.slice(to + length),
      from: from - length,
      to: to - length,
    };
  }
  return {
    text: text.slice(0, from) + marks + chosen + marks + text.slice(to),
    from: from + length,
    to: to + length,
  };
}
