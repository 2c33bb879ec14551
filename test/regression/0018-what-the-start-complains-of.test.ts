import { expect, test } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { databaseProblem, telegramProblem } from '../../app/reaching.ts';

// "Invalid URL", "connect ECONNREFUSED" and "Network request for 'getMe' failed!" named no setting.
test('a start that fails names the setting', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://desk:hidden@localhost:port/desk' })).toThrow(
    /^DATABASE_URL: /,
  );
  const refused = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
  expect(databaseProblem(refused)).toMatchObject({
    message: expect.stringMatching(/DATABASE_URL.*ECONNREFUSED/),
  });
  const other = new Error('a migration failed');
  expect(databaseProblem(other)).toBe(other);
  const api = 'http://127.0.0.1:1';
  expect(telegramProblem(new Error('network'), api)).toMatchObject({
    message: expect.stringContaining('TELEGRAM_API_ROOT'),
  });
  const unknown = Object.assign(new Error('Unauthorized'), { error_code: 401 });
  expect(telegramProblem(unknown, api)).toMatchObject({
    message: expect.stringContaining('TELEGRAM_BOT_TOKEN'),
  });
});
