import { sql } from 'kysely';
import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';

/** Tries something that may be refused; the refusal undoes it, and nothing else of the transaction, so that it can be told. */
export async function attempt(tx: Tx, act: () => Promise<void>): Promise<DomainError | undefined> {
  await sql`savepoint attempt`.execute(tx);
  try {
    await act();
    await sql`release savepoint attempt`.execute(tx);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await sql`rollback to savepoint attempt`.execute(tx);
    return error;
  }
}
