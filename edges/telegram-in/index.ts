export { receiveBatch } from './batch.ts';
export { retryAllFailed, retryFailed } from './failed.ts';
export { keepWebhook } from './keep-webhook.ts';
export { readLaunch } from './launch.ts';
export { poll } from './poll.ts';
export type { Intake, Received } from './receive.ts';
export { receiveWebhook } from './webhook.ts';
