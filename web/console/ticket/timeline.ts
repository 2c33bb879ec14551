import type { Conversation, TicketEvent, TicketMessage } from '../../../contract/index.ts';
import type { Outgoing } from '../data/outgoing.ts';
import { impliedBy, repeats } from './events.ts';

/** A line of a conversation as it is shown. */
export type Item =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: TicketMessage;
      readonly headless: boolean;
    }
  | { readonly kind: 'event'; readonly key: string; readonly event: TicketEvent; readonly times: number }
  | { readonly kind: 'outgoing'; readonly key: string; readonly entry: Outgoing };

/** Messages of one author that follow each other within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;
/** How far the clocks of this machine and of the desk may be apart. */
const CLOCKS_APART_MS = 60_000;

type Dated = { at: string; message?: TicketMessage; event?: TicketEvent };

const onePerId = <T extends { id: number }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

const together = (a: TicketMessage | undefined, b: TicketMessage): boolean =>
  a !== undefined &&
  a.author_kind === b.author_kind &&
  a.author?.id === b.author?.id &&
  a.visibility === b.visibility &&
  Date.parse(b.created_at) - Date.parse(a.created_at) < TOGETHER_MS;

/** All loaded messages, oldest first. `parts` come newest first. */
export const messagesOf = (parts: readonly Conversation[]): TicketMessage[] =>
  onePerId(parts.toReversed().flatMap((part) => part.messages));

/** Words on their way that the desk has in truth: the live event can be quicker than the answer. */
const arrived = (entry: Outgoing, messages: readonly TicketMessage[]): boolean =>
  entry.state === 'sending' &&
  messages.some(
    (message) =>
      message.request_key === entry.key ||
      (message.author?.id === entry.staffId &&
        message.author_kind === 'staff' &&
        message.text.trim() === entry.text.trim() &&
        Date.parse(message.created_at) > Date.parse(entry.at) - CLOCKS_APART_MS),
  );

/** Puts an event among the lines: what the events right before it say already is not said again. */
function addEvent(items: Item[], event: TicketEvent): void {
  let index = items.length - 1;
  for (; index >= 0; index -= 1) {
    const item = items[index];
    if (item?.kind !== 'event') break;
    if (impliedBy(event, item.event)) return;
    if (repeats(item.event, event)) {
      items[index] = { ...item, times: item.times + 1 };
      return;
    }
    if (impliedBy(item.event, event)) items.splice(index, 1);
  }
  items.push({ kind: 'event', key: `event-${String(event.id)}`, event, times: 1 });
}

/** The lines of a conversation: messages and events by time, days between them, and at the end what is on its way. */
export function timeline(
  parts: readonly Conversation[],
  outgoing: readonly Outgoing[],
  dayKey: (at: string) => string,
): Item[] {
  const messages = messagesOf(parts);
  const events = onePerId(parts.flatMap((part) => part.events));
  const dated: Dated[] = [
    ...events.map((event) => ({ at: event.at, event })),
    ...messages.map((message) => ({ at: message.created_at, message })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  const items: Item[] = [];
  let day = '';
  let previous: TicketMessage | undefined;
  for (const { at, message, event } of dated) {
    if (dayKey(at) !== day) {
      day = dayKey(at);
      items.push({ kind: 'day', key: `day-${day}`, at });
      previous = undefined;
    }
    if (message) {
      items.push({
        kind: 'message',
        key: `message-${String(message.id)}`,
        message,
        headless: together(previous, message),
      });
    } else if (event) {
      addEvent(items, event);
    }
    previous = message;
  }
  for (const entry of outgoing) {
    if (!arrived(entry, messages)) items.push({ kind: 'outgoing', key: `outgoing-${entry.key}`, entry });
  }
  return items;
}
