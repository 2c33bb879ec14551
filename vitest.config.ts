import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', 'dist/**', '.data/**'];

// By itself Vitest leaves a core idle, which on two of them is half. Much of a test waits, for a server or for a timer.
const maxWorkers = Math.max(2, availableParallelism());

// The later groups wait for the earlier ones; pages are opened last, one file at a time.
export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    projects: [
      {
        test: {
          name: 'unit',
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
          include: ['test/**/*.test.ts'],
          exclude: [...everywhere, 'test/flows/**', 'test/browser/**', 'test/laws/**'],
          sequence: { groupOrder: 1 },
          maxWorkers,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'laws',
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
          include: ['test/flows/**/*.test.ts'],
          exclude: everywhere,
          sequence: { groupOrder: 2 },
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: everywhere,
          sequence: { groupOrder: 3 },
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
