import type { Checklist, Location, Message, MessageOrigin, Poll } from 'grammy/types';
import type { Content } from '../../domain/front-desk/index.ts';

/** What a message carries besides files: its kind, in words, and its facts for whoever wants to show them. */
export type Carried = { kind: string; text: string; details?: unknown };

/** A place, a contact, a poll, … as words and facts; undefined for a message that carries nothing of the kind (B6). */
export function carriedBy(message: Message): Carried | undefined {
  const { venue, location, contact, poll, checklist, dice } = message;
  if (venue) {
    const { title, address } = venue;
    const details = { ...placeOf(venue.location), title, address };
    return { kind: 'venue', text: `${title}, ${address}`, details };
  }
  if (location) {
    const { latitude, longitude, live_period: seconds } = location;
    const until = seconds === undefined ? {} : { live_until: untilOf(message.date, seconds) };
    return {
      kind: 'location',
      text: `${latitude}, ${longitude}`,
      details: { ...placeOf(location), ...until },
    };
  }
  if (contact) {
    const { first_name, last_name, phone_number, user_id } = contact;
    return {
      kind: 'contact',
      text: [first_name, last_name, phone_number].filter(Boolean).join(' '),
      details: {
        name: [first_name, last_name].filter(Boolean).join(' '),
        phone: phone_number,
        ...(user_id === undefined ? {} : { telegram_id: user_id }),
      },
    };
  }
  if (poll) return pollOf(poll);
  if (checklist) return checklistOf(checklist);
  if (dice) return { kind: 'dice', text: `${dice.emoji} ${dice.value}` };
  return inOtherWords(message);
}

const placeOf = ({ latitude, longitude, horizontal_accuracy, heading }: Location) => ({
  latitude,
  longitude,
  ...(horizontal_accuracy === undefined ? {} : { accuracy_metres: horizontal_accuracy }),
  ...(heading === undefined ? {} : { heading }),
});

/** Telegram's word for a place that is shared until it is stopped. */
const FOR_EVER = 0x7fffffff;

const untilOf = (date: number, seconds: number): string | null =>
  seconds === FOR_EVER ? null : new Date((date + seconds) * 1000).toISOString();

function pollOf({ question, options, total_voter_count: voters }: Poll): Carried {
  return {
    kind: 'poll',
    text: [question, ...options.map(({ text }) => `- ${text}`)].join('\n'),
    details: {
      question,
      voters,
      options: options.map(({ text, voter_count }) => ({ text, votes: voter_count })),
    },
  };
}

function checklistOf({ title, tasks }: Checklist): Carried {
  const items = tasks.map((task) => ({
    text: task.text,
    done: task.completion_date !== undefined && task.completion_date > 0,
  }));
  return {
    kind: 'checklist',
    text: [title, ...items.map(({ text, done }) => `${done ? '☑' : '☐'} ${text}`)].join('\n'),
    details: { title, tasks: items },
  };
}

/** Kinds that have words of their own somewhere inside. */
function inOtherWords(message: Message): Carried | undefined {
  if (message.web_app_data) return { kind: 'form', text: message.web_app_data.data };
  if (message.game) return { kind: 'game', text: message.game.title };
  if (message.rich_message) return { kind: 'article', text: wordsIn(message.rich_message).join('\n') };
  return undefined;
}

/** Every text inside a message of blocks, in their order. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : wordsIn(inner),
  );
}

/** Who wrote a forwarded message first. */
export function originOf(from: MessageOrigin): NonNullable<Content['origin']> {
  const at = new Date(from.date * 1000);
  switch (from.type) {
    case 'user': {
      const { first_name, last_name } = from.sender_user;
      return { kind: 'user', name: [first_name, last_name].filter(Boolean).join(' '), at };
    }
    case 'hidden_user':
      return { kind: 'hidden_user', name: from.sender_user_name, at };
    case 'chat':
      return { kind: 'chat', name: 'title' in from.sender_chat ? (from.sender_chat.title ?? '') : '', at };
    case 'channel':
      return { kind: 'channel', name: 'title' in from.chat ? (from.chat.title ?? '') : '', at };
  }
}
