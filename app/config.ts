import { isIP } from 'node:net';
import { z } from 'zod';
import { LANGUAGES } from '../base/i18n/index.ts';

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const empty = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(shape: T) => z.preprocess(empty, shape.optional());
const or = <T extends z.ZodType>(shape: T, fallback: z.input<T>) =>
  z.preprocess((value) => empty(value) ?? fallback, shape);

const machineTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const timeZone = z.string().refine(
  (name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      return false;
    }
  },
  { error: 'is not a time zone' },
);

function isDatabaseUrl(address: string): boolean {
  try {
    const { protocol, password } = new URL(address);
    return /^postgres(ql)?:$/.test(protocol) && decodeURIComponent(password).length >= 0;
  } catch {
    return false;
  }
}

const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

/** `none`, or addresses, networks and names of ranges, with commas. */
const proxies = z
  .string()
  .refine(
    (list) =>
      list === 'none' ||
      list.split(',').every((one) => {
        const [address = '', bits = '0'] = one.trim().split('/');
        const known = isIP(address);
        return (
          PROXIES.includes(address) ||
          (known > 0 && /^\d+$/.test(bits) && Number(bits) <= (known === 4 ? 32 : 128))
        );
      }),
    { error: 'is not a list of addresses and networks' },
  )
  .transform((list) => (list === 'none' ? false : list.split(',').map((one) => one.trim())));

const Environment = z.object({
  TELEGRAM_BOT_TOKEN: optional(z.string().regex(/^\d+:[\w-]{30,}$/, { error: 'is not a bot token' })),
  TELEGRAM_API_ROOT: or(url, 'https://api.telegram.org'),
  TELEGRAM_MODE: or(z.enum(['polling', 'webhook']), 'polling'),
  TELEGRAM_WEBHOOK_SECRET: optional(
    z.string().regex(/^[\w-]{16,256}$/, { error: 'needs 16 to 256 letters, digits, _ or -' }),
  ),
  TELEGRAM_WEBHOOK_CHECK_SECONDS: or(z.coerce.number().int().min(1).max(3600), 30),
  TELEGRAM_LIMITS: or(z.enum(['official', 'lifted']), 'official'),
  SANDBOX_URL: optional(url),
  DATABASE_URL: optional(z.string().refine(isDatabaseUrl, { error: 'is not a PostgreSQL address' })),
  DATABASE_CONNECTIONS: or(z.coerce.number().int().min(2).max(500), 20),
  DATA_DIR: or(z.string().min(1), '.data'),
  FILES_S3_ENDPOINT: optional(url),
  FILES_S3_BUCKET: optional(z.string().regex(/^[\w.-]{3,63}$/, { error: 'is not the name of a bucket' })),
  FILES_S3_REGION: or(z.string().min(1), 'us-east-1'),
  FILES_S3_ACCESS_KEY_ID: optional(z.string().min(1)),
  FILES_S3_SECRET_ACCESS_KEY: optional(z.string().min(1)),
  FILES_KEPT_DAYS: optional(z.coerce.number().int().min(1)),
  AI_URL: optional(
    url.refine((address) => !/[?#]|\/\/[^/]*@/.test(address), {
      error: 'is an address without a name, a ? or a #',
    }),
  ),
  // What no header can carry would be shown by the error that says so.
  AI_KEY: optional(
    z.string().regex(/^[\x21-\x7e]+$/, { error: 'needs letters, digits and marks without blanks' }),
  ),
  AI_CHAT_MODEL: optional(z.string().trim().min(1).max(200)),
  AI_EMBEDDING_MODEL: optional(z.string().trim().min(1).max(200)),
  HOST: or(z.string().min(1), '127.0.0.1'),
  PORT: or(port, 8080),
  SANDBOX_PORT: or(port, 8081),
  PUBLIC_URL: optional(url),
  TRUSTED_PROXIES: or(proxies, 'loopback'),
  DESK_NAME: or(z.string().trim().min(1).max(64), 'Nightdesk'),
  DESK_TIME_ZONE: optional(timeZone).transform((name) => name ?? machineTimeZone()),
  DESK_LANGUAGE: or(z.enum(LANGUAGES), 'en'),
  LOG_LEVEL: or(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'warn'),
});

/** The settings of a process, checked and frozen. The README lists them. */
export type Config = Readonly<z.infer<typeof Environment>>;

const EXAMPLES: Record<string, string> = {
  TELEGRAM_BOT_TOKEN: '123456789:AAH-the-token-that-BotFather-gave-you',
  TELEGRAM_API_ROOT: 'https://api.telegram.org',
  TELEGRAM_MODE: 'polling',
  TELEGRAM_WEBHOOK_SECRET: 'a-long-random-word-1234',
  TELEGRAM_WEBHOOK_CHECK_SECONDS: '30',
  TELEGRAM_LIMITS: 'official',
  SANDBOX_URL: 'http://127.0.0.1:8081',
  DATABASE_URL: 'postgres://user:password@localhost:5432/nightdesk',
  DATABASE_CONNECTIONS: '20',
  DATA_DIR: '/var/lib/nightdesk',
  FILES_S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com',
  FILES_S3_BUCKET: 'desk-files',
  FILES_S3_REGION: 'eu-central-1',
  FILES_S3_ACCESS_KEY_ID: 'AKIA-the-id-of-the-key',
  FILES_S3_SECRET_ACCESS_KEY: 'the-secret-of-the-key',
  FILES_KEPT_DAYS: '365',
  AI_URL: 'https://api.openai.com/v1',
  AI_KEY: 'the-key-of-the-endpoint',
  AI_CHAT_MODEL: 'gpt-5-mini',
  AI_EMBEDDING_MODEL: 'text-embedding-3-small',
  HOST: '0.0.0.0',
  PORT: '8080',
  SANDBOX_PORT: '8081',
  PUBLIC_URL: 'https://desk.example.com',
  TRUSTED_PROXIES: '10.0.0.0/8,192.0.2.7',
  DESK_NAME: 'Kapital Shop',
  DESK_TIME_ZONE: 'Asia/Baku',
  DESK_LANGUAGE: 'az',
  LOG_LEVEL: 'info',
};

/** A setting that cannot be used. The message names the variable, what is wrong with it, and an example; never the value of a secret. */
export class ConfigError extends Error {}

/** A bucket for files is named by all of these or by none. */
const FILES_TOGETHER = [
  'FILES_S3_ENDPOINT',
  'FILES_S3_BUCKET',
  'FILES_S3_ACCESS_KEY_ID',
  'FILES_S3_SECRET_ACCESS_KEY',
] as const;

/** Reads the settings from the environment. Throws a `ConfigError` that lists everything that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}: ${issue.message}. For example: ${name}=${EXAMPLES[name]}`;
    });
    throw new ConfigError(lines.join('\n'));
  }
  const config = parsed.data;
  if (config.TELEGRAM_MODE === 'webhook' && !config.PUBLIC_URL) {
    throw new ConfigError(
      `PUBLIC_URL: is needed for TELEGRAM_MODE=webhook, so that Telegram can reach the desk. For example: PUBLIC_URL=${EXAMPLES.PUBLIC_URL}`,
    );
  }
  const missing = FILES_TOGETHER.filter((name) => !config[name]);
  if (missing.length > 0 && missing.length < FILES_TOGETHER.length) {
    const [name = ''] = missing;
    throw new ConfigError(
      `${name}: is needed to keep files in a bucket. For example: ${name}=${EXAMPLES[name]}`,
    );
  }
  demandModels(config);
  return Object.freeze(config);
}

function demandModels({ AI_URL, AI_CHAT_MODEL, AI_EMBEDDING_MODEL }: Config): void {
  if (AI_URL && !AI_CHAT_MODEL && !AI_EMBEDDING_MODEL) {
    throw new ConfigError(
      `AI_CHAT_MODEL: is needed for AI_URL, or AI_EMBEDDING_MODEL, as an endpoint has many. For example: AI_CHAT_MODEL=${EXAMPLES.AI_CHAT_MODEL}`,
    );
  }
  if (AI_EMBEDDING_MODEL && !AI_URL) {
    throw new ConfigError(
      `AI_URL: is needed for AI_EMBEDDING_MODEL, as the address of the endpoint. For example: AI_URL=${EXAMPLES.AI_URL}`,
    );
  }
}
