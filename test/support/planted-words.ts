import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';

type Column = { table: string; column: string; type: string; needed: boolean; may: string[] };

// `may`: what a check names, where it lets a column hold only some words.
const COLUMNS = sql<Column>`
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
    array(select distinct m[1] from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''(\\w+)''::text', 'g') m
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as may
  from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, 2`;

const LINKS = sql<Link>`
  select k.conrelid::regclass::text as child, a.attname as column, k.confrelid::regclass::text as parent, b.attname as key
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
  where k.contype = 'f' and cardinality(k.conkey) = 1 order by 1, 2`;

type Link = { child: string; column: string; parent: string; key: string };

/** What is kept of groups and channels: no chat of a customer's is one. */
const OF_PLACES = [
  'place_candidates',
  'place_panels',
  'place_posts',
  'places',
  'staff_groups',
  'status_place',
];

/** The rows of every table that are a customer's, by the schema's own references: theirs, those of their tickets and chats, and so on. */
function rowsOf(links: readonly Link[], customerId: number): Map<string, RawBuilder<unknown>> {
  const found = new Map<string, RawBuilder<unknown>>([['customers', sql`id = ${sql.lit(customerId)}`]]);
  for (const [parent, theirs] of found) {
    for (const link of links.filter((one) => one.parent === parent)) {
      if (found.has(link.child) || OF_PLACES.includes(link.child)) continue;
      const keys = sql`select ${sql.ref(link.key)} from ${sql.table(parent)} where ${theirs}`;
      found.set(link.child, sql`${sql.ref(link.column)} in (${keys})`);
    }
  }
  return found;
}

const AS: Record<string, (word: string) => RawBuilder<unknown>> = {
  text: (word) => sql`${sql.lit(word)} || ctid::text`,
  jsonb: (word) => sql`jsonb_build_object('planted', ${sql.lit(word)}::text)`,
  json: (word) => sql`json_build_object('planted', ${sql.lit(word)}::text)`,
  'text[]': (word) => sql`array[${sql.lit(word)}]`,
};

const EMPTY: Record<string, RawBuilder<unknown>> = {
  ...{ text: sql`'x'`, jsonb: sql`'{}'::jsonb`, 'text[]': sql`'{}'::text[]`, bytea: sql`'x'::bytea` },
  ...{
    boolean: sql`false`,
    'timestamp with time zone': sql`now()`,
    bigint: sql`1`,
    integer: sql`1`,
    smallint: sql`1`,
  },
};

/** Tries something; false: the database refused it. */
async function tried(tx: Tx, what: RawBuilder<unknown>): Promise<boolean> {
  await sql`savepoint planting`.execute(tx);
  try {
    await what.execute(tx);
    return true;
  } catch {
    await sql`rollback to savepoint planting`.execute(tx);
    return false;
  }
}

const hasRow = async (tx: Tx, table: string, where = sql<unknown>`true`): Promise<boolean> =>
  (await sql`select from ${sql.table(table)} where ${where} limit 1`.execute(tx)).rows.length > 0;

type Schema = {
  columns: readonly Column[];
  links: readonly Link[];
  theirs: Map<string, RawBuilder<unknown>>;
};

/** Makes a row of theirs in a table in which they have none, with as little in it as the table allows. */
async function sow(tx: Tx, schema: Schema, table: string): Promise<void> {
  const { columns, links, theirs } = schema;
  const needed = columns.filter((one) => one.table === table && (one.needed || isTheirs(one)));
  function isTheirs({ column }: Column): boolean {
    return links.some((link) => link.child === table && link.column === column && theirs.has(link.parent));
  }
  for (const { child, column, parent } of links) {
    const wanted = child === table && !theirs.has(parent) && needed.some((one) => one.column === column);
    // What it speaks of, such as an article.
    if (wanted && !(await hasRow(tx, parent))) await sow(tx, schema, parent);
  }
  const values = needed.map(({ column, type, may }) => {
    const link = links.find((one) => one.child === table && one.column === column);
    if (link) {
      const where = theirs.get(link.parent) ?? sql`true`;
      return sql`(select ${sql.ref(link.key)} from ${sql.table(link.parent)} where ${where} limit 1)`;
    }
    return may[0] === undefined ? (EMPTY[type] ?? sql`null`) : sql`${sql.lit(may[0])}`;
  });
  const names = sql.join(needed.map(({ column }) => sql.ref(column)));
  await tried(tx, sql`insert into ${sql.table(table)} (${names}) values (${sql.join(values)})`);
}

/** Writes a word into every column of a customer's rows that takes it, and makes rows where there are none: what a check or a trigger keeps
 * words out of needs no look. Answers the tables in which they have no row all the same. */
export async function plant(tx: Tx, customerId: number, word: string): Promise<string[]> {
  const { rows: links } = await LINKS.execute(tx);
  const { rows: columns } = await COLUMNS.execute(tx);
  const theirs = rowsOf(links, customerId);
  const empty: string[] = [];
  for (const [table, where] of theirs) {
    if (!(await hasRow(tx, table, where))) await sow(tx, { columns, links, theirs }, table);
    if (!(await hasRow(tx, table, where))) empty.push(table);
    for (const { column, type } of columns.filter((one) => one.table === table)) {
      const words = AS[type]?.(word);
      if (words)
        await tried(tx, sql`update ${sql.table(table)} set ${sql.ref(column)} = ${words} where ${where}`);
    }
  }
  return empty.sort();
}

/** Every table and column, the timers' included, in which these words stand. */
export async function placesOf(db: Db, words: string): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ key: string }>`
      select distinct f.key from ${sql.table(`${schema}.${name}`)} r, jsonb_each(to_jsonb(r)) f where f.value::text ~ ${`\\m${words}\\M`}`.execute(
      db,
    );
    found.push(...rows.map(({ key }) => `${name}.${key}`));
  }
  return found.sort();
}
