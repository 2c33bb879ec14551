/** Builds the pages whose sources have changed since they were last built. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { doubt, nodeToRun } from './install.mjs';
import { collect, root } from './programs.mjs';
import { lastLines, progress, Trouble } from './say.mjs';

/** What Vite makes, and from what. The lock file is a source of all of them. */
const pages = [
  { name: 'phone', folder: 'sandbox/phone', sources: ['sandbox/phone'] },
  {
    name: 'console',
    folder: 'web/console',
    sources: ['web/console', 'web/ui', 'contract', 'content/locales'],
  },
  {
    name: 'cabinet',
    folder: 'web/cabinet',
    sources: ['web/cabinet', 'web/ui', 'contract', 'content/locales'],
  },
].filter(({ folder }) => existsSync(join(root, folder, 'vite.config.ts')));

/** The pages that must be built anew. */
export function stalePages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return pages
    .map((page) => ({ ...page, hash: hashOf(page.sources, lock) }))
    .filter(({ name, hash }) => {
      const stamp = stampOf(name);
      return (
        !existsSync(join(root, 'dist', name, 'index.html')) ||
        !existsSync(stamp) ||
        readFileSync(stamp, 'utf8') !== hash
      );
    });
}

/** @param {ReturnType<typeof stalePages>} stale */
export async function build(stale) {
  const names = stale.map(({ name }) => name).join(' and ');
  await progress(`Building ${names}`, () => Promise.all(stale.map(buildOne)));
}

async function buildOne({ name, folder, hash }) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(stampOf(name), { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const ended = await collect([nodeToRun(), vite, 'build', join(root, folder), '--logLevel', 'warn'], {
    cwd: join(root, folder),
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (ended.code !== 0) {
    doubt();
    const full = /ENOSPC|No space left/i.test(ended.output);
    throw new Trouble(
      full
        ? 'The disk is full. Make room and try again.'
        : `The page ${name} could not be built:\n${lastLines(ended.output, 30)}`,
    );
  }
  compress(join(root, 'dist', name));
  writeFileSync(stampOf(name), hash);
}

/** Phones on weak networks load a third of the bytes; what is compressed once need not be at every request. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
  }
}

function stampOf(name) {
  return join(root, 'dist', `${name}.stamp`);
}

function hashOf(folders, lock) {
  const hash = createHash('sha256').update(lock);
  for (const file of folders.flatMap(filesIn))
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
}
