import type { Settled } from '../../base/outbox/index.ts';
import { lockChat, PlaceFacts } from '../chats/index.ts';
import { greetStatusPlace, postStatus } from '../front-desk/index.ts';
import { openIncidents, readStatusPlace, setStatusPlace, standings } from '../incidents/index.ts';
import { faqSoon } from './faq.ts';
import { refreshPanels } from './panel.ts';
import type { CommunityPlace } from './place.ts';
import type { At } from './place-address.ts';
import {
  dropPlace,
  listPlaces,
  notePin,
  notePlaceFacts,
  notePlaceLost,
  notePost,
  noteTopic,
  placeByChat,
  putPlace,
} from './places.sql.ts';
import { look, placeOfChat, publish, publishPosts } from './tend.ts';

/** Hears how something ended that was asked for in a place: what the place is, whether a topic or a post is there. Answers false for what
 * has nothing to do with places. */
export async function hearPlaceOutcome(at: At, settled: Settled): Promise<boolean> {
  const { place, placeTopic, placePost, placePin } = settled.ref;
  if (place !== undefined) await hearLook(at, place, settled);
  else if (placeTopic !== undefined) await hearTopic(at, placeTopic, settled);
  else if (placePost !== undefined) {
    const messageId = settled.remoteId === undefined ? null : Number(settled.remoteId);
    await notePost(
      at.tx,
      placePost,
      settled.state === 'sent' ? { messageId } : { problem: problemOf(settled) },
    );
  } else if (placePin !== undefined)
    await notePin(at.tx, placePin, settled.state === 'sent' ? null : problemOf(settled));
  else return false;
  await refreshPanels(at);
  return true;
}

/** What Telegram said, without the number before it. */
const problemOf = ({ error, code }: Settled): string => (error ?? code ?? '').replace(/^\d{3} /, '');

async function hearLook(at: At, chatId: number, settled: Settled): Promise<void> {
  const { tx, now } = at;
  const before = await placeByChat(tx, chatId);
  if (!before) return;
  if (settled.state !== 'sent') {
    await notePlaceLost(tx, chatId, { problem: problemOf(settled), now });
    return;
  }
  await notePlaceFacts(tx, chatId, { facts: PlaceFacts.parse(settled.facts), now });
  const place = await placeByChat(tx, chatId);
  if (!place) return;
  if (place.kind === 'channel') await followComments(at, place);
  await publish(at, place);
  // The official accounts name it in all places.
  if (place.username !== before.username) await publishPosts(at, 'accounts');
}

/** The group of a channel's comments is a place as soon as the channel has one, unless it is the community group itself. */
async function followComments(at: At, channel: CommunityPlace): Promise<void> {
  const { tx, now } = at;
  const known = (await listPlaces(tx)).find(({ kind }) => kind === 'comments');
  if (channel.linkedChat === null) {
    if (known) await dropPlace(tx, 'comments');
    return;
  }
  const chat = await lockChat(tx, { telegramChatId: channel.linkedChat, kind: 'supergroup' }, now);
  if (known?.chatId === chat.id) return;
  if (known) await dropPlace(tx, 'comments');
  if (await placeByChat(tx, chat.id)) return;
  await putPlace(tx, { kind: 'comments', chatId: chat.id, title: '', by: null, now });
  const place = await placeByChat(tx, chat.id);
  if (place) await look(at, place);
}

async function hearTopic(at: At, id: number, settled: Settled): Promise<void> {
  const { tx, now, desk } = at;
  if (settled.state !== 'sent' || settled.remoteId === undefined) {
    await noteTopic(tx, id, { problem: problemOf(settled) });
    return;
  }
  const threadId = Number(settled.remoteId);
  const before = await noteTopic(tx, id, { threadId });
  if (before?.threadId === threadId) return;
  if (before?.slug === 'statuses') await moveStatuses({ tx, now, desk }, threadId);
  if (before?.slug === 'faq') await faqSoon(tx, now);
}

/** Statuses are posted in their topic from now on: the incidents that go on are shown there at once (U5). */
export async function moveStatuses(at: At, threadId: number): Promise<void> {
  const { tx, now } = at;
  const community = (await listPlaces(tx)).find(({ kind }) => kind === 'community');
  const found = community && (await placeOfChat(tx, community.chatId));
  if (!found) return;
  const { telegramChatId } = found.chat;
  const chosen = await readStatusPlace(tx);
  // A desk that posts its statuses elsewhere, such as in the channel, goes on doing so.
  if (chosen && chosen.chatId !== telegramChatId) return;
  await setStatusPlace(tx, { chatId: telegramChatId, threadId }, now);
  await greetStatusPlace(at);
  const open = await standings(
    tx,
    (await openIncidents(tx)).map(({ id }) => id),
  );
  for (const standing of open.values()) await postStatus(at, standing);
}
