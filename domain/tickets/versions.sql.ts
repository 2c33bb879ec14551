import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../base/db/index.ts';
import type { Entity, Rich } from '../../base/text/index.ts';
import { textOfParts } from './albums.sql.ts';
import { type FileRef, json, storeFiles } from './messages.sql.ts';

/** What a message says from now on. `item`: only the item of an album with this Telegram id does. Without `files` its files stay. */
export type Edit = {
  text: string;
  entities?: readonly Entity[] | undefined;
  details?: unknown;
  kind?: string;
  files?: readonly FileRef[];
  item?: number;
  now: Date;
};

/** Replaces what a message says and its files; what stood there before is kept as a version. Nothing happens when it is all the same. */
export async function editMessage(tx: Tx, messageId: number, edit: Edit): Promise<boolean> {
  const before = await tx
    .selectFrom('messages')
    .select(['text', 'entities', 'details', 'created_at', 'edited_at'])
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const isItem = await editPart(tx, messageId, edit);
  const after = isItem ? await textOfParts(tx, messageId) : richOf(edit);
  const replaced = await filesToReplace(tx, messageId, { ...edit, isItem });
  const same =
    before.text === after.text &&
    isDeepStrictEqual(before.entities ?? [], after.entities) &&
    isDeepStrictEqual(before.details ?? undefined, plain(edit.details));
  if (same && replaced === undefined) return false;
  await keepVersion(tx, messageId, { before, files: replaced ?? [] });
  if (replaced) await replaceFiles(tx, messageId, { edit, replaced, isItem });
  await tx
    .updateTable('messages')
    .set({
      text: after.text,
      entities: json(after.entities.length === 0 ? undefined : after.entities),
      details: json(edit.details),
      edited_at: edit.now,
      ...(edit.kind === undefined || isItem ? {} : { kind: edit.kind }),
    })
    .where('id', '=', messageId)
    .execute();
  return true;
}

const richOf = ({ text, entities = [] }: Edit): Rich => ({ text, entities });

/** As it comes back from the database. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

async function editPart(tx: Tx, messageId: number, edit: Edit): Promise<boolean> {
  if (edit.item === undefined) return false;
  const { numUpdatedRows } = await tx
    .updateTable('message_parts')
    .set({ text: edit.text, entities: json(edit.entities) })
    .where('message_id', '=', messageId)
    .where('telegram_message_id', '=', edit.item)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The files that others take the place of; undefined: they stay. */
async function filesToReplace(
  tx: Tx,
  messageId: number,
  edit: Edit & { isItem: boolean },
): Promise<number[] | undefined> {
  if (edit.files === undefined) return undefined;
  const rows = await tx
    .selectFrom('attachments')
    .select(['id', 'file_unique_id'])
    .where('message_id', '=', messageId)
    .where('replaced_at', 'is', null)
    .$if(edit.isItem, (query) => query.where('telegram_message_id', '=', edit.item ?? 0))
    .orderBy('id')
    .execute();
  const names = edit.files.map(({ fileUniqueId }) => fileUniqueId ?? null);
  const same = isDeepStrictEqual(
    names,
    rows.map(({ file_unique_id }) => file_unique_id),
  );
  return same ? undefined : rows.map(({ id }) => id);
}

async function replaceFiles(
  tx: Tx,
  messageId: number,
  { edit, replaced, isItem }: { edit: Edit; replaced: readonly number[]; isItem: boolean },
): Promise<void> {
  if (replaced.length > 0)
    await tx.updateTable('attachments').set({ replaced_at: edit.now }).where('id', 'in', replaced).execute();
  await storeFiles(tx, {
    ...{ messageId, files: edit.files ?? [] },
    ...(isItem && edit.item !== undefined ? { telegramMessageId: edit.item } : {}),
  });
}

type Before = { text: string; entities: unknown; created_at: Date; edited_at: Date | null };

async function keepVersion(
  tx: Tx,
  messageId: number,
  { before, files }: { before: Before; files: readonly number[] },
): Promise<void> {
  const { count } = await tx
    .selectFrom('message_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('message_versions')
    .values({
      ...{ message_id: messageId, version: Number(count) + 1, text: before.text, files: [...files] },
      entities: json(before.entities ?? undefined),
      at: before.edited_at ?? before.created_at,
    })
    .execute();
}
