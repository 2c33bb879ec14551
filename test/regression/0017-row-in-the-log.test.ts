import { expect, test, vi } from 'vitest';
import { createLog } from '../../base/log.ts';

// The log of a failed query held the row that it failed over, with a customer's words.
test('an error is logged without what a database or an API adds to it', () => {
  const lines: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  try {
    const error = Object.assign(new Error('the row was refused', { cause: new Error('a constraint') }), {
      ...{
        code: '23514',
        detail: 'Failing row contains (the secret words)',
        payload: { text: 'the secret words' },
      },
    });
    createLog({ level: 'info' }).error({ err: error }, 'failed');
  } finally {
    write.mockRestore();
  }
  expect(lines.join('')).toMatch(/the row was refused.*23514.*a constraint/s);
  expect(lines.join('')).not.toContain('secret words');
});
