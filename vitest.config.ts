import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', 'dist/**', '.data/**'];

// A process of its own for each file costs a second of loading; no test leaves anything behind in a module.
const isolate = false;

// By itself Vitest leaves a core idle, which on two of them is half. Much of a test waits, for a server or for a timer.
const maxWorkers = Math.max(2, availableParallelism());

// See test/support/patience.ts, which does the same for the other ways to wait.
const patient = { setupFiles: 'test/support/patience.ts', expect: { poll: { timeout: 30_000 } } };

// The later groups wait for the earlier ones; pages are opened last, one file at a time.
export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['{app,base,bench,contract,domain,edges,sandbox,web}/**/*.test.{ts,tsx}'],
          exclude: everywhere,
          sequence: { groupOrder: 1 },
          maxWorkers,
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'database',
          ...patient,
          isolate,
          include: ['test/**/*.test.ts'],
          exclude: [...everywhere, 'test/flows/**', 'test/browser/**', 'test/laws/**'],
          sequence: { groupOrder: 1 },
          maxWorkers,
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'laws',
          ...patient,
          include: ['test/laws/**/*.test.ts'],
          exclude: everywhere,
          sequence: { groupOrder: 1 },
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'flow',
          ...patient,
          isolate,
          include: ['test/flows/**/*.test.ts'],
          exclude: everywhere,
          sequence: { groupOrder: 2 },
          // They wait more than they work.
          maxWorkers: maxWorkers + 1,
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          ...patient,
          include: ['test/browser/**/*.test.ts'],
          exclude: everywhere,
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
