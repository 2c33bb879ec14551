import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..');
const OPEN_AGAIN_MS = 300;

/** The desk's bot on the sandbox. */
export const BOT = {
  token: '1000001:sandbox-nightdesk-token-000000000000000',
  username: 'test_desk_bot',
  first_name: 'Test desk',
};

/** A process of the desk that is started again whenever it ends, as a service manager does. */
export type Kept = {
  /** Where it answers; undefined while it does not run. */
  address: () => string | undefined;
  kill: () => void;
  /** Asks it to end, and resolves with its exit code. */
  stop: () => Promise<number | null>;
};

/** Keeps a process with this role running. */
export function keepRunning(role: string, env: Record<string, string>): Kept {
  let child: ChildProcess;
  let said = '';
  let stopping = false;
  const open = () => {
    said = '';
    child = spawn(process.execPath, [join(ROOT, 'app/main.ts'), 'start', '--role', role], {
      env: { ...process.env, TELEGRAM_BOT_TOKEN: BOT.token, PORT: '0', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', () => {
      said = '';
      if (!stopping) setTimeout(() => stopping || open(), OPEN_AGAIN_MS);
    });
  };
  open();
  return {
    address: () => /http:\/\/localhost:\d+/.exec(said)?.[0].replace('localhost', '127.0.0.1'),
    kill: () => child.kill('SIGKILL'),
    async stop() {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

/** Waits until the process answers. */
export async function untilOpen(kept: Kept): Promise<string> {
  for (;;) {
    const address = kept.address();
    if (address) return address;
    await delay(50);
  }
}
