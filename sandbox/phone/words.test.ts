import { describe, expect, test } from 'vitest';
import { languages, rows, speak } from './words.ts';

const places = (cell: string): string[] => (cell.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the page', () => {
  test('stand in every language, with the same places to fill in', () => {
    const lame = [...rows].filter(
      ([, cells]) =>
        cells.length !== languages.length ||
        cells.some((cell) => cell === '' || places(cell).join() !== places(cells[0] ?? '').join()),
    );
    expect(lame).toEqual([]);
    expect(rows.size).toBeGreaterThan(100);
  });

  test('take values and leave what is not given', () => {
    expect(speak('ru')('unread', { n: 3 })).toBe('Непрочитанных: 3');
    expect(speak('az')('unread')).toBe('Oxunmamış: {n}');
  });
});
