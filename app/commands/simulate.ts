import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startPostgres } from '../../base/db/server.ts';
import type { Command } from '../command.ts';
import { POLICIES, simulate } from '../simulate/index.ts';
import { tableOf } from '../simulate/table.ts';

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const Asked = z.object({
  days: whole.pipe(z.number().min(1).max(60)).default(7),
  seed: whole.default(1),
  'tickets-per-week': whole.pipe(z.number().min(1).max(1_000_000)).default(20_000),
  policy: z.enum(POLICIES).default('q1'),
});

const MEANING: Readonly<Record<string, string>> = {
  days: 'a number of days from 1 to 60',
  seed: 'a whole number',
  'tickets-per-week': 'a number from 1 to 1000000',
  policy: POLICIES.join(', '),
};

/** Lets a desk of its own live through a week of made-up traffic, on a clock of its own, and tells how it did. */
export const simulateCommand: Command = {
  summary:
    'try a week of traffic on this desk: [--days 7] [--seed 1] [--tickets-per-week 20000] [--policy q1]',
  async run({ values, tell }) {
    const asked = Asked.safeParse(values);
    if (!asked.success) {
      for (const { path } of asked.error.issues) tell(`--${path.join()}: ${MEANING[path.join()]}`);
      return { code: 2 };
    }
    const { days, seed, policy } = asked.data;
    const options = { days, seed, policy, ticketsPerWeek: asked.data['tickets-per-week'] };
    const { signal, forget } = untilStopped();
    try {
      const report = await withPostgres((url) => simulate(url, { ...options, signal, tell: progress(tell) }));
      tell(tableOf(report));
      return { code: 0, json: report };
    } catch (error) {
      if (!signal.aborted) throw error;
      return { code: 130 };
    } finally {
      forget();
    }
  },
};

function progress(tell: (line: string) => void): (share: number) => void {
  const began = performance.now();
  return (share) => {
    const seconds = Math.round((performance.now() - began) / 1000);
    tell(`${Math.round(share * 100)} % after ${seconds} s`);
  };
}

/** Aborted when the process is told to stop, so that the database it started stops as well. */
function untilStopped(): { signal: AbortSignal; forget: () => void } {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: stopping.signal,
    forget() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

/** A PostgreSQL that lasts as long as the simulation; nobody needs what is in it. */
async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nightdesk-simulate-'));
  await chmod(dataDir, 0o755);
  const server = await startPostgres({ dataDir, durable: false, log: { info: () => {}, warn: () => {} } });
  try {
    return await work(server.nearUrl);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
