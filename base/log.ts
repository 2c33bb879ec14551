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

/** An error without what a database or an API adds to it: the row that it failed over, the message that was to be sent. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { type, message, code, stack, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}

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
      serializers: { err: describe },
      redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    },
    { write: (line: string) => process.stderr.write(hide(line)) },
  );
}
