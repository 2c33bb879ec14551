import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../sandbox/main.ts');

/** Starts the command with an IPC channel, as a parent process of its own would. */
function start(port: number): ChildProcess {
  const args = [
    main,
    '--port',
    String(port),
    '--token',
    '77:secret',
    '--username',
    'cli_bot',
    '--name',
    'By hand',
  ];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
}

async function firstWords(stream: NodeJS.ReadableStream | null): Promise<string> {
  const [chunk] = (await once(stream as NodeJS.ReadableStream, 'data')) as [Buffer];
  return chunk.toString();
}

test('the command says where it listens, names a taken port, and ends with its parent', async () => {
  const child = start(0);
  const words = await firstWords(child.stdout);
  const url = /http:\/\/127\.0\.0\.1:(\d+)/.exec(words);
  const answer = await fetch(`${url?.[0]}/bot77:secret/getMe`);
  expect(await answer.json()).toMatchObject({ result: { username: 'cli_bot', first_name: 'By hand' } });

  const second = start(Number(url?.[1]));
  const ended = once(second, 'exit');
  expect(await firstWords(second.stderr)).toMatch(/^The sandbox cannot start: port \d+ is taken/);
  expect((await ended)[0]).toBe(1);

  const gone = once(child, 'exit');
  child.disconnect();
  expect((await gone)[0]).toBe(0);
});
