import type { Tx } from '../../base/db/index.ts';
import type { Vars } from '../../base/i18n/index.ts';
import { backlogs } from '../../base/outbox/index.ts';
import {
  copyInto,
  inCalls,
  laneOf,
  postInTopic,
  react,
  rewrite,
  say,
  type Topic,
  takeBack,
} from '../chats/index.ts';
import { consoleUrl, nameOf } from './card.ts';
import type { ForumWork, Spot } from './forum.types.ts';
import { type Mirrored, sumOf } from './mirror.sql.ts';
import { type Post, postsOf, type Unshown } from './posts.ts';
import { type Bridge, saveBridges, setTold, waitingSummary } from './topics.sql.ts';

/** How long the parts of an album may be on their way. */
export const ALBUM_MS = 2000;

/** Shows in a topic what was said elsewhere, edits what was edited, and tells what became of the words that were written there. */
export async function mirror(work: ForumWork, at: Spot, messages: readonly Mirrored[]): Promise<void> {
  const { tx } = work;
  const fresh = messages.filter(
    ({ form, state }) => form === null || (form === 'copy' && state === 'failed'),
  );
  // Their files could not be put there: that they came is told all the same.
  const refused = messages.filter(({ form, state }) => form === 'words' && state === 'failed');
  if (refused.length > 0) await summarise(work, at, refused.map(unshown));
  const waiting = fresh.length === 0 ? 0 : await waitingIn(tx, at.place);
  const known = new Map(messages.map((message) => [message.id, message]));
  for (const post of postsOf(fresh.map(unshown), waiting)) await put(work, at, { post, known });
  for (const message of messages) {
    if (message.direction === 'topic' && message.state === 'there') await keepShown(work, at, message);
    if (message.direction === 'customer') await tellDelivery(work, at, message);
  }
}

/** How many messages wait to be sent to the group of a topic. */
export async function waitingIn(tx: Tx, place: Topic): Promise<number> {
  const lane = laneOf(place);
  return (await backlogs(tx, [lane])).get(lane) ?? 0;
}

function unshown({ id, form, with_bot, author_kind, ...message }: Mirrored): Unshown {
  const { telegram_ids: messageIds, telegram_chat_id: telegramChat } = message;
  const copyable = author_kind === 'customer' && with_bot && messageIds.length > 0 && form === null;
  return { id, copy: copyable ? { telegramChat, messageIds } : null };
}

async function put(
  work: ForumWork,
  at: Spot,
  { post, known }: { post: Post; known: ReadonlyMap<number, Mirrored> },
): Promise<void> {
  const { tx } = work;
  const { ticket, place } = at;
  if (post.form === 'summary') return summarise(work, at, post.messages);
  const { form, message } = post;
  const ref = { ...at.ref, post: message.id };
  await saveBridges(tx, ticket.id, bridges([message], { form, post: message.id }, known));
  if (form === 'copy' && message.copy) {
    const { telegramChat: fromTelegramChat, messageIds } = message.copy;
    await copyInto(tx, place, { fromTelegramChat, messageIds, ref });
    return;
  }
  const whole = known.get(message.id);
  const said = whole && { text: wordsOf(work, at, whole), files: whole.files };
  // What follows the first of several calls is not told of.
  for (const [index, call] of (said ? inCalls(said) : []).entries())
    await postInTopic(tx, place, { said: call, ref: index === 0 ? ref : at.ref });
}

const bridges = (
  messages: readonly { id: number }[],
  how: Pick<Bridge, 'form' | 'post'>,
  known: ReadonlyMap<number, Mirrored>,
): Bridge[] =>
  messages.map(({ id }) => ({
    ...{ ...how, messageId: id, direction: 'topic', state: 'waiting' },
    editedAt: known.get(id)?.edited_at ?? null,
  }));

/** One message instead of many while the group is behind; more that come meanwhile are added to it. */
async function summarise(work: ForumWork, at: Spot, messages: readonly Unshown[]): Promise<void> {
  const { tx, desk } = work;
  const { ticket, place } = at;
  const before = await waitingSummary(tx, ticket.id);
  const post = before?.post ?? messages[0]?.id ?? 0;
  const ids = messages.map(({ id }) => id);
  await saveBridges(tx, ticket.id, bridges(messages, { form: 'summary', post }, new Map()));
  const { last, ...counts } = await sumOf(tx, [...(before?.messageIds ?? []), ...ids]);
  const t = (key: string, vars?: Vars) => desk.translate(desk.settings.language, key, vars);
  const words = Array.from(last.replace(/\s+/gu, ' ')).slice(0, EXCERPT).join('');
  const text = [t('forum-summary', counts), ...(words === '' ? [] : [`“${words}”`])].join('\n');
  const url = consoleUrl(desk, ticket.id);
  const said = url.startsWith('https:')
    ? { text, buttons: [[{ label: t('forum-button-console'), url }]] }
    : { text: `${text}\n${t('forum-summary-where')}` };
  await postInTopic(tx, place, { said, key: `staff-summary:${ticket.id}:${post}`, ref: { ...at.ref, post } });
}

const EXCERPT = 200;
const LONGEST = 3500;

/** A message in our own words: who said it, what, and what it carries. */
function wordsOf({ desk }: ForumWork, { customer }: Spot, message: Mirrored): string {
  const t = (key: string, vars?: Vars) => desk.translate(desk.settings.language, key, vars);
  const who =
    message.author_kind === 'customer'
      ? t('forum-said-customer', { name: nameOf(customer) })
      : message.author_kind === 'bot'
        ? t('forum-said-bot')
        : t(message.visibility === 'internal' ? 'forum-said-note' : 'forum-said-agent', {
            name: message.author_name ?? '',
          });
  // What can neither be copied nor said in words is named.
  const nothing = message.text === '' && message.files.length === 0;
  return [who, nothing ? t('console-kind-other') : cut(message.text)].filter(Boolean).join('\n');
}

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`;

/** What was edited says so here too; what was taken back goes. */
async function keepShown(work: ForumWork, at: Spot, message: Mirrored): Promise<void> {
  const { tx } = work;
  if (!message.gone) return editShown(work, at, message);
  const { id, group_message_id: messageId } = message;
  if (messageId !== null) await takeBack(tx, at.place, [messageId]);
  const bridge = { form: 'words', post: id, state: 'failed', direction: 'topic', messageId: id } as const;
  await saveBridges(tx, at.ticket.id, [{ ...bridge, editedAt: message.edited_at }]);
}

async function editShown(work: ForumWork, at: Spot, message: Mirrored): Promise<void> {
  const { tx, desk } = work;
  const { group_message_id: messageId, form } = message;
  if (messageId === null || form === null || form === 'own' || form === 'summary') return;
  const edited = desk.translate(desk.settings.language, 'forum-edited');
  const text = form === 'copy' ? cut(message.text) : wordsOf(work, at, message);
  const caption = message.files.length > 0;
  await rewrite(tx, { chat: at.place, said: { text: `${text}\n${edited}` }, caption }, messageId);
  const bridge = {
    form,
    post: message.id,
    state: 'there',
    direction: 'topic',
    messageId: message.id,
  } as const;
  await saveBridges(tx, at.ticket.id, [
    { ...bridge, groupMessageId: messageId, editedAt: message.edited_at },
  ]);
}

const DELIVERED = '👌';

/** Marks what arrived, without a word, and says what did not. */
async function tellDelivery({ tx, desk }: ForumWork, at: Spot, message: Mirrored): Promise<void> {
  const { delivery, group_message_id: messageId } = message;
  if (delivery === null || messageId === null) return;
  const { place, ticket, group } = at;
  await setTold(tx, { ticketId: ticket.id, messageId: message.id }, delivery);
  if (delivery === 'sent') {
    await react(tx, { id: group.chatId, kind: group.kind }, { messageId, emoji: DELIVERED });
    return;
  }
  const text = desk.translate(desk.settings.language, `forum-delivery-${delivery}`);
  await say(tx, { chat: place, said: { text } }, { replyTo: messageId });
}
