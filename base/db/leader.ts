import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const RETRY_MS = 2000;

/** Runs `work` in exactly one process of a desk at a time, for as long as this one holds the lock named `key`. When its connection
 * breaks, the lock is gone and `work` is told to end; another process takes over within seconds. Returns when `signal` aborts. */
export async function whileLeader(
  at: { url: string; key: number; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!at.signal.aborted) {
    await lead(at, work).catch(() => {});
    await delay(RETRY_MS, undefined, { signal: at.signal }).catch(() => {});
  }
}

async function lead(
  at: { url: string; key: number; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({
    connectionString: at.url,
    application_name: 'nightdesk leader',
    keepAlive: true,
  });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      at.key,
    ]);
    if (rows[0]?.held) await work(AbortSignal.any([at.signal, lost.signal]));
  } finally {
    await client.end().catch(() => {});
  }
}
