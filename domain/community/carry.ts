import type { Tx } from '../../base/db/index.ts';
import { joinTexts } from '../../base/text/index.ts';
import { type Arrival, type Content, type Desk, handleArrival } from '../front-desk/index.ts';
import { takeCarried } from './carried.sql.ts';
import { CARRY } from './listen.ts';

/** Somebody came into the bot by the button of a quiet answer: the dialogue begins with what they wrote in the group (F1, P2). Words of
 * others, words that were carried already or are too old stay where they are: the dialogue then begins as for anybody. Answers false to
 * every other arrival. */
export async function onCarried(tx: Tx, desk: Desk, arrival: Arrival): Promise<boolean> {
  const { what, person } = arrival;
  if (what.kind !== 'start' || !what.payload?.startsWith(CARRY)) return false;
  const by = { token: what.payload.slice(CARRY.length), telegramId: person.telegramId };
  const contents = await takeCarried(tx, { ...by, now: desk.clock.now() });
  if (!contents || contents.length === 0)
    await handleArrival(tx, desk, { ...arrival, what: { kind: 'start' } });
  for (const content of together(contents ?? []))
    await handleArrival(tx, desk, { ...arrival, what: { kind: 'carried', content } });
  return true;
}

type Carried = Omit<Content, 'telegramMessageId'>;

/** What was written in the group, without what only has a meaning there; the items of an album are one message. */
function together(contents: readonly Content[]): Carried[] {
  const albums = Map.groupBy(contents, (one) => one.mediaGroupId ?? one.telegramMessageId);
  return [...albums.values()].flatMap((items) => {
    const [first, ...others] = items;
    if (!first) return [];
    const { telegramMessageId: _, replyTo: __, mediaGroupId: ___, ...content } = first;
    if (others.length === 0) return [content];
    const words = joinTexts(items.map(({ text, entities = [] }) => ({ text, entities })));
    return [{ ...content, ...words, kind: 'album', files: items.flatMap(({ files }) => files) }];
  });
}
