import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../app/config.ts';
import { startDesk } from '../app/desk.ts';
import { openRuntime, type Runtime } from '../app/runtime.ts';
import { DEMO_BOT, startSandbox } from '../app/sandbox.ts';
import { makeCustomerLink, openCustomerSession, recognise } from '../domain/customers/index.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { buildPage } from '../test/support/pages.ts';
import { type Benchmark, type Figures, median, round, withPostgres } from './benchmark.ts';

const PORT = 18_790;
const ROUNDS = 7;
const TICKETS = 20;
const CPU_SLOWDOWN = 4;
/** What a weak phone network gives. */
const NETWORK = {
  offline: false,
  latency: 100,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const FIRST_SCREEN_LIMIT_KB = 100;
const INTERACTIVE_LIMIT_SECONDS = 1.5;

/** How much a phone loads for the cabinet's first screen, and when one can use it. */
export const cabinet: Benchmark = {
  summary: `kB of JavaScript for the cabinet's first screen, and seconds until its list of ${TICKETS} can be used, CPU ${CPU_SLOWDOWN}× slower, 1.6 Mbit/s`,
  run: () => withPostgres(measure),
};

async function measure(url: string): Promise<Figures> {
  await buildPage('cabinet');
  const sandbox = await startSandbox({ port: PORT + 1, name: 'Benchmark' });
  const runtime = await openRuntime(
    readConfig({
      ...{ DATABASE_URL: url, LOG_LEVEL: 'error', PORT: String(PORT) },
      TELEGRAM_API_ROOT: sandbox.url,
    }),
    url,
  );
  const desk = await startDesk(runtime, { token: DEMO_BOT.token, demo: true });
  try {
    const person = await customerWithTickets(runtime);
    const seen: Seen[] = [];
    for (let n = 0; n < ROUNDS; n += 1) seen.push(await visit(await linkFor(runtime, person)));
    const times = seen.map(({ ms }) => ms / 1000);
    // What else runs on the machine only ever adds: the fastest visit says what the page itself takes.
    const seconds = Math.min(...times);
    const { files = [], bytes = 0 } = seen[0] ?? {};
    const kB = round((await gzipped(files)) / 1000);
    return {
      first_screen_js_gzip_kb: kB,
      all_js_gzip_kb: round((await gzipped()) / 1000),
      first_screen_transferred_kb: round(bytes / 1000),
      interactive_seconds: round(seconds),
      interactive_median_seconds: round(median(times)),
      within_limits: kB <= FIRST_SCREEN_LIMIT_KB && seconds <= INTERACTIVE_LIMIT_SECONDS,
    };
  } finally {
    await desk.stop();
    await runtime.close();
    await sandbox.stop();
  }
}

const linkFor = ({ transact, clock }: Runtime, person: number): Promise<string> =>
  transact((tx) => makeCustomerLink(tx, person, clock.now()));

/** Somebody with a page full of tickets. */
async function customerWithTickets({ transact, clock }: Runtime): Promise<number> {
  const now = clock.now();
  const { id, session } = await transact(async (tx) => {
    const who = { telegramId: 8_000_001, firstName: 'Leyla', languageTag: 'az' };
    const customer = await recognise(tx, who, { now, fallback: 'en' });
    return { id: customer.id, session: await openCustomerSession(tx, customer.id, now) };
  });
  for (let n = 0; n < TICKETS; n += 1) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/cabinet/tickets`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${session}`,
        ...{ 'content-type': 'application/json', 'x-nightdesk': '1' },
      },
      body: JSON.stringify({
        ...{ topic: 'idea', text: `Sual ${n}: çatdırılma nə vaxt?`, request_key: `benchmark-${n}` },
      }),
    });
    if (!answer.ok) throw new Error(`a ticket was refused: ${await answer.text()}`);
  }
  return id;
}

type Seen = { ms: number; files: string[]; bytes: number };

/** Notes when the list stands and the main button can be pressed, and the page has drawn it. */
const WATCH = `
  const look = () => {
    if (document.querySelector('li a') && document.querySelector('button[aria-disabled=false]'))
      requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

/** Opens the cabinet as a weak phone does, with nothing kept from before. */
async function visit(link: string): Promise<Seen> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'az' });
    const client = await page.context().newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', NETWORK);
    await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    let bytes = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const files: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) files.push(pathname.replace('/cabinet/', ''));
    });
    await page.addInitScript(WATCH);
    await page.goto(`http://127.0.0.1:${PORT}/cabinet/?link=${link}`);
    // The page's content policy forbids what Playwright's own waiting does.
    let usableAt: unknown = null;
    while (usableAt === null) {
      await delay(50);
      usableAt = await page.evaluate('window.usableAt ?? null');
    }
    return { ms: Number(usableAt), files: [...files], bytes };
  } finally {
    await browser.close();
  }
}

/** How large these built files are, gzipped; all of them by default. */
async function gzipped(files?: readonly string[]): Promise<number> {
  const folder = join(import.meta.dirname, '../dist/cabinet');
  const names = files ?? (await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`);
  const scripts = await Promise.all(
    names.filter((name) => name.endsWith('.js')).map((name) => readFile(join(folder, name))),
  );
  return scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
}
