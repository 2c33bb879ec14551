import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { type Kit, openSandbox, token } from '../sandbox/kit.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { buildPage } from '../support/pages.ts';
import { addPeople, logOf, phoneOf, startBot } from './phone-kit.ts';

let browser: Browser;

beforeAll(async () => {
  await buildPage('phone');
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const wide = { viewport: { width: 1440, height: 900 }, locale: 'en' };
const narrow = { viewport: { width: 390, height: 844 }, locale: 'en' };

const open = async (kit: Kit, path: string, options: Parameters<typeof openPage>[1] = wide) => {
  const opened = await openPage(browser, options);
  await opened.page.goto(`${kit.url}/${path}`);
  return { ...opened, [Symbol.asyncDispose]: () => opened.close() };
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);

describe('a customer', () => {
  test('opens a deep link, presses Start, chooses a topic and sees the question edited', async () => {
    await using kit = await openSandbox();
    await using bot = await startBot(kit);
    await addPeople(kit, 'Leyla');
    await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot&start=order_1', narrow);
    const phone = phoneOf(tab.page, 'Leyla');
    await phone.getByRole('button', { name: 'Start', exact: true }).click();
    await logOf(phone).getByText('What is it about? order_1').waitFor();
    await phone.getByRole('button', { name: 'Payment' }).click();
    await phone.getByText('Chosen: payment').waitFor();
    await logOf(phone).getByText('Tell me about your payment.').waitFor();
    await logOf(phone).getByText('edited').first().waitFor();
    expect(await logOf(phone).getByText('What is it about?').count()).toBe(0);
    expect(bot.heard.map((update) => update.message?.text ?? update.callback_query?.data)).toEqual([
      '/start order_1',
      'payment',
    ]);
    expect(tab.problems).toEqual([]);
  });

  test('reads an alert of the bot and puts it away with the keyboard', async () => {
    await using kit = await openSandbox();
    await using _bot = await startBot(kit);
    await addPeople(kit, 'Leyla');
    await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot');
    const phone = phoneOf(tab.page, 'Leyla');
    await phone.getByRole('button', { name: 'Start', exact: true }).click();
    await phone.getByRole('button', { name: 'Loud' }).click();
    const alert = phone.getByRole('alertdialog');
    await alert.getByText('Chosen: loud').waitFor();
    await tab.page.keyboard.press('Escape');
    await alert.waitFor({ state: 'detached' });
    expect(await phone.getByRole('button', { name: 'Loud' }).isEnabled()).toBe(true);
  });

  test('sends a photo with a caption, which the bot receives and answers', async () => {
    await using kit = await openSandbox();
    await using bot = await startBot(kit);
    const [leyla] = await addPeople(kit, 'Leyla');
    await kit.people(`users/${leyla?.id}/start`, { chat: '@desk_bot' });
    await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot');
    const phone = phoneOf(tab.page, 'Leyla');
    await phone.getByLabel('Message', { exact: true }).waitFor();
    await phone
      .locator('input[type=file]')
      .setInputFiles({ name: 'shot.png', mimeType: 'image/png', buffer: png });
    await phone.getByLabel('Add a caption').fill('The receipt');
    await tab.page.keyboard.press('Enter');
    await logOf(phone).getByText('Thank you for the photo.').waitFor();
    await phone.getByRole('button', { name: 'Open the photo' }).waitFor();
    const sent = bot.heard.find((update) => update.message?.photo !== undefined)?.message;
    expect(sent?.caption).toBe('The receipt');
    expect(tab.problems).toEqual([]);
  });

  test('edits and deletes a message of their own', async () => {
    await using kit = await openSandbox();
    await using bot = await startBot(kit);
    const [leyla] = await addPeople(kit, 'Leyla');
    await kit.people(`users/${leyla?.id}/start`, { chat: '@desk_bot' });
    await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot');
    const phone = phoneOf(tab.page, 'Leyla');
    const input = phone.getByLabel('Message', { exact: true });
    await input.fill('Order 8814');
    await input.press('Enter');
    await logOf(phone).getByText('Order 8814').waitFor();
    await input.press('ArrowUp');
    await input.fill('Order 8841');
    await input.press('Enter');
    await logOf(phone).getByText('Order 8841').click({ button: 'right' });
    expect(await logOf(phone).getByText('Order 8814').count()).toBe(0);
    await phone.getByRole('menuitem', { name: 'Delete' }).click();
    await logOf(phone).getByText('Order 8841').waitFor({ state: 'detached' });
    await expect
      .poll(() => bot.heard.find((update) => update.edited_message)?.edited_message?.text)
      .toBe('Order 8841');
  });

  test('does all of it by keyboard alone', async () => {
    await using kit = await openSandbox();
    await using bot = await startBot(kit);
    await addPeople(kit, 'Leyla');
    await using tab = await open(kit, '?as=leyla_x');
    const phone = phoneOf(tab.page, 'Leyla');
    const { keyboard } = tab.page;
    await phone.getByRole('button', { name: /@desk_bot/ }).focus();
    await keyboard.press('Enter');
    await phone.getByRole('button', { name: 'Start', exact: true }).press('Enter');
    await logOf(phone).getByRole('button', { name: 'Payment' }).press('Enter');
    await logOf(phone).getByText('Tell me about your payment.').waitFor();
    await phone.getByLabel('Message', { exact: true }).focus();
    await keyboard.type('/sta');
    await phone.getByRole('button', { name: '/status' }).press('Enter');
    await expect.poll(() => bot.heard.some((update) => update.message?.text === '/status')).toBe(true);
    await phone.getByLabel('Message', { exact: true }).press('Escape');
    await phone.getByLabel('Search').waitFor();
    await keyboard.press('Tab');
    const focused = phone.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe('Chatbot in my chats');
  });

  test('keeps the words when a message cannot be sent, and learns why', async () => {
    await using kit = await openSandbox();
    const [leyla] = await addPeople(kit, 'Leyla');
    await kit.people(`users/${leyla?.id}/start`, { chat: '@desk_bot' });
    await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot');
    const body = { error: { code: 'full', message: 'The box is full.' } };
    await tab.page.route('**/send', (route) => route.fulfill({ status: 507, json: body }));
    const phone = phoneOf(tab.page, 'Leyla');
    const input = phone.getByLabel('Message', { exact: true });
    await input.fill('Do not lose me');
    await input.press('Enter');
    await phone.getByRole('alert').getByText('The box is full.').waitFor();
    expect(await input.inputValue()).toBe('Do not lose me');
  });
});

describe('the stage', () => {
  test('shows two people side by side; what one writes the other reads, also after a reload', async () => {
    await using kit = await openSandbox();
    const [leyla, ivan] = await addPeople(kit, 'Leyla', 'Ivan');
    const chat = await kit.chat({ type: 'supergroup', creator: leyla?.id ?? 0, username: 'yard' });
    await using tab = await open(kit, '?as=leyla_x&chat=@yard');
    await tab.page.getByRole('button', { name: 'Phones: 2' }).click();
    const his = phoneOf(tab.page, 'Ivan');
    await his.getByLabel('Search').fill('t.me/yard');
    await his.getByRole('button', { name: 'Join @yard' }).click();
    await his.getByLabel('Message', { exact: true }).waitFor();
    const hers = phoneOf(tab.page, 'Leyla').getByLabel('Message', { exact: true });
    await hers.fill('Water is off at ten');
    await hers.press('Enter');
    await logOf(his).getByText('Water is off at ten').waitFor();
    await tab.page.reload();
    await logOf(his).getByText('Water is off at ten').waitFor();
    await logOf(phoneOf(tab.page, 'Leyla')).getByText('Water is off at ten').waitFor();
    const seen = await kit.people<{ text?: string }[]>(`users/${ivan?.id}/chats/${chat.id}/messages`);
    expect(seen.at(-1)?.text).toBe('Water is off at ten');
    expect(tab.problems).toEqual([]);
  });

  test('turns the clock forward', async () => {
    await using kit = await openSandbox();
    await addPeople(kit, 'Leyla');
    await using tab = await open(kit, '');
    await tab.page.getByRole('button', { name: 'Sandbox time' }).click();
    const panel = tab.page.getByRole('dialog', { name: 'Turn the clock' });
    await panel.getByRole('button', { name: '+1 day' }).click();
    await panel.getByText('1 d ahead').waitFor();
    await panel.getByRole('button', { name: '+15 min' }).click();
    await panel.getByText('1 d 15 min ahead').waitFor();
    const clock = await kit.people<{ offset_seconds: number }>('clock');
    expect(Math.round(clock.offset_seconds)).toBe(86_400 + 900);
  });

  test('adds a person and breaks the next call of the bot', async () => {
    await using kit = await openSandbox();
    await using tab = await open(kit, '', narrow);
    await tab.page.getByRole('button', { name: 'Leyla' }).click();
    await phoneOf(tab.page, 'Leyla')
      .getByRole('button', { name: /@desk_bot/ })
      .waitFor();
    await tab.page.getByRole('button', { name: 'Faults' }).click();
    await tab.page.getByRole('button', { name: '500 Server error: Next call' }).click();
    await tab.page.getByText('1 left').waitFor();
    expect((await kit.call('getMe')).error_code).toBe(500);
    expect((await kit.call('getMe')).ok).toBe(true);
  });

  test('says when the sandbox is gone, and goes on when it is back', async () => {
    const kit = await openSandbox();
    const [leyla] = await addPeople(kit, 'Leyla');
    await using tab = await open(kit, '?as=leyla_x');
    const phone = phoneOf(tab.page, 'Leyla');
    await phone.getByRole('button', { name: /@desk_bot/ }).waitFor();
    await kit[Symbol.asyncDispose]();
    await phone.getByText('The sandbox is not answering').waitFor();
    const bots = [{ token, username: 'desk_bot', first_name: 'Desk' }];
    const again = await startSandbox({ port: Number(new URL(kit.url).port), bots });
    try {
      // The new world knows nobody, so the page asks who one is.
      await tab.page.getByText('Who are you today?').waitFor();
      expect(await phone.count()).toBe(0);
      expect(leyla?.first_name).toBe('Leyla');
    } finally {
      await again.close();
    }
  });
});

describe('a long conversation', () => {
  test('is drawn in part, and earlier messages come as one scrolls up', async () => {
    await using kit = await openSandbox();
    const leyla = await kit.person('Leyla');
    for (let at = 1; at <= 300; at += 1)
      await kit.ok('sendMessage', { chat_id: leyla.id, text: `Line ${at}` });
    await kit.ok('sendMessage', { chat_id: leyla.id, text: 'ə'.repeat(4096) });
    await using tab = await open(kit, `?as=${leyla.id}&chat=@desk_bot`, narrow);
    const log = tab.page.getByRole('log');
    await log.getByText('Line 300').waitFor();
    expect(await log.getByRole('listitem').count()).toBeLessThan(120);
    await log.hover();
    await tab.page.mouse.wheel(0, -100_000);
    await log.getByText('Line 200', { exact: true }).waitFor();
    expect(await widerThan(tab.page)).toBe(false);
  });
});

const widerThan = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('everybody can use it', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no serious accessibility problem in ${colorScheme}`, async () => {
      await using kit = await openSandbox();
      await using _bot = await startBot(kit);
      const people = await addPeople(kit, 'Leyla', 'Ivan');
      const chat = await kit.chat({ type: 'supergroup', creator: people[0]?.id ?? 0, is_forum: true });
      await kit.people(`users/${people[1]?.id}/join`, { chat: chat.id });
      await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot', {
        ...wide,
        colorScheme,
        reducedMotion: 'reduce',
      });
      const phone = phoneOf(tab.page, 'Leyla');
      await phone.getByRole('button', { name: 'Start', exact: true }).click();
      await phone.getByRole('button', { name: 'Payment' }).waitFor();
      await tab.page.getByRole('button', { name: 'Phones: 2' }).click();
      await phoneOf(tab.page, 'Ivan').getByText('A place').waitFor();
      const look = async () => {
        const { violations } = await new AxeBuilder({ page: tab.page }).analyze();
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`);
      };
      expect(await look()).toEqual([]);
      await phoneOf(tab.page, 'Ivan').getByText('A place').click();
      await tab.page.getByRole('button', { name: 'Add a person' }).click();
      expect(await look()).toEqual([]);
    });
  }
});
