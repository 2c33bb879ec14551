import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../app/config.ts';

const SECRET = 'do-not-show-this';

const complaint = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('nothing was wrong with it');
};

test.each([
  ['TELEGRAM_BOT_TOKEN', SECRET],
  ['TELEGRAM_BOT_TOKEN', `123:${SECRET} with blanks in it, and long enough`],
  ['TELEGRAM_API_ROOT', `ftp://${SECRET}`],
  ['TELEGRAM_API_ROOT', SECRET],
  ['TELEGRAM_MODE', SECRET],
  ['TELEGRAM_WEBHOOK_SECRET', `${SECRET}!!!!`],
  ['TELEGRAM_WEBHOOK_SECRET', 'short'],
  ['TELEGRAM_LIMITS', SECRET],
  ['SANDBOX_URL', SECRET],
  ['DATABASE_URL', `mysql://root:${SECRET}@localhost/desk`],
  ['DATABASE_URL', `postgres://desk:${SECRET}@localhost:port/desk`],
  ['DATABASE_URL', `postgres://desk:${SECRET}%zz@localhost/desk`],
  ['DATABASE_CONNECTIONS', '1'],
  ['DATABASE_CONNECTIONS', SECRET],
  ['PORT', SECRET],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['SANDBOX_PORT', '-1'],
  ['PUBLIC_URL', SECRET],
  ['DESK_NAME', ' '],
  ['DESK_NAME', 'x'.repeat(65)],
  ['DESK_TIME_ZONE', `Asia/${SECRET}`],
  ['DESK_LANGUAGE', SECRET],
  ['LOG_LEVEL', SECRET],
  ['AI_URL', SECRET],
  ['AI_URL', `https://desk:${SECRET}@ai.example/v1`],
  ['AI_URL', `https://ai.example/v1?key=${SECRET}`],
  ['AI_KEY', `${SECRET} with blanks`],
])('%s=%s is refused with its name, what is wrong and an example', (name, value) => {
  const said = complaint({ [name]: value });
  expect(said).toMatch(new RegExp(`^${name}: \\S.{4,}\\. For example: ${name}=\\S[^\\n]*$`));
  expect(said).not.toContain(SECRET);
});

test('everything that is wrong is said at once', () => {
  const said = complaint({ PORT: 'x', LOG_LEVEL: 'loud', DESK_LANGUAGE: 'xx' });
  expect(said.split('\n').map((line) => line.split(':')[0])).toEqual(['PORT', 'DESK_LANGUAGE', 'LOG_LEVEL']);
});

test('a webhook needs an address', () => {
  expect(complaint({ TELEGRAM_MODE: 'webhook' })).toMatch(/^PUBLIC_URL: .*For example: PUBLIC_URL=https:/);
});

test('an endpoint needs the name of a model', () => {
  expect(complaint({ AI_URL: 'https://ai.example/v1', AI_KEY: SECRET })).toMatch(
    /^AI_CHAT_MODEL: is needed .*For example: AI_CHAT_MODEL=\S+$/,
  );
  expect(complaint({ AI_EMBEDDING_MODEL: 'small' })).toMatch(/^AI_URL: is needed .*For example: AI_URL=\S+$/);
});

test('what is left empty is as if it were not there', () => {
  const names = [
    'TELEGRAM_BOT_TOKEN',
    'PORT',
    'DATABASE_URL',
    'DESK_NAME',
    'LOG_LEVEL',
    'PUBLIC_URL',
    'TELEGRAM_MODE',
  ];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}));
});
