import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { steps } from '../../app/setup/steps.mjs';

const root = resolve(import.meta.dirname, '../..');

const configs = [
  ...['.dependency-cruiser.mjs', '.gitignore', '.oxlintrc.json', 'biome.json', 'knip.json', 'package.json'],
  ...['tsconfig.json', 'web/tsconfig.json'],
];

/** What a step of `npm run check` says of a tree. */
export type Verdict = { readonly ok: boolean; readonly output: string };

/** Lays out a small tree under the real configuration files, and gives each step's verdict on it. */
export async function judge(step: string, files: Record<string, string>): Promise<Verdict> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'nightdesk-planted-')));
  try {
    for (const file of configs) await cp(join(root, file), join(folder, file));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const run = steps.find(({ name }) => name === step)?.run;
    if (!run) throw new Error(`There is no step "${step}"`);
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
