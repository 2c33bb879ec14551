import { parseArgs } from 'node:util';
import { audit } from './audit.ts';
import type { Benchmark } from './benchmark.ts';
import { cabinet } from './cabinet.ts';
import { forum } from './forum.ts';
import { intake } from './intake.ts';
import { kill } from './kill.ts';
import { next } from './next.ts';
import { outbox } from './outbox.ts';
import { start } from './start.ts';
import { storm } from './storm.ts';
import { timers } from './timers.ts';

const BENCHMARKS: Record<string, Benchmark> = {
  intake,
  start,
  kill,
  audit,
  timers,
  next,
  outbox,
  forum,
  cabinet,
  storm,
};

const { positionals } = parseArgs({ allowPositionals: true, strict: false, options: {} });
const [name] = positionals;

if (name === undefined) {
  for (const [each, benchmark] of Object.entries(BENCHMARKS)) {
    process.stderr.write(`${each}: ${benchmark.summary}\n`);
    const result = await benchmark.run();
    const cells = Object.entries(result).map(([key, value]) => `${key.padEnd(34)} ${JSON.stringify(value)}`);
    process.stdout.write(`${each}\n  ${cells.join('\n  ')}\n`);
  }
} else {
  const benchmark = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (benchmark) process.stdout.write(`${JSON.stringify(await benchmark.run())}\n`);
  else {
    process.stderr.write(`Usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')}\n`);
    process.exitCode = 2;
  }
}
