import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import { readDirections } from './embeddings.sql.ts';
import { NO_DIRECTIONS } from './embeddings.ts';
import { asSent, FILES } from './files.sql.ts';
import { type Library, type PublishedArticle, remove, type Section, shelve } from './library.ts';
import { buildIndex, setSynonyms } from './search.ts';
import { readKnowledgeSettings, readSynonyms } from './settings.sql.ts';
import { readTopics } from './topics.sql.ts';

/** The library of a process. `read` brings it up to date first where `stale` said that something changed. */
export type OpenLibrary = { read: () => Promise<Library>; stale: () => void };

/** Opens a library on a database. It is filled when it is first read, and later only with what changed. `model`: whose directions of articles it
 * has, where the operator has named one. */
export function openLibrary(db: Db, model?: string): OpenLibrary {
  let library: Library | undefined;
  let refreshing: Promise<Library> | undefined;
  let fresh = 0;
  let wanted = 1;
  const refresh = async (): Promise<Library> => {
    const until = wanted;
    const filled = library ?? (await emptyLibrary(db));
    await fill(db, filled);
    if (model !== undefined) filled.directions = await readDirections(db, model, filled);
    library = filled;
    fresh = until;
    return filled;
  };
  return {
    read() {
      if (library && fresh === wanted) return Promise.resolve(library);
      refreshing ??= refresh().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    stale() {
      wanted += 1;
    },
  };
}

async function emptyLibrary(db: Db): Promise<Library> {
  const settings = await readKnowledgeSettings(db);
  return {
    sections: [],
    articles: new Map(),
    ids: new Map(),
    index: buildIndex([]),
    settings,
    topics: undefined,
    directions: NO_DIRECTIONS,
  };
}

/** So many articles are indexed before the process looks after others. */
const AT_ONCE = 20;

async function fill(db: Db, library: Library): Promise<void> {
  library.settings = await readKnowledgeSettings(db);
  library.topics = await readTopics(db, library.topics);
  setSynonyms(library.index, await readSynonyms(db));
  library.sections.splice(0, library.sections.length, ...(await readSections(db)));
  const { rows } = await sql<{ id: number; changed_at: Date }>`
    select id, changed_at from articles where published_version is not null and archived_at is null`.execute(
    db,
  );
  const there = new Set(rows.map(({ id }) => id));
  for (const id of library.articles.keys()) if (!there.has(id)) remove(library, id);
  const changed = rows.filter(
    ({ id, changed_at }) => library.articles.get(id)?.changed_at.getTime() !== changed_at.getTime(),
  );
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const ids = changed.slice(from, from + AT_ONCE).map(({ id }) => id);
    for (const article of await readPublished(db, ids)) shelve(library, article);
    await setImmediate();
  }
  library.ids.clear();
  for (const { slug, id } of await readOldNames(db)) library.ids.set(slug, id);
  for (const { slug, id } of library.articles.values()) library.ids.set(slug, id);
}

async function readPublished(db: Db, ids: readonly number[]): Promise<PublishedArticle[]> {
  const { rows } = await sql<PublishedArticle>`
    select a.id, a.slug, a.published_version as version, s.slug as section, a.position, a.topics, a.macros, a.popular, a.published_at,
      a.changed_at, v.texts, ${FILES} as files
    from articles a join knowledge_sections s on s.id = a.section_id
    join article_versions v on v.article_id = a.id and v.version = a.published_version
    where a.id = any(${ids})`.execute(db);
  return rows.map((row) => ({ ...row, files: asSent(row.files) }));
}

async function readOldNames(db: Db): Promise<{ slug: string; id: number }[]> {
  return db.selectFrom('article_redirects').select(['slug', 'article_id as id']).execute();
}

/** The sections, in their order. */
export async function readSections(db: Db): Promise<Section[]> {
  const { rows } = await sql<Section>`
    select slug, emoji, titles from knowledge_sections order by position, id`.execute(db);
  return rows;
}
