import { setTimeout as delay } from 'node:timers/promises';

/** A message as the sandbox shows it to a person. */
export type Seen = {
  message_id: number;
  text?: string;
  from?: { is_bot: boolean };
  reply_markup?: { inline_keyboard?: { text: string; callback_data?: string }[][] };
};

/** Somebody on the sandbox, as the demo plays them. */
export type Player = {
  id: number;
  say: (words: Record<string, unknown>) => Promise<void>;
  press: (messageId: number, data: string) => Promise<void>;
  messages: () => Promise<Seen[]>;
};

const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/** Asks the sandbox's people side. */
export async function askSandbox(sandboxUrl: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${sandboxUrl}/people${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`the sandbox refused ${path}: ${response.status}`);
  return response.json();
}

/** Makes a person on the sandbox who talks to the bot with this username. */
export async function createPlayer(
  sandboxUrl: string,
  who: { first_name: string; last_name?: string; username?: string; language_code: string; bot: string },
): Promise<Player> {
  const { bot, ...person } = who;
  const call = (path: string, body?: unknown) => askSandbox(sandboxUrl, `/users${path}`, body);
  const { id } = (await call('', person)) as { id: number };
  const chat = `@${bot}`;
  return {
    id,
    say: async (words) => {
      await call(`/${id}/send`, { chat, ...words });
    },
    press: async (messageId, data) => {
      await call(`/${id}/press`, { chat, message_id: messageId, data });
    },
    messages: async () => (await call(`/${id}/chats/${encodeURIComponent(chat)}/messages`)) as Seen[],
  };
}

/** Waits until the bot has said something for which `find` has an answer, and returns that answer. */
export async function untilSeen<T>(player: Player, find: (message: Seen) => T | undefined): Promise<T> {
  const began = performance.now();
  for (;;) {
    const messages = (await player.messages()).filter(({ from }) => from?.is_bot).reverse();
    for (const message of messages) {
      const found = find(message);
      if (found !== undefined) return found;
    }
    if (performance.now() - began > PATIENCE_MS)
      throw new Error(`the bot did not answer in the demo; it said last: ${messages[0]?.text ?? 'nothing'}`);
    await delay(PAUSE_MS);
  }
}

/** The ticket number on a card. */
export function numberOf(message: Seen): number | undefined {
  const number = /^№ (\d+) ·/.exec(message.text ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
