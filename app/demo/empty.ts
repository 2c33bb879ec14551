import pg from 'pg';

/** Empties a demo's own database, so that it is migrated and filled anew. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'drop schema if exists public cascade; drop schema if exists graphile_worker cascade; create schema public',
    );
  } finally {
    await client.end();
  }
}
