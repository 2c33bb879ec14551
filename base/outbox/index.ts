export { append, appendAgain, keyOf, type OnAmbiguous, type OutboxMessage, put } from './append.ts';
export { answered, type Budget, msUntilRoom } from './budget.ts';
export {
  type Claimed,
  claim,
  msUntilReady,
  type Outcome,
  type Sent,
  type Settled,
  settleSent,
  settleUnsent,
  type Unsent,
} from './send.ts';
export { type Taken, takeAll } from './stand-in.ts';
