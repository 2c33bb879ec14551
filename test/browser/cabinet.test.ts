import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Player, untilSeen } from '../../app/demo/people.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type Agent, cabinetLink, type TestDesk, testDesk } from '../support/desk.ts';
import { PNG, upload } from '../support/files.ts';
import { launchOf } from '../support/launch.ts';
import { buildPage } from '../support/pages.ts';
import { faultsOf, HOSTILE_THEME, LAYOUT_FAULTS, OF_THE_NETWORK, PHONE, TELEGRAM } from './cabinet-kit.ts';

let browser: Browser;
let t: TestDesk;
let agent: Agent;

beforeAll(async () => {
  await buildPage('cabinet');
  browser = await launchBrowser();
  t = await testDesk();
  agent = await t.agent();
});
afterAll(async () => {
  await browser?.close();
  await t?.[Symbol.asyncDispose]();
});

let made = 0;
const key = () => `browser-${String(++made).padStart(6, '0')}`;

const open = async (path: string, options: BrowserContextOptions = PHONE) => {
  const opened = await openPage(browser, options);
  await opened.page.goto(`${t.url}/cabinet${path}`);
  return {
    page: opened.page,
    troubles: () => opened.problems.filter((problem) => !OF_THE_NETWORK.test(problem)),
    [Symbol.asyncDispose]: () => opened.close(),
  };
};

/** The link that the bot answers /cabinet with. */
const linkBy = async (player: Player): Promise<string> => {
  await player.say({ text: '/cabinet' });
  const url = await untilSeen(player, ({ reply_markup }) =>
    reply_markup?.inline_keyboard
      ?.flat()
      .map((button) => (button as { url?: string }).url)
      .find((found) => found?.includes('/cabinet/?link=')),
  );
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`.replace('/cabinet', '');
};

/** A customer with a link of their own, without a walk through the bot. */
const visitor = async (language: string, firstName = 'Leyla') => {
  const { id, path } = await cabinetLink(t, { language, firstName });
  return { id, path: path.replace('/cabinet', '') };
};

const numberIn = (page: Page): number => Number(/tickets\/(\d+)/.exec(page.url())?.[1]);

describe('a customer', () => {
  test('asks, is answered, replies, is helped, rates and comes back, without leaving the cabinet', async () => {
    const player = await t.customer();
    await player.say({ text: '/start' });
    await using cabinet = await open(await linkBy(player));
    const { page } = cabinet;
    await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
    // Nobody who looks at the address learns the way in.
    expect(page.url()).toBe(`${t.url}/cabinet/`);

    await page.getByRole('button', { name: 'New question' }).click();
    await page.getByRole('button', { name: 'Idea' }).click();
    await page.getByRole('textbox').fill('Gift cards would be lovely');
    // What is typed survives a reload.
    await page.reload();
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Gift cards would be lovely');
    // Without a network the question waits among the tickets, and goes by itself, once.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send' }).click();
    const waits = page.getByRole('list', { name: 'Waiting for the network' });
    await waits.getByText('It goes by itself once there is a connection.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('link', { name: /Gift cards/ }).click({ timeout: 30_000 });
    expect(await waits.count()).toBe(0);
    await page.getByRole('heading', { name: /№ \d+ · Idea/ }).waitFor();
    const id = numberIn(page);
    await page.getByText(/A person answers (tomorrow |on .+ )?by/).waitFor();

    await page.getByRole('link', { name: 'My tickets' }).click();
    const row = page.getByRole('link', { name: /Gift cards/ });
    await row.getByText('Accepted').waitFor();
    await agent.call(`/api/tickets/${id}/replies`, { text: 'Coming in May.', request_key: key() });
    await row.getByText('1 new message').waitFor({ timeout: 30_000 });
    await row.click();
    const talk = page.getByRole('log', { name: 'Conversation' });
    await talk.getByText('Coming in May.').waitFor();
    await page.getByText(`In progress · ${agent.member.name} is on it`).waitFor();

    // Words that cannot be sent are kept, and go out when the network is back.
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Message' }).fill('Thank you!');
    await page.getByRole('button', { name: 'Send' }).click();
    await talk.getByText('Not sent. Your words are kept.').waitFor();
    await page.getByText('No connection. Nothing you write is lost.').waitFor();
    await page.context().setOffline(false);
    await expect
      .poll(() => talk.getByRole('article').filter({ hasText: 'Not sent' }).count(), { timeout: 30_000 })
      .toBe(0);
    expect(await talk.getByText('Thank you!').count()).toBe(1);

    await agent.call(`/api/tickets/${id}/resolve`, { summary: 'Planned for May', request_key: key() });
    await page.getByRole('button', { name: 'Very good' }).click({ timeout: 30_000 });
    await page.getByText('Thank you, that helps us.').waitFor();
    expect(await page.getByRole('button', { name: 'Very good' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Open it again' }).click();
    await page.getByText('Open again').waitFor();
    await page.getByRole('button', { name: 'About this ticket' }).click();
    const about = page.getByRole('dialog');
    await about.getByRole('switch', { name: 'Tell me about changes' }).click();
    await expect.poll(async () => (await agent.call(`/api/tickets/${id}`)).status).toBe(200);
    await about.getByRole('button', { name: "It's solved, close it" }).click();
    await about.getByRole('button', { name: 'Yes, close it' }).click();
    await page.getByText('Closed', { exact: true }).waitFor();
    expect(cabinet.troubles()).toEqual([]);
  });

  test('sees nothing of somebody else, and is told what to do where there is no way in', async () => {
    const owner = await visitor('en');
    await using theirs = await open(owner.path);
    await theirs.page.getByRole('button', { name: 'New question' }).click();
    await theirs.page.getByRole('button', { name: 'Idea' }).click();
    await theirs.page.getByRole('textbox').fill('A secret of my own');
    await theirs.page.getByRole('button', { name: 'Send' }).click();
    await theirs.page.getByRole('log').waitFor();
    const id = numberIn(theirs.page);

    const stranger = await visitor('en', 'Stranger');
    await using other = await open(stranger.path);
    await other.page.getByText('Nothing is open').waitFor();
    await other.page.goto(`${t.url}/cabinet/tickets/${id}`);
    await other.page.getByRole('heading', { name: `There is no № ${id} here` }).waitFor();
    expect(await other.page.content()).not.toContain('A secret');
    await other.page.goto(`${t.url}/cabinet/tickets/nonsense`);
    await other.page.getByRole('heading', { name: 'There is no such page' }).waitFor();

    // A link opens once, and where it was used before it needs no second time.
    await other.page.goto(`${t.url}/cabinet${stranger.path}`);
    await other.page.getByText('Nothing is open').waitFor();
    await using late = await open(stranger.path);
    await late.page.getByText('This link was used already or is older than 10 minutes.').waitFor();
    await using uninvited = await open('/settings');
    await uninvited.page.getByText('Send /cabinet to the bot').waitFor();
    expect(await faultsOf(uninvited.page)).toEqual([]);
    const forged = launchOf(
      { id: 7_000_001, first_name: 'Rena' },
      { at: t.runtime.clock.now(), token: '1000001:another-token-000000000000000000000000' },
    );
    await using liar = await open(
      `/#tgWebAppData=${encodeURIComponent(forged)}&tgWebAppVersion=9.0&tgWebAppPlatform=android&tgWebAppThemeParams=%7B%7D`,
    );
    await liar.page.getByText('Telegram did not confirm who you are.').waitFor();
    // A session that ends while its page is open says so in its place.
    await t.runtime.db.deleteFrom('customer_sessions').where('customer_id', '=', stranger.id).execute();
    await other.page.getByText('You were away for a while.').waitFor({ timeout: 30_000 });
  });
});

describe('inside Telegram', () => {
  test('the page opens at the ticket of its link, wears any theme readably, and uses Telegram’s own buttons', async () => {
    const player = await t.customer('Murad');
    const at = t.runtime.clock.now();
    const { page, problems, close } = await openPage(browser, PHONE);
    await page.addInitScript(TELEGRAM);
    const told = async (wanted: string) =>
      ((await page.evaluate('window.calls')) as [string, unknown][])
        .filter(([name]) => name === wanted)
        .map(([, data]) => data);
    const tell = (name: string, data?: unknown) =>
      page.evaluate(`window.Telegram.WebView.receiveEvent('${name}', ${JSON.stringify(data)})`);
    const launch = (startParam?: string) => {
      const data = launchOf(
        { id: player.id, first_name: 'Murad' },
        { at, ...(startParam ? { startParam } : {}) },
      );
      return `${t.url}/cabinet/#${new URLSearchParams({ tgWebAppData: data, tgWebAppVersion: '9.0', tgWebAppPlatform: 'android', tgWebAppThemeParams: HOSTILE_THEME }).toString()}`;
    };
    await page.goto(launch());
    await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
    expect(page.url()).toBe(`${t.url}/cabinet/`);
    expect((await told('web_app_ready')).length).toBe(1);
    expect(await told('web_app_setup_main_button')).toContainEqual(
      expect.objectContaining({ text: 'New question', is_visible: true }),
    );
    expect(await page.getByRole('button', { name: 'New question' }).count()).toBe(0);
    // Yellow words on yellow: the theme is hostile, the page is not.
    expect(await faultsOf(page)).toEqual([]);
    await tell('theme_changed', {
      theme_params: { bg_color: '#17212b', secondary_bg_color: '#232e3c', text_color: '#f5f5f5' },
    });
    await expect
      .poll(() => page.evaluate('getComputedStyle(document.body).backgroundColor'))
      .toBe('rgb(35, 46, 60)');
    expect(await page.evaluate('document.documentElement.style.colorScheme')).toBe('dark');

    await tell('main_button_pressed');
    await page.getByRole('button', { name: 'Idea' }).click();
    await page.getByRole('textbox').fill('Inside Telegram');
    expect(await told('web_app_setup_back_button')).toContainEqual({ is_visible: true });
    await tell('main_button_pressed');
    await page.getByRole('log').waitFor();
    const id = numberIn(page);
    await tell('back_button_pressed');
    await page.getByRole('link', { name: /Inside Telegram/ }).waitFor();
    // A reload needs nothing new of Telegram; another opening leads to where its link says.
    await page.reload();
    await page.getByRole('link', { name: /Inside Telegram/ }).waitFor();
    await page.goto('about:blank');
    await page.goto(launch(`ticket_${id}`));
    await page.getByRole('heading', { name: new RegExp(`№ ${id}`) }).waitFor();
    // A picture as large as the screen is left by Telegram's way back and by the browser's; the ticket below stays.
    const { id: file } = await upload(t.url, agent, { name: 'seen.png', data: PNG });
    await agent.call(`/api/tickets/${id}/replies`, { text: 'Look', files: [file], request_key: key() });
    for (const leave of [() => tell('back_button_pressed'), () => page.goBack()]) {
      await page.getByRole('log').getByRole('button', { name: 'seen.png' }).click();
      await page.getByRole('dialog', { name: 'Pictures' }).waitFor();
      await expect.poll(() => page.evaluate('history.state?.picture ?? false')).toBe(true);
      await leave();
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await expect.poll(() => page.evaluate('history.state?.picture ?? false')).toBe(false);
    }
    await page.getByRole('heading', { name: new RegExp(`№ ${id}`) }).waitFor();
    await page.goto('about:blank');
    await page.goto(launch('article_gone'));
    await page.getByRole('heading', { name: 'This guide is not here any more' }).waitFor();
    await page.goto('about:blank');
    await page.goto(launch('form_idea'));
    // A picture is covered on the whole screen; the way back leads out of it, and the question is still there.
    const shot = { name: 'shot.png', mimeType: 'image/png', buffer: PNG };
    await page.locator('input[type=file]').setInputFiles(shot);
    await page.getByRole('dialog', { name: 'Cover what is private' }).waitFor();
    expect(await told('web_app_request_fullscreen')).toHaveLength(1);
    await tell('back_button_pressed');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await told('web_app_exit_fullscreen')).toHaveLength(1);
    await page.getByRole('textbox').waitFor();
    // A guide that is gone was asked for.
    expect(problems.filter((problem) => !OF_THE_NETWORK.test(problem))).toEqual([]);
    await close();
  });
});

describe('every screen', () => {
  const LOOKS = [
    ['en', 'light', 390, '1'],
    ['az', 'dark', 390, '1'],
    ['ru', 'light', 390, '2'],
    ['tr', 'dark', 320, '1'],
  ] as const;
  test.concurrent.for(LOOKS)(
    'is accessible, fits and can be hit by a thumb: %s, %s, %d px, text × %s',
    async ([language, colorScheme, width, scale], { expect }) => {
      const { path } = await visitor(language);
      await using cabinet = await open(path, {
        viewport: { width, height: 844 },
        locale: language,
        colorScheme,
        reducedMotion: 'reduce',
      });
      const { page } = cabinet;
      const look = async (name: string) => {
        await page.addStyleTag({ content: `:root { font-size: ${scale}00% }` });
        expect([name, await faultsOf(page)]).toEqual([name, []]);
        expect([name, await page.evaluate(LAYOUT_FAULTS)]).toEqual([name, []]);
      };
      await page.getByRole('heading', { level: 2 }).waitFor();
      await look('empty');
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      await page.goto(`${t.url}/cabinet/new`);
      await page.getByRole('heading', { level: 2 }).waitFor();
      await page.locator('section button').last().click();
      await page.getByRole('textbox').fill('Bakıda çatdırılma təxminən nə qədər çəkir və nə qədərdir?');
      await look('words');
      await page.locator('main > div > button').last().click();
      await page.getByRole('log').waitFor();
      const id = numberIn(page);
      await look('ticket');
      await page.locator('header button').click();
      await page.getByRole('dialog').waitFor();
      await look('about');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await agent.call(`/api/tickets/${id}/clarifications`, {
        question: 'the address',
        text: 'Where do you live?',
        request_key: key(),
      });
      await page.goto(`${t.url}/cabinet/`);
      await page.getByRole('link').nth(1).waitFor();
      await look('list');
      await agent.call(`/api/tickets/${id}/resolve`, { summary: 'Done', request_key: key() });
      await page.goto(`${t.url}/cabinet/tickets/${id}`);
      await page.locator('[aria-pressed]').first().waitFor();
      await look('solved');
      await page.goto(`${t.url}/cabinet/settings`);
      await page.getByRole('radiogroup').first().waitFor();
      await look('settings');
      await page.locator('button[aria-haspopup=dialog]').first().click();
      await page.getByRole('searchbox').fill('Baku');
      await page.getByRole('radio', { name: 'Asia/Baku' }).waitFor();
      await look('zones');
      // By the keyboard alone.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.locator('button[aria-haspopup=dialog]').first().textContent())
        .toContain('Asia/Baku');
      expect(cabinet.troubles()).toEqual([]);
    },
  );

  test('a long list comes in parts; a long conversation begins at its end, and earlier words move nothing', async () => {
    const { path } = await visitor('en');
    await using cabinet = await open(path);
    const { page } = cabinet;
    await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
    const kept = await page.evaluate("sessionStorage.getItem('nightdesk.cabinet.session')");
    const { secret } = JSON.parse(String(kept)) as { secret: string };
    const post = async (door: string, body: object) => {
      const headers = {
        authorization: `Bearer ${secret}`,
        'x-nightdesk': '1',
        'content-type': 'application/json',
      };
      const answer = await fetch(`${t.url}/api/cabinet${door}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { id: number }).id;
    };
    let id = 0;
    for (let n = 1; n <= 21; n += 1)
      id = await post('/tickets', { topic: 'idea', text: `Idea ${n}`, request_key: key() });
    await page.getByRole('link', { name: /Idea 21/ }).waitFor({ timeout: 30_000 });
    await page.mouse.wheel(0, 5000);
    await page.getByRole('link', { name: /Idea 1\b/ }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(21);

    for (let n = 1; n <= 52; n += 1)
      await post(`/tickets/${id}/messages`, { text: `Words ${n}`, request_key: key() });
    await page.goto(`${t.url}/cabinet/tickets/${id}`);
    const talk = page.getByRole('log', { name: 'Conversation' });
    const words = (n: number) => talk.getByText(`Words ${n}`, { exact: true });
    await words(52).waitFor();
    const top = async (n: number) => Math.round((await words(n).boundingBox())?.y ?? Number.NaN);
    await expect.poll(() => top(52)).toBeLessThan(844);
    await page.getByRole('button', { name: 'Show earlier messages' }).scrollIntoViewIfNeeded();
    const before = await top(4);
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await words(1).waitFor({ state: 'attached' });
    expect(Math.abs((await top(4)) - before)).toBeLessThan(60);
    // Somebody who reads further up is not torn away, but told.
    await page.evaluate('window.scrollTo(0, 0)');
    await agent.call(`/api/tickets/${id}/replies`, { text: 'Here I am', request_key: key() });
    await page.getByRole('button', { name: 'New message' }).click({ timeout: 30_000 });
    await expect
      .poll(async () => (await talk.getByText('Here I am').boundingBox())?.y ?? 9999)
      .toBeLessThan(844);
    expect(cabinet.troubles()).toEqual([]);
  });

  test('a change of language and of quiet hours holds at once, for the page and for the bot; signing out leaves nothing', async () => {
    const { id, path } = await visitor('en');
    await using cabinet = await open(path);
    const { page } = cabinet;
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Azərbaycanca' }).check({ force: true });
    await page.getByRole('heading', { name: 'Ayarlar' }).waitFor();
    await page.getByRole('radio', { name: 'Öz saatlarım' }).check({ force: true });
    await page.getByLabel('Başlanğıc').fill('23:30');
    await page.getByLabel('Son', { exact: true }).fill('07:00');
    await page.getByRole('heading', { name: 'Ayarlar' }).click();
    const stored = () =>
      t.runtime.db
        .selectFrom('customers')
        .select(['language', 'quiet_hours'])
        .where('id', '=', id)
        .executeTakeFirst();
    await expect.poll(stored).toEqual({ language: 'az', quiet_hours: { from: '23:30', until: '07:00' } });
    // Whoever signs out leaves nothing in a browser that others use.
    await page.getByRole('button', { name: 'Buradan çıxmaq' }).click();
    await page.getByText('Send /cabinet to the bot').waitFor();
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(1);
    expect(await page.evaluate("localStorage.getItem('nightdesk.cabinet.language')")).toBe('en');
    expect(cabinet.troubles()).toEqual([]);
  });
});
