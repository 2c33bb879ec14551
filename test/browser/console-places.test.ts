import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../support/browser.ts';
import { manager, venue } from '../support/community-world.ts';
import { testDesk } from '../support/desk.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;
beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a group is chosen, what is missing is said, words are changed and confirmed, accounts are named', async () => {
  await using t = await testDesk();
  const nigar = await manager(t);
  const group = await venue(t, { type: 'supergroup', title: 'Shop talk', is_forum: true, owner: nigar.id });
  await group.promote(['can_manage_topics']);
  const editor = await t.agent('editor');
  const { page, problems, close } = await openPage(browser, { locale: 'en' });
  await page.goto(`${t.url}/console/`);
  await page.getByRole('button', { name: editor.member.name }).click();
  await page.goto(`${t.url}/console/settings/places`);
  await page.getByRole('button', { name: 'Use “Shop talk”' }).click();
  await page.getByText('The bot may not pin.').waitFor();
  await group.promote();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText('Ready', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Edit' }).first().click();
  await page.getByLabel('Words of your own').click();
  await page.getByLabel('Words', { exact: true }).fill('Ask us anything.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(`Confirmed by ${editor.member.name}`).waitFor();
  await page.getByRole('button', { name: 'Still right' }).nth(1).click();
  await expect.poll(() => page.getByText('Up to date').count()).toBe(2);

  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.getByLabel('Whose it is').fill('Aysel');
  await page.getByLabel('Name in Telegram').fill('@a');
  await page.getByText('4 to 32 letters').waitFor();
  await page.getByLabel('Name in Telegram').fill('@aysel_support');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => (await group.messages(1)).some(({ text }) => text?.includes('@aysel_support')))
    .toBe(true);
  expect((await group.messages(1)).some(({ text }) => text === 'Ask us anything.')).toBe(true);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  // Whoever may not read tickets is refused them; nothing else goes wrong.
  expect(problems.filter((problem) => !problem.startsWith('Failed to load resource'))).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await close();
});
