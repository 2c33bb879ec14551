import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { type ArticlePlace, type ArticleTexts, readPlace, readTexts } from './article.ts';
import { embedSoon } from './embeddings.sql.ts';
import {
  type ArticleFile,
  FILES,
  filesOfVersion,
  type GivenFile,
  takeFiles,
  type VersionFiles,
} from './files.sql.ts';
import { readKnowledgeSettings } from './settings.sql.ts';

/** Where an article's newest version stands. `archived`: readers no longer see it. */
export type ArticleState = 'draft' | 'review' | 'returned' | 'published' | 'archived';

/** An article for those who write and publish, in its newest version. `changed` tells whether that differs from what readers see. */
export type EditedArticle = Omit<ArticlePlace, 'owner'> & {
  id: number;
  owner: { id: number; name: string } | null;
  version: number;
  published_version: number | null;
  published_at: Date | null;
  state: ArticleState;
  returned: { by: string | null; why: string } | null;
  texts: ArticleTexts;
  files: ArticleFile[];
  author: string | null;
  created_at: Date;
  changed_at: Date;
};

/** One version of an article; `author` null: it came with Nightdesk. */
export type ArticleVersion = Pick<EditedArticle, 'version' | 'texts' | 'author' | 'created_at'>;

/** Whoever changes the knowledge base, and when. */
export type Editing = { actor: Actor; now: Date };

/** An article as the editors' list shows it: with what it is called in each of its languages, and what became of it in the last 30 days. */
export type ListedArticle = Omit<EditedArticle, 'texts' | 'files' | 'author' | 'created_at'> & {
  titles: Partial<Record<Language, string>>;
  reads: number;
  helpful: number;
  unhelpful: number;
};

const PLACE = sql`
  a.id, a.slug, s.slug as section, a.topics, a.macros, a.popular, to_char(a.review_on, 'YYYY-MM-DD') as review_on,
  case when a.owner_id is not null then json_build_object('id', a.owner_id,
    'name', (select name from staff where staff.id = a.owner_id)) end as owner,
  a.version, a.published_version, a.published_at, a.changed_at,
  case when a.archived_at is not null then 'archived' when a.published_version = a.version then 'published'
    when a.review_version = a.version then 'review' when a.returned_version = a.version then 'returned' else 'draft' end as state,
  case when a.returned_version = a.version and a.published_version is distinct from a.version then json_build_object(
    'by', (select name from staff where staff.id = a.returned_by), 'why', a.returned_why) end as returned`;
const COLUMNS = sql`${PLACE},
  v.texts, ${FILES} as files, v.created_at, (select name from staff where staff.id = v.author_id) as author`;

/** Every article in its newest version, by section and place. */
export async function listArticles(db: Db, now: Date): Promise<ListedArticle[]> {
  const { rows } = await sql<ListedArticle>`
    select ${PLACE}, (select jsonb_object_agg(key, value ->> 'title') from jsonb_each(v.texts)) as titles,
      coalesce(r.reads, 0) as reads, coalesce(w.helpful, 0) as helpful, coalesce(w.unhelpful, 0) as unhelpful
    from articles a join knowledge_sections s on s.id = a.section_id
    join article_versions v on v.article_id = a.id and v.version = a.version
    left join (select article_id, count(*)::int as reads from article_reads
      where at > ${now}::timestamptz - interval '30 days' group by article_id) r on r.article_id = a.id
    left join (select article_id, (count(*) filter (where helpful))::int as helpful, (count(*) filter (where not helpful))::int as unhelpful
      from article_votes group by article_id) w on w.article_id = a.id
    order by s.position, s.id, a.position, a.id`.execute(db);
  return rows;
}

/** An article with all its versions, newest first. Refuses (`not_found`) an id that no article has. */
export async function readArticle(
  db: Db,
  id: number,
): Promise<EditedArticle & { versions: ArticleVersion[] }> {
  const { rows } = await sql<EditedArticle>`
    select ${COLUMNS} from articles a join knowledge_sections s on s.id = a.section_id
    join article_versions v on v.article_id = a.id where a.id = ${id} and v.version = a.version`.execute(db);
  const [newest] = rows;
  if (!newest) throw new DomainError('not_found', 'article_unknown');
  const versions = await sql<ArticleVersion>`
    select v.version, v.texts, v.created_at, (select name from staff where staff.id = v.author_id) as author
    from article_versions v where v.article_id = ${id} order by v.version desc`.execute(db);
  return { ...newest, versions: versions.rows };
}

/** Adds an article as a draft; returns its id. Refuses (`invalid`) as `readTexts` and `readPlace` do, and (`conflict`) a slug that is taken. */
export async function writeArticle(
  tx: Tx,
  draft: { place: unknown; texts: unknown; files?: readonly GivenFile[] },
  by: Editing,
): Promise<number> {
  demand(by.actor, 'knowledge.edit');
  const { owner, section, ...place } = readPlace(draft.place);
  const texts = readTexts(draft.texts);
  await demandFree(tx, place.slug);
  await demandOwner(tx, owner);
  const section_id = await sectionNamed(tx, section);
  const { id } = await tx
    .insertInto('articles')
    .values({
      ...place,
      section_id,
      position: lastIn(section_id),
      owner_id: owner,
      created_at: by.now,
      changed_at: by.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const files = await takeFiles(tx, { id, files: draft.files ?? [], editorId: by.actor.id });
  await keepVersion(tx, { id, version: 1, texts, ...files }, { authorId: by.actor.id, now: by.now });
  await note(tx, 'article.save', { id, version: 1, ...by });
  return id;
}

/** Saves an article's texts and files anew, as its next version; what was published before stays until this is. Without `files` they are those of
 * the version before. Refuses (`invalid`) files that are not the article's or the editor's, and
 * (`conflict`) when somebody saved it since `base`, the version that was edited. */
export async function saveArticle(
  tx: Tx,
  change: { id: number; base: number; texts: unknown; files?: readonly GivenFile[] | undefined },
  by: Editing,
): Promise<void> {
  demand(by.actor, 'knowledge.edit');
  const texts = readTexts(change.texts);
  const { id } = change;
  const version = (await lockNewest(tx, { id, version: change.base })).version + 1;
  const before = await filesOfVersion(tx, id, change.base);
  const files = change.files
    ? await takeFiles(tx, { id, files: change.files, editorId: by.actor.id, before })
    : before;
  await tx.updateTable('articles').set({ version, changed_at: by.now }).where('id', '=', id).execute();
  await keepVersion(tx, { id, version, texts, ...files }, { authorId: by.actor.id, now: by.now });
  await note(tx, 'article.save', { id, version, ...by });
}

/** Changes where an article stands, at once. What it was called before goes on leading to it. Refuses as `writeArticle` does. */
export async function placeArticle(
  tx: Tx,
  { id, ...change }: { id: number; place: unknown },
  by: Editing,
): Promise<void> {
  demand(by.actor, 'knowledge.edit');
  const { owner, section, ...place } = readPlace(change.place);
  const before = await lock(tx, id);
  if (before.slug !== place.slug) {
    await demandFree(tx, place.slug, id);
    await tx.deleteFrom('article_redirects').where('slug', '=', place.slug).execute();
    await tx.insertInto('article_redirects').values({ slug: before.slug, article_id: id }).execute();
  }
  await demandOwner(tx, owner);
  const set = { ...place, section_id: await sectionNamed(tx, section), owner_id: owner };
  const moved = set.section_id === before.section_id ? {} : { position: lastIn(set.section_id) };
  await tx
    .updateTable('articles')
    .set({ ...set, ...moved, changed_at: by.now })
    .where('id', '=', id)
    .execute();
  const fields = (of: typeof set) => ({
    ...{ slug: of.slug, section: of.section_id, owner: of.owner_id, review_on: of.review_on },
    ...{ topics: of.topics, macros: of.macros, popular: of.popular },
  });
  await record(tx, {
    ...{ by: authorOf(by.actor), action: 'article.place', object: { kind: 'article', id } },
    ...{ before: fields(before), after: fields(set), now: by.now },
  });
  announce(tx, { knowledge: true });
}

type Which = { id: number; version: number };

/** Hands the newest version in for review. Refuses (`conflict`) when `version` is no longer the newest, or is published. */
export async function submitArticle(tx: Tx, which: Which, by: Editing): Promise<void> {
  demand(by.actor, 'knowledge.edit');
  const { published_version } = await lockNewest(tx, which);
  if (published_version === which.version) throw new DomainError('conflict', 'article_changed');
  await set(tx, which.id, { review_version: which.version });
  await note(tx, 'article.submit', { ...which, ...by });
}

/** Publishes the newest version, which readers see from now on; one that was archived comes back. Refuses (`forbidden`) whoever may not
 * approve, where the desk demands that, and (`conflict`) when `version` is no longer the newest. */
export async function publishArticle(tx: Tx, which: Which, by: Editing): Promise<void> {
  await demandPublishing(tx, by.actor);
  await lockNewest(tx, which);
  await set(tx, which.id, {
    ...{ published_version: which.version, published_by: by.actor.id, published_at: by.now },
    ...{ archived_at: null, changed_at: by.now },
  });
  await note(tx, 'article.publish', { ...which, ...by });
  await embedSoon(tx, by.now);
  announce(tx, { knowledge: true });
}

/** Sends the newest version back to its author, with a word why; what was published before stays. Refuses as `publishArticle` does, and
 * (`conflict`) a version that is published. */
export async function returnArticle(tx: Tx, which: Which & { why: string }, by: Editing): Promise<void> {
  await demandPublishing(tx, by.actor);
  const { id, version, why } = which;
  const { published_version } = await lockNewest(tx, which);
  if (published_version === version) throw new DomainError('conflict', 'article_changed');
  await set(tx, id, {
    ...{ returned_version: version, returned_by: by.actor.id, returned_why: why, review_version: null },
  });
  await note(tx, 'article.return', { id, version, ...by });
}

/** Takes an article from its readers, or gives it back to them as it was published. Refuses as `publishArticle` does. */
export async function archiveArticle(
  tx: Tx,
  which: Which & { archived: boolean },
  by: Editing,
): Promise<void> {
  await demandPublishing(tx, by.actor);
  const { version } = await lockNewest(tx, which);
  await set(tx, which.id, { archived_at: which.archived ? by.now : null, changed_at: by.now });
  await note(tx, which.archived ? 'article.archive' : 'article.restore', { id: which.id, version, ...by });
  if (!which.archived) await embedSoon(tx, by.now);
  announce(tx, { knowledge: true });
}

async function demandPublishing(tx: Tx, actor: Actor): Promise<void> {
  demand(actor, 'knowledge.publish');
  if ((await readKnowledgeSettings(tx)).approval_required) demand(actor, 'knowledge.approve');
}

async function lock(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('articles')
    .selectAll()
    .select(sql<string | null>`to_char(review_on, 'YYYY-MM-DD')`.as('review_on'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'article_unknown');
  return row;
}

async function lockNewest(tx: Tx, { id, version }: Which) {
  const row = await lock(tx, id);
  if (row.version !== version) throw new DomainError('conflict', 'article_changed');
  return row;
}

async function set(tx: Tx, id: number, what: Parameters<typeof fieldsOf>[0]): Promise<void> {
  await tx.updateTable('articles').set(fieldsOf(what)).where('id', '=', id).execute();
}

const fieldsOf = (what: {
  review_version?: number | null;
  published_version?: number;
  published_by?: number;
  published_at?: Date;
  returned_version?: number;
  returned_by?: number;
  returned_why?: string;
  archived_at?: Date | null;
  changed_at?: Date;
}) => what;

/** Refuses a slug that another article has or had. One's own earlier name may be taken again. */
async function demandFree(tx: Tx, slug: string, ownId?: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from articles where slug = ${slug} union all
    select article_id from article_redirects where slug = ${slug}`.execute(tx);
  if (rows.some(({ id }) => id !== ownId)) throw new DomainError('conflict', 'article_slug_taken', { slug });
}

async function demandOwner(tx: Tx, owner: number | null): Promise<void> {
  if (owner === null) return;
  const row = await tx.selectFrom('staff').select('id').where('id', '=', owner).executeTakeFirst();
  if (!row) throw new DomainError('invalid', 'staff_unknown');
}

async function sectionNamed(tx: Tx, slug: string): Promise<number> {
  const row = await tx
    .selectFrom('knowledge_sections')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) throw new DomainError('invalid', 'section_unknown', { section: slug });
  return row.id;
}

/** The place behind all articles of a section. */
const lastIn = (sectionId: number) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from articles where section_id = ${sectionId})`;

type Version = { id: number; version: number; texts: ArticleTexts } & Partial<VersionFiles>;

/** Keeps a version of an article. */
export async function keepVersion(
  tx: Tx,
  { id, version, texts, files = [], file_words = {} }: Version,
  by: { authorId?: number; now: Date },
): Promise<void> {
  await tx
    .insertInto('article_versions')
    .values({
      ...{
        article_id: id,
        version,
        texts: JSON.stringify(texts),
        files,
        file_words: JSON.stringify(file_words),
        author_id: by.authorId ?? null,
      },
      created_at: by.now,
    })
    .execute();
}

async function note(tx: Tx, action: string, what: Editing & Which): Promise<void> {
  await record(tx, {
    ...{ by: authorOf(what.actor), action, object: { kind: 'article', id: what.id } },
    ...{ after: { version: what.version }, now: what.now },
  });
}
