import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Bot,
  type Context,
  GrammyError,
  HttpError,
  InlineKeyboard,
  InputFile,
  InputMediaBuilder,
  Keyboard,
  webhookCallback,
} from 'grammy';
import { expect, test } from 'vitest';
import { type Mode, proveFidelity } from './fidelity.ts';
import { pixel, startTelegram, type Telegram } from './telegram.ts';

const explain = async (ctx: Context, action: Promise<unknown>): Promise<void> => {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GrammyError)) throw error;
  const wait = error.parameters.retry_after;
  await ctx.reply(`${error.error_code} ${error.description}${wait === undefined ? '' : `, wait ${wait}`}`);
};

const hear = (bot: Bot, telegram: Telegram): void => {
  bot.command('start', async (ctx) => {
    const reply_markup = new InlineKeyboard()
      .text('yes')
      .text('no')
      .row()
      .url('help', 'https://example.com/help');
    const text = ctx.match === '' ? 'Welcome' : `Welcome <b>${ctx.match}</b>`;
    await ctx.reply(text, { parse_mode: 'HTML', reply_markup });
  });
  bot.callbackQuery('yes', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'You said yes', show_alert: true });
    await ctx.editMessageText('Noted: yes');
  });
  bot.command('topic', async (ctx) => {
    const topic = await ctx.api.createForumTopic(ctx.chat.id, 'Ticket 7');
    await ctx.api.sendMessage(ctx.chat.id, 'Inside', { message_thread_id: topic.message_thread_id });
  });
  bot.on('message:photo', async (ctx) => {
    const file = await ctx.getFile();
    const response = await fetch(`${telegram.url}/file/bot${telegram.token}/${file.file_path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    await ctx.reply(`Got ${bytes.length} bytes: ${ctx.message.caption}`);
    await ctx.replyWithDocument(new InputFile(bytes, 'copy.png'));
  });
  bot.on('edited_message:text', (ctx) =>
    ctx.reply(`Edited to ${ctx.editedMessage.text}`, {
      reply_parameters: { message_id: ctx.editedMessage.message_id },
    }),
  );
};

const obey = (bot: Bot): void => {
  bot.hears('keyboard', (ctx) =>
    ctx.reply('Choose', { reply_markup: new Keyboard().text('First').text('Second').resized() }),
  );
  bot.hears('First', (ctx) => ctx.reply('You chose First', { reply_markup: { remove_keyboard: true } }));
  bot.hears('album', (ctx) =>
    ctx.replyWithMediaGroup([
      InputMediaBuilder.photo(new InputFile(pixel, 'a.png'), { caption: 'one' }),
      InputMediaBuilder.photo(new InputFile(pixel, 'b.png'), { caption: 'two' }),
    ]),
  );
  bot.hears('broken', (ctx) => explain(ctx, ctx.reply('<x>', { parse_mode: 'HTML' })));
  bot.hears('flood', (ctx) => explain(ctx, ctx.replyWithChatAction('typing')));
  bot.hears(/^write (\d+)$/, (ctx) => explain(ctx, ctx.api.sendMessage(Number(ctx.match[1]), 'hello')));
};

const listen = async (bot: Bot, secret: string) => {
  const server = createServer(webhookCallback(bot, 'http', { secretToken: secret }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await bot.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: secret });
  return {
    stop: async () => {
      await bot.api.deleteWebhook();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

proveFidelity('grammY', async (telegram: Telegram, mode: Mode) => {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  hear(bot, telegram);
  obey(bot);
  await bot.init();
  if (mode.kind === 'webhook') return listen(bot, mode.secret);
  const running = new Promise<void>((resolve) => void bot.start({ onStart: () => resolve() }));
  await running;
  return { stop: () => bot.stop() };
});

test('an answer lost on the way is a network error to the bot, and the message stands in the chat once', async () => {
  const telegram = await startTelegram({ enabled: false });
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  const customer = await telegram.person('Leyla');
  const started = await customer.start();
  await telegram.people('/people/faults', { next: [{ method: 'sendMessage', kind: 'drop_after' }] });
  await expect(bot.api.sendMessage(customer.user.id, 'once')).rejects.toBeInstanceOf(HttpError);
  expect((await customer.messages(started.message_id)).map((message) => message.text)).toEqual(['once']);
  await telegram.people('/people/faults', { next: [{ method: 'sendMessage', kind: 'drop_before' }] });
  await expect(bot.api.sendMessage(customer.user.id, 'never')).rejects.toBeInstanceOf(HttpError);
  expect(await customer.messages(started.message_id)).toHaveLength(1);
  await telegram.close();
});
