import { type Logger, pino } from 'pino';

/** Where a process writes what happened. Ids only: no token, no name, no word of a customer's. */
export type Log = Logger;

const SECRET_FIELDS = [
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  'text',
  'caption',
  'phone',
  'email',
];

/** A log of JSON lines on standard error. `secrets` (a bot token, a database password) are replaced wherever they turn up. */
export function createLog(options: { level: string; secrets?: readonly string[] }): Log {
  const secrets = (options.secrets ?? []).filter((secret) => secret.length >= 8);
  const hide = (line: string): string =>
    secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    },
    { write: (line: string) => process.stderr.write(hide(line)) },
  );
}
