export { receiveBatch } from './batch.ts';
export { retryAllFailed, retryFailed } from './failed.ts';
export { readLaunch } from './launch.ts';
export { ALLOWED_UPDATES } from './normalise.ts';
export { poll } from './poll.ts';
export type { Intake, Received } from './receive.ts';
export { receiveWebhook } from './webhook.ts';
