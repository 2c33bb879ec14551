import { AskFirst } from '../../base/db/index.ts';
import { plainWords } from '../../base/text/index.ts';
import { cutForEmbedding, type Embedder, withoutPerson } from '../knowledge/index.ts';
import type { Desk } from './context.ts';
import { findStopWord } from './stopwords.ts';

/** Words to find an article for, and what the desk calls whoever wrote them. */
export type Asking = { words: string; names: readonly (string | null)[] };

/** A single word is found as well without help. */
const FEWEST_WORDS = 2;

/** The direction of what somebody asks, where the operator has named an endpoint that tells it; it is waited for a moment at most. Undefined
 * where nothing fitting came: then the search goes by the words alone. Not to be called while a transaction is open. */
export async function directionOf(desk: Desk, asking: Asking): Promise<Float32Array | undefined> {
  const open = await openTo(desk, asking);
  return open && open.embedder.ask(open.words, open.size);
}

/** The same inside a transaction: it is given up and begun anew once the endpoint was asked, so that nothing waits in the middle of one. */
export async function directionInside(desk: Desk, asking: Asking): Promise<Float32Array | undefined> {
  const open = await openTo(desk, asking);
  if (!open) return undefined;
  const { embedder, words, size } = open;
  const direction = embedder.asked(words, size);
  if (direction === undefined) throw new AskFirst(() => embedder.ask(words, size));
  return direction ?? undefined;
}

type Open = { embedder: Embedder; words: string; size: number };

/** What of the words may leave the desk, and to whom: nothing of what needs a person at once, and nothing that tells who asks. */
async function openTo(desk: Desk, { words, names }: Asking): Promise<Open | undefined> {
  const { embedder } = desk;
  if (!embedder || findStopWord(words)) return undefined;
  const { size } = (await desk.library()).directions;
  const bare = cutForEmbedding(withoutPerson(words, names).trim());
  return size > 0 && plainWords(bare).length >= FEWEST_WORDS ? { embedder, words: bare, size } : undefined;
}
