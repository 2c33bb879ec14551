import { setTimeout as delay } from 'node:timers/promises';
import { confirmPlaceText, setFaq, setOfficialAccounts } from '../../domain/community/index.ts';
import type { PublishedArticle } from '../../domain/knowledge/index.ts';
import { listStaff, type StaffMember } from '../../domain/staff/index.ts';
import type { Runtime } from '../runtime.ts';
import { DEMO_BOT } from '../sandbox.ts';
import { askSandbox, type Player, untilSeen } from './people.ts';

const BOT_ID = Number(DEMO_BOT.token.split(':')[0]);

/** What people talk about in the demo's group. */
const TALK = [
  { who: 'leyla_m', text: 'Salam! Çatdırılma Gəncəyə neçə günə gəlir?' },
  { who: 'sarahl', text: 'To Ganja it took two days for me.' },
  { who: 'olga_p', text: 'А новый магазин на Низами уже открыли?' },
] as const;

type Stage = { sandboxUrl: string; owner: Player; member: StaffMember };

/** Gives the demo's desk a channel and a community group, the way an admin does it: adds the bot, then says in the bot's chat what they are. Returns the group. */
export async function openPlaces(runtime: Runtime, stage: Stage): Promise<number> {
  const { sandboxUrl, owner, member } = stage;
  const make = async (what: Record<string, unknown>): Promise<number> => {
    const chat = (await askSandbox(sandboxUrl, '/chats', { ...what, creator: owner.id })) as { id: number };
    await joinAll(sandboxUrl, chat.id, owner.id);
    const bot = { user: BOT_ID, status: 'administrator', by: owner.id };
    await askSandbox(sandboxUrl, `/chats/${chat.id}/members`, bot);
    return chat.id;
  };
  const name = runtime.desk.settings.name;
  await make({ type: 'channel', title: name, username: 'kapital_shop' });
  const group = await make({
    ...{ type: 'supergroup', title: `${name}: talk`, username: 'kapital_shop_talk', is_forum: true },
  });
  const offered = await untilSeen(owner, (message) => {
    const button = message.reply_markup?.inline_keyboard
      ?.flat()
      .find(({ text }) => text.includes(`“${name}”`));
    return button?.callback_data === undefined ? undefined : { message, data: button.callback_data };
  });
  await owner.press(offered.message.message_id, offered.data);
  const command = `/setup@${DEMO_BOT.username}`;
  await askSandbox(sandboxUrl, `/users/${owner.id}/send`, {
    ...{ chat: group, text: command, entities: [{ type: 'bot_command', offset: 0, length: command.length }] },
  });
  await speakFor(runtime, member);
  return group;
}

/** Everybody of the demo is in its channel and its group. */
async function joinAll(sandboxUrl: string, chat: number, owner: number): Promise<void> {
  const people = (await askSandbox(sandboxUrl, '/users')) as { id: number }[];
  for (const { id } of people) {
    if (id !== owner) await askSandbox(sandboxUrl, `/chats/${chat}/members`, { user: id, status: 'member' });
  }
}

/** Names the staff's accounts, and confirms what is pinned. */
async function speakFor({ transact, desk, db }: Runtime, actor: StaffMember): Promise<void> {
  const staff = await listStaff(db);
  const accounts = staff.map(({ name }) => ({ label: name, username: `${name.toLowerCase()}_support` }));
  await transact(async (tx) => {
    await setOfficialAccounts({ tx, desk, actor }, accounts);
    for (const slug of ['help', 'accounts'] as const) await confirmPlaceText({ tx, desk, actor }, slug);
  });
}

/** Lets people talk in the demo's group about what is nobody's own matter. */
export async function talkInGroup(sandboxUrl: string, chat: number): Promise<void> {
  const people = (await askSandbox(sandboxUrl, '/users')) as { id: number; username?: string }[];
  for (const { who, text } of TALK) {
    const speaker = people.find(({ username }) => username === who);
    if (!speaker) continue;
    await askSandbox(sandboxUrl, `/chats/${chat}/members`, { user: speaker.id, status: 'member' });
    await askSandbox(sandboxUrl, `/users/${speaker.id}/send`, { chat, text });
  }
}

const SHOWN = 5;

/** Chooses the popular articles for the FAQ topic of the demo's group. */
export async function fillFaq({ transact, desk, db }: Runtime): Promise<void> {
  const actor = (await listStaff(db)).find(({ permissions }) => permissions.includes('places.manage'));
  if (!actor) return;
  const articles = await seeded(desk, TRIES);
  const popular = articles.filter((article) => article.popular).slice(0, SHOWN);
  await transact((tx) =>
    setFaq(
      { tx, desk, actor },
      popular.map(({ id }) => id),
    ),
  );
}

const TRIES = 50;
const PAUSE_MS = 100;

/** The articles, as soon as this process has heard that they are there. */
async function seeded(desk: Runtime['desk'], tries: number): Promise<PublishedArticle[]> {
  const { articles } = await desk.library();
  if (articles.size > 0 || tries === 0) return [...articles.values()];
  await delay(PAUSE_MS);
  return seeded(desk, tries - 1);
}
