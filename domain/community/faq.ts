import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { type Said, show, takeDown } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { chatMessagesOf, inLanguage, type PublishedArticle } from '../knowledge/index.ts';
import type { CommunityPlace } from './place.ts';
import { type At, addressOf, postKey } from './place-address.ts';
import { dropPosts, listPlaces, listTopics, postOf, postsLike } from './places.sql.ts';

/** The job that makes the FAQ topic equal to the chosen articles. */
export const FAQ_TASK = 'community.faq';

/** The articles that were chosen for the FAQ topic, by number, in their order. */
export async function listFaq(db: Db): Promise<number[]> {
  const { rows } = await sql<{
    id: number;
  }>`select article_id as id from place_faq order by position`.execute(db);
  return rows.map(({ id }) => id);
}

/** Chooses these articles, in this order. */
export async function saveFaq(tx: Tx, articles: readonly number[]): Promise<void> {
  await sql`delete from place_faq`.execute(tx);
  await sql`
    insert into place_faq (article_id, position)
    select id, position from unnest(${[...articles]}::bigint[]) with ordinality as chosen (id, position)`.execute(
    tx,
  );
}

/** Lets the FAQ topic follow once this commits: an article, or the choice of articles, changed. */
export async function faqSoon(tx: Tx, now: Date): Promise<void> {
  await schedule(tx, { task: FAQ_TASK, at: now, key: FAQ_TASK, payload: {} });
}

/** Makes the FAQ topic equal to the chosen articles (P2): a message each, edited in place, sent anew where it is gone, taken down where the
 * article is not chosen or not published any more. */
export async function publishFaq(at: At): Promise<void> {
  const { tx, desk } = at;
  const community = (await listPlaces(tx)).find(({ kind }) => kind === 'community');
  const topic = (await listTopics(tx)).find(({ slug }) => slug === 'faq');
  if (community?.status !== 'administrator' || !topic?.threadId) return;
  const { articles } = await desk.library();
  const chosen = (await listFaq(tx)).flatMap((id) => articles.get(id) ?? []);
  for (const article of chosen) await keepArticle(at, { community, threadId: topic.threadId, article });
  await takeOthersDown(at, community, chosen);
}

const slugOf = ({ id }: Pick<PublishedArticle, 'id'>): string => `faq:${id}`;

async function keepArticle(
  { tx, desk }: At,
  to: { community: CommunityPlace; threadId: number; article: PublishedArticle },
): Promise<void> {
  const { community, threadId, article } = to;
  const said = articleWords(desk, article);
  if (!said) return;
  const slug = slugOf(article);
  const post = await postOf(tx, { chatId: community.chatId, slug, pinned: false });
  const chat = { ...addressOf(community), thread: threadId };
  await show(tx, { chat, said }, { key: postKey(community.chatId, slug), ref: { placePost: post.id } });
}

/** A question and its answer in the desk's language; undefined where the article has no words. */
function articleWords({ settings }: Desk, article: PublishedArticle): Said | undefined {
  const { language } = settings;
  const hit = inLanguage(article, { reader: language, desk: language });
  if (!hit) return undefined;
  const { title, body } = hit.text;
  // The question stands above its answer, in bold; nothing in it is a mark.
  const question = title.replace(/[\\`*_~[\]<]/g, '\\$&');
  const [first] = chatMessagesOf(`**${question}**\n\n${body}`, () => undefined);
  return first && { text: first.text, entities: first.entities };
}

async function takeOthersDown(
  { tx }: At,
  community: CommunityPlace,
  chosen: readonly PublishedArticle[],
): Promise<void> {
  const wanted = new Set(chosen.map(slugOf));
  const others = (await postsLike(tx, community.chatId, 'faq:')).filter((slug) => !wanted.has(slug));
  if (others.length === 0) return;
  for (const slug of await dropPosts(tx, community.chatId, others))
    await takeDown(tx, addressOf(community), postKey(community.chatId, slug));
}
