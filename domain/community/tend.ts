import type { Transact, Tx } from '../../base/db/index.ts';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import { ensure } from '../../base/queue/index.ts';
import { botName, chatById, keepTopic, lookAt, pin, show } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { faqSoon } from './faq.ts';
import { type CommunityPlace, missingRights, PINNED, type PlaceTopic, type TextSlug } from './place.ts';
import { type At, addressOf, postKey } from './place-address.ts';
import {
  listAccounts,
  listPlaces,
  listTexts,
  listTopics,
  noteTopicAsked,
  placeByChat,
  postOf,
} from './places.sql.ts';
import { postWords, topicName } from './words.ts';

/** The round in which the places are looked after. */
export const PLACES_TASK = 'community.places';
const ROUND_MS = 30 * MINUTE;

/** Looks after all places (a job that comes round): asks what each is and what the bot may do there; what is missing is then made anew. */
export async function handlePlacesRound(transact: Transact, desk: Desk): Promise<void> {
  await transact(async (tx) => {
    const now = desk.clock.now();
    for (const place of await listPlaces(tx)) await look({ tx, desk, now }, place);
    await schedulePlacesRound(tx, now);
  });
}

/** Sets the timer of the next round, unless one waits. */
export async function schedulePlacesRound(tx: Tx, now: Date): Promise<void> {
  await ensure(tx, { task: PLACES_TASK, at: plus(now, ROUND_MS), key: PLACES_TASK, payload: {} });
}

/** Asks Telegram what a place is; its answer (`hearLook`) brings the place up to date. */
export async function look({ tx }: At, place: CommunityPlace): Promise<void> {
  await lookAt(tx, addressOf(place), { place: place.chatId });
}

/** Sees to it that everything in a place is there and says what it should: whatever stands as it should stays untouched. */
export async function publish(at: At, place: CommunityPlace): Promise<void> {
  if (place.status !== 'administrator') return;
  const lacks = missingRights(place).map(({ what, of }) => of ?? what);
  if (place.kind === 'community' && !lacks.includes('forum') && !lacks.includes('can_manage_topics')) {
    for (const topic of await listTopics(at.tx)) await keepPlaceTopic(at, place, topic);
  }
  if (place.kind === 'community') await faqSoon(at.tx, at.now);
  if (place.kind === 'comments' || lacks.includes('can_post_messages')) return;
  for (const slug of PINNED) await keepPinned(at, place, slug);
}

/** Brings the pinned posts of all places up to date, after their words or the accounts changed. */
export async function publishPosts(at: At, slug: TextSlug): Promise<void> {
  for (const place of await listPlaces(at.tx)) {
    if (place.kind !== 'comments' && place.status === 'administrator') await keepPinned(at, place, slug);
  }
}

async function keepPlaceTopic(at: At, place: CommunityPlace, topic: PlaceTopic): Promise<void> {
  await keepTopic(at.tx, addressOf(place), {
    name: topicName(at.desk, topic),
    ...(topic.threadId === null ? {} : { thread: topic.threadId }),
    ...(topic.renamed && topic.threadId !== null ? { rename: true } : {}),
    ref: { placeTopic: topic.id },
  });
  await noteTopicAsked(at.tx, topic.id);
}

async function keepPinned(at: At, place: CommunityPlace, slug: TextSlug): Promise<void> {
  const { tx, desk } = at;
  const bot = await botName(tx);
  if (bot === undefined) return;
  const facts = {
    ...{ bot, places: await listPlaces(tx) },
    ...{ accounts: await listAccounts(tx), texts: await listTexts(tx) },
  };
  const post = await postOf(tx, { chatId: place.chatId, slug, pinned: true });
  const key = postKey(place.chatId, slug);
  const chat = addressOf(place);
  await show(tx, { chat, said: postWords(desk, slug, facts) }, { key, ref: { placePost: post.id } });
  await pin(tx, chat, { key, ref: { placePin: post.id } });
}

/** A place by our number of its chat, as it is sent to and as it is known. */
export async function placeOfChat(tx: Tx, chatId: number) {
  const place = await placeByChat(tx, chatId);
  const chat = place && (await chatById(tx, chatId));
  return place && chat ? { place, chat } : undefined;
}
