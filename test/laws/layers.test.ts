import { beforeAll, describe, expect, test } from 'vitest';
import { judge, type Verdict } from '../support/planted.ts';

const good = {
  'base/kernel/index.ts': `export { tick } from './clock.ts';\n`,
  'base/kernel/clock.ts': 'export const tick = 1;\n',
  'base/db/index.ts': `import { Kysely } from 'kysely';\nexport type Db = Kysely<{}>;\n`,
  'base/db/generated/schema.ts': 'export type DB = {};\n',
  'domain/customers/index.ts': `import { tick } from '../../base/kernel/index.ts';\nexport const customer = tick;\n`,
  'domain/customers/names.ts': 'export const name = 1;\n',
  'domain/tickets/index.ts': `import { customer } from '../customers/index.ts';\nimport type { DB } from '../../base/db/generated/schema.ts';\nexport const ticket = customer;\nexport type Row = DB;\n`,
  'contract/index.ts': `import { z } from 'zod';\nexport const shape = z.string();\n`,
  'edges/telegram-in/index.ts': `import { Api } from 'grammy';\nimport { ticket } from '../../domain/tickets/index.ts';\nexport const read = [Api, ticket];\n`,
  'edges/http/index.ts': `import fastify from 'fastify';\nimport { shape } from '../../contract/index.ts';\nexport const serve = [fastify, shape];\n`,
  'sandbox/index.ts': `import fastify from 'fastify';\nimport type { Update } from '@grammyjs/types';\nexport const sandbox = fastify;\nexport type U = Update;\n`,
  'content/locales/en/console.ftl': 'a = b\n',
  'web/console/main.ts': `import words from '../../content/locales/en/console.ftl?raw';\nimport { shape } from '../../contract/index.ts';\nexport const page = [shape, words];\n`,
  'app/main.ts': `import { serve } from '../edges/http/index.ts';\nimport { sandbox } from '../sandbox/index.ts';\nexport const all = [serve, sandbox];\n`,
  'test/any.test.ts': `import { name } from '../domain/customers/names.ts';\nexport const reached = name;\n`,
};

/** One planted file for each rule of the table. */
const planted: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'base/text/a.ts', `import { b } from './b.ts';\nexport const a = (): unknown => b;\n`],
  ['resolvable', 'base/text/lost.ts', `import { gone } from './gone.ts';\nexport const lost = gone;\n`],
  [
    'room-is-listed',
    'domain/cellar/index.ts',
    `import { tick } from '../../base/kernel/index.ts';\nexport const c = tick;\n`,
  ],
  [
    'customers-is-above',
    'domain/customers/up.ts',
    `import { ticket } from '../tickets/index.ts';\nexport const up = ticket;\n`,
  ],
  [
    'doors-between-rooms',
    'domain/tickets/window.ts',
    `import { name } from '../customers/names.ts';\nexport const w = name;\n`,
  ],
  [
    'doors-between-rooms',
    'edges/http/window.ts',
    `import { tick } from '../../base/kernel/clock.ts';\nexport const w = tick;\n`,
  ],
  [
    'doors-from-outside',
    'app/window.ts',
    `import { tick } from '../base/kernel/clock.ts';\nexport const w = tick;\n`,
  ],
  [
    'edges-apart',
    'edges/http/peer.ts',
    `import { read } from '../telegram-in/index.ts';\nexport const peer = read;\n`,
  ],
  [
    'domain-inside',
    'domain/tickets/out.ts',
    `import { shape } from '../../contract/index.ts';\nexport const o = shape;\n`,
  ],
  [
    'domain-without-transport',
    'domain/tickets/bot.ts',
    `import { Api } from 'grammy';\nexport const o = Api;\n`,
  ],
  [
    'domain-without-transport',
    'domain/tickets/serve.ts',
    `import http from 'node:http';\nexport const o = http;\n`,
  ],
  [
    'base-below',
    'base/text/desk.ts',
    `import { ticket } from '../../domain/tickets/index.ts';\nexport const o = ticket;\n`,
  ],
  [
    'sandbox-apart',
    'sandbox/ours.ts',
    `import { tick } from '../base/kernel/index.ts';\nexport const o = tick;\n`,
  ],
  [
    'web-apart',
    'web/console/deep.ts',
    `import { ticket } from '../../domain/tickets/index.ts';\nexport const o = ticket;\n`,
  ],
  ['contract-is-shapes', 'contract/server.ts', `import fastify from 'fastify';\nexport const o = fastify;\n`],
  [
    'edges-inside',
    'edges/http/play.ts',
    `import { sandbox } from '../../sandbox/index.ts';\nexport const o = sandbox;\n`,
  ],
  [
    'app-composes',
    'domain/tickets/main.ts',
    `import { all } from '../../app/main.ts';\nexport const o = all;\n`,
  ],
  ['grammy-at-its-edge', 'edges/http/bot.ts', `import { Api } from 'grammy';\nexport const o = Api;\n`],
  [
    'telegram-types-at-their-edge',
    'domain/tickets/update.ts',
    `import type { Update } from '@grammyjs/types';\nexport type U = Update;\n`,
  ],
  ['fastify-at-its-edge', 'app/serve.ts', `import fastify from 'fastify';\nexport const o = fastify;\n`],
  [
    'no-tools-at-run-time',
    'app/check.ts',
    `import { defineConfig } from 'vitest/config';\nexport const o = defineConfig;\n`,
  ],
];

describe('layers', () => {
  let clean: Verdict;
  let broken: Verdict;
  beforeAll(async () => {
    const bad = Object.fromEntries(planted.map(([, file, text]) => [file, text]));
    bad['base/text/b.ts'] = `import { a } from './a.ts';\nexport const b = (): unknown => a;\n`;
    clean = await judge('layers', good);
    broken = await judge('layers', { ...good, ...bad });
  });

  test('a tree that keeps the laws passes, and its modules were seen', () => {
    expect(clean).toEqual({ ok: true, output: expect.stringMatching(/^15 modules$/) });
  });

  test('a cruise that sees no modules is not a pass', async () => {
    expect((await judge('layers', { 'base/readme.md': 'nothing to see\n' })).ok).toBe(false);
  });

  test.each(planted)('%s is caught in %s', (rule, file) => {
    expect(broken.ok).toBe(false);
    expect(broken.output).toContain(`${rule}: ${file} → `);
  });

  test('every rule of the table but the order of rooms has a plant', async () => {
    const { default: table, rooms } = await import('../../.dependency-cruiser.mjs');
    const named = table.forbidden.map((rule: { name: string }) => rule.name);
    const order = rooms.slice(1, -1).map((room: string) => `${room}-is-above`);
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(named).difference(new Set(order)));
  });
});
