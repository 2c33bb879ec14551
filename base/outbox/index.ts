export { append, keyOf, type OnAmbiguous, type OutboxMessage, put } from './append.ts';
export { type Claimed, claim, msUntilReady, type Outcome, type Settled, settle } from './send.ts';
