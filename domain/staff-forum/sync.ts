import { createHash } from 'node:crypto';
import type { Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import { backlogs } from '../../base/outbox/index.ts';
import { laneOf, openTopic, postInTopic, renameTopic, setTopicOpen, type Topic } from '../chats/index.ts';
import { type Customer, customerById } from '../customers/index.ts';
import type { Desk } from '../front-desk/index.ts';
import { namesOf } from '../staff/index.ts';
import { isOpen, type Ticket, ticketById } from '../tickets/index.ts';
import { sendAlbumsOf } from './albums.ts';
import { nameOf, staffCard } from './card.ts';
import { chooseGroup } from './choose.ts';
import type { ForumWork, Spot, Standing } from './forum.types.ts';
import { countTopics, groupById, linkedGroups, readForumSettings, type StaffGroup } from './groups.sql.ts';
import { followInForum, followLater } from './jobs.ts';
import { hasCustomerWords, MOST_READ, unmirrored } from './mirror.sql.ts';
import { ALBUM_MS, mirror, waitingIn } from './mirror.ts';
import { topicIcon, topicName } from './names.ts';
import { forgetBridges, insertTopic, lockTopic, type StaffTopic, setTopic } from './topics.sql.ts';

/** Brings a ticket's topic in line with the ticket (a job): makes it once its customer has said something, keeps its card, name and icon, shows
 * what was said elsewhere, tells what was delivered, closes and reopens it (P6). It compares and so may run any number of times. */
export async function handleForumSync(tx: Tx, desk: Desk, ticketId: number): Promise<void> {
  const work = { tx, desk, now: desk.clock.now() };
  const ticket = await ticketById(tx, ticketId);
  if (!ticket) return;
  const standing = await lockTopic(tx, ticketId);
  if (!standing) return begin(work, ticket);
  const group = await groupById(tx, standing.group_id);
  if (!group || group.unlinkedAt !== null || group.state === 'lost') return moveOn(work, ticket, standing);
  if (group.state !== 'works' || standing.thread_id === null) return;
  const customer = await customerById(tx, ticket.customer_id);
  await follow(work, { ticket, customer, standing, group, thread: standing.thread_id });
}

async function begin(work: ForumWork, ticket: Ticket): Promise<void> {
  const { tx, now } = work;
  if (!isOpen(ticket.status) || ticket.held || !(await hasCustomerWords(tx, ticket.id))) return;
  const group = await roomFor(tx);
  if (!group) return;
  const look = await lookOf(tx, ticket);
  const made = await insertTopic(tx, { ticket_id: ticket.id, group_id: group.id, ...look, made_at: now });
  if (made) await ask(tx, group, { ...look, ticketId: ticket.id, generation: 1 });
}

/** The group of a topic is gone: the ticket gets another one elsewhere, while it is open. */
async function moveOn(work: ForumWork, ticket: Ticket, standing: StaffTopic): Promise<void> {
  const group = isOpen(ticket.status) ? await roomFor(work.tx) : undefined;
  if (!group) return;
  await sendAlbumsOf(work, standing);
  await makeAgain(work, { ticket, standing, group });
}

/** Makes a topic anew that is gone; what stood in it is shown again. To be called with its row locked. */
export async function makeAgain(
  { tx }: ForumWork,
  of: { ticket: Ticket; standing: StaffTopic; group: StaffGroup },
): Promise<void> {
  const { ticket, standing, group } = of;
  const look = await lookOf(tx, ticket);
  const generation = standing.generation + 1;
  await forgetBridges(tx, ticket.id);
  await setTopic(tx, ticket.id, {
    ...{ ...look, group_id: group.id, thread_id: null, generation, card: null, pinned: false, open: true },
  });
  await ask(tx, group, { ...look, ticketId: ticket.id, generation });
}

/** The group that has room for one more topic, if one has. */
async function roomFor(tx: Tx): Promise<StaffGroup | undefined> {
  const working = (await linkedGroups(tx)).filter(({ state, paused }) => state === 'works' && !paused);
  if (working.length === 0) return undefined;
  const lane = ({ chatId, kind }: StaffGroup) => laneOf({ id: chatId, kind });
  const waiting = await backlogs(tx, working.map(lane));
  const topics = await countTopics(tx);
  const rooms = working.map((group) => ({
    ...{ group, id: group.id, topics: topics.get(group.id) ?? 0, waiting: waiting.get(lane(group)) ?? 0 },
  }));
  const chosen = chooseGroup(rooms, (await readForumSettings(tx)).most_topics);
  return working.find(({ id }) => id === chosen?.id);
}

async function lookOf(tx: Tx, ticket: Ticket): Promise<{ name: string; icon: string }> {
  return lookFor(ticket, await customerById(tx, ticket.customer_id));
}

const lookFor = (ticket: Ticket, customer: Customer) => ({
  ...{ name: topicName(ticket, nameOf(customer)), icon: topicIcon(ticket) },
});

async function ask(
  tx: Tx,
  { chatId: id, kind }: StaffGroup,
  topic: { ticketId: number; generation: number; name: string; icon: string },
): Promise<void> {
  const { ticketId, generation, name, icon } = topic;
  await openTopic(tx, { id, kind }, { name, icon, ref: { forumTicket: ticketId, generation, made: 1 } });
}

const cardKey = ({ ticket_id, generation }: StaffTopic) => `staff-card:${ticket_id}:${generation}`;

async function follow(work: ForumWork, at: Standing): Promise<void> {
  const { tx, now } = work;
  const { ticket, standing, group, thread } = at;
  const place: Topic = { id: group.chatId, kind: group.kind, thread };
  const ref = { forumTicket: ticket.id, generation: standing.generation };
  const open = isOpen(ticket.status);
  // Before anything is said in it: a closed topic takes no words.
  if (open && !standing.open) await setTopicOpen(tx, place, { open, ref });
  const card = await showCard(work, { ...at, place, ref });
  const messages = await unmirrored(tx, ticket.id);
  const album = messages.find(
    ({ media_group_id: id, created_at, form }) =>
      id !== null && form === null && created_at > plus(now, -ALBUM_MS),
  );
  // The rest of an album may be under way: it is copied together.
  if (album) await followLater(tx, ticket.id, plus(album.created_at, ALBUM_MS));
  const ready = album ? messages.filter(({ id }) => id < album.id) : messages;
  await mirror(work, { ...at, place, ref }, ready);
  if (messages.length === MOST_READ) await followInForum(tx, [ticket.id], now);
  const look = await freshLook(work, at, place);
  if (look.name !== standing.name || look.icon !== standing.icon)
    await renameTopic(tx, place, { ...look, ref });
  if (!open && standing.open && !album) await setTopicOpen(tx, place, { open, ref });
  await setTopic(
    tx,
    ticket.id,
    changed(standing, { ...look, ...card, open: album ? standing.open || open : open }),
  );
}

/** What of it a topic does not say already. */
function changed(standing: StaffTopic, now: Partial<StaffTopic>): Partial<StaffTopic> {
  const news = Object.entries(now).filter(([name, value]) => standing[name as keyof StaffTopic] !== value);
  return Object.fromEntries(news);
}

/** With more than these waiting, an icon is not worth one of the twenty that a group takes in a minute. */
const QUIET_ENOUGH = 3;
/** When to look whether the group has room for it: three of its messages take about so long. */
const ICON_MS = 10_000;

/** How the topic is to look: as its ticket does, but an icon alone waits until the group has room, and for the end. */
async function freshLook({ tx, now }: ForumWork, { ticket, customer, standing }: Standing, place: Topic) {
  const look = lookFor(ticket, customer);
  if (look.name !== standing.name || look.icon === standing.icon || !isOpen(ticket.status)) return look;
  if ((await waitingIn(tx, place)) <= QUIET_ENOUGH) return look;
  await followLater(tx, ticket.id, plus(now, ICON_MS));
  return { name: look.name, icon: standing.icon };
}

async function showCard(work: ForumWork, at: Spot): Promise<{ card: string }> {
  const { tx, desk } = work;
  const { ticket, customer, standing, place, ref } = at;
  const { queues, topics } = await desk.routing();
  const names = await namesOf(tx, ticket.assignee_id === null ? [] : [ticket.assignee_id]);
  const topic = topics.find(({ id }) => id === ticket.topic_id);
  const said = staffCard(desk, ticket, {
    customer,
    assignee: ticket.assignee_id === null ? undefined : names.get(ticket.assignee_id),
    queue: queues.find(({ id }) => id === ticket.queue_id)?.name ?? '',
    topic: topic === undefined ? '' : `${topic.emoji} ${topic.texts.title[desk.settings.language]}`,
  });
  const card = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
  const key = cardKey(standing);
  // Once it stands it is pinned: until then it is told how it went.
  const post = standing.pinned ? ref : { ...ref, card: 1 };
  if (card !== standing.card) await postInTopic(tx, place, { said, key, ref: post });
  return { card };
}
