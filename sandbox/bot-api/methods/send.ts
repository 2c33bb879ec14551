import type { Message } from '@grammyjs/types';
import { assertCanWrite, tellViewers } from '../chats.ts';
import type { Content } from '../content.ts';
import { badRequest } from '../errors.ts';
import type { Call } from '../model.ts';
import { compact, now, serial } from '../world.ts';
import { textContent } from './content.ts';
import { placeOf } from './place.ts';
import { findTarget, sendContent } from './target.ts';

/** sendMessage. */
export function sendMessage(call: Call): Message {
  const target = findTarget(call);
  return sendContent(call, target, textContent(call));
}

function pick(call: Call, names: readonly string[]): Record<string, unknown> {
  return compact(Object.fromEntries(names.map((name) => [name, call.params[name]])));
}

const locationFields = ['longitude', 'latitude', 'horizontal_accuracy', 'live_period', 'heading'];

/** sendLocation. */
export function sendLocation(call: Call): Message {
  const target = findTarget(call);
  return sendContent(call, target, { location: pick(call, locationFields) } as object as Content);
}

/** sendVenue. */
export function sendVenue(call: Call): Message {
  const target = findTarget(call);
  const location = pick(call, ['longitude', 'latitude']);
  const venue = { location, ...pick(call, ['title', 'address', 'foursquare_id', 'google_place_id']) };
  return sendContent(call, target, { location, venue } as object as Content);
}

/** sendContact. */
export function sendContact(call: Call): Message {
  const target = findTarget(call);
  const contact = pick(call, ['phone_number', 'first_name', 'last_name', 'vcard']);
  return sendContent(call, target, { contact } as object as Content);
}

const diceSides: Record<string, number> = { '🎲': 6, '🎯': 6, '🎳': 6, '🏀': 5, '⚽': 5, '🎰': 64 };

/** sendDice: the value is random. */
export function sendDice(call: Call): Message {
  const emoji = String(call.params.emoji ?? '🎲');
  const sides = diceSides[emoji];
  const target = findTarget(call, 'can_send_other_messages');
  if (sides === undefined) throw badRequest('wrong emoji specified');
  const value = 1 + Math.floor(Math.random() * sides);
  return sendContent(call, target, { dice: { emoji, value } });
}

/** sendPoll: the poll can be shown, not voted in. */
export function sendPoll(call: Call): Message {
  const target = findTarget(call, 'can_send_polls');
  const {
    question,
    options,
    is_anonymous = true,
    type = 'regular',
    allows_multiple_answers = false,
  } = call.params as {
    question: string;
    options: (string | { text: string })[];
    is_anonymous?: boolean;
    type?: string;
    allows_multiple_answers?: boolean;
  };
  const poll = {
    id: String(5_000_000_000n + BigInt(serial(call.world))),
    question,
    options: options.map((option, index) => ({
      persistent_id: String(index + 1),
      text: typeof option === 'string' ? option : option.text,
      voter_count: 0,
    })),
    ...{ total_voter_count: 0, is_closed: false, is_anonymous, type, allows_multiple_answers },
  };
  return sendContent(call, target, { poll } as object as Content);
}

/** sendChatAction: the phones show typing for five seconds. */
export function sendChatAction(call: Call): true {
  const { world, bot } = call;
  const { chat, link } = placeOf(call);
  if (link === undefined) assertCanWrite(world, bot, chat);
  chat.typing = { userId: link?.userId ?? bot.user.id, until: now(world) + 5000 };
  tellViewers(world, chat, { event: 'typing', data: { action: call.params.action } });
  return true;
}
