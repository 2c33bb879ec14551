import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHONE } from '../browser/cabinet-kit.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { cabinetLink, type TestDesk, testDesk } from '../support/desk.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;
let t: TestDesk;
beforeAll(async () => {
  await buildPage('cabinet');
  browser = await launchBrowser();
  t = await testDesk();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await t?.[Symbol.asyncDispose]();
});

/** Types and presses as fast as a script can: nothing is drawn between the two. */
const TYPE_AND_SEND = `(async () => {
  const field = document.querySelector('textarea');
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, 'A last letter');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
  [...document.querySelectorAll('main > div > button')].at(-1).click();
})()`;

test('what is typed right before the button is pressed is sent', async () => {
  const { path } = await cabinetLink(t);
  const { page, close } = await openPage(browser, PHONE);
  await page.goto(`${t.url}${path}`);
  await page.getByRole('button', { name: 'New question' }).click();
  await page.getByRole('button', { name: 'Idea' }).click();
  await page.getByRole('textbox').waitFor();
  await page.evaluate(TYPE_AND_SEND);
  await page.getByRole('log').getByText('A last letter').waitFor();
  expect(page.url()).toMatch(/tickets\/\d+$/);
  await close();
}, 60_000);

test('hours that are typed while the first ones are on their way are kept', async () => {
  const { id, path } = await cabinetLink(t);
  const { page, close } = await openPage(browser, PHONE);
  await page.goto(`${t.url}${path}`);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'My own hours' }).check({ force: true });
  await page.getByLabel('From').waitFor();
  await page.getByLabel('From').fill('23:30');
  // Leaving the first field sends its hour; one goes on typing in the second while that is answered.
  await page.getByLabel('Until').focus();
  const stored = () =>
    t.runtime.db.selectFrom('customers').select('quiet_hours').where('id', '=', id).executeTakeFirst();
  await expect.poll(stored).toMatchObject({ quiet_hours: { from: '23:30' } });
  await expect.poll(() => page.getByLabel('From').inputValue()).toBe('23:30');
  await page.keyboard.type('0715AM');
  await page.getByLabel('Until').blur();
  await expect.poll(stored).toEqual({ quiet_hours: { from: '23:30', until: '07:15' } });
  expect(await page.getByLabel('From').inputValue()).toBe('23:30');
  expect(await page.getByLabel('Until').inputValue()).toBe('07:15');
  await close();
}, 60_000);
