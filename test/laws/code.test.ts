import { beforeAll, describe, expect, test } from 'vitest';
import { judge, type Verdict } from '../support/planted.ts';

const lines = (count: number) => Array.from({ length: count }, (_, n) => `  calls.push(${n});`).join('\n');
const small = { 'base/text/index.ts': '/** One. */\nexport const one = 1;\n' };

const linted: [rule: string, file: string, text: string][] = [
  [
    'max-params',
    'base/text/params.ts',
    'export const add = (a: number, b: number, c: number, d: number) => a + b + c + d;\n',
  ],
  [
    'max-lines-per-function',
    'base/text/long.ts',
    `export function long(calls: number[]) {\n${lines(60)}\n}\n`,
  ],
  ['max-lines', 'base/text/file.ts', `export const many = [\n${'  1,\n'.repeat(400)}];\n`],
  [
    'no-floating-promises',
    'base/text/float.ts',
    'const write = async () => 1;\nexport function forget() {\n  write();\n}\n',
  ],
  [
    'no-misused-promises',
    'base/text/misuse.ts',
    'const has = async () => true;\nexport const wrong = () => (has() ? 1 : 2);\n',
  ],
  ['no-explicit-any', 'base/text/any.ts', 'export const anything = (value: any) => String(value);\n'],
  ['ban-ts-comment', 'base/text/ignore.ts', '// @ts-ignore because\nexport const two = 2;\n'],
  [
    'switch-exhaustiveness-check',
    'base/text/switch.ts',
    `export function name(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n  return 0;\n}\n`,
  ],
  ['only-throw-error', 'base/text/throw.ts', `export function fail() {\n  throw 'words';\n}\n`],
  ['no-warning-comments', 'base/text/later.ts', '// TODO later\nexport const three = 3;\n'],
  ['no-console', 'domain/tickets/print.ts', `export const print = () => console.log('x');\n`],
  [
    'no-restricted-properties',
    'test/mock.test.ts',
    `import { expect, test, vi } from 'vitest';\nvi.mock('node:fs');\ntest('x', () => expect(1).toBe(1));\n`,
  ],
  [
    'no-disabled-tests',
    'test/skip.test.ts',
    `import { expect, test } from 'vitest';\ntest.skip('x', () => expect(1).toBe(1));\n`,
  ],
  [
    'no-focused-tests',
    'test/only.test.ts',
    `import { expect, test } from 'vitest';\ntest.only('x', () => expect(1).toBe(1));\n`,
  ],
  ['expect-expect', 'test/empty.test.ts', `import { test } from 'vitest';\ntest('x', () => {});\n`],
];

describe('lint', () => {
  let broken: Verdict;
  beforeAll(async () => {
    broken = await judge('lint', Object.fromEntries(linted.map(([, file, text]) => [file, text])));
  });
  test('a tree that keeps the laws passes', async () => {
    expect(await judge('lint', small)).toMatchObject({ ok: true });
  });
  test.each(linted)('%s is caught in %s', (rule, file) => {
    expect(broken.ok).toBe(false);
    const told = broken.output.split('\n').filter((line) => line.includes(`(${rule})`));
    expect(told.join('\n')).toContain(file);
  });
});

const planted: [told: string, file: string, text: string][] = [
  ['new Date() in domain/', 'domain/tickets/new.ts', 'export const now = () => new Date();\n'],
  ['Date.now in domain/', 'domain/tickets/now.ts', 'export const now = () => Date.now();\n'],
  [
    'setTimeout() in domain/',
    'domain/tickets/timer.ts',
    'export const later = (f: () => void) => setTimeout(f, 5);\n',
  ],
  ['await while the module loads', 'base/text/await.ts', 'export const loaded = await Promise.resolve(1);\n'],
  ['process.env while the module loads', 'edges/http/env.ts', 'export const port = process.env.PORT;\n'],
  [
    'readFileSync() while the module loads',
    'base/text/read.ts',
    `import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x');\n`,
  ],
  [
    'pg.Pool() while the module loads',
    'base/text/pool.ts',
    `import pg from 'pg';\nexport const pool = new pg.Pool();\n`,
  ],
  [
    'pause() in a test',
    'test/sleep.test.ts',
    `import { setTimeout as pause } from 'node:timers/promises';\nawait pause(5);\n`,
  ],
  ['setTimeout() in a test', 'test/timer.test.ts', 'await new Promise((done) => setTimeout(done, 5));\n'],
  [
    'a query that ends in .values() is never executed',
    'domain/tickets/write.sql.ts',
    `export async function write(tx: any) {\n  await tx.insertInto('a').values({ b: 1 });\n}\n`,
  ],
  [
    'bare goes through domain/sla/index.ts without a docstring',
    'domain/sla/index.ts',
    `export { bare as forwarded } from './sla.ts';\n`,
  ],
  [
    'direct goes through base/queue/index.ts without a docstring',
    'base/queue/index.ts',
    'export const direct = 1;\n',
  ],
];

describe('laws of this house', () => {
  let broken: Verdict;
  beforeAll(async () => {
    const files = Object.fromEntries(planted.map(([, file, text]) => [file, text]));
    broken = await judge('laws', { ...files, 'domain/sla/sla.ts': 'export function bare() {}\n' });
  });
  test('a tree that keeps them passes, an empty one does not', async () => {
    expect(await judge('laws', small)).toEqual({ ok: true, output: '1 files read\n' });
    expect(await judge('laws', {})).toMatchObject({ ok: false });
  });
  test.each(planted)('%s is caught in %s', (told, file) => {
    expect(broken.ok).toBe(false);
    const near = file.replace('sla/index.ts', 'sla/sla.ts');
    expect(
      broken.output
        .split('\n')
        .filter((line) => line.startsWith(near))
        .join('\n'),
    ).toContain(told);
  });
});

describe('types, format and dead code', () => {
  test('a type error is caught, on the server and in the pages', async () => {
    const files = {
      'base/text/wrong.ts': `export const wrong: number = 'one';\n`,
      'base/text/enum.ts': 'export enum Colour {\n  Red,\n}\n',
      'base/text/maybe.ts': 'export const first = (list: number[]): number => list[0];\n',
      'web/ui/wrong.tsx': `export const Wrong = () => <p>{wrong}</p>;\n`,
    };
    const { ok, output } = await judge('types', { ...small, ...files });
    expect(ok).toBe(false);
    for (const told of ['wrong.ts(1', 'enum.ts(1', 'maybe.ts(1', 'wrong.tsx(1'])
      expect(output).toContain(told);
  });

  test('what locks, appends or schedules demands a transaction', async () => {
    const { output } = await judge('types', {
      'base/db/index.ts': `import type { Kysely, Transaction } from 'kysely';\nexport type Db = Kysely<{}>;\nexport type Tx = Transaction<{}>;\n`,
      'base/outbox/index.ts': `import type { Db, Tx } from '../db/index.ts';\nconst append = (tx: Tx) => tx;\nexport const wrong = (db: Db) => append(db);\nexport const right = (tx: Tx) => append(tx);\n`,
    });
    expect(output).toContain(`base/outbox/index.ts(3,41): error TS2345`);
    expect(output).not.toContain('index.ts(4');
  });

  test('code that is laid out otherwise is caught', async () => {
    expect(await judge('format', small)).toMatchObject({ ok: true });
    const { ok, output } = await judge('format', { 'base/text/index.ts': 'export const one = "1"\n' });
    expect(ok).toBe(false);
    expect(output).toContain('base/text/index.ts');
  });

  test('a file, an export and a dependency that nobody uses are caught', async () => {
    const { ok, output } = await judge('dead code', {
      'app/main.ts': `import { used } from '../base/text/index.ts';\nvoid used;\n`,
      'base/text/index.ts': 'export const used = 1;\nexport const unused = 2;\n',
      'base/text/alone.ts': 'export const alone = 1;\n',
    });
    expect(ok).toBe(false);
    expect(output).toMatch(/Unused files[\s\S]*base\/text\/alone\.ts/);
    expect(output).toMatch(/Unused exports[\s\S]*unused\s+base\/text\/index\.ts/);
    expect(output).toMatch(/Unused dependencies[\s\S]*fastify/);
    expect(output).not.toMatch(/^used /m);
  });
});
