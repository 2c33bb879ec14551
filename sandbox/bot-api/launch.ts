import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { findUser } from './accounts.ts';
import { chatForPerson, chatObject } from './chats.ts';
import type { Bot, World } from './model.ts';
import { compact, serial, unixNow } from './world.ts';

/** How a Mini App is opened. */
export interface Launch {
  userId: number;
  bot: Bot;
  url: string;
  /** Where the person is; a link's app learns what kind of chat that is. */
  chat: number | string;
  from: 'keyboard' | 'inline' | 'menu' | 'link';
  startParam?: string | undefined;
  theme: Record<string, string>;
  version: string;
  platform: string;
  isFullscreen: boolean;
}

/**
 * The address of a Mini App with everything that Telegram's clients add in its fragment: data signed with the bot's token
 * (`hash`) and, for third parties, with the sandbox's own Ed25519 key (`signature`), colours, version, platform.
 */
export function launchUrl(world: World, launch: Launch): string {
  const url = new URL(launch.url);
  if (launch.startParam !== undefined) url.searchParams.set('tgWebAppStartParam', launch.startParam);
  const fragment = new URLSearchParams({
    tgWebAppData: initData(world, launch),
    tgWebAppVersion: launch.version,
    tgWebAppPlatform: launch.platform,
    tgWebAppThemeParams: JSON.stringify(launch.theme),
    ...(launch.isFullscreen ? { tgWebAppFullscreen: '1' } : {}),
  });
  const own = url.hash.replace(/^#/, '');
  url.hash = own === '' ? String(fragment) : `${own}${own.includes('?') ? '&' : '?'}${String(fragment)}`;
  return String(url);
}

/** What the Mini App is told about its launch; apps that a keyboard opened are told nothing that they could answer to. */
function initData(world: World, launch: Launch): string {
  const { userId, bot, chat: ref, from, startParam } = launch;
  const { is_bot: _, ...user } = findUser(world, userId) as object as Record<string, unknown>;
  const chat = chatForPerson(world, userId, ref);
  const isLink = from === 'link';
  const fields = compact<Record<string, string>>({
    query_id: from === 'inline' || from === 'menu' ? newQuery(world, launch) : undefined,
    user: JSON.stringify({ ...user, allows_write_to_pm: true }),
    chat_type: isLink ? (chat.botId === bot.user.id ? 'sender' : chat.kind) : undefined,
    chat_instance: isLink ? instanceOf(`${JSON.stringify(chatObject(world, chat))}`) : undefined,
    start_param: startParam,
    auth_date: String(unixNow(world)),
  });
  const signature = signFor(world, bot, fields);
  const hash = hashFor(bot, { ...fields, signature });
  return String(new URLSearchParams({ ...fields, signature, hash }));
}

function newQuery(world: World, { bot, userId, chat }: Launch): string {
  const id = Buffer.from(`web app ${serial(world)}`).toString('base64url');
  world.webAppQueries.set(id, { botId: bot.user.id, userId, chat });
  return id;
}

function instanceOf(text: string): string {
  return createHash('sha256').update(text).digest().readBigInt64BE(0).toString();
}

function lines(fields: Record<string, string>): string {
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return pairs.sort().join('\n');
}

/** HMAC with a key made from the bot's token: what the bot's own server checks. */
function hashFor(bot: Bot, fields: Record<string, string>): string {
  const key = createHmac('sha256', 'WebAppData').update(bot.token).digest();
  return createHmac('sha256', key).update(lines(fields)).digest('hex');
}

/** Ed25519 over the bot's id and the fields: what anybody can check who knows the public key. */
function signFor(world: World, bot: Bot, fields: Record<string, string>): string {
  const text = `${bot.user.id}:WebAppData\n${lines(fields)}`;
  return sign(null, Buffer.from(text), privateKey(world)).toString('base64url');
}

function privateKey(world: World) {
  return createPrivateKey({ key: Buffer.from(world.launchKey), format: 'der', type: 'pkcs8' });
}

/** The public half of the key that signs launches, in hexadecimal, as Telegram publishes its own. */
export function launchPublicKey(world: World): string {
  const spki = createPublicKey(privateKey(world)).export({ format: 'der', type: 'spki' });
  return spki.subarray(-32).toString('hex');
}
