export { append, keyOf, type OnAmbiguous, type OutboxMessage, put } from './append.ts';
export { type Claimed, claim, msUntilReady, type Outcome, pauseAll, type Settled, settle } from './send.ts';
