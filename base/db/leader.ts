import { setTimeout as delay } from 'node:timers/promises';
import { openSession } from './session.ts';

const RETRY_MS = 1000;

/** Runs `work` in exactly one process of a desk at a time, for as long as this one holds the lock named `key`. When its connection
 * breaks or falls silent, the lock is gone and `work` is told to end; another process takes over in less than 10 seconds (Q4). Returns
 * when `signal` aborts. */
export async function whileLeader(
  at: { url: string; key: number; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  while (!at.signal.aborted) {
    await lead(at, work).catch(() => {});
    await delay(RETRY_MS, undefined, { signal: at.signal }).catch(() => {});
  }
}

/** Asks for the lock on one connection until it is held or the connection breaks. */
async function lead(
  at: { url: string; key: number; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const session = await openSession({ connectionString: at.url, application_name: 'nightdesk leader' });
  const signal = AbortSignal.any([at.signal, session.lost]);
  try {
    while (!signal.aborted) {
      const { rows } = await session.client.query<{ held: boolean }>(
        'select pg_try_advisory_lock($1) as held',
        [at.key],
      );
      if (rows[0]?.held) return await work(signal);
      await delay(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  } finally {
    await session.end();
  }
}
