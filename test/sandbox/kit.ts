import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chat, Message, Update, User } from '@grammyjs/types';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { startSandbox } from '../../sandbox/index.ts';

export const token = '1000001:secret-of-the-desk';
export const botId = 1000001;

/** The answer of a Bot API call, good or bad. */
export interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

/** A sandbox with short ways to both of its sides. */
export interface Kit extends AsyncDisposable {
  url: string;
  /** A Bot API call, whatever it answers. */
  call(method: string, params?: object, as?: string): Promise<Answer>;
  /** A Bot API call that must succeed. */
  ok<T = Message>(method: string, params?: object, as?: string): Promise<T>;
  /** A call to the people side that must succeed: GET without a body, POST with one. */
  people<T = Message>(path: string, body?: object): Promise<T>;
  /** A person who has pressed Start. */
  person(firstName?: string): Promise<User>;
  chat(wish: {
    type: string;
    creator: number;
    is_forum?: boolean;
    username?: string;
    join_by_request?: boolean;
  }): Promise<Chat>;
  /** What the bot has not confirmed yet. */
  updates(as?: string): Promise<Update[]>;
}

/** Starts a sandbox on a free port. Flood control is lifted unless `limits` says otherwise. */
export async function openSandbox(limits?: SandboxOptions['limits']): Promise<Kit> {
  const bots = [{ token, username: 'desk_bot', first_name: 'Desk' }];
  const sandbox = await startSandbox({ port: 0, bots, limits: limits ?? { enabled: false } });
  const post = async (path: string, body?: object): Promise<unknown> => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(sandbox.url + path, body === undefined ? {} : init);
    return await answer.json();
  };
  const call: Kit['call'] = async (method, params = {}, as = token) =>
    (await post(`/bot${as}/${method}`, params)) as Answer;
  const ok = async <T>(method: string, params?: object, as?: string): Promise<T> => {
    const answer = await call(method, params, as);
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
    return answer.result as T;
  };
  const people = async <T>(path: string, body?: object): Promise<T> => {
    const answer = (await post(`/people/${path}`, body)) as T & { error?: { message: string } };
    if (answer.error !== undefined) throw new Error(answer.error.message);
    return answer;
  };
  return {
    url: sandbox.url,
    call,
    ok,
    people,
    person: async (first_name = 'Anna') => {
      const user = await people<User>('users', { first_name });
      await people(`users/${user.id}/start`, { chat: botId });
      await ok('getUpdates', { offset: -1 });
      await ok('getUpdates', { offset: 2 ** 40 });
      return user;
    },
    chat: (wish) => people<Chat>('chats', { title: 'A place', ...wish }),
    updates: (as) => ok<Update[]>('getUpdates', {}, as),
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** A place that takes webhook deliveries. `respond` decides each answer; the default is 200. */
export interface Hook extends AsyncDisposable {
  url: string;
  taken: { update: Update; headers: IncomingHttpHeaders; at: number }[];
  respond: (
    update: Update,
    nth: number,
  ) => Promise<{ status: number; headers?: Record<string, string>; body?: string }>;
  /** Waits until that many deliveries came, taken or not. */
  seen(count: number): Promise<void>;
}

/** Opens a webhook listener on a free port. */
export async function openHook(): Promise<Hook> {
  const waiting: { count: number; done: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString()) as Update;
      const nth = hook.taken.push({ update, headers: request.headers, at: performance.now() });
      void hook.respond(update, nth).then(({ status, headers = {}, body = '' }) => {
        response.writeHead(status, headers).end(body);
        for (const wish of waiting) if (hook.taken.length >= wish.count) wish.done();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hook: Hook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    taken: [],
    respond: async () => ({ status: 200 }),
    seen: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, done: resolve });
        if (hook.taken.length >= count) resolve();
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return hook;
}

/** Asks again until the answer satisfies. */
export async function until<T>(ask: () => Promise<T>, satisfied: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (satisfied(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
