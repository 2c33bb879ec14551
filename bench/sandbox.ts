import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The bot of a sandbox that was started on its own. */
export const TOKEN = '1000001:sandbox-nightdesk-token-000000000000000';

/** A sandbox in a process of its own while `work` runs, so that serving does not take the time of what is measured. */
export async function withSandbox<T>(
  args: readonly string[],
  work: (root: string) => Promise<T>,
): Promise<T> {
  const program = join(import.meta.dirname, '..', 'sandbox', 'main.ts');
  const child = fork(program, ['--port', '0', '--token', TOKEN, ...args], { silent: true });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!/http:\S+/.test(said) && child.stdout) await once(child.stdout, 'data');
  try {
    return await work(/http:\S+/.exec(said)?.[0] ?? '');
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
