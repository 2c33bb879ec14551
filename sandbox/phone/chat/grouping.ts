import type { Message } from '../data/model.ts';
import { sameDay, senderId, serviceText } from '../text.ts';

/** Messages of one sender that stand together; an album is one item with several messages. */
export interface BubbleItem {
  kind: 'bubble';
  key: number;
  messages: [Message, ...Message[]];
  mine: boolean;
  /** First and last of a run of one sender: the first carries the name, the last the tail. */
  first: boolean;
  last: boolean;
}

/** A line of a conversation. */
export type Item =
  | BubbleItem
  | { kind: 'day'; key: string; date: number }
  | { kind: 'service'; key: number; message: Message };

const runSeconds = 600;

const belongs = (previous: Item | undefined, message: Message): previous is BubbleItem => {
  if (previous?.kind !== 'bubble') return false;
  const [other] = previous.messages;
  return senderId(other) === senderId(message) && message.date - other.date < runSeconds;
};

const plainSay = (word: string): string => word;

/** Lays messages out as lines: days, service messages, and bubbles in runs of one sender. */
export const layOut = (messages: readonly Message[], person: number): Item[] => {
  const items: Item[] = [];
  let previous: Message | undefined;
  for (const message of messages) {
    if (previous === undefined || !sameDay(previous.date, message.date))
      items.push({ kind: 'day', key: `day-${message.message_id}`, date: message.date });
    previous = message;
    if (serviceText(message, plainSay) !== undefined) {
      items.push({ kind: 'service', key: message.message_id, message });
      continue;
    }
    const before = items.at(-1);
    const joins = belongs(before, message);
    if (
      joins &&
      message.media_group_id !== undefined &&
      before.messages[0].media_group_id === message.media_group_id
    ) {
      before.messages.push(message);
      continue;
    }
    if (joins) before.last = false;
    const mine = message.from?.id === person && message.sender_chat === undefined;
    items.push({
      kind: 'bubble',
      key: message.message_id,
      messages: [message],
      mine,
      first: !joins,
      last: true,
    });
  }
  return items;
};

/** Names an item by all that its picture depends on, so that an unchanged one is not drawn again. */
export const sameItem = (one: BubbleItem, other: BubbleItem): boolean =>
  one.first === other.first &&
  one.last === other.last &&
  one.mine === other.mine &&
  one.messages.length === other.messages.length &&
  one.messages.every((message, at) => message === other.messages[at]);
