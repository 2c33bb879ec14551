import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../base/db/index.ts';
import { startPostgres } from '../../base/db/server.ts';
import { quickFolder } from './quick-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The throw-away server of this run, or the reason why it has no migrated template. */
    postgres: { url: string; failure: string | undefined };
  }
}

const prefix = 'nightdesk-test-';
const silent = { info: () => undefined, warn: () => undefined };

/** One throw-away server for the run, with a migrated database to clone; gone at the end, also after failures. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = await quickFolder();
  await sweep(parent);
  const dataDir = await mkdtemp(join(parent, prefix));
  await chmod(dataDir, 0o755);
  const server = await startPostgres({ dataDir, durable: false, log: silent });
  const failure = await makeTemplate(server.url).then(
    () => undefined,
    (error: Error) => `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`,
  );
  project.provide('postgres', { url: server.url, failure });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create database nightdesk_template').finally(() => client.end());
  const template = new URL(url);
  template.pathname = '/nightdesk_template';
  await migrate(template.href);
  // What a test sees does not depend on the hour at which it runs.
  const desk = new pg.Client({ connectionString: template.href });
  await desk.connect();
  await desk
    .query('update quiet_settings set quiet_from = null, quiet_until = null')
    .finally(() => desk.end());
}

/** Removes what a killed run left: a server whose lock is free belongs to nobody any more. */
async function sweep(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const dataDir = join(parent, name);
    try {
      const age = Date.now() - (await stat(dataDir)).mtimeMs;
      if (age < 60_000) continue;
      const server = await startPostgres({ dataDir, durable: false, log: silent });
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    } catch {
      // It is in use by another run, or being removed by one.
    }
  }
}
