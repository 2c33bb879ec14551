import type { Db, Transact } from '../../base/db/index.ts';
import { DAY, plus } from '../../base/kernel/index.ts';
import type { Storage } from '../../base/storage/index.ts';
import { forgetFiles, forgetStarted, staleFiles } from '../../domain/files/index.ts';
import type { Desk } from '../../domain/front-desk/index.ts';

type Options = { db: Db; transact: Transact; desk: Desk; storage: Storage; filesKeptDays?: number };

/** An upload that is in no message after this long was not meant. */
const UNUSED_MS = DAY;

/** Forgets files whose time is over, and uploads that nobody finished or sent. Their bytes go first: what is interrupted is done again in the next round. */
export async function forgetStaleFiles({
  db,
  transact,
  desk,
  storage,
  filesKeptDays,
}: Options): Promise<void> {
  const now = desk.clock.now();
  await forgetStarted(db, now);
  const before = filesKeptDays === undefined ? null : plus(now, -filesKeptDays * DAY);
  for (;;) {
    const stale = await staleFiles(db, { before, unusedBefore: plus(now, -UNUSED_MS) });
    if (stale.length === 0) return;
    for (const { key } of stale) await storage.remove(key);
    await transact((tx) =>
      forgetFiles(
        tx,
        stale.map(({ id }) => id),
      ),
    );
  }
}
