import { expect, test } from 'vitest';
import { splitPoints } from './points.ts';

test('the points at the end of a summary are what is next, three at most', () => {
  expect(splitPoints('It is back.\n- Check your balance\n• Write if not')).toEqual({
    text: 'It is back.',
    next: ['Check your balance', 'Write if not'],
  });
  expect(splitPoints('It is back.')).toEqual({ text: 'It is back.', next: [] });
  expect(splitPoints('- only\n- points')).toEqual({ text: '- only\n- points', next: [] });
  expect(splitPoints('Done - well\n-not a point')).toEqual({ text: 'Done - well\n-not a point', next: [] });
  expect(splitPoints('A\n- one\nB\n- two').next).toEqual(['two']);
  const long = 'A\n- 1\n- 2\n- 3\n- 4';
  expect(splitPoints(long)).toEqual({ text: long, next: [] });
});
