/** Who runs the database server, and how its programs are run. */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The operating system's user that owns the server: nobody special (`uid` undefined) unless we are root. */
export type Account = { readonly uid?: number; readonly gid?: number };

/** What a program said and how it ended. */
export type Ended = { readonly code: number | null; readonly output: string };

const userName = 'postgres';

/** PostgreSQL refuses to run as root, so root lends it the user `postgres`, made when absent. Anyone else runs it as themselves. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const account = lookUp();
  if (account) return account;
  createUser();
  const created = lookUp();
  if (created) return created;
  throw new Error(
    `PostgreSQL does not run as root and there is no user "${userName}" on this machine. ` +
      `Create it (for instance: useradd --system --user-group --shell /bin/sh ${userName}), ` +
      'start Nightdesk as an ordinary user, or set DATABASE_URL to a database of your own.',
  );
}

function lookUp(): Account | undefined {
  if (!existsSync('/etc/passwd')) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${userName}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function createUser(): void {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', userName]],
    ['adduser', ['--system', '--group', '--no-create-home', '--shell', '/bin/sh', userName]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/sh', userName]],
  ];
  const path = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`;
  for (const [program, args] of ways) {
    const found = path.split(delimiter).some((folder) => executable(join(folder, program)));
    if (found && spawnSync(program, args, { env: { ...process.env, PATH: path } }).status === 0) return;
  }
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end as the account, from `/` and in English, with `input` on its standard input. */
export function runAs(
  account: Account,
  [program, ...args]: readonly [string, ...string[]],
  input = '',
): Promise<Ended> {
  const options: SpawnOptions = { ...account, cwd: '/', env: environment(), stdio: ['pipe', 'pipe', 'pipe'] };
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output: output.trim() }));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Whether the account may pass through to `path` and, as `mode` says, execute (x) or write (w) it. */
export async function canReach(account: Account, path: string, mode: 'x' | 'w'): Promise<boolean> {
  const ended = await runAs(account, ['/bin/sh', '-c', `test -${mode} "$1"`, 'sh', path]);
  return ended.code === 0;
}

/** The desk's own environment may hold a bot token or PG* settings; the server needs neither. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot } = process.env;
  return {
    PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(TMPDIR ? { TMPDIR } : {}),
    ...(SystemRoot ? { SystemRoot } : {}),
  };
}
