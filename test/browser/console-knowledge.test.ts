import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import type { TestDesk } from '../support/desk.ts';
import { found, knowledgeDesk, readerOf, soon } from '../support/knowledge-world.ts';
import { buildPage } from '../support/pages.ts';
import { type WriterStandIn, writerStandIn } from '../support/writer.ts';

let browser: Browser;
let t: TestDesk;
let writer: WriterStandIn;
beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
  writer = await writerStandIn();
  t = await knowledgeDesk({ env: { AI_URL: writer.url, AI_CHAT_MODEL: 'small' } });
});
afterAll(async () => {
  await browser?.close();
  await t?.[Symbol.asyncDispose]();
  await writer?.close();
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

test('a draft goes into the reply box with its articles below, behind what was written meanwhile, and never into a note', async () => {
  writer.will({ words: 'One of them is given back [1].' });
  const customer = await t.customer('Drafted');
  await customer.say({ text: '/start t_payment' });
  await customer.say({ text: 'I was charged twice for one order' });
  await customer.say({ text: '/human' });
  const ticket = await untilSeen(customer, numberOf);
  const agent = await t.agent('l1');
  const { page, close } = await openPage(browser, { locale: 'en' });
  await page.goto(`${t.url}/console/`);
  await page.getByRole('button', { name: agent.member.name }).click();
  await page.waitForURL(/inbox/);
  await page.goto(`${t.url}/console/tickets/${ticket}`);
  const asked = page.getByRole('button', { name: 'Draft an answer' });
  const pending = page.getByText('Drafting…');
  const held: (() => void)[] = [];
  await page.route(/\/draft$/, async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  const answered = () => page.waitForResponse(/\/draft$/).then((response) => response.finished());
  await asked.click();
  await pending.waitFor();
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('For us alone');
  await expect.poll(() => held.length).toBe(1);
  const first = answered();
  held.pop()?.();
  await first;
  // A moment of the page's own: what was to come of the answer has come.
  await page.evaluate('new Promise(requestAnimationFrame)');
  expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('For us alone');
  await page.getByRole('textbox', { name: 'Note' }).fill('');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await asked.click();
  await pending.waitFor();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Hello Leyla');
  await expect.poll(() => held.length).toBe(1);
  held.pop()?.();
  await page.getByText(/Drafted from I was charged twice.*Check it/).waitFor();
  expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe(
    'Hello Leyla\n\nOne of them is given back.',
  );
  expect(await seriousFaults(page)).toEqual([]);
  await close();
});
