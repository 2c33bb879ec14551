export { fileOpener, type OpenedFile } from './files.ts';
export { introduce } from './introduce.ts';
export { type Outgoing, type Sender, startSender } from './sender.ts';
