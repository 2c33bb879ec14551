import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { moveClock } from '../base/queue/index.ts';
import { ROOT, type Runtime } from './runtime.ts';

/** The account that the demo's bot has on the sandbox. */
export const DEMO_BOT = {
  token: '1000001:sandbox-nightdesk-token-000000000000000',
  username: 'kapital_shop_bot',
};

/** Starts the sandbox as a process of its own, which ends with ours. Fails with a sentence when its port is taken. */
export async function startSandbox(options: {
  port: number;
  name: string;
}): Promise<{ url: string; stop: () => Promise<void> }> {
  const args = [
    '--port',
    options.port,
    '--token',
    DEMO_BOT.token,
    '--username',
    DEMO_BOT.username,
    '--name',
    options.name,
  ];
  const child = spawn(process.execPath, [join(ROOT, 'sandbox/main.ts'), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches us alone: the desk stops first, the sandbox after it.
    detached: true,
  });
  const url = await addressOf(child, options.port);
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess, port: number): Promise<string> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const line = once(lines, 'line').then(([first]) => String(first));
  const exit = once(child, 'exit').then(() => undefined);
  const address = /http:\/\/\S+/.exec((await Promise.race([line, exit])) ?? '')?.[0];
  if (address) return address;
  if (complaint.includes('EADDRINUSE')) {
    throw new Error(
      `Port ${port} is taken. Stop what uses it, or choose another one: SANDBOX_PORT=8091 npm start`,
    );
  }
  throw new Error(`The sandbox did not start: ${complaint.trim().split('\n').at(-1) ?? 'no reason given'}`);
}

const RECONNECT_MS = 1000;

/** Keeps the desk's time equal to the sandbox's, whose clock people turn: timers that fall due, fire. */
export function followClock(runtime: Runtime, sandboxUrl: string): () => Promise<void> {
  const stopping = new AbortController();
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await read(runtime, sandboxUrl, stopping.signal).catch(() => {});
      if (!stopping.signal.aborted) await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
    }
  };
  const done = follow();
  return async () => {
    stopping.abort();
    await done;
  };
}

async function read(runtime: Runtime, sandboxUrl: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${sandboxUrl}/people/events`, { signal });
  await adjust(runtime, sandboxUrl);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const events = rest.split('\n\n');
    rest = events.pop() ?? '';
    if (events.some((event) => event.startsWith('event: clock'))) await adjust(runtime, sandboxUrl);
  }
}

async function adjust(runtime: Runtime, sandboxUrl: string): Promise<void> {
  const response = await fetch(`${sandboxUrl}/people/clock`);
  const { offset_seconds: seconds } = (await response.json()) as { offset_seconds: number };
  const offset = await runtime.transact((tx) => moveClock(tx, Math.round(seconds * 1000)));
  runtime.clock.moveTo(offset);
}
