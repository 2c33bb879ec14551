import type { Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { takeDown } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { faqSoon, listFaq, saveFaq } from './faq.ts';
import { listCandidates } from './panel.ts';
import type { PlaceKind, TextSlug, TopicSlug } from './place.ts';
import { addressOf, postKey } from './place-address.ts';
import {
  confirmText,
  dropPlace,
  dropPosts,
  forgetTopics,
  listAccounts,
  listPlaces,
  listTexts,
  listTopics,
  type OfficialAccount,
  renameTopic,
  saveAccounts,
  saveText,
} from './places.sql.ts';
import { adoptTopic, usePlace } from './setup.ts';
import { look, publishPosts } from './tend.ts';

type Managing = { tx: Tx; desk: Desk; actor: Actor };
type OwnPlace = Exclude<PlaceKind, 'comments'>;

const at = ({ tx, desk }: Managing) => ({ tx, desk, now: desk.clock.now() });

/** Makes a chat that was offered the desk's channel or community group (P1, P2). Refuses (`not_found`) one in which the bot is no
 * administrator. */
export async function choosePlace(work: Managing, kind: OwnPlace, chatId: number): Promise<void> {
  demand(work.actor, 'places.manage');
  const candidate = (await listCandidates(work.tx)).find((one) => one.chatId === chatId);
  if (!candidate || (candidate.kind === 'channel') !== (kind === 'channel'))
    throw new DomainError('not_found', 'place_unknown');
  await usePlace(at(work), { kind, chatId, title: candidate.title, by: work.actor });
}

/** Gives a place up: what the desk posted there is taken down, the place itself stays as it is. */
export async function leavePlace(work: Managing, kind: OwnPlace): Promise<void> {
  demand(work.actor, 'places.manage');
  const { tx, now } = at(work);
  const place = (await listPlaces(tx)).find((one) => one.kind === kind);
  if (!place) return;
  for (const slug of await dropPosts(tx, place.chatId))
    await takeDown(tx, addressOf(place), postKey(place.chatId, slug));
  await dropPlace(tx, kind);
  if (kind === 'channel') await dropPlace(tx, 'comments');
  else await forgetTopics(tx);
  await record(tx, {
    ...{ by: authorOf(work.actor), action: 'place.leave', object: { kind: 'place', id: kind }, now },
    ...{ before: { chat: place.chatId }, after: { chat: null } },
  });
}

/** Looks at all places now; what is missing is made anew. */
export async function checkPlaces(work: Managing): Promise<void> {
  demand(work.actor, 'places.manage');
  for (const place of await listPlaces(work.tx)) await look(at(work), place);
}

/** Sets the words of a pinned post, null: the usual ones. Whoever does so says with it that they are right. */
export async function setPlaceText(work: Managing, slug: TextSlug, text: string | null): Promise<void> {
  const { tx, now } = at(work);
  demand(work.actor, 'places.manage');
  const before = (await listTexts(tx)).find((one) => one.slug === slug);
  await saveText(tx, slug, { text, by: work.actor.id, now });
  await publishPosts(at(work), slug);
  await record(tx, {
    ...{ by: authorOf(work.actor), action: 'place.text', object: { kind: 'place_text', id: slug }, now },
    // Which words they are, the post itself tells.
    ...{ before: { own: before?.text != null, at: before?.confirmedAt ?? null } },
    ...{ after: { own: text !== null, at: now } },
  });
}

/** Says that the words of a pinned post are still right. */
export async function confirmPlaceText(work: Managing, slug: TextSlug): Promise<void> {
  const { tx, now } = at(work);
  demand(work.actor, 'places.manage');
  const before = (await listTexts(tx)).find((one) => one.slug === slug);
  await confirmText(tx, slug, { id: work.actor.id, now });
  await record(tx, {
    ...{ by: authorOf(work.actor), action: 'place.confirm', object: { kind: 'place_text', id: slug }, now },
    ...{ before: { confirmed: before?.confirmedAt ?? null }, after: { confirmed: now } },
  });
}

/** Names the accounts that speak for the desk besides its bot and its places (S6). */
export async function setOfficialAccounts(
  work: Managing,
  accounts: readonly OfficialAccount[],
): Promise<void> {
  const { tx, now } = at(work);
  demand(work.actor, 'places.manage');
  const names = (list: readonly OfficialAccount[]) => list.map(({ username }) => username);
  const before = await listAccounts(tx);
  await saveAccounts(tx, accounts);
  await publishPosts(at(work), 'accounts');
  await record(tx, {
    ...{ by: authorOf(work.actor), action: 'place.accounts', object: { kind: 'desk', id: 'accounts' }, now },
    ...{ before: { accounts: names(before) }, after: { accounts: names(accounts) } },
  });
}

/** Sets what a topic is called (null: as usual), and which one it is where it is there already, by Telegram's number. */
export async function setPlaceTopic(
  work: Managing,
  slug: TopicSlug,
  to: { name?: string | null | undefined; threadId?: number | undefined },
): Promise<void> {
  const { tx, now } = at(work);
  demand(work.actor, 'places.manage');
  const before = (await listTopics(tx)).find((topic) => topic.slug === slug);
  if (to.threadId !== undefined && to.threadId !== before?.threadId)
    await adoptTopic(at(work), { slug, threadId: to.threadId, by: work.actor });
  if (to.name !== undefined && to.name !== before?.name) {
    await renameTopic(tx, slug, to.name);
    await record(tx, {
      ...{ by: authorOf(work.actor), action: 'place.topic', object: { kind: 'place_topic', id: slug }, now },
      ...{
        before: { own_name: before?.name != null, at: null },
        after: { own_name: to.name !== null, at: now },
      },
    });
  }
  const community = (await listPlaces(tx)).find(({ kind }) => kind === 'community');
  if (community) await look(at(work), community);
}

/** Chooses the articles that the FAQ topic shows, in their order (P2). Refuses (`invalid`) one that is not published. */
export async function setFaq(work: Managing, articles: readonly number[]): Promise<void> {
  const { tx, desk, now } = at(work);
  demand(work.actor, 'places.manage');
  const library = await desk.library();
  if (articles.some((id) => !library.articles.has(id))) throw new DomainError('invalid', 'article_unknown');
  const before = await listFaq(tx);
  await saveFaq(tx, articles);
  await faqSoon(tx, now);
  await record(tx, {
    ...{ by: authorOf(work.actor), action: 'place.faq', object: { kind: 'desk', id: 'faq' }, now },
    ...{ before: { articles: before }, after: { articles: [...articles] } },
  });
}
