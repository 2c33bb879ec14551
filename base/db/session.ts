import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const BEAT_MS = 2000;
const ANSWER_MS = 3000;
const A_MOMENT_MS = 200;

// The server notices within 7 seconds that our machine is gone; without these it may hold our locks for hours.
const NOTICE_OUR_DEATH = `select set_config('tcp_keepalives_idle', '3', false), set_config('tcp_keepalives_interval', '2', false),
  set_config('tcp_keepalives_count', '2', false), set_config('tcp_user_timeout', '7000', false)`;

/** A connection of one's own, for locks that last as long as it does. `lost` aborts when it is gone. */
export type Session = { client: pg.Client; lost: AbortSignal; end: () => Promise<void> };

/** Opens a connection whose end both sides notice within seconds, also when a cable is cut and nobody says goodbye: then the server lets go
 * of its locks, and `lost` aborts on our side before that. */
export async function openSession(config: pg.ClientConfig): Promise<Session> {
  const client = new pg.Client({ connectionTimeoutMillis: 5000, ...config, keepAlive: true });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  const end = async () => {
    lost.abort();
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    await client.query(NOTICE_OUR_DEATH);
  } catch (error) {
    await end();
    throw error;
  }
  void beat(client, lost);
  return { client, lost: lost.signal, end };
}

async function beat(client: pg.Client, lost: AbortController): Promise<void> {
  const { signal } = lost;
  const after = (ms: number) => delay(ms, false, { signal }).catch(() => false);
  while (!signal.aborted) {
    await after(BEAT_MS);
    if (signal.aborted) return;
    const answered = client.query('select 1').then(
      () => true,
      () => false,
    );
    // A process that was busy all that time may have the answer waiting: it gets a moment to read it.
    if (
      (await Promise.race([answered, after(ANSWER_MS)])) ||
      (await Promise.race([answered, after(A_MOMENT_MS)]))
    )
      continue;
    lost.abort();
    // A query is under way, so this cuts the connection instead of saying goodbye.
    client.end().catch(() => {});
  }
}
