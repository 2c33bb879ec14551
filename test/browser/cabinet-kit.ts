import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A phone as it is held. */
export const PHONE = { viewport: { width: 390, height: 844 }, locale: 'en' };

/** What Chromium itself writes when a request is refused or the network is gone, as some tests want it to be. */
export const OF_THE_NETWORK = /Failed to load resource|ERR_|net::/;

/** What axe finds, of any weight. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

/** What is too small for a thumb, and whether anything stands out to the side. */
export const LAYOUT_FAULTS = `(() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const faults = wide > 0 ? [wide + ' px stand out'] : [];
  for (const target of document.querySelectorAll('button, a, input:not([type=radio]), textarea')) {
    const { width, height } = target.getBoundingClientRect();
    const inWords = getComputedStyle(target).display === 'inline';
    if (width > 0 && !inWords && (width < 44 || height < 44))
      faults.push(target.tagName + ' ' + target.textContent + ': ' + width + ' × ' + height);
  }
  return faults;
})()`;

/** Telegram's side of the bridge: what the page asks of it is written down. */
export const TELEGRAM = `
  window.calls = [];
  window.TelegramWebviewProxy = { postEvent: (name, data) => window.calls.push([name, JSON.parse(data || 'null')]) };`;

/** Half black and half white, so that what is covered can be told from what is not. */
export const picture = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(`(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 600; canvas.height = 800;
    const paper = canvas.getContext('2d');
    paper.fillStyle = '#fff'; paper.fillRect(0, 0, 600, 800);
    paper.fillStyle = '#c00'; paper.font = '60px sans-serif'; paper.fillText('4111 1111', 60, 390);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`);
  const jpeg = Buffer.from(String(base64), 'base64');
  // Where it was taken, as cameras write it.
  const exif = Buffer.from('Exif\0\0GPSLatitude 40.4093 N');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
};

type Spot = { x: number; y: number };

/** Fingers on the screen, as quick on a slow machine as on any: each step says where they are, and after the last one they let go. */
export const fingersOf = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: Spot[]) => {
    timestamp += 0.03;
    const touchPoints = spots.map((one, id) => ({ ...one, id }));
    return session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  };
  return async (...steps: Spot[][]): Promise<void> => {
    for (const [at, spots] of steps.entries()) await send(at === 0 ? 'touchStart' : 'touchMove', spots);
    await send('touchEnd', []);
  };
};

/** Yellow on yellow, as nobody could read it. */
export const HOSTILE_THEME = JSON.stringify({
  ...{ bg_color: '#fff200', secondary_bg_color: '#ffee00', text_color: '#ffff00' },
  ...{ button_color: '#ffee00', button_text_color: '#ffffff' },
});
