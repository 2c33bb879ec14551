import type { Tx } from '../../base/db/index.ts';
import type { Settled } from '../../base/outbox/index.ts';
import {
  beginTopic,
  botHasTopics,
  nameTopic,
  type Place,
  type Spot,
  say,
  ticketOfThread,
  topicFailed,
  topicMade,
  topicOf,
} from '../chats/index.ts';
import { type Ticket, updateTicket } from '../tickets/index.ts';
import { t } from './says.ts';
import { render, type Scene } from './scene.ts';

/** A chat in which something of a ticket is said. */
type Where = { tx: Tx; chat: Place };

/** The longest name of a topic. */
const NAME_LENGTH = 128;

type Opening = Where & Pick<Scene, 'desk' | 'customer' | 'now'>;

/** Gives a new ticket a topic of its own in its customer's chat, where the bot has topics (B7): the one in which the customer began the
 * matter, else a new one, to which a line points from where they wrote. */
export async function giveTopic(scene: Opening, ticket: Ticket): Promise<Ticket> {
  const { tx, chat, now } = scene;
  if (chat.kind !== 'private' || !(await botHasTopics(tx))) return ticket;
  const own = chat.thread !== undefined && (await ticketOfThread(tx, chat.id, chat.thread)) === undefined;
  const name = `№ ${ticket.id}`;
  await beginTopic(tx, chat, {
    ...{ ticketId: ticket.id, name },
    ...(own && chat.thread !== undefined ? { thread: chat.thread } : {}),
  });
  if (!own) await pointTo(scene, ticket.id);
  return updateTicket(tx, ticket.id, { set: { in_topic: true }, now });
}

async function pointTo({ tx, desk, chat, customer }: Opening, ticketId: number): Promise<void> {
  const text = render(desk, customer.language, t('topic-opened', { id: String(ticketId) }));
  await say(tx, { chat: { ...chat, pointsTo: ticketId }, said: { text } });
}

/** Where what belongs to a ticket is said in a chat: in the ticket's topic if it has one. */
export async function spotOf({ tx, chat }: Where, ticket: Ticket): Promise<Spot> {
  const { id, kind, direct } = chat;
  const there = { id, kind, ...(direct === undefined ? {} : { direct }) };
  if (!ticket.in_topic || ticket.chat_id !== id) return there;
  const topic = await topicOf(tx, ticket.id);
  return { ...there, topic: ticket.id, ...(topic?.thread ? { thread: topic.thread } : {}) };
}

/** Keeps the name of a ticket's topic: its number, and where it stands. */
export async function followTopic(place: Where, ticket: Ticket, title: string): Promise<void> {
  if (!ticket.in_topic) return;
  const topic = await topicOf(place.tx, ticket.id);
  const name = Array.from(title.replaceAll(/[\u2068\u2069]/g, ''))
    .slice(0, NAME_LENGTH)
    .join('');
  if (!topic || topic.name === name) return;
  await nameTopic(place.tx, place.chat, { ticketId: ticket.id, name, thread: topic.thread });
}

/** A ticket's topic was made, or could not be. Returns false when something else was sent. */
export async function hearTopic(tx: Tx, { ref, state, remoteId }: Settled): Promise<boolean> {
  const { ticketTopic: ticketId } = ref;
  if (ticketId === undefined) return false;
  if (state === 'sent' && remoteId !== undefined) await topicMade(tx, ticketId, Number(remoteId));
  else await topicFailed(tx, ticketId);
  return true;
}
