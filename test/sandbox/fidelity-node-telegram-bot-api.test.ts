import type { AddressInfo } from 'node:net';
import {
  Bot,
  type Context,
  createWebhookServer,
  InlineKeyboardBuilder,
  InputFile,
  ReplyKeyboardBuilder,
  TelegramApiError,
} from 'node-telegram-bot-api/node';
import { expect, test } from 'vitest';
import { type Mode, proveFidelity } from './fidelity.ts';
import { pixel, startTelegram, type Telegram } from './telegram.ts';

const explain = async (ctx: Context, action: Promise<unknown>): Promise<void> => {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TelegramApiError)) throw error;
  const wait = error.retryAfter;
  await ctx.reply(`${error.errorCode} ${error.description}${wait === undefined ? '' : `, wait ${wait}`}`);
};

const hear = (bot: Bot, telegram: Telegram): void => {
  bot.command('start', async (ctx) => {
    const payload = String(ctx.match ?? '');
    const buttons = new InlineKeyboardBuilder()
      .text('yes', 'yes')
      .text('no', 'no')
      .row()
      .url('help', 'https://example.com/help');
    const text = payload === '' ? 'Welcome' : `Welcome <b>${payload}</b>`;
    await ctx.reply(text, { parse_mode: 'HTML', reply_markup: buttons.build() });
  });
  bot.command('topic', async (ctx) => {
    const chat_id = ctx.chatId ?? 0;
    const topic = await ctx.api.createForumTopic({ chat_id, name: 'Ticket 7' });
    await ctx.api.sendMessage({ chat_id, text: 'Inside', message_thread_id: topic.message_thread_id });
  });
  bot.on('callback_query', async (ctx) => {
    await ctx.answerCallbackQuery({ text: `You said ${ctx.callbackQuery?.data}`, show_alert: true });
    const message_id = ctx.callbackQuery?.message?.message_id ?? 0;
    await ctx.api.editMessageText({
      chat_id: ctx.chatId ?? 0,
      message_id,
      text: `Noted: ${ctx.callbackQuery?.data}`,
    });
  });
  bot.on('edited_message', async (ctx) => {
    const message_id = ctx.editedMessage?.message_id ?? 0;
    await ctx.reply(`Edited to ${ctx.editedMessage?.text}`, { reply_parameters: { message_id } });
  });
  bot.on('message', async (ctx, next) => {
    const photo = ctx.message?.photo?.at(-1);
    if (photo === undefined) return next();
    const file = await ctx.api.getFile({ file_id: photo.file_id });
    const response = await fetch(`${telegram.url}/file/bot${telegram.token}/${file.file_path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    await ctx.reply(`Got ${bytes.length} bytes: ${ctx.message?.caption}`);
    const document = new InputFile(bytes, { filename: 'copy.png', contentType: 'image/png' });
    await ctx.api.sendDocument({ chat_id: ctx.chatId ?? 0, document });
  });
};

const obey = (bot: Bot): void => {
  const keyboard = new ReplyKeyboardBuilder().text('First').text('Second').build({ resize_keyboard: true });
  bot.hears('keyboard', (ctx) => ctx.reply('Choose', { reply_markup: keyboard }));
  bot.hears('First', (ctx) => ctx.reply('You chose First', { reply_markup: { remove_keyboard: true } }));
  bot.hears('album', (ctx) =>
    ctx.api.sendMediaGroup({
      chat_id: ctx.chatId ?? 0,
      media: [
        { type: 'photo', media: new InputFile(pixel, { filename: 'a.png' }), caption: 'one' },
        { type: 'photo', media: new InputFile(pixel, { filename: 'b.png' }), caption: 'two' },
      ],
    }),
  );
  bot.hears('broken', (ctx) => explain(ctx, ctx.reply('<x>', { parse_mode: 'HTML' })));
  bot.hears('flood', (ctx) =>
    explain(ctx, ctx.api.sendChatAction({ chat_id: ctx.chatId ?? 0, action: 'typing' })),
  );
  bot.hears(/^write (\d+)$/, (ctx) =>
    explain(ctx, ctx.api.sendMessage({ chat_id: Number(ctx.match?.[1]), text: 'hello' })),
  );
};

const listen = async (bot: Bot, secret: string) => {
  const server = createWebhookServer(bot, { path: '/hook', secretToken: secret });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await bot.api.setWebhook({ url: `http://127.0.0.1:${port}/hook`, secret_token: secret });
  return {
    stop: async () => {
      await bot.api.deleteWebhook({});
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

proveFidelity('node-telegram-bot-api', async (telegram: Telegram, mode: Mode) => {
  const bot = new Bot(telegram.token, { apiRoot: telegram.url, maxRetries: 0 });
  hear(bot, telegram);
  obey(bot);
  if (mode.kind === 'webhook') return listen(bot, mode.secret);
  const ended = bot.startPolling();
  return {
    stop: async () => {
      bot.stop();
      await ended;
    },
  };
});

test('a library that waits as it is told gets everything through flood control, in order', async () => {
  const telegram = await startTelegram({ chat_burst: 1, chat_per_second: 2 });
  const bot = new Bot(telegram.token, { apiRoot: telegram.url, maxRetries: 3 });
  const customer = await telegram.person('Leyla');
  const started = await customer.start();
  const texts = ['one', 'two', 'three'];
  for (const text of texts) await bot.api.sendMessage({ chat_id: customer.user.id, text });
  expect((await customer.messages(started.message_id)).map((message) => message.text)).toEqual(texts);
  const stats = await telegram.people<{ flood: { violations_per_chat_second: number } }>('/people/stats');
  expect(stats.flood.violations_per_chat_second).toBeGreaterThan(0);
  await telegram.close();
});
