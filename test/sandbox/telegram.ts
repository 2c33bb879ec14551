/** A sandbox for one test file and the people in it, driven over HTTP as anybody else would. */
import type { Message, User } from '@grammyjs/types';
import { type SandboxOptions, startSandbox } from '../../sandbox/index.ts';

/** A message as a person sees it. */
export type Shown = Message & { text?: string };
/** What a press led to. */
export type Press = {
  answer?: { text?: string; show_alert?: boolean; url?: string };
  open?: Record<string, unknown>;
  sent?: number;
};

/** A PNG of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const token = '7000000001:AAFakeTokenOfTheSandbox_abcdefghijk';
const username = 'helper_bot';

/** Waits until `look` finds something; fails with the words and the last thing seen. */
export const until = async <T>(words: string, look: () => Promise<T | undefined>): Promise<T> => {
  const deadline = Date.now() + 8000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`never happened: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
};

/** One person's chat with the bot or with a group. */
const chatOf = (people: People, user: User, chat: number | string) => {
  const path = `/people/users/${user.id}`;
  const messages = (after = 0) =>
    people<Shown[]>(`${path}/chats/${encodeURIComponent(chat)}/messages?after=${after}`);
  return {
    messages,
    send: (body: object) => people<Shown>(`${path}/send`, { chat, ...body }),
    start: (payload?: string) =>
      people<Shown>(`${path}/start`, { chat, ...(payload === undefined ? {} : { payload }) }),
    press: (message: Shown, data: string) =>
      people<Press>(`${path}/press`, { chat, message_id: message.message_id, data }),
    tap: (text: string) => people<Press>(`${path}/press`, { chat, text }),
    edit: (message: Shown, text: string) =>
      people<Shown>(`${path}/edit`, { chat, message_id: message.message_id, text }),
    /** The first message after `since` that fits. */
    sees: (words: string, since: Shown, fits: (message: Shown) => boolean) =>
      until(words, async () => (await messages(since.message_id)).find(fits)),
    seesText: (since: Shown, text: string) =>
      until(`"${text}"`, async () =>
        (await messages(since.message_id)).find((message) => message.text === text),
      ),
  };
};

type People = <T>(path: string, body?: object) => Promise<T>;

/** Starts a sandbox with one bot. */
export const startTelegram = async (limits?: SandboxOptions['limits']) => {
  const bot = { token, username, first_name: 'Helper' };
  const sandbox = await startSandbox({ port: 0, bots: [bot], ...(limits === undefined ? {} : { limits }) });
  const people: People = async <T>(path: string, body?: object) => {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(sandbox.url + path, init);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  };
  /** Calls a Bot API method bare, without any library. */
  const call = async (method: string, params: object = {}) => {
    const response = await fetch(`${sandbox.url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    const body = (await response.json()) as {
      ok: boolean;
      result?: unknown;
      error_code?: number;
      description?: string;
    };
    return { status: response.status, body };
  };
  const person = async (first_name: string, chat: number | string = `@${username}`) => {
    const user = await people<User>('/people/users', { first_name });
    return {
      user,
      in: (place: number | string) => chatOf(people, user, place),
      ...chatOf(people, user, chat),
    };
  };
  return { url: sandbox.url, close: sandbox.close, token, username, people, call, person };
};

/** A running sandbox with short ways to both of its sides. */
export type Telegram = Awaited<ReturnType<typeof startTelegram>>;
/** A person, with ways to talk to the bot and in groups. */
export type Person = Awaited<ReturnType<Telegram['person']>>;
