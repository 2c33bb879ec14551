import type { Db, Transact } from '../../base/db/index.ts';
import type { Desk } from '../../domain/front-desk/index.ts';
import { embedArticles } from '../../domain/knowledge/index.ts';

/** Has the endpoint embed what is published and was not embedded; nothing happens where the operator has named none. */
export async function embed({
  db,
  transact,
  desk,
}: {
  db: Db;
  transact: Transact;
  desk: Desk;
}): Promise<void> {
  const { embedder, clock } = desk;
  if (embedder) await embedArticles({ db, transact, embedder, clock });
}
