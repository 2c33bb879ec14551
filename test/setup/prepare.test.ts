import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

let checkout: string;

/** A fresh checkout with what setup itself needs, an entry that tells how it was called, and nothing installed. */
beforeAll(async () => {
  checkout = await realpath(await mkdtemp(join(tmpdir(), 'nightdesk-setup-')));
  await cp(join(root, 'app/setup'), join(checkout, 'app/setup'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await cp(join(root, file), join(checkout, file));
  }
  await writeFile(
    join(checkout, 'app/main.ts'),
    `process.on('SIGTERM', () => process.exit(7));
     if (process.argv[3] === 'wait') setInterval(() => undefined, 1000);
     else process.exitCode = 3;
     process.stdout.write(JSON.stringify(process.argv.slice(2)));\n`,
  );
  await mkdir(join(checkout, 'bin'));
  await symlink(process.execPath, join(checkout, 'bin/node'));
});
afterAll(() => rm(checkout, { recursive: true, force: true }));

/** Without npm in reach unless a test brings it: nothing can be installed over the packages that the tests themselves use. */
function setup(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(checkout, 'app/setup/run.mjs'), ...args], {
    env: { PATH: join(checkout, 'bin'), HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = [child.stdout.toArray(), child.stderr.toArray()];
  const ended = once(child, 'close').then(async ([code]) => ({
    code: code as number | null,
    stdout: Buffer.concat(await stdout).toString(),
    stderr: Buffer.concat(await stderr).toString(),
  }));
  return { child, ended };
}

describe('on a checkout with nothing installed', () => {
  test('an unknown command is answered with the known ones', async () => {
    const { code, stderr } = await setup(['begin']).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Usage: .*start\|/);
  });

  test('a machine without npm is told where npm comes from', async () => {
    const { code, stdout, stderr } = await setup(['nightdesk']).ended;
    expect(code).toBe(1);
    expect(stderr).toContain('npm was not found. It comes with Node.js');
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  });

  test('a registry out of reach is told in a sentence, and nothing keeps the next try away', async () => {
    const { code, stderr } = await setup(['nightdesk'], {
      PATH: process.env.PATH,
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(checkout, 'cache'),
    }).ended;
    expect(stderr).toContain('the npm registry is out of reach');
    expect(code).toBe(1);
    expect(await readdir(join(checkout, '.data'))).toEqual([]);
  });
});

describe('on a checkout that is ready', () => {
  beforeAll(async () => {
    await rm(join(checkout, 'node_modules'), { recursive: true, force: true });
    await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
  });

  test('the entry gets the arguments, and its exit code and words are the command’s own', async () => {
    const { code, stdout, stderr } = await setup(['nightdesk', 'doctor', '--json', 'a b']).ended;
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: '["doctor","--json","a b"]', stderr: '' });
  });

  test('a signal reaches the entry', async () => {
    const { child, ended } = setup(['nightdesk', 'x', 'wait']);
    await once(child.stdout, 'readable');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(7);
  });

  test('a page is built when its sources change, and only then', async () => {
    await mkdir(join(checkout, 'web/console'), { recursive: true });
    await writeFile(
      join(checkout, 'web/console/vite.config.ts'),
      `export default { root: import.meta.dirname, build: { outDir: '../../dist/console', emptyOutDir: true } };\n`,
    );
    await writeFile(join(checkout, 'web/console/index.html'), '<p>one</p>\n');
    expect((await setup(['build']).ended).stderr).toContain('Building console: done');
    expect(await setup(['build']).ended).toMatchObject({ code: 0, stderr: '' });
    await writeFile(
      join(checkout, 'web/console/index.html'),
      '<script type="module" src="./gone.ts"></script>\n',
    );
    const broken = await setup(['build']).ended;
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('The page console could not be built');
    await writeFile(join(checkout, 'web/console/index.html'), '<p>two</p>\n');
    expect((await setup(['build']).ended).stderr).toContain('Building console: done');
  });
});
