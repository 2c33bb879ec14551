import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type Desk, directionOf } from '../front-desk/index.ts';
import { chatTextOf, findArticles } from '../knowledge/index.ts';
import { type Actor, demand } from '../staff/index.ts';
import { previewNamed } from './macros.ts';

const BEST = 3;
/** From this probability on something is worth showing to somebody who can judge. */
const WORTH_SHOWING = 0.15;

/** The articles that may answer a ticket, by what its customer wrote last, best first: `reply` is the article as an answer in words, `macros` are
 * those that belong to it, for whoever may use macros (B4). Refuses (`not_found`) a number that no ticket has. */
export async function suggestArticles(
  at: { db: Db; desk: Desk; actor: Actor & { language?: Language } },
  ticketId: number,
) {
  demand(at.actor, 'tickets.read');
  const ticket = await readAsked(at.db, ticketId);
  if (!ticket.words) return [];
  const library = await at.desk.library();
  const direction = await directionOf(at.desk, { words: ticket.words, names: ticket.names });
  const asked = {
    query: ticket.words,
    language: ticket.language,
    desk: at.desk.settings.language,
    direction,
  };
  const { hits, confidence } = findArticles(library, asked, BEST);
  if (confidence < WORTH_SHOWING) return [];
  const names = new Set(
    at.actor.permissions.includes('macros.use') ? hits.flatMap(({ article }) => article.macros) : [],
  );
  const macros = names.size > 0 ? await previewNamed(at, { ticketId, names }) : new Map<string, never>();
  return hits.map(
    ({ article: { id, slug, macros: own }, language, text: { title, summary, body } }, place) => ({
      ...{ id, slug, language, title, summary },
      macros: own.flatMap((name) => macros.get(name) ?? []),
      reply: chatTextOf(body, () => undefined).text,
      confident: place === 0 && confidence >= library.settings.bot_confidence,
    }),
  );
}

/** What a ticket's customer wrote last, in which language, and what the desk calls them. Refuses (`not_found`) a number that no ticket has. */
export async function readAsked(
  db: Db,
  ticketId: number,
): Promise<{ language: Language; words: string | null; names: (string | null)[] }> {
  const { rows } = await sql<{ language: Language; words: string | null; names: (string | null)[] }>`
    select t.language, array[c.first_name, c.last_name, c.username] as names,
      (select string_agg(text, E'\n' order by id) from (select id, left(text, 500) as text from messages
      where ticket_id = t.id and author_kind = 'customer' and text <> '' order by id desc limit 3) last) as words
    from tickets t join customers c on c.id = t.customer_id where t.id = ${ticketId}`.execute(db);
  const [ticket] = rows;
  if (!ticket) throw new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });
  return ticket;
}
