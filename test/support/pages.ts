import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const setup = new URL('../../app/setup/build.mjs', import.meta.url).href;

/** Builds a page (phone, console, cabinet) if its sources have changed since it was last built. */
export const buildPage = async (name: string): Promise<void> => {
  const script = `
    const { build, stalePages } = await import(${JSON.stringify(setup)});
    const stale = stalePages().filter((page) => page.name === ${JSON.stringify(name)});
    if (stale.length > 0) await build(stale);`;
  await run(process.execPath, ['--input-type=module', '--eval', script]);
};
