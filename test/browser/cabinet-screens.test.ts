import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedContent } from '../../app/seed-content.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { type Agent, cabinetLink, type TestDesk, testDesk } from '../support/desk.ts';
import { buildPage } from '../support/pages.ts';
import { faultsOf, fingersOf, LAYOUT_FAULTS, OF_THE_NETWORK, PHONE, picture } from './cabinet-kit.ts';

let browser: Browser;
let t: TestDesk;
let admin: Agent;
beforeAll(async () => {
  await buildPage('cabinet');
  browser = await launchBrowser();
  t = await testDesk();
  await seedContent(t.runtime);
  admin = await t.agent('admin');
});
afterAll(async () => {
  await browser?.close();
  await t?.[Symbol.asyncDispose]();
});

const PICTURES = 'test-results/cabinet';
type Look = readonly [language: string, theme: 'light' | 'dark', width: number, scale: number];
/** Every language, theme and size where CABINET_WALK is set; else those that are hardest. */
const WHOLE = process.env['CABINET_WALK'] !== undefined;
const LOOKS: readonly Look[] = WHOLE
  ? ['az', 'en', 'ru', 'tr'].flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        [320, 360, 390, 430].map((width) => [language, theme, width, 1] as const),
      ),
    )
  : ([
      ['az', 'dark', 390, 1],
      ['ru', 'light', 390, 2],
    ] as const);

type Looking = { look: (name: string) => Promise<void>; language: string };

async function lookAround(page: Page, { look, language }: Looking): Promise<void> {
  const doAs = async (id: number, what: string, body: object) => {
    const request_key = `walk-${language}-${what}-${id}`;
    const answer = await admin.call(`/api/tickets/${id}/${what}`, { ...body, request_key });
    expect([what, answer.status]).toEqual([what, 200]);
  };
  await page.goto(`${t.url}/cabinet/settings`);
  await page.getByRole('radiogroup').first().waitFor();
  await look('settings');
  await page.goto(`${t.url}/cabinet/`);
  await page.locator('main h2').waitFor();
  await look('empty');
  await page.goto(`${t.url}/cabinet/new?topic=idea`);
  await page.locator('main > div > button').last().click();
  await page.getByRole('log').waitFor();
  const id = Number(/tickets\/(\d+)/.exec(page.url())?.[1]);
  await look('sent');
  await page.getByRole('log').locator('button:has(img)').click();
  await page.locator('dialog img').waitFor();
  await look('picture');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await doAs(id, 'clarifications', { question: 'Foto?', text: 'Salam! Bir şəkil göndərə bilərsiniz?' });
  await page.locator('[role=log] article').nth(1).waitFor();
  await look('ticket');
  await page.locator('header button').click();
  await page.getByRole('dialog').waitFor();
  await look('about');
  await page.keyboard.press('Escape');
  await page.goto(`${t.url}/cabinet/`);
  await page.locator('main li a').first().waitFor();
  await look('list');
  await page.context().setOffline(true);
  await page.locator('main [role=status] span, [role=status] span').first().waitFor();
  await look('offline');
  await page.context().setOffline(false);
  await doAs(id, 'resolve', { summary: 'Hazırdır' });
  await page.goto(`${t.url}/cabinet/tickets/${id}`);
  await page.locator('[aria-pressed]').first().waitFor();
  await look('solved');
  await page.evaluate('sessionStorage.clear()');
  await page.goto(`${t.url}/cabinet/`);
  await page.getByRole('alert').waitFor();
  await look('closed');
}

test.for(LOOKS)(
  'the other screens are accessible and fit: %s, %s, %d px, text × %d',
  async ([language, colorScheme, width, scale]) => {
    await mkdir(PICTURES, { recursive: true });
    const { id, path } = await cabinetLink(t, { language });
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 844 },
      ...{ locale: language, colorScheme, reducedMotion: 'reduce' },
    });
    const look = async (name: string) => {
      await page.addStyleTag({ content: `:root { font-size: ${scale}00% }` });
      expect([name, await faultsOf(page)]).toEqual([name, []]);
      expect([name, await page.evaluate(LAYOUT_FAULTS)]).toEqual([name, []]);
      await page.screenshot({ path: `${PICTURES}/${language}-${colorScheme}-${width}-${name}.png` });
    };
    await page.goto(`${t.url}${path}`);
    await page.locator('a[href$="/help"]').click();
    await page.locator('summary').first().click();
    await look('help');
    await page.getByRole('searchbox').fill('kart');
    await page.locator('section a[href*="/help/"]').first().waitFor();
    await look('found');
    // Whoever goes on to a person takes along what was looked for; it is still there when they come back.
    await page.locator('main button').last().click();
    await page.waitForURL(/\/new\?words=kart$/);
    await page.goBack();
    await page.locator('section a[href*="/help/"]').first().click();
    await page.locator('#helpful').waitFor();
    await look('article');
    const no = page.locator('section[aria-labelledby=helpful] button').last();
    await no.click();
    await expect.poll(() => no.getAttribute('aria-pressed')).toBe('true');
    const title = await page.locator('h1').innerText();
    await page.locator('main button').last().click();
    await page.waitForURL((url) => url.searchParams.get('words') === title);
    const voted = t.runtime.db
      .selectFrom('article_votes')
      .select(['language', 'helpful'])
      .where('customer_id', '=', id);
    // It shows before the desk has it.
    await expect.poll(() => voted.execute()).toEqual([{ language, helpful: false }]);
    await page.goto(`${t.url}/cabinet/new?topic=payment`);
    await page.locator('#words').fill('Pul getdi, sifariş gəlmədi');
    await page.locator('input[type=radio]').nth(2).check({ force: true });
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'ekran.jpg', mimeType: 'image/jpeg', buffer: await picture(page) },
    });
    await page.locator('dialog img').waitFor();
    await page.locator('dialog [role=toolbar] button').first().click();
    await look('mask');
    await page.locator('dialog footer button').click();
    await page.locator('li img').waitFor();
    await expect.poll(() => page.locator('progress').count()).toBe(0);
    await look('form');
    await page.goto(`${t.url}/cabinet/settings`);
    await page.locator('button[aria-haspopup=dialog]').last().click();
    await page.getByRole('dialog').waitFor();
    await look('erase');
    // What cabinet.test.ts looks at in its own way, here with pictures.
    if (WHOLE) await lookAround(page, { look, language });
    expect(problems.filter((problem) => !OF_THE_NETWORK.test(problem))).toEqual([]);
    await close();
  },
);

test('what is covered by keys alone, and where a picture was taken, never leaves the phone', async () => {
  const { path } = await cabinetLink(t);
  const { page, close } = await openPage(browser, PHONE);
  await page.goto(`${t.url}${path}`);
  await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
  await page.goto(`${t.url}/cabinet/new?topic=idea`);
  await page.locator('#words').fill('Look at this');
  const before = await picture(page);
  expect(before.includes('GPSLatitude')).toBe(true);
  const broken = { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
  await page.locator('input[type=file]').setInputFiles(broken);
  await page.getByText('This picture cannot be opened').waitFor();
  const large = { name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(21 * 1024 * 1024) };
  await page.locator('input[type=file]').setInputFiles(large);
  await page.getByText('20 MB is the most').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: before });
  await page.getByRole('button', { name: 'Add a cover' }).focus();
  await page.keyboard.press('Enter');
  const cover = page.getByRole('button', { name: 'Cover 1' });
  await expect
    .poll(() => page.evaluate("document.activeElement?.getAttribute('aria-label')"))
    .toBe('Cover 1');
  for (let n = 0; n < 30; n += 1) await page.keyboard.press('Shift+ArrowRight');
  for (let n = 0; n < 25; n += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await page.getByText('1 place is covered.').waitFor();
  // A second one is added and taken away again.
  await page.getByRole('button', { name: 'Add a cover' }).press('Enter');
  await page.getByText('2 places are covered.').waitFor();
  await page.keyboard.press('Delete');
  await page.getByText('1 place is covered.').waitFor();
  expect(await cover.count()).toBe(1);
  await page.getByRole('button', { name: 'Use it covered' }).click();
  await page.getByLabel('What is in the picture?').fill('The card that is refused');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const shown = page.getByRole('log').getByRole('img', { name: 'The card that is refused' });
  await shown.waitFor();
  const id = Number(/tickets\/(\d+)/.exec(page.url())?.[1]);
  const talk = await admin.call(`/api/tickets/${id}/conversation`);
  const { messages } = talk.body as { messages: { attachments: { url: string; description: string }[] }[] };
  const [file] = messages[0]?.attachments ?? [];
  expect(file?.description).toBe('The card that is refused');
  const sent = await fetch(`${t.url}${file?.url ?? ''}`, { headers: { cookie: admin.cookie } });
  const bytes = Buffer.from(await sent.arrayBuffer());
  expect(bytes.includes('GPSLatitude')).toBe(false);
  expect(bytes.includes('Exif')).toBe(false);
  // Nothing of the red number is left, and the rest is as white as it was.
  const colours = await page.evaluate(`(async () => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob('${bytes.toString('base64')}'), (one) => one.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const paper = canvas.getContext('2d');
    paper.drawImage(picture, 0, 0);
    const { data } = paper.getImageData(0, 0, picture.width, picture.height);
    let red = 0, black = 0, white = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] > 120 && data[at + 1] < 90) red += 1;
      else if (data[at] < 60) black += 1;
      else if (data[at + 1] > 200) white += 1;
    }
    return { red, black: black > 10000, white: white > 100000, width: picture.width };
  })()`);
  expect(colours).toEqual({ red: 0, black: true, white: true, width: 600 });
  await close();
});

test('a question that waited and was refused keeps its pictures; they open as large as the screen; a part that does not come is fetched anew', async () => {
  const { path } = await cabinetLink(t);
  const { page, close } = await openPage(browser, { ...PHONE, hasTouch: true });
  // As after an upgrade: the desk does not have this part any more.
  const PART = /assets\/settings-[^/]*\.js/;
  await page.route(PART, (route) => route.fulfill({ status: 404 }));
  await page.goto(`${t.url}${path}`);
  await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
  await page.goto(`${t.url}/cabinet/new?topic=feature`);
  await page.locator('#words').fill('Look at these two');
  for (const name of ['one.jpg', 'two.jpg']) {
    const chosen = { name, mimeType: 'image/jpeg', buffer: await picture(page) };
    await page.locator('input[type=file]').setInputFiles(chosen);
    await page.getByRole('button', { name: 'Use it as it is' }).click();
    await page.getByRole('button', { name: `Take ${name} away` }).waitFor();
  }
  await page.getByLabel('What is in the picture?').first().fill('The first of them');
  // Until both are there it says something else.
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await send.waitFor();
  await page.context().setOffline(true);
  await send.click();
  await page.getByRole('list', { name: 'Waiting for the network' }).getByText('Look at these two').waitFor();
  const fields = [{ id: 'shop', kind: 'text', label: { en: 'Which shop?' }, required: true }];
  const forms = (await admin.call('/api/topic-forms')).body as { topic: { slug: string }; version: number }[];
  const base = forms.find(({ topic }) => topic.slug === 'feature')?.version ?? 0;
  expect((await admin.call('/api/topic-forms/feature', { base, fields }, 'PUT')).status).toBe(200);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('button', { name: 'Take two.jpg away' }).waitFor();
  expect(await page.locator('#words').inputValue()).toBe('Look at these two');
  await page.getByLabel('Which shop?').fill('Ganjlik');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const first = page.getByRole('log').getByRole('button', { name: 'The first of them' });
  await first.click();
  const viewer = page.getByRole('dialog', { name: 'Pictures' });
  const large = viewer.getByRole('img');
  await viewer.getByText('1 of 2').waitFor();
  await large.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const fingers = await fingersOf(page);
  const scale = () =>
    page.evaluate("new DOMMatrix(getComputedStyle(document.querySelector('dialog img')).transform).a");
  await fingers(
    [
      { x: 150, y: 400 },
      { x: 240, y: 400 },
    ],
    [
      { x: 110, y: 400 },
      { x: 240, y: 400 },
    ],
    [
      { x: 60, y: 400 },
      { x: 330, y: 400 },
    ],
  );
  await expect.poll(scale).toBeCloseTo(3, 1);
  for (let tap = 0; tap < 2; tap += 1) await fingers([{ x: 195, y: 400 }]);
  await expect.poll(scale).toBe(1);
  await fingers([{ x: 300, y: 400 }], [{ x: 200, y: 405 }], [{ x: 120, y: 410 }]);
  await viewer.getByText('2 of 2').waitFor();
  await page.keyboard.press('ArrowLeft');
  await viewer.getByText('1 of 2').waitFor();
  // The page's own step back for it comes a moment later.
  const closed = async () => {
    await viewer.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('history.state?.picture ?? false')).toBe(false);
  };
  const opened = async () => {
    await first.press('Enter');
    await large.waitFor();
    await expect.poll(() => page.evaluate('history.state?.picture ?? false')).toBe(true);
  };
  await page.keyboard.press('Escape');
  await closed();
  expect(await page.evaluate("document.activeElement?.querySelector('img')?.alt")).toBe('The first of them');
  await opened();
  await page.goBack();
  await closed();
  await opened();
  await fingers([{ x: 200, y: 300 }], [{ x: 205, y: 400 }], [{ x: 205, y: 500 }]);
  await closed();
  expect(page.url()).toContain('/cabinet/tickets/');
  await page.evaluate('window.before = true');
  await page.unroute(PART);
  await page.getByRole('link', { name: 'My tickets' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radiogroup').first().waitFor();
  expect(await page.evaluate('window.before')).toBeUndefined();
  await close();
});

/** A finger on the screen that goes down by so many pixels and lets go. */
const pulls = (page: Page, by: number) =>
  page.evaluate(`(() => {
    for (const [name, y] of [['touchstart', 100], ['touchmove', 100 + ${by}], ['touchend', null]]) {
      const touches = y === null ? [] : [new Touch({ identifier: 1, target: document.body, clientX: 200, clientY: y })];
      document.body.dispatchEvent(new TouchEvent(name, { bubbles: true, touches }));
    }
  })()`);

test('a pull and a key refresh the list; a file whose upload was cut goes on after a reload where it was', async () => {
  const { path } = await cabinetLink(t);
  const { page, close } = await openPage(browser, PHONE);
  await page.goto(`${t.url}${path}`);
  await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
  const busy = page.getByRole('status').filter({ hasText: 'Loading' });
  const held: (() => Promise<void>)[] = [];
  await page.route(/\/api\/cabinet\/tickets/, (route) => {
    held.push(() => route.continue());
  });
  // The list asks by itself too, and what it asked before is given up.
  const letGo = () =>
    expect
      .poll(async () => {
        for (const go of held.splice(0)) await go().catch(() => undefined);
        return busy.count();
      })
      .toBe(0);
  await pulls(page, 60);
  expect(await busy.count()).toBe(0);
  await pulls(page, 200);
  await busy.waitFor();
  await letGo();
  await page.getByRole('button', { name: 'Refresh' }).press('Enter');
  await busy.waitFor();
  await letGo();
  await page.unroute(/\/api\/cabinet\/tickets/);
  await page.goto(`${t.url}/cabinet/new?topic=idea`);
  await page.locator('#words').fill('A film of it');
  const pieces: string[] = [];
  const SECOND = /started\/\d+\?at=524288$/;
  await page.route(SECOND, (route) => route.abort());
  page.on('request', (request) => {
    if (request.method() === 'PUT') pieces.push(new URL(request.url()).search);
  });
  const film = { name: 'film.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(1_200_000, 5) };
  await page.locator('input[type=file]').setInputFiles(film);
  await page.getByText('It goes on by itself').waitFor();
  await page.unroute(SECOND);
  await page.reload();
  await page.getByRole('button', { name: 'Take film.bin away' }).waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('log').getByText('film.bin').waitFor();
  expect(pieces.filter((at) => at === '?at=0')).toHaveLength(1);
  expect(pieces.at(-1)).toBe('?at=1048576');
  await close();
});

test('a form that changes while it is filled in keeps what was typed, and says what is different', async () => {
  const { path } = await cabinetLink(t);
  const { page, close } = await openPage(browser, PHONE);
  await page.goto(`${t.url}${path}`);
  await page.getByRole('heading', { name: 'Nothing is open' }).waitFor();
  await page.goto(`${t.url}/cabinet/new?topic=complaint`);
  await page.locator('#words').fill('It came broken');
  await page.getByLabel(/Order number/).fill('AZ-8841');
  const shop = { id: 'shop', kind: 'text', label: { en: 'Which shop?' }, required: true };
  const forms = (await admin.call('/api/topic-forms')).body as { topic: { slug: string }; version: number }[];
  const base = forms.find(({ topic }) => topic.slug === 'complaint')?.version ?? 0;
  expect((await admin.call('/api/topic-forms/complaint', { base, fields: [shop] }, 'PUT')).status).toBe(200);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { name: 'The questions here have changed' }).waitFor();
  await page.getByText('Now asked: Which shop?').waitFor();
  await page.getByText('Order number: AZ-8841').waitFor();
  await page.getByRole('button', { name: 'Add it to my words' }).click();
  expect(await page.locator('#words').inputValue()).toBe('It came broken\nOrder number: AZ-8841');
  await page.getByLabel('Which shop?').fill('North');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const said = page.getByRole('log');
  await said.getByText('Which shop? North').waitFor();
  expect(await said.textContent()).toContain('AZ-8841');
  await close();
});
