import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations as migrateJobs } from 'graphile-worker';
import pg from 'pg';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));
const LOCK = 7_140_501;

/** Brings a database up to date: the job engine's tables, then every file of migrations/ that it lacks, in order, each in a
 * transaction of its own. Safe when several processes start at once: one migrates, the others wait. Returns the names applied.
 * Fails with a sentence when the database has a migration that this version of the program does not know. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'nightdesk migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await migrateJobs({ connectionString: databaseUrl });
    // Planned while few jobs wait, it would go on reading all of them for every timer when many do; and because it is given arrays, it
    // would be planned anew for every timer, which takes longer than setting one.
    await client.query(
      'alter function graphile_worker.add_jobs set enable_seqscan to off set plan_cache_mode to force_generic_plan',
    );
    return await applyMissing(client);
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const known = await migrationNames();
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by name');
  const applied = new Set(rows.map((row) => row.name));
  const foreign = [...applied].filter((name) => !known.includes(name));
  if (foreign.length > 0) {
    throw new Error(
      `The database was migrated by a newer Nightdesk (${foreign.join(', ')}). Start that version, or restore a backup made before it.`,
    );
  }
  const missing = known.filter((name) => !applied.has(name));
  for (const name of missing) await apply(client, name);
  return missing;
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(FOLDER + name, 'utf8');
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed and was rolled back`, { cause: error });
  }
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
}
