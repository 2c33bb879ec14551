import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serverAccount } from '../../base/db/server/account.ts';
import { findBinaries } from '../../base/db/server/binaries.ts';
import { findPostgres, startPostgres } from '../../base/db/server.ts';
import { quickFolder } from '../support/quick-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../..');
const asRoot = process.getuid?.() === 0;

const told: string[] = [];
const log = { info: (text: string) => void told.push(text), warn: (text: string) => void told.push(text) };

let top: string;
let dataDir: string;

beforeAll(async () => {
  top = await mkdtemp(join(await quickFolder(), 'nightdesk-server-'));
  await chmod(top, 0o755);
  dataDir = join(top, 'data');
});
afterAll(() => rm(top, { recursive: true, force: true }));
beforeEach(() => {
  told.length = 0;
});

const start = (folder = dataDir) => startPostgres({ dataDir: folder, durable: false, log });

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server in another process, which is then killed without a chance to stop it. */
async function abandon(folder: string): Promise<string> {
  const script = `
    import { findPostgres, startPostgres } from ${JSON.stringify(join(root, 'base/db/server.ts'))};
    const log = { info() {}, warn() {} };
    const { url } = await startPostgres({ dataDir: ${JSON.stringify(folder)}, durable: false, log });
    process.stdout.write(url, () => process.kill(process.pid, 'SIGKILL'));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let url = '';
  child.stdout.on('data', (chunk) => {
    url += chunk;
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return url;
}

describe('a server of our own', () => {
  test('is UTF-8, sorts by code point, has ICU, and keeps its password to itself', async () => {
    const server = await start();
    const password = (await readFile(join(dataDir, 'password'), 'utf8')).trim();
    expect(new URL(server.url).password).toBe(password);
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
    expect(told.join()).not.toContain(password);
    expect(await readFile(join(dataDir, 'server.log'), 'utf8')).not.toContain(password);
    expect(
      await ask(
        server.url,
        `select current_setting('server_encoding') as encoding, datlocale as locale, upper('ə') as upper,
                'z' < 'ä' as code_point, 'z' < 'ä' collate "und-x-icu" as icu, upper('i' collate "tr-x-icu") as dotted
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([
      { encoding: 'UTF8', locale: 'C.UTF-8', upper: 'Ə', code_point: true, icu: false, dotted: 'İ' },
    ]);
    await expect(ask(server.url.replace(password, 'guess'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await server.stop();
    await server.stop();
    await expect(ask(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('keeps data and port over a restart, and people’s words out of its log', async () => {
    const first = await start();
    await ask(
      first.url,
      `create table kept (word text primary key); insert into kept values ('secret-word')`,
    );
    await expect(ask(first.url, `insert into kept values ('secret-word')`)).rejects.toMatchObject({
      code: '23505',
    });
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select * from kept')).toEqual([{ word: 'secret-word' }]);
    await second.stop();
    const text = await readFile(join(dataDir, 'server.log'), 'utf8');
    expect(text).toContain('duplicate key');
    expect(text).not.toContain('secret-word');
  });

  test('takes another port when its own is taken', async () => {
    const squatter = createServer();
    const port = Number(await readFile(join(dataDir, 'port'), 'utf8'));
    await new Promise<void>((done) => squatter.listen(port, '127.0.0.1', done));
    const server = await start();
    expect(new URL(server.url).port).not.toBe(String(port));
    expect(await ask(server.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
    squatter.close();
  });
});

describe('after a crash', () => {
  test('the server of a killed desk is taken over', async () => {
    const left = await abandon(dataDir);
    const [running] = await ask<{ at: Date }>(left, 'select pg_postmaster_start_time() as at');
    const server = await start();
    expect(server.url).toBe(left);
    expect(told.join()).toContain('Taking over');
    expect(await ask(server.url, 'select pg_postmaster_start_time() as at')).toEqual([running]);
    await server.stop();
  });

  test('a pid file that names a stranger, or nobody, does not block', async () => {
    const server = await start();
    const file = join(dataDir, 'cluster/postmaster.pid');
    const text = await readFile(file, 'utf8');
    await server.stop();
    for (const pid of [process.ppid, 2 ** 22 - 7]) {
      await writeFile(file, text.replace(/^\d+/, String(pid)));
      const again = await start();
      await again.stop();
    }
    expect(told.join()).not.toContain('Taking over');
  });

  test('a half-made database is made again, a damaged one is left alone', async () => {
    const half = join(top, 'half');
    await mkdir(join(half, 'cluster.new/base'), { recursive: true });
    await writeFile(join(half, 'cluster.new/PG_VERSION'), '18\n');
    await (await start(half)).stop();
    await rm(join(half, 'cluster/PG_VERSION'));
    await expect(start(half)).rejects.toThrow('is not a complete database, so it was left as it is');
    await writeFile(join(half, 'cluster/PG_VERSION'), '14\n');
    await expect(start(half)).rejects.toThrow('made by PostgreSQL 14');
    await expect(start(join(half, 'cluster'))).rejects.toThrow('a PostgreSQL that is not ours');
  });

  test('a lost password is replaced, a wrong one is explained', async () => {
    const file = join(dataDir, 'password');
    const old = await readFile(file, 'utf8');
    await rm(file);
    const server = await start();
    expect(await readFile(file, 'utf8')).not.toBe(old);
    expect(await ask(server.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
    await writeFile(file, old);
    await expect(start()).rejects.toThrow('Remove that file');
    await rm(file);
    await (await start()).stop();
  });
});

describe('the lock', () => {
  test('lets other commands work beside a running desk', async () => {
    expect(await findPostgres({ dataDir, durable: false, log })).toBeUndefined();
    const server = await start();
    expect(await findPostgres({ dataDir, durable: false, log })).toBe(server.url);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  test('names the holder, and a dead holder does not count', async () => {
    const server = await start();
    await expect(start()).rejects.toThrow('in use by this process already');
    const lock = await readFile(join(dataDir, 'lock'), 'utf8');
    await server.stop();
    await writeFile(join(dataDir, 'lock'), lock.replace(/"started":"[^"]*"/, '"started":"before"'));
    await (await start()).stop();
    await writeFile(join(dataDir, 'lock'), 'torn');
    await (await start()).stop();
  });
});

if (asRoot) {
  describe('behind a closed folder', () => {
    test('the data go to a reachable folder and stay there, as long as the wished folder does', async () => {
      const closed = join(top, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const server = await start(join(closed, 'data'));
      const [place] = await ask<{ folder: string }>(
        server.url,
        `select current_setting('data_directory') as folder`,
      );
      await server.stop();
      expect(place?.folder).toMatch(/^\/var\/lib\/nightdesk\/[0-9a-f]{12}\/cluster$/);
      expect(told.filter((text) => text.includes('is closed to the user'))).toHaveLength(1);
      await chmod(closed, 0o755);
      const again = await start(join(closed, 'data'));
      expect(await ask(again.url, `select current_setting('data_directory') as folder`)).toEqual([place]);
      await again.stop();
      await rm(join(closed, 'data'), { recursive: true });
      await chmod(closed, 0o700);
      const fresh = await start(join(closed, 'data'));
      const [other] = await ask<{ folder: string }>(
        fresh.url,
        `select current_setting('data_directory') as folder`,
      );
      await fresh.stop();
      expect(other?.folder).not.toBe(place?.folder);
      for (const made of [place, other]) await rm(dirname(made?.folder ?? ''), { recursive: true });
    });

    test('the programs are copied once, also when two processes need them at the same moment', async () => {
      const account = serverAccount();
      const { postgres } = await findBinaries(account, join(top, 'cache'));
      const closed = join(top, 'modules');
      await mkdir(closed, { mode: 0o700 });
      await cp(dirname(dirname(postgres)), join(closed, 'native'), {
        recursive: true,
        verbatimSymlinks: true,
      });
      const script = `
        import { findBinaries } from ${JSON.stringify(join(root, 'base/db/server/binaries.ts'))};
        const [cache, root] = ${JSON.stringify([join(top, 'cache'), join(closed, 'native')])};
        console.log((await findBinaries(${JSON.stringify(account)}, cache, root)).postgres);`;
      const copies = await Promise.all(
        [1, 2].map(async () => {
          const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
            stdio: ['ignore', 'pipe', 'inherit'],
          });
          const said = child.stdout.toArray();
          await once(child, 'close');
          return Buffer.concat(await said)
            .toString()
            .trim();
        }),
      );
      expect(copies[0]).toContain(join(top, 'cache/postgres-'));
      expect(copies[1]).toBe(copies[0]);
      const binaries = await findBinaries(account, join(top, 'cache'), join(closed, 'native'));
      expect(binaries).toMatchObject({ postgres: copies[0], major: 18 });
    });
  });
}
