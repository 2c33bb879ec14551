import { sql } from 'kysely';
import { readConfig } from '../app/config.ts';
import { askSandbox } from '../app/demo/people.ts';
import { openRuntime, type Runtime } from '../app/runtime.ts';
import { recordDelivery } from '../domain/back-office/index.ts';
import { lockChat, type Place, say } from '../domain/chats/index.ts';
import { setUnreachable } from '../domain/customers/index.ts';
import { createApi, PARALLEL, startSender } from '../edges/telegram-out/index.ts';
import { type Benchmark, type Figures, median, round, withPostgres } from './benchmark.ts';
import { TOKEN, withSandbox } from './sandbox.ts';

const ROUNDS = 5;
const CHATS = 400;
const MESSAGES = 2000;
const LIMITED = 600;
const BOT_PER_SECOND = 30;

/** What the outbox costs, and how much of Telegram's limits it uses. */
export const outbox: Benchmark = {
  summary:
    'messages a second through the outbox, limits lifted, against a bare loop of the same calls; and the share of the limits that it uses',
  run: () => withPostgres(measure),
};

async function measure(url: string): Promise<Figures> {
  const config = readConfig({ LOG_LEVEL: 'error', DATABASE_URL: url });
  const runtime = await openRuntime(config, url);
  try {
    const lifted = await withSandbox(['--no-limits'], (root) => throughput(runtime, root));
    const limited = await withSandbox([], (root) => shareOfLimits(runtime, root));
    return { ...lifted, ...limited };
  } finally {
    await runtime.close();
  }
}

async function throughput(runtime: Runtime, root: string): Promise<Figures> {
  const chats = await openChats(runtime, root, CHATS);
  const api = createApi({ token: TOKEN, apiRoot: root, timeoutSeconds: 15 });
  const ratios: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  await sendAll(runtime, { root, chats, count: CHATS, perSecond: null });
  for (let each = 0; each < ROUNDS; each += 1) {
    const through = MESSAGES / (await sendAll(runtime, { root, chats, count: MESSAGES, perSecond: null }));
    const loop =
      MESSAGES /
      (await bareLoop(chats, (chat, text) =>
        api.sendMessage(chat, text, { link_preview_options: { is_disabled: true } }),
      ));
    ours.push(through);
    bare.push(loop);
    ratios.push(through / loop);
  }
  return {
    messages_per_second: Math.round(median(ours)),
    bare_messages_per_second: Math.round(median(bare)),
    ratio: round(median(ratios)),
    ratio_min: round(Math.min(...ratios)),
    parallel: PARALLEL.lifted,
  };
}

/** The limits allow so many at once and as many again after each second. */
async function shareOfLimits(runtime: Runtime, root: string): Promise<Figures> {
  const chats = await openChats(runtime, root, LIMITED);
  const seconds = await sendAll(runtime, { root, chats, count: LIMITED, perSecond: BOT_PER_SECOND });
  const stats = (await askSandbox(root, '/stats')) as { flood: Record<string, number> };
  const least = Math.ceil(LIMITED / BOT_PER_SECOND) - 1;
  const { violations_bot_second = 0, violations_per_chat_second = 0 } = stats.flood;
  return {
    limited_seconds: round(seconds),
    limited_seconds_at_best: least,
    share_of_limit: round(least / seconds),
    limits_exceeded: violations_bot_second + violations_per_chat_second,
  };
}

type Addressee = Place & { telegramChatId: number };

async function openChats(runtime: Runtime, root: string, count: number): Promise<Addressee[]> {
  const chats: Addressee[] = [];
  for (let each = 0; each < count; each += 1) {
    const person = (await askSandbox(root, '/users', { first_name: `Person ${each}` })) as { id: number };
    await askSandbox(root, `/users/${person.id}/start`, { chat: 1_000_001 });
    const telegramChatId = person.id;
    const chat = await runtime.transact((tx) =>
      lockChat(tx, { telegramChatId, kind: 'private' }, runtime.clock.now()),
    );
    chats.push({ id: chat.id, kind: 'private', telegramChatId });
  }
  return chats;
}

type Sending = { root: string; chats: readonly Place[]; count: number; perSecond: number | null };

/** Puts the messages into the outbox, then sends them all; answers the seconds of the sending. */
async function sendAll(runtime: Runtime, { root, chats, count, perSecond }: Sending): Promise<number> {
  const { db, transact, log, metrics, clock } = runtime;
  await sql`truncate outbox, outbox_lanes, outbox_budgets`.execute(db);
  for (let first = 0; first < count; first += chats.length) {
    await transact(async (tx) => {
      for (const [index, chat] of chats.entries())
        if (first + index < count)
          await say(tx, { chat, said: { text: `Message ${first + index} of a benchmark.` } });
    });
  }
  const began = performance.now();
  const api = createApi({ token: TOKEN, apiRoot: root, timeoutSeconds: 15 });
  const sender = startSender({
    ...{ api, patient: api, files: async () => undefined, bot: 'bench_bot', url: runtime.url },
    ...{ db, transact, log, metrics },
    perSecond,
    onSettled: recordDelivery,
    onUnreachable: (tx, customer) => setUnreachable(tx, customer, clock.now()),
    isOwn: async () => false,
  });
  try {
    for (;;) {
      const { rows } = await sql`select from outbox where state in ('pending', 'sending') limit 1`.execute(
        db,
      );
      if (rows.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const seconds = (performance.now() - began) / 1000;
    const { rows: unsent } = await sql`select from outbox where state <> 'sent'`.execute(db);
    if (unsent.length > 0)
      throw new Error(`${unsent.length} messages were not sent, so nothing was measured`);
    return seconds;
  } finally {
    await sender.stop();
  }
}

/** The same calls with nothing around them; answers the seconds. */
async function bareLoop(
  chats: readonly Addressee[],
  call: (chat: number, text: string) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < MESSAGES; index = next++) {
      const chat = chats[index % chats.length];
      if (chat) await call(chat.telegramChatId, `Message ${index} of a benchmark.`);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL.lifted }, lane));
  return (performance.now() - began) / 1000;
}
