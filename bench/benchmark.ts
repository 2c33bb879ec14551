import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../base/db/server.ts';

/** Figures of one run. Speeds are given beside a ratio to something measured in the same run, because machines are noisy. */
export type Figures = Record<string, number | string | boolean>;

/** Something that can be measured by name. */
export type Benchmark = { summary: string; run: () => Promise<Figures> };

/** A durable PostgreSQL of its own for one measurement, gone afterwards. */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nightdesk-bench-'));
  await chmod(dataDir, 0o755);
  const server = await startPostgres({ dataDir, log: { info: () => {}, warn: () => {} } });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The number below which this share of some numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A number with two digits after the point. */
export const round = (value: number): number => Math.round(value * 100) / 100;
