import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { startDesk } from '../../app/desk.ts';
import { openRuntime, type Runtime } from '../../app/runtime.ts';
import { followClock } from '../../app/sandbox.ts';
import { stopList } from '../../app/stops.ts';
import { BOT, type TestDesk, testDesk } from './desk.ts';

/** What Telegram would know and a stranger would not. */
export const SECRET = 'webhook-secret-of-the-tests';

/** Another process's worth of the same desk: on the same database and the same bot, with connections of its own. */
export type SecondDesk = AsyncDisposable & { readonly url: string; readonly runtime: Runtime };

/** Starts a second desk beside `t`. */
export async function secondDesk(t: TestDesk): Promise<SecondDesk> {
  const stops = stopList();
  const runtime = await openRuntime({ ...t.runtime.config, PORT: 0 }, t.runtime.url);
  stops.add(() => runtime.close());
  const desk = await startDesk(runtime, { token: BOT.token, demo: true });
  stops.add(() => desk.stop());
  stops.add(followClock(runtime, t.sandboxUrl));
  return {
    ...{ url: `http://127.0.0.1:${desk.port}`, runtime },
    [Symbol.asyncDispose]: () => stops.all(),
  };
}

/** A desk that is brought its updates, and the place between it and the sandbox. */
export type WebhookDesk = AsyncDisposable & {
  readonly desk: TestDesk;
  /** Every update that the sandbox has brought, oldest first. */
  readonly brought: Update[];
  /** Who gets what the sandbox brings, each update to all of them at once; the sandbox is told 200 when all of them answered it. */
  readonly targets: string[];
};

/** Brings an update to a desk as Telegram does; answers the status. */
export async function bring(
  url: string,
  update: unknown,
  secret: string | undefined = SECRET,
): Promise<number> {
  const response = await fetch(`${url}/telegram/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: typeof update === 'string' ? update : JSON.stringify(update),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Starts a desk with a webhook; the sandbox reaches it through a relay that can bring each update to several desks at once. */
export async function webhookDesk(): Promise<WebhookDesk> {
  const stops = stopList();
  const brought: Update[] = [];
  const targets: string[] = [];
  const relay = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    brought.push(JSON.parse(body) as Update);
    const statuses = await Promise.all(targets.map((target) => bring(target, body).catch(() => 503)));
    response.writeHead(statuses.every((status) => status === 200) ? 200 : 503).end();
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  stops.add(() => relay.close());
  const desk = await testDesk({
    env: {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    },
  });
  stops.add(() => relay.closeAllConnections());
  stops.add(() => desk[Symbol.asyncDispose]());
  targets.push(desk.url);
  return { desk, brought, targets, [Symbol.asyncDispose]: () => stops.all() };
}

let made = 0;

/** Updates of one invented person, numbered as Telegram would. Nobody on the sandbox has this account. */
export function stranger(from: Record<string, unknown> = {}) {
  made += 1;
  const id = 7_000_000 + made;
  let next = 0;
  const person = { id, is_bot: false, first_name: 'Stranger', language_code: 'en', ...from };
  const chat = { id, type: 'private', first_name: person.first_name };
  return {
    id,
    /** A message with these words, or with these fields of Telegram's. */
    says(said: string | Record<string, unknown>): Update {
      next += 1;
      const message = typeof said === 'string' ? { text: said } : said;
      const text = typeof message.text === 'string' ? message.text : '';
      const command = /^\/\w+/.exec(text)?.[0];
      return {
        update_id: id * 100_000 + next,
        message: {
          ...{ message_id: next, from: person, chat, date: Math.floor(Date.now() / 1000) },
          ...(command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {}),
          ...message,
        },
      } as unknown as Update;
    },
    /** Any other kind of update of this person's. */
    does(what: (chatOfPerson: typeof chat, personWho: typeof person) => Record<string, unknown>): Update {
      next += 1;
      return { update_id: id * 100_000 + next, ...what(chat, person) } as unknown as Update;
    },
  };
}
