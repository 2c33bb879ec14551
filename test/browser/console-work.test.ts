import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;

beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const openTicket = async (t: TestDesk, words: string, name: string): Promise<number> => {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: words });
  return untilSeen(customer, numberOf);
};

const openConsole = async (t: TestDesk, agent: Agent) => {
  const { page, close, problems } = await openPage(browser, { locale: 'en' });
  await page.goto(`${t.url}/console/`);
  await page.getByRole('button', { name: agent.member.name }).click();
  await page.getByRole('navigation', { name: 'Lists' }).waitFor();
  // The page asks who is signed in before anybody is.
  const troubles = () => problems.filter((problem) => !problem.includes('401'));
  return { page, troubles, [Symbol.asyncDispose]: close };
};

const opened = (page: Page, number: number): Locator =>
  page.getByRole('article', { name: `Ticket № ${String(number)}` });

test('the next ticket comes by button, key and command; then nothing waits, and a full desk takes no more', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const admin = await t.agent('admin');
  const first = await openTicket(t, 'The oldest question.', 'Murad');
  const second = await openTicket(t, 'A later question.', 'Aysel');
  await using tab = await openConsole(t, agent);
  const { page } = tab;
  await page.goto(`${t.url}/console/inbox/waiting/${String(second)}`);
  await opened(page, second).getByText('2 in line').first().waitFor();
  await opened(page, second)
    .getByText(/First reply: \d+ (min|h) left/)
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Next ticket' }).click();
  await opened(page, first)
    .getByRole('button', { name: `Assigned to: ${agent.member.name}` })
    .waitFor();
  expect(await opened(page, first).getByText('in line').count()).toBe(0);
  await page.keyboard.press('t');
  await opened(page, second).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Ticket number, list, language…').fill('next');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing waits for you').waitFor();
  // While the commands are closing, keys are not shortcuts.
  await page.getByPlaceholder('Ticket number, list, language…').waitFor({ state: 'hidden' });

  const work = { queues: [], languages: [], capacity: 2, shifts: null };
  const set = await admin.call(`/api/staff/${String(agent.member.id)}/work`, work, 'PUT');
  expect(set.status).toBe(200);
  await page.keyboard.press('t');
  await page.getByText('You have as many open tickets as you may: 2.').waitFor();
});

test('a question stops the clock, and the list says so', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const number = await openTicket(t, 'My parcel is lost.', 'Leyla');
  await agent.call(`/api/tickets/${String(number)}/clarifications`, {
    text: '',
    question: 'the order number',
    request_key: 'ask-00000001',
  });
  await using tab = await openConsole(t, agent);
  await tab.page.goto(`${t.url}/console/inbox/open/${String(number)}`);
  await opened(tab.page, number).getByText('Resolution: paused').first().waitFor();
  await tab.page.getByRole('link', { name: /№/ }).filter({ hasText: 'paused' }).waitFor();
  expect(tab.troubles()).toEqual([]);
});

test('who is there is read at the start, chosen in the menu, and kept', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  await using tab = await openConsole(t, agent);
  const { page } = tab;
  const menu = page.getByRole('button', { name: `${agent.member.name}: menu` });
  await menu.getByText('Online').waitFor();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Away' }).click();
  await menu.getByText('Away').waitFor();
  await expect
    .poll(async () => (await agent.call('/api/presence')).body)
    .toMatchObject({ state: 'away', open_tickets: 0 });
  await page.reload();
  await menu.getByText('Away').waitFor();
  expect(tab.troubles()).toEqual([]);
});

test('a macro is found from an empty reply, read as the customer would read it, and put there or sent', async () => {
  await using t = await testDesk();
  const agent = await t.agent();
  const admin = await t.agent('admin');
  const number = await openTicket(t, 'My parcel is lost.', 'Leyla');
  const macro = (title: string, en: string) =>
    admin.call('/api/macros', { title, texts: { az: en, en, ru: en, tr: en } });
  expect((await macro('Courier day', 'We asked about {{ what }}.')).status).toBe(200);
  expect((await macro('Courier thanks', 'Thank you for your patience, {{ name }}.')).status).toBe(200);
  await using tab = await openConsole(t, agent);
  const { page } = tab;
  await page.goto(`${t.url}/console/inbox/waiting/${String(number)}`);
  const field = opened(page, number).getByRole('textbox', { name: 'Reply' });
  const sheet = page.getByRole('dialog', { name: 'Macros' });
  const choose = async (words: string) => {
    await field.press('/');
    await sheet.getByRole('combobox').fill(words);
    await sheet.getByRole('option', { name: words, selected: true }).waitFor();
  };
  await choose('Courier day');
  await sheet.locator('mark', { hasText: '[what]' }).waitFor();
  expect(await sheet.getByRole('button', { name: 'Send at once' }).isDisabled()).toBe(true);
  await page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('We asked about [what].');
  await field.fill('');
  await choose('Courier day');
  await sheet.getByRole('textbox', { name: 'What was done' }).fill('your parcel');
  await sheet.getByText('We asked about your parcel.').waitFor();
  await sheet.getByRole('button', { name: 'Send at once' }).click();
  await page.getByRole('log').getByText('We asked about your parcel.').waitFor();
  await sheet.waitFor({ state: 'detached' });
  await choose('Courier thanks');
  await page.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('log').getByText('Thank you for your patience, Leyla.').waitFor();
  expect(tab.troubles()).toEqual([]);
});
