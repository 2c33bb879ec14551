import type { Db } from '../../base/db/index.ts';
import { botName } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { inLanguage } from '../knowledge/index.ts';
import { listFaq } from './faq.ts';
import { addingLinks, listCandidates } from './panel.ts';
import { isFresh, missing } from './place.ts';
import { listAccounts, readPlaces } from './places.sql.ts';
import { topicName, usualText } from './words.ts';

/** Everything about the places as people who look after them read it, in the shape of the contract's `Places` (P1, P2, S6). */
export async function placesPage(db: Db, desk: Desk) {
  const now = desk.clock.now();
  const known = await readPlaces(db);
  const bot = await botName(db);
  const { language } = desk.settings;
  const { articles } = await desk.library();
  return {
    places: known.places.map(({ kind, title, username, checkedAt, problem }) => ({
      ...{ kind, title, username, problem, checked_at: checkedAt?.toISOString() ?? null },
    })),
    missing: missing(known, now),
    topics: known.topics.map((topic) => ({
      ...{ slug: topic.slug, title: topicName(desk, topic), own_name: topic.name },
      ...{ thread_id: topic.threadId, state: topic.state, problem: topic.problem },
    })),
    texts: known.texts.map((one) => ({
      ...{ slug: one.slug, text: one.text ?? usualText(desk, one.slug), own: one.text !== null },
      ...{ confirmed_by: one.confirmedBy, confirmed_at: one.confirmedAt?.toISOString() ?? null },
      fresh: isFresh(one, now),
    })),
    accounts: await listAccounts(db),
    faq: (await listFaq(db)).filter((id) => articles.has(id)),
    articles: [...articles.values()].flatMap((article) => {
      const hit = inLanguage(article, { reader: language, desk: language });
      return hit ? [{ id: article.id, title: hit.text.title }] : [];
    }),
    candidates: (await listCandidates(db)).map(({ chatId, title, kind }) => ({ chat: chatId, title, kind })),
    links: bot === undefined ? null : addingLinks(bot),
  };
}
