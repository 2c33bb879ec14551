import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { sentKind, takeUploads } from '../files/index.ts';

/** A file of an article, as what it is sent and shown. */
export type ArticleFile = {
  id: number;
  kind: string;
  file_name: string;
  mime_type: string;
  size_bytes: number;
  /** What is seen on it, in the languages in which somebody wrote that. */
  descriptions: FileWords;
};

/** What is seen on a file, by language. */
export type FileWords = { readonly [language in Language]?: string | undefined };

/** A file that a version is to have: by its id, and described anew or as it was. */
export type GivenFile = number | { id: number; descriptions: FileWords };

/** The files of a version, in their order, and what is seen on them. */
export type VersionFiles = { files: number[]; file_words: Record<string, FileWords> };

/** The files of a version `v` in their order, as a column; those whose bytes are gone are left out. */
export const FILES = sql`coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'file_name', f.name,
  'mime_type', f.mime_type, 'size_bytes', f.size_bytes, 'descriptions', coalesce(v.file_words -> f.id::text, '{}')) order by named.place)
  from unnest(v.files) with ordinality as named (id, place) join files f on f.id = named.id where f.storage_key is not null), '[]')`;

/** The same files, as what Telegram takes them. */
export const asSent = (files: readonly ArticleFile[]): ArticleFile[] =>
  files.map((file) => ({ ...file, kind: sentKind(file) }));

/** The files that an article's next version is to have: those that it has or had, and uploads of its editor's, which are the article's from now
 * on; `before`: how they were described. Refuses (`invalid`) any others. */
export async function takeFiles(
  tx: Tx,
  of: { id: number; files: readonly GivenFile[]; editorId: number; before?: VersionFiles },
): Promise<VersionFiles> {
  const wanted = [...new Set(of.files.map(idOf))];
  const own = await tx
    .selectFrom('article_files')
    .select('file_id')
    .where('article_id', '=', of.id)
    .execute();
  const fresh = wanted.filter((id) => !own.some(({ file_id }) => file_id === id));
  await takeUploads(tx, fresh, { staffId: of.editorId });
  const rows = fresh.map((file_id) => ({ file_id, article_id: of.id }));
  if (rows.length > 0) await tx.insertInto('article_files').values(rows).execute();
  const described = of.files.map((file) => [idOf(file), wordsFor(file, of.before)] as const);
  const file_words = Object.fromEntries(described.filter(([, words]) => Object.keys(words).length > 0));
  return { files: wanted, file_words };
}

const idOf = (file: GivenFile): number => (typeof file === 'number' ? file : file.id);

/** What is to be said of a file, without languages in which that is nothing. */
function wordsFor(file: GivenFile, before: VersionFiles | undefined): FileWords {
  if (typeof file === 'number') return before?.file_words[file] ?? {};
  const said = Object.entries(file.descriptions).map(([language, words]) => [language, words?.trim()]);
  return Object.fromEntries(said.filter(([, words]) => words));
}

/** The files that a version of an article has. */
export async function filesOfVersion(tx: Tx, id: number, version: number): Promise<VersionFiles> {
  const { files, file_words } = await tx
    .selectFrom('article_versions')
    .select(['files', 'file_words'])
    .where('article_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return { files, file_words: file_words as VersionFiles['file_words'] };
}

/** A file as its reader gets it, described in the language that they read the article in, else in another one. */
export function fileFor({ descriptions, ...file }: ArticleFile, language: Language) {
  const words = descriptions[language] ?? descriptions.en ?? Object.values(descriptions)[0];
  return { ...file, description: words ?? null };
}

/** Refuses (`not_found`) a file that belongs to no article; `published`: also one that no version has which readers see now. */
export async function demandArticleFile(
  db: Db,
  fileId: number,
  { published }: { published: boolean },
): Promise<void> {
  const { rows } = await sql`
    select from article_files o join articles a on a.id = o.article_id
    left join article_versions v on v.article_id = a.id and v.version = a.published_version
    where o.file_id = ${fileId} and (not ${published}::boolean or a.archived_at is null and o.file_id = any(v.files))`.execute(
    db,
  );
  if (rows.length === 0) throw new DomainError('not_found', 'file_gone');
}
