/** Writes the table types from a freshly migrated database: `node base/db/generate.ts`. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import { connect, type Db, migrate } from './index.ts';
import { startPostgres } from './server.ts';

/** The file that holds the generated types. */
export const schemaFile = join(import.meta.dirname, 'generated', 'schema.ts');

/** The table types of a database, as TypeScript; `bigint` and `timestamptz` as our connections parse them, `jsonb` to be checked by its reader. */
export function describeSchema(db: Db): Promise<string> {
  return generate({
    db,
    dialect: new PostgresDialect(),
    outFile: null,
    camelCase: false,
    typeMapping: { int8: 'number', timestamptz: 'Date', jsonb: 'unknown' },
  });
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nightdesk-schema-'));
  await chmod(dataDir, 0o755);
  const log = { info: () => undefined, warn: () => undefined };
  const server = await startPostgres({ dataDir, durable: false, log });
  try {
    await migrate(server.url);
    const { db, close } = connect({ url: server.url, connections: 2, onError: () => undefined });
    await writeFile(schemaFile, await describeSchema(db).finally(close));
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) await main();
