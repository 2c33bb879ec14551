import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Benchmark, type Figures, round } from './benchmark.ts';

const ROOT = join(import.meta.dirname, '..');

/** How long a demo takes to be ready, and how much memory the desk's own process then holds. */
export const start: Benchmark = {
  summary: 'seconds until a desk is ready, for the first and for the second time, and its memory',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'nightdesk-bench-start-'));
    try {
      const bare = await timeBareNode();
      const first = await once_(folder);
      const second = await once_(folder);
      return {
        first_start_seconds: round(first.seconds),
        second_start_seconds: round(second.seconds),
        second_start_to_bare_node: round(second.seconds / bare),
        desk_rss_mb: Math.round(second.rssMb),
        stop_seconds: round(second.stopSeconds),
        within_limits: second.seconds < 5 && second.rssMb < 300,
      } satisfies Figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function timeBareNode(): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  return (performance.now() - began) / 1000;
}

const PORT = 18_780;

async function once_(folder: string): Promise<{ seconds: number; rssMb: number; stopSeconds: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'app/main.ts'), 'start'], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(PORT),
      SANDBOX_PORT: String(PORT + 1),
      TELEGRAM_BOT_TOKEN: '',
    },
    stdio: 'ignore',
  });
  while (!(await ready())) {
    if (child.exitCode !== null) throw new Error('the desk did not start');
    await delay(20);
  }
  const seconds = (performance.now() - began) / 1000;
  // The demo's people ask their questions first, so that the memory is that of a desk at work.
  await delay(8000);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const rssMb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  const stopping = performance.now();
  child.kill('SIGINT');
  await once(child, 'exit');
  return { seconds, rssMb, stopSeconds: (performance.now() - stopping) / 1000 };
}

async function ready(): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => undefined);
  return response?.status === 200;
}
