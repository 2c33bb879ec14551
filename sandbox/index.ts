import type { AddressInfo } from 'node:net';
import type { BotSettings } from './bot-api/accounts.ts';
import { createBot } from './bot-api/accounts.ts';
import { buildServer } from './bot-api/server.ts';
import { loadWorld, saveWorld } from './bot-api/state.ts';
import type { FloodLimits } from './bot-api/trouble.ts';
import { createWorld } from './bot-api/world.ts';

/** A bot, with what BotFather can switch on for it; everything is off by default. */
export interface BotWish {
  token: string;
  username: string;
  first_name: string;
  settings?: BotSettings;
}

/** How to start a sandbox. */
export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** The desk's own bot first. A token is NUMBER:SECRET. */
  bots: readonly BotWish[];
  /** Flood control: `enabled: false` lifts it, numbers override the official limits. */
  limits?: Partial<FloodLimits> & { enabled?: boolean };
  /** Where the world is kept between starts; absent: it is forgotten. */
  stateFile?: string | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  /** Base address: the apiRoot for bots, the people side under /people, the phone page at /. */
  url: string;
  close(): Promise<void>;
}

/** Starts a Telegram of this machine's own: a Bot API server with a world in memory, people to play, and a phone page. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, host = '127.0.0.1', bots, limits, stateFile } = options;
  const world = createWorld(limits);
  if (stateFile !== undefined) await loadWorld(world, stateFile);
  for (const bot of bots) if (!world.bots.has(bot.token)) createBot(world, bot);
  const app = await buildServer(world);
  await app.listen({ port, host });
  const address = app.server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    await app.close();
    if (stateFile !== undefined) await saveWorld(world, stateFile);
  };
  return { url: `http://${host}:${address.port}`, close };
}
