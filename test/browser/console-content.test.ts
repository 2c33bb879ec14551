import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { testDesk } from '../support/desk.ts';
import { PNG } from '../support/files.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;
beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Shown = { text?: string; caption?: string; photo?: object; entities?: { type: string }[] };

test('an agent formats by keys, attaches files, answers a message, changes words and takes them back', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const customer = await t.customer('Leyla');
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'Where is my bill?' });
  const number = await untilSeen(customer, numberOf);
  const chat = async () => (await customer.messages()) as Shown[];
  const reaches = (fits: (message: Shown) => boolean) =>
    vi.waitFor(async () => expect((await chat()).some(fits)).toBe(true), { timeout: 30_000 });
  const { page, close, problems } = await openPage(browser, { locale: 'en' });
  await page.goto(`${t.url}/console/`);
  await page.getByRole('button', { name: agent.member.name }).click();
  await page.getByRole('navigation', { name: 'Lists' }).waitFor();
  await page.goto(`${t.url}/console/inbox/all/${String(number)}`);
  const log = page.getByRole('log', { name: 'Conversation' });
  const field = page.getByRole('textbox', { name: 'Reply' });
  const menu = async (words: string, item: string): Promise<void> => {
    const message = log.locator('[data-look]', { hasText: words }).last();
    await message.hover();
    await message.getByRole('button', { name: 'More about this message' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  // Words that are chosen become bold by a key, and go out as bold.
  await menu('Where is my bill?', 'Reply');
  await page.getByText('Reply to:').waitFor();
  await field.fill('today');
  await field.selectText();
  await page.keyboard.press('Control+b');
  expect(await field.inputValue()).toBe('**today**');
  await page.keyboard.press('Control+Enter');
  await reaches(({ text, entities }) => text?.endsWith('\ntoday') === true && entities?.[0]?.type === 'bold');
  await log.getByText('Where is my bill?').nth(1).waitFor();

  // A file that the desk refuses says why, and stands in the way until it is left out.
  const input = page.locator('input[type=file]');
  await input.setInputFiles([
    { name: 'bill.png', mimeType: 'image/png', buffer: PNG },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await page.getByText('This file is empty.').waitFor();
  await field.fill('Here it is');
  expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Leave out empty.txt' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await reaches(({ caption, photo }) => caption?.endsWith('\nHere it is') === true && photo !== undefined);
  await log.getByRole('img', { name: 'bill.png' }).waitFor();

  // What is pasted and what is dropped is attached as well.
  for (const [how, event] of [
    ['paste', `new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })`],
    ['drop', `new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })`],
  ] as const) {
    await field.focus();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['bytes'], '${how}.txt'));
      document.activeElement.dispatchEvent(${event});
    })()`);
    await page.getByRole('button', { name: `Leave out ${how}.txt` }).click();
  }

  await log.getByTitle('Delivered').nth(1).waitFor();
  await menu('today', 'Edit');
  const editing = page.getByRole('textbox', { name: 'Edit' });
  await vi.waitFor(async () => expect(await editing.inputValue()).toBe('**today**'));
  await editing.fill('**tomorrow**');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await reaches(({ text }) => text?.endsWith('\ntomorrow') === true);
  await menu('tomorrow', 'Take back');
  await page.getByRole('menuitem', { name: 'Take it back for everyone?' }).click();
  await vi.waitFor(async () =>
    expect((await chat()).some(({ text }) => text?.endsWith('tomorrow'))).toBe(false),
  );
  await log.getByText('taken back').waitFor();
  // The refused file is told in the page's own words, and by the browser.
  expect(problems.filter((problem) => !/40[01]/.test(problem))).toEqual([]);
  await close();
});
