import { setTimeout as delay } from 'node:timers/promises';
import { draw } from '../../app/simulate/random.ts';
import { BOT } from './processes.ts';

/** Somebody who writes, and what they wrote: Telegram's numbers in their order, and the words that stand in the end. */
export type Customer = { id: number; wrote: number[]; words: Map<number, string> };

const KINDS = [
  'text',
  'photo',
  'album',
  'edit',
  'reply',
  'voice',
  'location',
  'contact',
  'document',
] as const;
const CHAT = `@${BOT.username}`;

/** Plays one customer, in an order of kinds that the seed decides; answers what they wrote. */
export async function playCustomer(
  sandboxUrl: string,
  how: { index: number; seed: number; messages: number; pauseMs: number },
): Promise<Customer> {
  const { index, seed, messages, pauseMs } = how;
  const call = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${sandboxUrl}/people/users${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status} to ${path}`);
    return (await response.json()) as T;
  };
  const { id } = await call<{ id: number }>('', { first_name: `Customer ${index}`, language_code: 'en' });
  const customer: Customer = { id, wrote: [], words: new Map() };
  const send = async (what: Record<string, unknown>): Promise<void> => {
    const answer = await call<Sent | Sent[]>(`/${id}/send`, { chat: CHAT, ...what });
    for (const { message_id: number, text, caption } of [answer].flat()) {
      customer.wrote.push(number);
      const words = text ?? caption;
      if (words !== undefined) customer.words.set(number, words);
    }
  };
  await call(`/${id}/send`, { chat: CHAT, text: '/start t_idea' });
  await send({ text: `idea of ${index}, part 0` });
  for (let part = 1; part < messages; part += 1) {
    await delay(pauseMs * (0.5 + draw(seed, index, part, 'pause')));
    const kind = KINDS[Math.floor(draw(seed, index, part, 'kind') * KINDS.length)] ?? 'text';
    const words = `idea of ${index}, part ${part}`;
    const first = customer.wrote[0] ?? 0;
    if (kind === 'edit') {
      const text = `idea of ${index}, edited at ${part}`;
      await call(`/${id}/edit`, { chat: CHAT, message_id: first, text });
      customer.words.set(first, text);
    } else await send(saying(kind, words, first));
  }
  await press(call, id);
  return customer;
}

type Sent = { message_id: number; text?: string; caption?: string };
type Call = <T>(path: string, body?: unknown) => Promise<T>;

function saying(kind: (typeof KINDS)[number], words: string, first: number): Record<string, unknown> {
  switch (kind) {
    case 'photo':
      return { photo: true, caption: words };
    case 'album':
      return { media_group: [{ photo: true, caption: words }, { photo: true }, { photo: true }] };
    case 'voice':
      return { voice: true };
    case 'document':
      return { document: true, caption: words };
    case 'location':
      return { location: { latitude: 40.4, longitude: 49.9 } };
    case 'contact':
      return { contact: { first_name: 'Me', phone_number: '+994501234567' } };
    case 'reply':
      return { text: words, reply_to: first };
    default:
      return { text: words };
  }
}

type Shown = { message_id: number; reply_markup?: { inline_keyboard?: { callback_data?: string }[][] } };

/** Presses the first button of the latest message that has one. */
async function press(call: Call, id: number): Promise<void> {
  const shown = await call<Shown[]>(`/${id}/chats/${encodeURIComponent(CHAT)}/messages`);
  for (const { message_id, reply_markup } of shown.reverse()) {
    const data = reply_markup?.inline_keyboard
      ?.flat()
      .find(({ callback_data }) => callback_data)?.callback_data;
    if (data) return void (await call(`/${id}/press`, { chat: CHAT, message_id, data }).catch(() => {}));
  }
}

/** What a customer sees of the bot's and the agents' words. */
export async function seenBy(sandboxUrl: string, customer: number): Promise<string[]> {
  const response = await fetch(
    `${sandboxUrl}/people/users/${customer}/chats/${encodeURIComponent(CHAT)}/messages`,
  );
  const messages = (await response.json()) as { text?: string; from?: { is_bot: boolean } }[];
  return messages.flatMap(({ text, from }) => (from?.is_bot && text ? [text] : []));
}
