/** Finds a Chromium for the browser tests, or gets one. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodeToRun } from './install.mjs';
import { collect, executable, find, root } from './programs.mjs';
import { progress, say } from './say.mjs';

/** @returns {Promise<string | undefined>} the program's path; undefined after saying why there is none */
export async function ensureChromium() {
  const present = await working();
  if (present) return present;
  const got = await progress('Getting Chromium for the browser tests', async () => {
    if (process.getuid?.() === 0 && find('apt-get')) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await collect(['apt-get', 'update', '-q'], { env });
      await collect(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
      const installed = await working();
      if (installed) return installed;
    }
    await collect([nodeToRun(), join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
    return working();
  });
  if (!got) {
    say(
      'No Chromium could be found or installed, so the browser tests will fail. Install one (on Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.',
    );
  }
  return got;
}

async function working() {
  for (const path of candidates()) {
    if (executable(path) && (await collect([path, '--version'])).code === 0) return path;
  }
  return undefined;
}

function candidates() {
  const named = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
    find(name),
  );
  return [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    ...named,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...downloaded(),
  ].filter((path) => typeof path === 'string' && path !== '');
}

/** What Playwright has downloaded, the newest first. */
function downloaded() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ].filter((folder) => folder && existsSync(folder));
  const programs = [
    ...['chrome-linux64/chrome', 'chrome-linux/chrome'],
    ...[
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Chromium.app/Contents/MacOS/Chromium',
    ],
  ];
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => programs.map((program) => join(cache, name, program))),
  );
}
