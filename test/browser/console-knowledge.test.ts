import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import type { TestDesk } from '../support/desk.ts';
import { found, knowledgeDesk, readerOf, soon } from '../support/knowledge-world.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;
let t: TestDesk;
beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
  t = await knowledgeDesk();
});
afterAll(async () => {
  await browser?.close();
  await t?.[Symbol.asyncDispose]();
});

const seriousFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

test('an editor writes an article, sees how it will look, publishes it, and a customer finds it', async () => {
  const editor = await t.agent('editor');
  const reader = await readerOf(t);
  const { page, close } = await openPage(browser, { locale: 'en' });
  await page.goto(`${t.url}/console/`);
  await page.getByRole('button', { name: editor.member.name }).click();
  await page.waitForURL(/inbox/);
  await page.goto(`${t.url}/console/settings/knowledge`);
  await page.getByRole('button', { name: /I was charged twice/ }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'New article' }).click();
  await page.getByLabel('Title').fill('How do I wrap a gift?');
  await page
    .getByLabel('Text', { exact: true })
    .fill('Choose **gift wrap**.\n\n1. Open the basket.\n2. Press [it](article:nowhere).');
  await page.getByLabel('Name in addresses').fill('gift wrap');
  await page.getByText('gift wrap', { exact: true }).first().waitFor();
  await page.getByText('These links lead nowhere: article:nowhere').waitFor();
  await page.getByText('Bot’s answer').click();
  await page.getByText('How do I wrap a gift?', { exact: true }).last().waitFor();
  const terms = { name: 'terms.txt', mimeType: 'text/plain', buffer: Buffer.from('the terms') };
  await page.locator('input[type=file]').setInputFiles(terms);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Nobody sees it yet.').waitFor();
  await page.getByRole('link', { name: 'terms.txt' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1 is what readers see.').waitFor();
  await soon(() => found(reader, 'gift wrap')).toContain('gift-wrap');
  await page.goto(`${t.url}/console/settings/knowledge`);
  await page.getByRole('tab', { name: 'Sections' }).click();
  await page.getByRole('button', { name: 'New section' }).click();
  await page.getByLabel('Türkçe').fill('Hediyeler');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const fresh = page.getByRole('listitem').filter({ hasText: 'Hediyeler' });
  await fresh.getByText('No articles · not in az, en, ru').click();
  await page.getByRole('button', { name: 'Delete the section' }).click();
  await fresh.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Bot' }).click();
  // Whoever only writes sees how the bot answers, and cannot change it.
  await page.getByRole('switch', { name: 'The bot answers from articles' }).waitFor();
  expect(await page.getByRole('switch', { name: 'The bot answers from articles' }).isDisabled()).toBe(true);
  await close();
});
