export { type BotReport, createApi, inspectBot, type TelegramApi } from './api.ts';
export { fileSource } from './file-source.ts';
export { fileOpener, type OpenedFile } from './files.ts';
export { introduce } from './introduce.ts';
export { type Outgoing, PARALLEL, type Sender, startSender } from './sender.ts';
