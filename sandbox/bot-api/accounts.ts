import { createHash, randomBytes } from 'node:crypto';
import type { User, UserFromGetMe } from '@grammyjs/types';
import { PeopleError } from './errors.ts';
import type { Account, Bot, World } from './model.ts';
import { compact, now } from './world.ts';

/** What a new person says about themselves. */
export interface NewPerson {
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
  is_premium?: boolean | undefined;
}

/** Creates a person. Fails when the username is taken. */
export function createPerson(world: World, person: NewPerson): Account {
  if (person.username !== undefined) assertFreeUsername(world, person.username);
  const user = compact<User>({
    id: world.next.user++,
    is_bot: false,
    first_name: person.first_name,
    last_name: person.last_name,
    username: person.username,
    language_code: person.language_code,
    is_premium: person.is_premium === true ? true : undefined,
  });
  const account: Account = { user, photos: [], createdAt: now(world) };
  world.accounts.set(user.id, account);
  return account;
}

/** What BotFather can switch on and off. */
export type BotSettings = Partial<
  Pick<
    UserFromGetMe,
    | 'can_read_all_group_messages'
    | 'can_join_groups'
    | 'supports_inline_queries'
    | 'can_connect_to_business'
    | 'has_topics_enabled'
    | 'allows_users_to_create_topics'
    | 'supports_join_request_queries'
  >
>;

/** Creates a bot. Without a token one is made up; the part before its colon is the bot's id. */
export function createBot(
  world: World,
  bot: { token?: string | undefined; username: string; first_name: string; settings?: BotSettings },
): Bot {
  assertFreeUsername(world, bot.username);
  const token = bot.token ?? `${world.next.user++}:${randomBytes(26).toString('base64url')}`;
  const id = Number(token.split(':')[0]);
  if (!Number.isSafeInteger(id) || id <= 0 || world.accounts.has(id) || !token.includes(':')) {
    throw new PeopleError(400, 'bad_token', 'A token is NUMBER:SECRET, and the number must be new.');
  }
  const user: UserFromGetMe = {
    ...{ id, is_bot: true, first_name: bot.first_name, username: bot.username },
    ...{ can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false },
    ...{ can_connect_to_business: false, has_main_web_app: false, has_topics_enabled: false },
    ...{ allows_users_to_create_topics: false, can_manage_bots: false },
    ...{ supports_guest_queries: false, supports_join_request_queries: false },
    ...bot.settings,
  } as UserFromGetMe;
  const record = emptyBot(token, user);
  world.bots.set(token, record);
  world.botsById.set(id, record);
  world.accounts.set(id, { user: publicFace(user), photos: [], createdAt: now(world) });
  return record;
}

function emptyBot(token: string, user: UserFromGetMe): Bot {
  return {
    token,
    user,
    profile: {
      names: new Map(),
      descriptions: new Map(),
      shortDescriptions: new Map(),
      commands: new Map(),
      defaultMenuButton: { type: 'commands' },
      menuButtons: new Map(),
      groupRights: undefined,
      channelRights: undefined,
    },
    inbox: {
      nextUpdateId: firstUpdateId(token),
      pending: [],
      nothingExpiresBefore: Number.POSITIVE_INFINITY,
      allowed: undefined,
      allowedList: undefined,
      poll: undefined,
      webhook: undefined,
      lastErrorDate: undefined,
      lastErrorMessage: undefined,
      pump: undefined,
    },
    inlineFeedback: false,
    nextPrivateMessageId: 1,
  };
}

/** Update ids start somewhere, not at 1: programs must not assume a beginning. */
function firstUpdateId(token: string): number {
  return 100_000_000 + createHash('sha256').update(token).digest().readUInt16BE(0);
}

/** A bot as others see it: without the fields that only getMe shows. */
export function publicFace(user: UserFromGetMe): User {
  return { id: user.id, is_bot: true, first_name: user.first_name, username: user.username };
}

/** The user object of an account, or undefined. */
export function findUser(world: World, id: number): User | undefined {
  return world.accounts.get(id)?.user;
}

/** The person with this id. Fails with 404 when there is none, or when it is a bot. */
export function requirePerson(world: World, id: number): Account {
  const account = world.accounts.get(id);
  if (account === undefined || account.user.is_bot) {
    throw new PeopleError(
      404,
      'no_such_person',
      `There is no person ${id}: create one with POST /people/users.`,
    );
  }
  return account;
}

/** An account by @username, without regard to case. */
export function findByUsername(world: World, username: string): Account | undefined {
  const wanted = username.replace(/^@/, '').toLowerCase();
  for (const account of world.accounts.values()) {
    if (account.user.username?.toLowerCase() === wanted) return account;
  }
  return undefined;
}

function assertFreeUsername(world: World, username: string): void {
  const chats = [...world.chats.values()].some((c) => c.username?.toLowerCase() === username.toLowerCase());
  if (chats || findByUsername(world, username) !== undefined) {
    throw new PeopleError(409, 'username_taken', `@${username} is taken: choose another username.`);
  }
}
