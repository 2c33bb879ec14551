import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { link, staffGroup } from '../support/forum-world.ts';
import { buildPage } from '../support/pages.ts';

let browser: Browser;
let t: TestDesk;
let admin: Agent;
beforeAll(async () => {
  await buildPage('console');
  browser = await launchBrowser();
  t = await testDesk();
  admin = await t.agent('admin');
});
afterAll(async () => {
  await browser?.close();
  await t?.[Symbol.asyncDispose]();
});

const openSettings = async (who: Agent, path: string, scheme: 'light' | 'dark' = 'light') => {
  const opened = await openPage(browser, { locale: 'en', colorScheme: scheme });
  const { page } = opened;
  await page.goto(`${t.url}/console/`);
  await page.getByRole('button', { name: who.member.name }).click();
  await page.getByRole('navigation', { name: 'Lists' }).waitFor();
  await page.goto(`${t.url}/console/settings${path}`);
  return { page, [Symbol.asyncDispose]: opened.close };
};

const seriousFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

test('who may set nothing has no way to the settings', async () => {
  const agent = await t.agent('l1');
  await using tab = await openSettings(agent, '/sla');
  await tab.page.waitForURL(/inbox\/waiting/);
  await tab.page.getByRole('button', { name: `${agent.member.name}: menu` }).click();
  await tab.page.getByRole('menuitem', { name: 'Keyboard' }).waitFor();
  expect(await tab.page.getByRole('menuitem', { name: 'Settings' }).count()).toBe(0);
});

test('a promise is changed and still there; what is wrong stands at its place; nothing is lost without a question', async () => {
  await using tab = await openSettings(admin, '/sla');
  const { page } = tab;
  const cell = page.getByRole('button', { name: /^L1, First reply: / });
  await cell.click();
  await page.getByLabel('Time', { exact: true }).fill('12');
  await page.keyboard.press('Escape');
  await page.getByText('Your changes are not saved').waitFor();
  await page.getByRole('button', { name: 'Go on editing' }).click();
  await save(page);
  await page.getByRole('button', { name: 'L1, First reply: 12 min' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'L1, First reply: 12 min' }).waitFor();
  await page.getByRole('button', { name: 'New calendar' }).click();
  await page.getByLabel('Name').fill('Office');
  await page.getByLabel('Mon: until').fill('08:00');
  await page.getByText('The end comes after the start.').waitFor();
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await page.getByLabel('Mon: until').fill('17:30');
  await save(page);
  await page.getByText('Mon 09:00–17:30 · Tue–Fri 09:00–18:00').waitFor();
});

test('a queue hands out in turn, and rules change their order', async () => {
  await using tab = await openSettings(admin, '/queues');
  const { page } = tab;
  await page.getByRole('button', { name: /^L1/ }).click();
  await page.getByLabel('Who gets a ticket').selectOption('In turn');
  await save(page);
  await page.getByRole('button', { name: 'L1 In turn' }).waitFor();
  const rules = page.getByRole('list', { name: 'Routing rules' }).getByRole('listitem');
  const [first, second] = await rules.allInnerTexts();
  await page.getByRole('button', { name: 'Rule 1: move down' }).click();
  await expect.poll(() => rules.allInnerTexts()).toEqual([second, first]);
  await page.reload();
  await expect.poll(() => rules.allInnerTexts()).toEqual([second, first]);
});

test('what a topic asks is written, ordered, seen as a customer sees it, refused where it is incomplete, and kept', async () => {
  await using tab = await openSettings(admin, '/forms');
  const { page } = tab;
  await page.getByRole('button', { name: /Idea/ }).click();
  const sheet = page.getByRole('dialog');
  const question = sheet.getByLabel('Question', { exact: true });
  const add = sheet.getByRole('button', { name: 'Add a field' });
  await add.click();
  await question.fill('For whom is it?');
  await sheet.getByLabel('Kind').selectOption({ label: 'One of some' });
  // Nothing to choose from is refused, at its place; what was written stays.
  await save(page);
  await sheet.getByRole('alert').or(sheet.locator('[data-wrong=true]')).first().waitFor();
  expect(await question.inputValue()).toBe('For whom is it?');
  await sheet.getByRole('button', { name: 'Add a choice' }).click();
  for (const [index, words] of ['Me', 'My team', 'Others'].entries())
    await sheet.getByLabel(`Choice ${index + 1}`).fill(words);
  await add.click();
  await question.fill('Since when do you wish it?');
  await sheet.getByRole('button', { name: 'Rule 2: move up' }).click();
  const shown = sheet.getByRole('region', { name: 'As the customer reads it' });
  await shown.getByText('My team').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await save(page);
  await sheet.waitFor({ state: 'detached' });
  await page.getByText('Since when do you wish it? · For whom is it?').waitFor();
  const forms = (await admin.call('/api/topic-forms')).body as { fields: { label: { en: string } }[] }[];
  expect(forms.flatMap(({ fields }) => fields.map(({ label }) => label.en))).toEqual(
    expect.arrayContaining(['Since when do you wish it?', 'For whom is it?']),
  );
});

test('a macro is written with advice on its tone; a name that nothing has is refused at its text', async () => {
  await using tab = await openSettings(admin, '/macros/new');
  const { page } = tab;
  await page.getByLabel('Title', { exact: true }).fill('Parcel');
  await page.getByLabel('Text', { exact: true }).fill('Kindly wait, {{ nme }}.');
  await page.getByText('Our own word:').waitFor();
  await save(page);
  await page.getByText('there is nothing called nme').first().waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Please wait, {{ name }}.');
  await page.getByText('Please wait, Leyla.').waitFor();
  await save(page);
  await page.waitForURL(/macros\/\d+$/);
  await page.getByRole('alert').getByRole('button', { name: 'Close', exact: true }).click();
  await page.reload();
  await page.getByText('In use').waitFor();
  await page.getByText('Version 1', { exact: true }).click();
  const version = page.getByRole('dialog', { name: 'Version 1' });
  await version.getByText('Please wait, {{ name }}.').waitFor();
  await version.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Please wait, {{ name }}.');
});

test('a rule is written, tried on the past, refused where it names nothing, saved off, switched on and told by its runs', async () => {
  const customer = await t.customer('Sevda');
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A refund for my order, please' });
  await untilSeen(customer, numberOf);
  await using tab = await openSettings(admin, '/automation/new');
  const { page } = tab;
  await page.getByLabel('Name').fill('Refunds first');
  await page.getByRole('group', { name: 'If all' }).getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('What', { exact: true }).selectOption('Words in the message');
  await page.getByRole('combobox', { name: 'Words in the message' }).fill('refund');
  await page.keyboard.press('Enter');
  await page.getByLabel('What to do').selectOption('Add tags');
  await page.getByRole('combobox', { name: 'Add tags' }).fill('money');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await page.getByText('1 times in 1 of 1 tickets').waitFor();
  await page.getByText('A refund for my order, please').waitFor();
  await page.getByLabel('What to do').selectOption('Move to a queue');
  expect(await page.getByText('The rule has changed since. Try it again.').count()).toBe(1);
  await save(page);
  await page.waitForURL(/automation\/\d+$/);
  expect(await page.getByLabel('Switched on').isChecked()).toBe(false);
  await page.getByRole('switch', { name: 'Switched on' }).click();
  await expect.poll(() => page.getByLabel('Switched on').isChecked()).toBe(true);
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'Another refund' });
  await page.getByRole('link', { name: 'Automation' }).first().click();
  await page.getByRole('button', { name: /Refunds first.*→ Move to a queue/ }).waitFor();
  const runs = page.getByRole('list', { name: 'What rules did' });
  await expect
    .poll(async () => {
      await page.reload();
      await runs.or(page.getByText('Nothing yet.')).waitFor();
      return runs.getByText('Refunds first').count();
    })
    .toBe(1);
});

test('quiet hours are saved; an incident is declared and ended', async () => {
  await using tab = await openSettings(admin, '/surveys');
  const { page } = tab;
  await page.getByLabel('Minutes for which somebody counts as awake').fill('7');
  await save(page);
  await page.getByText('Your changes are not saved').waitFor({ state: 'detached' });
  await page.reload();
  await expect
    .poll(() => page.getByLabel('Minutes for which somebody counts as awake').inputValue())
    .toBe('7');
  await page.getByRole('link', { name: 'Incidents' }).click();
  await page.getByRole('button', { name: 'Declare an incident' }).click();
  await page.getByLabel('What it is called').fill('Cards fail');
  await page.getByLabel('What customers are told').fill('Card payments fail. We are on it.');
  await page.getByRole('button', { name: 'Declare', exact: true }).click();
  await page.getByRole('button', { name: /Cards fail/ }).click();
  await page.getByLabel('How it stands').selectOption('Over');
  await page.getByLabel('What is new').fill('Card payments work again.');
  await page.getByRole('button', { name: 'End it and tell everybody' }).click();
  await page.getByText('Nothing is wrong').waitFor();
});

test('a staff group that lost its bot is told; what did not reach a customer is sent again once they are back', async () => {
  const group = await staffGroup(t);
  await link(t, group, admin);
  await group.bot('kicked');
  const customer = await t.customer('Leyla');
  for (const text of ['/start t_idea', 'A dark theme, please.']) await customer.say({ text });
  const number = await untilSeen(customer, numberOf);
  await t.people(`/users/${customer.id}/block`, { bot: '@test_desk_bot' });
  await admin.call(`/api/tickets/${number}/replies`, { text: 'Here it is', request_key: 'here-it-is-1' });
  await expect
    .poll(async () => JSON.stringify((await admin.call('/api/unsent')).body), { timeout: 30_000 })
    .toContain('Here it is');

  await using tab = await openSettings(admin, '/staff-forum', 'dark');
  const { page } = tab;
  await page.getByText('Bot is out', { exact: true }).waitFor();
  const faults = await seriousFaults(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = () => page.evaluate('document.documentElement.scrollWidth');
  const widths = [await wide()];
  await page.goto(`${t.url}/console/settings/unsent`);
  const message = page.getByRole('listitem').filter({ hasText: 'Here it is' });
  await message.waitFor();
  widths.push(await wide());
  faults.push(...(await seriousFaults(page)));
  expect([faults, widths]).toEqual([[], [390, 390]]);

  await t.people(`/users/${customer.id}/unblock`, { bot: '@test_desk_bot' });
  await message.getByRole('button', { name: 'Send again' }).click();
  await message.waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await customer.messages()).filter(({ text }) => text?.includes('Here it is')).length)
    .toBe(1);
});

test.concurrent.each(['light', 'dark'] as const)(
  'no page of the settings has a serious fault, in %s',
  async (scheme) => {
    await using tab = await openSettings(admin, '/sla', scheme);
    const faults: string[] = [];
    const names = ['sla', 'queues', 'macros', 'macros/2', 'automation', 'automation/3', 'surveys', 'ratings'];
    for (const name of [...names, 'incidents']) {
      await tab.page.goto(`${t.url}/console/settings/${name}`);
      await tab.page.getByRole('heading', { level: 1 }).waitFor();
      await tab.page.waitForLoadState('networkidle');
      faults.push(...(await seriousFaults(tab.page)).map((fault) => `${name} ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);
