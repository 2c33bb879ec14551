import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page, Route } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberOf, type Player, untilSeen } from '../../app/demo/people.ts';
import { makeLoginLink } from '../../domain/staff/index.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;

beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const WIDE = { viewport: { width: 1440, height: 900 }, locale: 'en' };
const NARROW = { viewport: { width: 390, height: 844 }, locale: 'en' };

/** What Chromium itself writes when a request is refused or the network is gone, as some tests want it to be. */
const OF_THE_NETWORK = /Failed to load resource|ERR_|net::/;

const openConsole = async (t: TestDesk, path: string, options: Parameters<typeof openPage>[1] = WIDE) => {
  const opened = await openPage(browser, options);
  await opened.page.goto(`${t.url}/console${path}`);
  return {
    page: opened.page,
    troubles: () => opened.problems.filter((problem) => !OF_THE_NETWORK.test(problem)),
    [Symbol.asyncDispose]: () => opened.close(),
  };
};

/** Signs in as one of the demo's staff, once the page asks who one is: the inbox has a button of that name too. */
const signIn = async (page: Page, name: string): Promise<void> => {
  await page.waitForURL('**/console/sign-in**');
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation', { name: 'Lists' }).waitFor();
};

const openTicket = async (
  t: TestDesk,
  words: string,
  name = 'Leyla',
): Promise<{ customer: Player; number: number }> => {
  const customer = await t.customer(name);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: words });
  return { customer, number: await untilSeen(customer, numberOf) };
};

const heard = (customer: Player, words: RegExp) =>
  untilSeen(customer, (message) => (words.test(message.text ?? '') ? message : undefined));

const conversation = (page: Page): Locator => page.getByRole('log', { name: 'Conversation' });
const row = (page: Page, number: number): Locator =>
  page.getByRole('link', { name: new RegExp(`№ ${number}`) });

const write = async (
  page: Page,
  mode: 'Reply' | 'Note' | 'Ask' | 'Resolve',
  words: string,
): Promise<void> => {
  const composer = page.getByRole('region', { name: 'Write' });
  await composer.getByRole('group').getByRole('button', { name: mode }).click();
  await composer.getByRole('textbox').fill(words);
  await composer.getByRole('textbox').press('Control+Enter');
};

const seriousFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

describe('an agent', () => {
  test('sees a ticket arrive, answers, notes, asks and resolves; the customer sees each but the note', async () => {
    await using t = await testDesk();
    const agent = await t.agent();
    await using tab = await openConsole(t, '/');
    const { page } = tab;
    await signIn(page, agent.member.name);
    await page.getByText('Nobody is waiting').waitFor();

    const { customer, number } = await openTicket(t, 'A dark theme, please.');
    const arrived = row(page, number);
    await arrived.waitFor();
    expect(await arrived.innerText()).toMatch(
      /Leyla[\s\S]*waits[\s\S]*A dark theme, please\.[\s\S]*Accepted/,
    );
    await arrived.click();
    await conversation(page).getByText('A dark theme, please.').waitFor();

    await write(page, 'Reply', 'We like it. It comes in May.');
    await conversation(page).getByText('We like it. It comes in May.').waitFor();
    await heard(customer, /It comes in May/);
    const sent = conversation(page).locator('div', { hasText: 'It comes in May.' }).last().locator('..');
    await sent.getByLabel('Delivered').waitFor();
    await page.getByRole('button', { name: `Assigned to: ${agent.member.name}` }).waitFor();

    await write(page, 'Note', 'Ask design for a date.');
    await conversation(page).getByText('Ask design for a date.').waitFor();
    await conversation(page).getByText('internal note, the customer does not see it').waitFor();

    await write(page, 'Ask', 'the phone you use');
    await heard(customer, /We need: the phone you use/);
    await page.getByRole('article').getByText('Awaiting customer').first().waitFor();
    await customer.say({ text: 'An old Nokia.' });
    await conversation(page).getByText('An old Nokia.').waitFor();

    await write(page, 'Resolve', 'The dark theme comes in May.');
    await heard(customer, /Done: The dark theme comes in May/);
    await page.getByRole('button', { name: 'Reopen' }).waitFor();
    expect(JSON.stringify(await customer.messages())).not.toContain('Ask design for a date');
    expect(tab.troubles()).toEqual([]);
  });

  test('signs in by a link that works once and leaves no token in the address', async () => {
    await using t = await testDesk();
    const { member } = await t.agent();
    const { transact, clock } = t.runtime;
    const token = await transact((tx) => makeLoginLink(tx, member.id, { now: clock.now() }));
    await using first = await openConsole(t, `/sign-in?token=${token}`);
    await first.page.getByRole('navigation', { name: 'Lists' }).waitFor();
    expect(first.page.url()).toBe(`${t.url}/console/inbox/waiting`);
    await using second = await openConsole(t, `/sign-in?token=${token}`);
    await second.page.getByText('Send /console to the bot for a new one').waitFor();
    expect(second.page.url()).not.toContain(token);
  });

  test('comes back to the same ticket after the session has ended', async () => {
    await using t = await testDesk();
    const agent = await t.agent();
    const { number } = await openTicket(t, 'Where is my order?');
    await using tab = await openConsole(t, `/tickets/${number}`);
    await signIn(tab.page, agent.member.name);
    await conversation(tab.page).getByText('Where is my order?').waitFor();
    // It ends just when the words go out: whatever else asks first would find the end, and there would be no words.
    const ends = async (route: Route) => {
      await t.runtime.db.deleteFrom('staff_sessions').execute();
      await route.continue();
    };
    await tab.page.route('**/replies', ends, { times: 1 });
    await write(tab.page, 'Reply', 'It is on its way.');
    await signIn(tab.page, agent.member.name);
    await conversation(tab.page).getByText('Not sent, your words are kept.').waitFor();
    await tab.page.getByRole('button', { name: 'Try again' }).click();
    await conversation(tab.page).getByLabel('Delivered').waitFor();
    expect(tab.page.url()).toContain(`/${number}`);
    expect(tab.troubles()).toEqual([]);
  });

  test('sends words once, though the first answer to them was lost', async () => {
    await using t = await testDesk();
    const agent = await t.agent();
    const { customer, number } = await openTicket(t, 'Is the shop open on Sunday?');
    await using tab = await openConsole(t, `/tickets/${number}`);
    const { page } = tab;
    await signIn(page, agent.member.name);
    await page.route('**/replies', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await write(page, 'Reply', 'Yes, from ten.');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await page.unroute('**/replies');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
    await conversation(page).getByLabel('Delivered').waitFor();
    expect(await conversation(page).getByText('Yes, from ten.').count()).toBe(1);
    const told = (await customer.messages()).filter(({ text }) => text?.includes('Yes, from ten.'));
    expect(told).toHaveLength(1);
  });

  test('is told when the connection is lost, and reads what was missed when it is back', async () => {
    await using t = await testDesk();
    const agent = await t.agent();
    await using tab = await openConsole(t, '/');
    const { page } = tab;
    await signIn(page, agent.member.name);
    await page.getByLabel('Live').waitFor();
    await page.context().setOffline(true);
    await page.getByText('The connection is lost.').waitFor();
    const { number } = await openTicket(t, 'Nobody sees this yet.');
    await page.context().setOffline(false);
    await row(page, number).waitFor();
    await page.getByText('The connection is lost.').waitFor({ state: 'detached' });
    expect(tab.troubles()).toEqual([]);
  });

  test('works by keyboard alone, and keeps a draft', async () => {
    await using t = await testDesk();
    const agent = await t.agent();
    const first = await openTicket(t, 'The first question.', 'Murad');
    const second = await openTicket(t, 'The second question.', 'Aysel');
    await using tab = await openConsole(t, '/');
    const { page } = tab;
    await signIn(page, agent.member.name);
    await row(page, second.number).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await conversation(page).getByText('The second question.').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('half a thou');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await conversation(page).getByText('The first question.').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Ticket number, list, language…').fill(String(second.number));
    await page.keyboard.press('Enter');
    await conversation(page).getByText('The second question.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('half a thou');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByText('Choose a ticket').waitFor();
    expect(first.number).toBeLessThan(second.number);
    expect(tab.troubles()).toEqual([]);
  });

  test('has one pane at a time on a phone, in the language chosen', async () => {
    await using t = await testDesk();
    const agent = await t.agent();
    const { number } = await openTicket(t, 'A question from afar.');
    await using tab = await openConsole(t, '/', NARROW);
    const { page } = tab;
    await signIn(page, agent.member.name);
    await row(page, number).click();
    await conversation(page).getByText('A question from afar.').waitFor();
    expect(await row(page, number).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('button', { name: `${agent.member.name}: menu` }).click();
    await page.getByRole('menuitem', { name: 'Русский' }).click();
    await page.getByRole('heading', { name: 'Ждут ответа' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    // It is their account's from now on, and no longer this browser's.
    await expect
      .poll(async () => (await agent.call('/api/session')).body)
      .toMatchObject({ staff: { language: 'ru' } });
    await expect.poll(() => page.evaluate("localStorage.getItem('nightdesk.language')")).toBe(null);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
    expect(tab.troubles()).toEqual([]);
  });
});

test.each(['light', 'dark'] as const)('nothing serious keeps anybody out (%s)', async (colorScheme) => {
  await using t = await testDesk();
  const agent = await t.agent();
  const { number } = await openTicket(t, 'Can everybody read this?');
  await agent.call(`/api/tickets/${number}/notes`, { text: 'We hope so.', request_key: 'note-00000001' });
  await agent.call(`/api/tickets/${number}/replies`, { text: 'Yes.', request_key: 'reply-00000001' });
  await using tab = await openConsole(t, '/sign-in', { ...WIDE, colorScheme });
  const { page } = tab;
  await page.getByRole('button', { name: agent.member.name }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await signIn(page, agent.member.name);
  await page.goto(`${t.url}/console/inbox/all/${number}`);
  await conversation(page).getByText('We hope so.').waitFor();
  await row(page, number).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByText('Only your team reads this.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(tab.troubles()).toEqual([]);
});
