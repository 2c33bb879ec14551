import type { Tx } from '../../base/db/index.ts';
import { record } from '../audit/index.ts';
import { answerPress, botName, lockChat, say, whisper } from '../chats/index.ts';
import type { Arrival, Desk, PlaceArrival } from '../front-desk/index.ts';
import { type Actor, authorOf, type StaffMember, staffByTelegram } from '../staff/index.ts';
import { faqSoon } from './faq.ts';
import { moveStatuses } from './outcomes.ts';
import {
  decodeSetup,
  encodeSetup,
  forgetCandidate,
  listCandidates,
  noteCandidate,
  refreshPanels,
  type SetupAction,
  showPanel,
} from './panel.ts';
import { type PlaceKind, TOPICS, type TopicSlug } from './place.ts';
import type { At } from './place-address.ts';
import { forgetTopics, listPlaces, listTopics, noteTopic, placeByChat, putPlace } from './places.sql.ts';
import { look } from './tend.ts';
import { botLink, topicName } from './words.ts';

/** Who of the staff this is, if they may give the desk its places. */
async function managerOf(tx: Tx, telegramId: number | undefined): Promise<StaffMember | undefined> {
  const member = telegramId === undefined ? undefined : await staffByTelegram(tx, telegramId);
  return member?.permissions.includes('places.manage') ? { ...member, from: { place: 'bot' } } : undefined;
}

/** /setup and its buttons in the private chat of somebody who may give the desk its places. Answers false to everything else: for
 * others there is no such command. */
export async function onPrivateSetup(tx: Tx, desk: Desk, arrival: Arrival): Promise<boolean> {
  const { what } = arrival;
  const asks =
    (what.kind === 'command' && what.name === 'setup') || (what.kind === 'start' && what.payload === 'setup');
  const action = what.kind === 'press' ? decodeSetup(what.data) : undefined;
  if (!asks && !action) return false;
  const member = await managerOf(tx, arrival.person.telegramId);
  if (!member) return false;
  const at = { tx, desk, now: desk.clock.now() };
  const chat = await lockChat(tx, arrival.chat, at.now);
  if (what.kind === 'press') await answerPress(tx, chat, { queryId: what.queryId });
  if (action) await act(at, member, action);
  if (asks || action?.do === 'use') await showPanel(at, chat, member);
  else await refreshPanels(at);
  return true;
}

async function act(at: At, member: StaffMember, action: SetupAction): Promise<void> {
  if (action.do === 'check') {
    for (const place of await listPlaces(at.tx)) await look(at, place);
  } else if (action.do === 'use') {
    const candidate = (await listCandidates(at.tx)).find(({ chatId }) => chatId === action.chatId);
    if (!candidate) return;
    const kind = candidate.kind === 'channel' ? 'channel' : 'community';
    await usePlace(at, { kind, chatId: candidate.chatId, title: candidate.title, by: member });
  }
}

/** Makes a chat the desk's channel or community group; what it should hold is made as soon as Telegram has said what the bot may do there. */
export async function usePlace(
  at: At,
  to: { kind: Exclude<PlaceKind, 'comments'>; chatId: number; title: string; by: Actor },
): Promise<void> {
  const { tx, now } = at;
  const { kind, chatId, title, by } = to;
  const before = (await listPlaces(tx)).find((place) => place.kind === kind);
  if (before?.chatId !== chatId) {
    await putPlace(tx, { kind, chatId, title, by: by.id, now });
    if (kind === 'community') await forgetTopics(tx);
    await record(tx, {
      ...{ by: authorOf(by), action: 'place.set', object: { kind: 'place', id: kind }, now },
      ...{ before: { chat: before?.chatId ?? null }, after: { chat: chatId } },
    });
  }
  const place = await placeByChat(tx, chatId);
  if (place) await look(at, place);
}

/** /setup in a group: it becomes the community; inside a topic: which of the desk's topics it is. Answers false where it was not that, or
 * not from somebody who may. */
export async function onGroupSetup(at: At, arrival: PlaceArrival): Promise<boolean> {
  const { what, place, person, thread } = arrival;
  if (what.kind !== 'command' || place.kind === 'channel') return false;
  const asks = what.name === 'setup' || (what.name === 'start' && what.args === 'setup');
  const member = asks ? await managerOf(at.tx, person?.telegramId) : undefined;
  if (!member) return false;
  const { tx, desk, now } = at;
  const chat = await lockChat(tx, { telegramChatId: place.telegramChatId, kind: place.kind }, now);
  const there = { ...chat, ...(thread === undefined ? {} : { thread }) };
  const t = (key: string) => desk.translate(member.language, key);
  const known = await placeByChat(tx, chat.id);
  if (thread !== undefined && known?.kind === 'community') {
    const topics = await listTopics(tx);
    const buttons = topics.map((topic) => [
      {
        label: topicName(desk, topic, member.language),
        data: encodeSetup({ do: 'topic', slug: topic.slug }),
      },
    ]);
    await say(tx, { chat: there, said: { text: t('setup-which-topic'), buttons } });
    return true;
  }
  await usePlace(at, { kind: 'community', chatId: chat.id, title: place.title ?? '', by: member });
  const bot = (await botName(tx)) ?? '';
  const way = { label: t('setup-open'), url: botLink(bot, 'setup') };
  const said = { text: t('setup-begun'), buttons: [[way]] };
  const to = { chat: there, person: member.telegramId ?? 0, said, replyTo: what.content.telegramMessageId };
  await whisper(tx, to, `setup-begun:${chat.id}`);
  await refreshPanels(at);
  return true;
}

/** A press under "which topic is this?". Answers false to other presses. */
export async function onGroupPress(at: At, arrival: PlaceArrival): Promise<boolean> {
  const { what, place, thread } = arrival;
  const action = what.kind === 'press' ? decodeSetup(what.data) : undefined;
  if (what.kind !== 'press' || !action) return false;
  const { tx, desk, now } = at;
  const chat = await lockChat(tx, { telegramChatId: place.telegramChatId, kind: place.kind }, now);
  const member = await managerOf(tx, arrival.person?.telegramId);
  const here = await placeByChat(tx, chat.id);
  if (!member || action.do !== 'topic' || thread === undefined || here?.kind !== 'community') {
    const text = desk.translate(member?.language ?? desk.settings.language, 'setup-not-yours');
    await answerPress(tx, chat, { queryId: what.queryId, text, alert: true });
    return true;
  }
  await adoptTopic(at, { slug: action.slug, threadId: thread, by: member });
  const text = desk.translate(member.language, 'setup-adopted');
  await answerPress(tx, chat, { queryId: what.queryId, text });
  await refreshPanels(at);
  return true;
}

/** Takes a topic that is there as one of the desk's; it keeps its name. */
export async function adoptTopic(
  at: At,
  to: { slug: TopicSlug; threadId: number; by: Actor },
): Promise<void> {
  const { tx, now } = at;
  const { slug, threadId, by } = to;
  const before = await noteTopic(tx, TOPICS.indexOf(slug) + 1, { threadId });
  if (before?.threadId !== threadId && slug === 'statuses') await moveStatuses(at, threadId);
  if (before?.threadId !== threadId && slug === 'faq') await faqSoon(tx, now);
  await record(tx, {
    ...{ by: authorOf(by), action: 'place.topic', object: { kind: 'place_topic', id: slug }, now },
    ...{ before: { thread: before?.threadId ?? null }, after: { thread: threadId } },
  });
}

/** What the bot became in a group or channel: a place is looked at anew; any other one is offered as a place to whoever made the bot an
 * administrator there, if they may decide it. */
export async function onMembership(at: At, arrival: PlaceArrival): Promise<void> {
  const { what, place, person } = arrival;
  if (what.kind !== 'membership') return;
  const { tx, now } = at;
  const member = await managerOf(tx, person?.telegramId);
  const chat = await lockChat(tx, { telegramChatId: place.telegramChatId, kind: place.kind }, now);
  const known = await placeByChat(tx, chat.id);
  if (known) return look(at, known);
  if (what.status !== 'administrator') return forgetCandidate(tx, chat.id);
  if (!member || member.telegramId === null) return;
  await noteCandidate(tx, { chatId: chat.id, title: place.title ?? '', now });
  const own = await lockChat(tx, { telegramChatId: member.telegramId, kind: 'private' }, now);
  // Whoever never wrote to the bot has no chat in which it could speak first.
  if (own.customerId !== null) await showPanel(at, own, member);
}
