import type { Tx } from './connect.ts';

type Ending = (tx: Tx) => Promise<void>;
const endings = new WeakMap<Tx, Ending[]>();

/** Has something done at the end of a transaction, before its commit. False for one that is not run by a transactor: whoever asks does it
 * at once. */
export function atEnd(tx: Tx, ending: Ending): boolean {
  const known = endings.get(tx);
  known?.push(ending);
  return known !== undefined;
}

/** What is done in a transaction, and at its end what `atEnd` was given meanwhile. */
export async function withEndings<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const known: Ending[] = [];
  endings.set(tx, known);
  const done = await work();
  for (let ending = known.shift(); ending; ending = known.shift()) await ending(tx);
  endings.delete(tx);
  return done;
}
