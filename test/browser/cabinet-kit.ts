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
