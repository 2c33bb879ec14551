import { type SqlBool, sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { type MacroActions, type MacroDraft, readDraft, type Texts } from './macro.ts';
import { demandTone, readMacroSettings } from './settings.sql.ts';

/** One version of a macro. `titles`: what it is called in languages that do not go by `title`. */
export type MacroVersion = {
  id: number;
  version: number;
  title: string;
  titles: MacroDraft['titles'];
  topic: string | null;
  place: 'ticket' | 'channel';
  texts: Texts;
  actions: MacroActions;
  author: string | null;
  created_at: Date;
};

/** A macro: its newest version, and which one is in use (null: none was approved yet). `returned`: who sent the newest version back, and why. */
export type Macro = MacroVersion & {
  slug: string | null;
  approved_version: number | null;
  state: 'draft' | 'approved' | 'returned';
  returned: { by: string | null; why: string } | null;
};

/** Whoever changes macros, and when. */
export type Editing = { actor: Actor; now: Date };

const COLUMNS = sql`
  v.macro_id as id, v.version, v.title, v.titles, v.topic, v.place, v.texts, v.actions, v.created_at,
  (select name from staff where staff.id = v.author_id) as author`;

const read = async <T extends MacroVersion>(db: Db, rest: ReturnType<typeof sql>): Promise<T[]> =>
  (
    await sql<T>`
      select ${COLUMNS}, m.slug, m.approved_version,
        case when m.approved_version = m.version then 'approved' when m.returned_version = m.version then 'returned'
          else 'draft' end as state,
        case when m.returned_version = m.version and m.approved_version is distinct from m.version then json_build_object(
          'by', (select name from staff where staff.id = m.returned_by), 'why', m.returned_why) end as returned
      from macros m join macro_versions v on v.macro_id = m.id and ${rest}`.execute(db)
  ).rows;

/** Every macro in its newest version, by title; for those who write and approve them. */
export function listMacros(db: Db): Promise<Macro[]> {
  return read<Macro>(db, sql`v.version = m.version order by v.title, m.id`);
}

/** The macros that agents can use: each in its newest approved version (T3). `macroId`: only that one. */
export async function macrosInUse(db: Db, macroId?: number): Promise<MacroVersion[]> {
  const which: ReturnType<typeof sql<SqlBool>> = macroId === undefined ? sql`true` : sql`m.id = ${macroId}`;
  return read(
    db,
    sql`v.version = m.approved_version where v.place = 'ticket' and ${which} order by v.title, m.id`,
  );
}

/** The macro in use with this slug or id; undefined when there is none. */
export async function macroNamed(db: Db, name: string | number): Promise<MacroVersion | undefined> {
  if (typeof name === 'number') return (await macrosInUse(db, name))[0];
  const row = await db.selectFrom('macros').select('id').where('slug', '=', name).executeTakeFirst();
  return row && macroNamed(db, row.id);
}

/** A macro with all its versions, newest first. Refuses (`not_found`) an id that no macro has. */
export async function readMacro(db: Db, id: number): Promise<Macro & { versions: MacroVersion[] }> {
  const versions = await read<Macro>(db, sql`true where m.id = ${id} order by v.version desc`);
  const [newest] = versions;
  if (!newest) throw new DomainError('not_found', 'macro_unknown');
  const only = ({
    id: of,
    version,
    title,
    titles,
    topic,
    place,
    texts,
    actions,
    author,
    created_at,
  }: Macro) => ({
    ...{ id: of, version, title, titles, topic, place, texts, actions, author, created_at },
  });
  return { ...newest, versions: versions.map(only) };
}

/** Adds a macro; returns its id. It is a draft where the desk demands approval. Refuses (`invalid`) as `readDraft` does. */
export async function addMacro(tx: Tx, draft: unknown, by: Editing): Promise<number> {
  demand(by.actor, 'macros.edit');
  const parsed = readDraft(draft);
  const { id } = await tx
    .insertInto('macros')
    .values({ created_at: by.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keep(tx, { id, version: 1, draft: parsed }, by);
  return id;
}

/** Saves a macro anew, as its next version; what was approved before stays in use until this is approved. Refuses (`conflict`) when
 * somebody saved it since `base`, the version that was edited. */
export async function saveMacro(
  tx: Tx,
  change: { id: number; base: number; draft: unknown },
  by: Editing,
): Promise<void> {
  demand(by.actor, 'macros.edit');
  const draft = readDraft(change.draft);
  const { version } = await lockMacro(tx, change.id);
  if (version !== change.base) throw new DomainError('conflict', 'macro_changed');
  await tx
    .updateTable('macros')
    .set({ version: version + 1 })
    .where('id', '=', change.id)
    .execute();
  await keep(tx, { id: change.id, version: version + 1, draft }, by);
}

/** Approves the newest version, which is in use from now on (T3). Refuses (`conflict`) when `version` is no longer the newest. */
export async function approveMacro(
  tx: Tx,
  which: { id: number; version: number },
  by: Editing,
): Promise<void> {
  demand(by.actor, 'macros.approve');
  const { version } = await lockMacro(tx, which.id);
  if (version !== which.version) throw new DomainError('conflict', 'macro_changed');
  await demandTone(tx, await textsOf(tx, which));
  await approve(tx, which, by);
  await note(tx, 'macro.approve', { ...which, ...by });
}

/** Sends the newest version back to its author, with a word why; what was approved before stays in use (T3). Refuses (`conflict`) when
 * `version` is no longer the newest, or is in use. */
export async function returnMacro(
  tx: Tx,
  which: { id: number; version: number; why: string },
  by: Editing,
): Promise<void> {
  demand(by.actor, 'macros.approve');
  const { id, version, why } = which;
  const newest = await lockMacro(tx, id);
  if (newest.version !== version || newest.approved_version === version) {
    throw new DomainError('conflict', 'macro_changed');
  }
  await tx
    .updateTable('macros')
    .set({ returned_version: version, returned_by: by.actor.id, returned_at: by.now, returned_why: why })
    .where('id', '=', id)
    .execute();
  await note(tx, 'macro.return', { id, version, ...by });
}

/** Adds macros of the starter library that are not there yet, by slug; they are in use at once. */
export async function addStarterMacros(
  tx: Tx,
  macros: readonly { slug: string; draft: MacroDraft }[],
  now: Date,
): Promise<void> {
  for (const { slug, draft } of macros) {
    const row = await tx
      .insertInto('macros')
      .values({ slug, approved_version: 1, approved_at: now, created_at: now })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row) await insertVersion(tx, { id: row.id, version: 1, draft: readDraft(draft) }, { now });
  }
}

type Kept = { id: number; version: number; draft: MacroDraft };

async function keep(tx: Tx, kept: Kept, by: Editing): Promise<void> {
  await demandTone(tx, kept.draft.texts);
  await insertVersion(tx, kept, { authorId: by.actor.id, now: by.now });
  await note(tx, 'macro.save', { id: kept.id, version: kept.version, ...by });
  if (!(await readMacroSettings(tx)).approvalRequired) await approve(tx, kept, by);
}

async function insertVersion(
  tx: Tx,
  { id, version, draft }: Kept,
  by: { authorId?: number; now: Date },
): Promise<void> {
  await tx
    .insertInto('macro_versions')
    .values({
      ...{ macro_id: id, version, title: draft.title, topic: draft.topic, place: draft.place },
      titles: JSON.stringify(draft.titles),
      texts: JSON.stringify(draft.texts),
      actions: JSON.stringify(draft.actions),
      author_id: by.authorId ?? null,
      created_at: by.now,
    })
    .execute();
}

async function approve(tx: Tx, which: { id: number; version: number }, by: Editing): Promise<void> {
  await tx
    .updateTable('macros')
    .set({ approved_version: which.version, approved_by: by.actor.id, approved_at: by.now })
    .where('id', '=', which.id)
    .execute();
}

async function lockMacro(tx: Tx, id: number): Promise<{ version: number; approved_version: number | null }> {
  const row = await tx
    .selectFrom('macros')
    .select(['version', 'approved_version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'macro_unknown');
  return row;
}

async function textsOf(tx: Tx, which: { id: number; version: number }): Promise<Texts> {
  const row = await tx
    .selectFrom('macro_versions')
    .select('texts')
    .where('macro_id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirstOrThrow();
  return row.texts as Texts;
}

async function note(tx: Tx, action: string, what: Editing & { id: number; version: number }): Promise<void> {
  await record(tx, {
    ...{ by: authorOf(what.actor), action, object: { kind: 'macro', id: what.id } },
    ...{ after: { version: what.version }, now: what.now },
  });
}
