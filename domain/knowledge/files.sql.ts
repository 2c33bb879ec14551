import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { sentKind, takeUploads } from '../files/index.ts';

/** A file of an article, as what it is sent and shown. */
export type ArticleFile = {
  id: number;
  kind: string;
  file_name: string;
  mime_type: string;
  size_bytes: number;
  description: string | null;
};

/** The files of a version `v` in their order, as a column; those whose bytes are gone are left out. */
export const FILES = sql`coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'file_name', f.name,
  'mime_type', f.mime_type, 'size_bytes', f.size_bytes, 'description', f.description) order by named.place)
  from unnest(v.files) with ordinality as named (id, place) join files f on f.id = named.id where f.storage_key is not null), '[]')`;

/** The same files, as what Telegram takes them. */
export const asSent = (files: readonly ArticleFile[]): ArticleFile[] =>
  files.map((file) => ({ ...file, kind: sentKind(file) }));

/** The files that an article's next version is to have: those that it has or had, and uploads of its editor's, which are the article's from now
 * on. Refuses (`invalid`) any others. */
export async function takeFiles(
  tx: Tx,
  of: { id: number; files: readonly number[]; editorId: number },
): Promise<number[]> {
  const wanted = [...new Set(of.files)];
  const own = await tx
    .selectFrom('article_files')
    .select('file_id')
    .where('article_id', '=', of.id)
    .execute();
  const fresh = wanted.filter((id) => !own.some(({ file_id }) => file_id === id));
  await takeUploads(tx, fresh, { staffId: of.editorId });
  const rows = fresh.map((file_id) => ({ file_id, article_id: of.id }));
  if (rows.length > 0) await tx.insertInto('article_files').values(rows).execute();
  return wanted;
}

/** The ids of the files that a version of an article has. */
export async function filesOfVersion(tx: Tx, id: number, version: number): Promise<number[]> {
  const { files } = await tx
    .selectFrom('article_versions')
    .select('files')
    .where('article_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return files;
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
