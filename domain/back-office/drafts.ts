import type { Db } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type Desk, directionOf } from '../front-desk/index.ts';
import {
  chatTextOf,
  commission,
  type Draft,
  findArticles,
  readDraft,
  type Source,
  withoutPerson,
} from '../knowledge/index.ts';
import { type Actor, demand } from '../staff/index.ts';
import { readAsked } from './suggestions.sql.ts';

/** A draft rests on so many articles at most. */
const BEST = 3;

/** Has an answer to a ticket drafted from the articles that fit best, for an agent to judge: nothing is written, nothing is sent (issue 5).
 * What leaves the desk are the customer's last words without what tells who they are, and published articles. No transaction is open
 * meanwhile. Refuses (`not_found`) where the desk has no writer (`ai_off`), and a number that no ticket has. */
export async function draftAnswer(
  at: { db: Db; desk: Desk; actor: Actor },
  ticketId: number,
): Promise<Draft> {
  demand(at.actor, 'tickets.reply');
  const { writer, library, settings } = at.desk;
  if (!writer) throw new DomainError('not_found', 'ai_off');
  const { language, words, names } = await readAsked(at.db, ticketId);
  if (!words) return { draft: null, reason: 'no_words' };
  const direction = await directionOf(at.desk, { words, names });
  const asked = { query: words, language, desk: settings.language, direction };
  const { hits } = findArticles(await library(), asked, BEST);
  const sources: Source[] = hits.map(({ article, text: { title, body } }) => ({
    ...{ article: article.id, title, text: chatTextOf(body, () => undefined).text },
  }));
  if (sources.length === 0) return { draft: null, reason: 'no_articles' };
  const answer = await writer(commission({ words: withoutPerson(words, names), language, sources }));
  return 'failed' in answer ? { draft: null, reason: answer.failed } : readDraft(answer.said, sources);
}
