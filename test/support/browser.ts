import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';

const systemChromium = '/usr/bin/chromium';

/** Where Chromium is: CHROMIUM_PATH, else the machine's own, else the one Playwright has downloaded. */
export const chromiumPath = (env: NodeJS.ProcessEnv = process.env): string =>
  env['CHROMIUM_PATH'] || (existsSync(systemChromium) ? systemChromium : chromium.executablePath());

/** Starts a headless Chromium that stays on this machine. The caller closes it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A page with what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Uncaught exceptions and console errors since the page was opened, oldest first. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Opens a page in a fresh, isolated context (own cookies and storage) and writes down its errors. */
export const openPage = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems, close: () => context.close() };
};
