import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { drawing, pictured } from '../../app/setup/picture.mjs';

const root = resolve(import.meta.dirname, '../..');

test('the picture in ARCHITECTURE.md is true (else run: npm run check -- --fix)', async () => {
  expect(await readFile(join(root, 'ARCHITECTURE.md'), 'utf8')).toBe(await pictured(root));
});

test('an import between rooms is an arrow; base, tests, the inside of a room and what a longer way says are not drawn', () => {
  const module = (source: string, ...resolved: string[]) => ({
    source,
    dependencies: resolved.map((to) => ({ resolved: to })),
  });
  const modules = [
    module('edges/http/index.ts', 'domain/tickets/index.ts', 'edges/http/server.ts', 'base/db/index.ts'),
    module('domain/tickets/index.ts', 'domain/customers/index.ts'),
    module('domain/customers/index.ts'),
    module('domain/tickets/a.test.ts', 'sandbox/index.ts'),
    module('app/main.ts', 'edges/http/index.ts', 'domain/customers/index.ts'),
  ];
  expect(drawing(modules).split('\n')).toEqual([
    '```mermaid',
    'graph TD',
    '  app[app]',
    '  subgraph domain',
    '    domain_customers[customers]',
    '    domain_tickets[tickets]',
    '  end',
    '  subgraph edges',
    '    edges_http[http]',
    '  end',
    '  app --> edges_http',
    '  domain_tickets --> domain_customers',
    '  edges_http --> domain_tickets',
    '```',
  ]);
});
