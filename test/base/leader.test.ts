import { connect, createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { openSession, whileLeader } from '../../base/db/index.ts';
import { testDatabase } from '../support/database.ts';

const KEY = 42;

/** Somebody who wants to lead; `leads` tells whether they do. */
function candidate(url: string) {
  const stopping = new AbortController();
  const state = { leads: false };
  const done = whileLeader({ url, key: KEY, signal: stopping.signal }, async (signal) => {
    state.leads = true;
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    state.leads = false;
  });
  return {
    leads: () => state.leads,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await done;
    },
  };
}

/** A cable that can be cut: then nothing passes any more, and nobody is told. */
async function cable(url: string) {
  const to = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    cut() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const WITHIN = { timeout: 30_000, interval: 50 };

test('when the leader dies, another one leads within ten seconds; never two at once', async () => {
  await using database = await testDatabase();
  await using first = candidate(database.url);
  await vi.waitFor(() => expect(first.leads()).toBe(true), WITHIN);
  await using second = candidate(database.url);
  const { rowCount } = await database.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${KEY} and granted`,
  );
  expect(rowCount).toBe(1);
  await vi.waitFor(() => expect([first.leads(), second.leads()].filter(Boolean)).toHaveLength(1), WITHIN);
});

test('a leader whose connection falls silent stops by itself, before another one leads', async () => {
  await using database = await testDatabase();
  await using line = await cable(database.url);
  await using first = candidate(line.url);
  await vi.waitFor(() => expect(first.leads()).toBe(true), WITHIN);
  await using second = candidate(database.url);
  line.cut();
  await vi.waitFor(() => expect(first.leads()).toBe(false), WITHIN);
  expect(second.leads()).toBe(false);
  // As the server does when a machine no longer answers.
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${KEY} and granted`,
  );
  await vi.waitFor(() => expect(second.leads()).toBe(true), WITHIN);
});

test('the server looks after a connection that holds a lock, so that a machine that is gone holds it for seconds only', async () => {
  await using database = await testDatabase();
  const session = await openSession({ connectionString: database.url });
  const { rows } = await session.client.query(
    `select current_setting('tcp_keepalives_idle')::int + current_setting('tcp_keepalives_interval')::int
      * current_setting('tcp_keepalives_count')::int as seconds`,
  );
  await session.end();
  expect((rows[0] as { seconds: number }).seconds).toBeLessThan(8);
});
