import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Context, Input, Markup, Telegraf, TelegramError } from 'telegraf';
import { message } from 'telegraf/filters';
import { expect, test } from 'vitest';
import { type Mode, proveFidelity } from './fidelity.ts';
import { pixel, startTelegram, type Telegram } from './telegram.ts';

const explain = async (ctx: Context, action: Promise<unknown>): Promise<void> => {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TelegramError)) throw error;
  const wait = error.parameters?.retry_after;
  await ctx.reply(`${error.code} ${error.description}${wait === undefined ? '' : `, wait ${wait}`}`);
};

const hear = (bot: Telegraf): void => {
  bot.start(async (ctx) => {
    const text = ctx.payload === '' ? 'Welcome' : `Welcome <b>${ctx.payload}</b>`;
    const buttons = Markup.inlineKeyboard([
      [Markup.button.callback('yes', 'yes'), Markup.button.callback('no', 'no')],
      [Markup.button.url('help', 'https://example.com/help')],
    ]);
    await ctx.replyWithHTML(text, buttons);
  });
  bot.action('yes', async (ctx) => {
    await ctx.answerCbQuery('You said yes', { show_alert: true });
    await ctx.editMessageText('Noted: yes');
  });
  bot.command('topic', async (ctx) => {
    const topic = await ctx.telegram.createForumTopic(ctx.chat.id, 'Ticket 7');
    await ctx.telegram.sendMessage(ctx.chat.id, 'Inside', { message_thread_id: topic.message_thread_id });
  });
  bot.on(message('photo'), async (ctx) => {
    const link = await ctx.telegram.getFileLink(ctx.message.photo.at(-1)?.file_id ?? '');
    const bytes = Buffer.from(await (await fetch(link)).arrayBuffer());
    await ctx.reply(`Got ${bytes.length} bytes: ${ctx.message.caption}`);
    await ctx.replyWithDocument(Input.fromBuffer(bytes, 'copy.png'));
  });
  bot.on('edited_message', async (ctx) => {
    const { editedMessage } = ctx;
    const text = 'text' in editedMessage ? editedMessage.text : '';
    await ctx.reply(`Edited to ${text}`, { reply_parameters: { message_id: editedMessage.message_id } });
  });
};

const obey = (bot: Telegraf): void => {
  bot.hears('keyboard', (ctx) => ctx.reply('Choose', Markup.keyboard([['First', 'Second']]).resize()));
  bot.hears('First', (ctx) => ctx.reply('You chose First', Markup.removeKeyboard()));
  bot.hears('album', (ctx) =>
    ctx.replyWithMediaGroup([
      { type: 'photo', media: Input.fromBuffer(pixel, 'a.png'), caption: 'one' },
      { type: 'photo', media: Input.fromBuffer(pixel, 'b.png'), caption: 'two' },
    ]),
  );
  bot.hears('broken', (ctx) => explain(ctx, ctx.replyWithHTML('<x>')));
  bot.hears('flood', (ctx) => explain(ctx, ctx.sendChatAction('typing')));
  bot.hears(/^write (\d+)$/, (ctx) => explain(ctx, ctx.telegram.sendMessage(Number(ctx.match[1]), 'hello')));
};

const listen = async (bot: Telegraf, secret: string) => {
  const server = createServer(bot.webhookCallback('/hook', { secretToken: secret }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await bot.telegram.setWebhook(`http://127.0.0.1:${port}/hook`, { secret_token: secret });
  return {
    stop: async () => {
      await bot.telegram.deleteWebhook();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

proveFidelity('telegraf', async (telegram: Telegram, mode: Mode) => {
  // Its habit of answering in the body of the webhook's response stays off: what was refused there, nobody hears of.
  const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.url, webhookReply: false } });
  hear(bot);
  obey(bot);
  bot.botInfo = await bot.telegram.getMe();
  if (mode.kind === 'webhook') return listen(bot, mode.secret);
  let ended: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve) => {
    ended = bot.launch(() => resolve());
  });
  return {
    stop: async () => {
      bot.stop();
      await ended;
    },
  };
});

test('a call in the body of the answer to a webhook is performed', async () => {
  const telegram = await startTelegram({ enabled: false });
  const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.url, webhookReply: true } });
  bot.hears('ping', (ctx) => ctx.reply('pong'));
  bot.botInfo = await bot.telegram.getMe();
  const running = await listen(bot, 'another-secret');
  const customer = await telegram.person('Leyla');
  const pong = await customer.seesText(await customer.send({ text: 'ping' }), 'pong');
  expect(pong.from?.username).toBe(telegram.username);
  await running.stop();
  await telegram.close();
});
