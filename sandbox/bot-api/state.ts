import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { complete } from './chats.ts';
import type { Bot, World } from './model.ts';
import { startWebhook } from './webhook.ts';

const kept = [
  ...(['offsetMs', 'accounts', 'chats', 'privateChats', 'directChats', 'businessLinks'] as const),
  ...(['files', 'next', 'launchKey'] as const),
] as const;
type Snapshot = Pick<World, (typeof kept)[number]> & { bots: Bot[] };

/** Writes the world to a file, so that the next start finds it. What waits (polls, presses) is not kept. */
export async function saveWorld(world: World, path: string): Promise<void> {
  const bots = [...world.bots.values()].map((bot) => ({
    ...bot,
    inbox: { ...bot.inbox, poll: undefined, pump: undefined },
  }));
  const parts = Object.fromEntries(kept.map((name) => [name, world[name]]));
  await writeFile(`${path}.new`, serialize({ ...parts, bots }));
  await rename(`${path}.new`, path);
}

/** Puts what the file holds into an empty world; without the file nothing happens. */
export async function loadWorld(world: World, path: string): Promise<void> {
  if (!existsSync(path)) return;
  const { bots, ...parts } = deserialize(await readFile(path)) as Snapshot;
  Object.assign(world, parts, { next: { ...world.next, ...parts.next } });
  for (const chats of [world.chats, world.privateChats, world.directChats]) {
    for (const chat of chats.values()) complete(chat);
  }
  for (const file of world.files.values()) world.filesByPath.set(file.path, file);
  for (const bot of bots) {
    world.bots.set(bot.token, bot);
    world.botsById.set(bot.user.id, bot);
    if (bot.inbox.webhook !== undefined) startWebhook(world, bot, bot.inbox.webhook);
  }
}
