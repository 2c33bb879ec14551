import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { missingEntries } from '../../app/setup/lock.mjs';

const file = join(resolve(import.meta.dirname, '../..'), 'package-lock.json');

test('the lock file names the packages of every platform (else run: node app/setup/lock.mjs)', async () => {
  expect(missingEntries(JSON.parse(await readFile(file, 'utf8')))).toEqual({});
});

test('a package that is left out is written as npm would write it', () => {
  const packages = {
    '': {},
    'node_modules/a': {
      dev: true,
      optionalDependencies: { '@a/linux-x64-musl': '1.2.3', 'a-range': '^1.0.0' },
    },
    'node_modules/b': { optionalDependencies: { 'b-darwin-arm64': '2.0.0', 'b-here': '2.0.0' } },
    'node_modules/b/node_modules/b-here': { version: '2.0.0' },
  };
  expect(missingEntries({ packages })).toEqual({
    'node_modules/@a/linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
      dev: true,
      optional: true,
    },
    'node_modules/b-darwin-arm64': { version: '2.0.0', cpu: ['arm64'], os: ['darwin'], optional: true },
  });
});
