/** The newer parts of the phone: chats of people with a bot in them, topics, messages for one person, inline mode, Mini Apps. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { ForumTopic, Message, Update, User } from '@grammyjs/types';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { botId, type Kit, openSandbox, until } from '../sandbox/kit.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { buildPage } from '../support/pages.ts';
import { addPeople, logOf, phoneOf } from './phone-kit.ts';

let browser: Browser;
let apps: Server;
let appUrl = '';

/** A Mini App that asks for a few things and writes down what it hears. */
const appPage = `<!doctype html><html lang="en"><title>App</title><body><main><h1>Cabinet</h1><p id="heard"></p></main><script>
const post = (eventType, eventData = {}) => parent.postMessage(JSON.stringify({ eventType, eventData }), '*');
addEventListener('message', (event) => {
  const { eventType, eventData } = JSON.parse(event.data);
  const detail = eventType === 'theme_changed' ? eventData.theme_params.bg_color : (eventData.button_id ?? '');
  document.getElementById('heard').textContent += eventType + ':' + detail + ' ';
  if (eventType === 'main_button_pressed')
    post('web_app_open_popup', { message: 'Sure?', buttons: [{ id: 'yes', type: 'default', text: 'Yes' }] });
});
post('web_app_ready');
post('web_app_request_theme');
post('web_app_setup_closing_behavior', { need_confirmation: true });
post('web_app_setup_main_button', { is_visible: true, is_active: true, text: 'Open a ticket' });
</script></body></html>`;

beforeAll(async () => {
  await buildPage('phone');
  browser = await launchBrowser();
  apps = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(appPage);
  });
  await new Promise<void>((resolve) => apps.listen(0, '127.0.0.1', resolve));
  appUrl = `http://127.0.0.1:${(apps.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  await browser.close();
  apps.closeAllConnections();
  await new Promise((resolve) => apps.close(resolve));
});

const open = async (kit: Kit, path: string) => {
  const opened = await openPage(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await opened.page.goto(`${kit.url}/${path}`);
  return { ...opened, [Symbol.asyncDispose]: () => opened.close() };
};

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`);
};

async function world(): Promise<{ kit: Kit; leyla: User; rauf: User }> {
  const kit = await openSandbox();
  const switches = { can_connect_to_business: true, supports_inline_queries: true, has_topics_enabled: true };
  await kit.people('bots/settings', { bot: botId, ...switches });
  const [leyla, rauf] = (await addPeople(kit, 'Leyla', 'Rauf')) as [User, User];
  for (const { id } of [leyla, rauf]) await kit.people(`users/${id}/start`, { chat: botId });
  return { kit, leyla, rauf };
}

test('a person connects a bot to their own chats, and sees it answer there', async () => {
  const { kit, leyla, rauf } = await world();
  await using _ = kit;
  await kit.people(`users/${leyla.id}/send`, { chat: rauf.id, text: 'Where is my order?' });
  await using tab = await open(kit, '?as=rauf_x');
  const phone = phoneOf(tab.page, 'Rauf');
  await phone.getByRole('button', { name: 'Chatbot in my chats' }).click();
  await phone.getByLabel('Delete any message').uncheck();
  expect(await faultsOf(tab.page)).toEqual([]);
  await phone.getByRole('button', { name: 'Connect', exact: true }).click();
  const [first] = await until(
    () => kit.updates(),
    (all) => all.some((update) => update.business_connection !== undefined),
  ).then((all) => all.flatMap((update) => update.business_connection ?? []));
  expect(first?.rights).toEqual({ can_reply: true, can_read_messages: true, can_delete_sent_messages: true });
  await phone.getByText('Where is my order?').click();
  await phone.getByText('Desk manages this chat').waitFor();
  const place = { business_connection_id: first?.id, chat_id: leyla.id };
  const tasks = [{ id: 1, text: 'Number of the order' }];
  await kit.ok('sendChecklist', { ...place, checklist: { title: 'Please send', tasks } });
  await logOf(phone).getByText('sent by Desk').waitFor();
  await logOf(phone).getByRole('checkbox', { name: 'Number of the order' }).click();
  await logOf(phone).getByText('Rauf ticked off a task').waitFor();
  await phone.getByRole('button', { name: 'Manage', exact: true }).click();
  await until(
    () => kit.updates(),
    (all) => all.some((update) => update.message?.text === `/start bizChat${leyla.id}`),
  );
  expect(tab.problems).toEqual([]);
});

test('topics of a private chat, a text that is being written, a Mini App with signed data and its events', async () => {
  const { kit, leyla } = await world();
  await using _ = kit;
  const topic = await kit.ok<ForumTopic>('createForumTopic', { chat_id: leyla.id, name: 'N-7 Delivery' });
  const place = { chat_id: leyla.id, message_thread_id: topic.message_thread_id };
  const reply_markup = { inline_keyboard: [[{ text: 'Cabinet', web_app: { url: appUrl } }]] };
  await kit.ok('sendMessage', { ...place, text: 'Your ticket is open.', reply_markup });
  await using tab = await open(kit, '?as=leyla_x&chat=@desk_bot');
  const phone = phoneOf(tab.page, 'Leyla');
  await phone.getByText('N-7 Delivery').click();
  await kit.ok('sendMessageDraft', { ...place, draft_id: 3, text: 'The courier says', can_stop: true });
  await phone.getByText('The courier says').waitFor();
  await phone.getByRole('button', { name: 'Stop' }).click();
  await phone.getByText('The courier says').waitFor({ state: 'detached' });
  await logOf(phone).getByRole('button', { name: 'Cabinet' }).click();
  const app = phone.frameLocator('iframe');
  await app.getByText('theme_changed:#ffffff').waitFor();
  const address = (await phone.locator('iframe').getAttribute('src')) ?? '';
  const data = new URLSearchParams(
    new URLSearchParams(new URL(address).hash.slice(1)).get('tgWebAppData') ?? '',
  );
  expect(JSON.parse(data.get('user') ?? '')).toMatchObject({ id: leyla.id });
  expect(data.get('hash')).toMatch(/^[0-9a-f]{64}$/);
  await phone.getByRole('button', { name: 'Open a ticket' }).click();
  await phone.getByRole('button', { name: 'Yes' }).click();
  await app.getByText('popup_closed:yes').waitFor();
  expect(await faultsOf(tab.page)).toEqual([]);
  await tab.page.emulateMedia({ colorScheme: 'dark' });
  await app.getByText('theme_changed:#171b26').waitFor();
  await phone.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await phone.getByText('Changes may be lost').waitFor();
  await phone.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await phone.locator('iframe').waitFor({ state: 'detached' });
  expect(tab.problems).toEqual([]);
});

test('in a group: a message for one person, and a bot that offers texts to whoever types its name', async () => {
  const { kit, leyla, rauf } = await world();
  await using _ = kit;
  const group = await kit.chat({ type: 'supergroup', creator: rauf.id });
  await kit.people(`users/${leyla.id}/join`, { chat: group.id });
  await kit.people(`chats/${group.id}/members`, { user: botId, status: 'administrator' });
  const ephemeral_message_parameters = { receiver_user_id: leyla.id };
  await kit.ok('sendMessage', { chat_id: group.id, text: 'Let us talk alone', ephemeral_message_parameters });
  await using tab = await open(kit, `?as=leyla_x&chat=${group.id}`);
  const phone = phoneOf(tab.page, 'Leyla');
  await logOf(phone).getByText('Only you see this').waitFor();
  await phone.getByRole('textbox', { name: 'Message' }).fill('@desk_bot refund');
  const asked = await until(
    () => kit.updates(),
    (all) => all.some((update: Update) => update.inline_query?.query === 'refund'),
  );
  const input_message_content = { message_text: 'Your refund is on its way.' };
  const results = [{ type: 'article', id: '1', title: 'Refund', input_message_content }];
  const inline_query_id = asked.at(-1)?.inline_query?.id;
  await kit.ok('answerInlineQuery', { inline_query_id, results });
  await phone.getByRole('button', { name: /^Refund/ }).click();
  await logOf(phone).getByText('via @desk_bot').waitFor();
  expect(await faultsOf(tab.page)).toEqual([]);
  const path = `users/${rauf.id}/chats/${group.id}/messages`;
  const words = (await kit.people<Message[]>(path)).flatMap((message) => message.text ?? []);
  expect(words).toEqual(['Your refund is on its way.']);
});
