export {
  amendUnsent,
  amendWaiting,
  append,
  keyOf,
  keysUnderWay,
  type OnAmbiguous,
  type OutboxMessage,
  put,
  readdress,
} from './append.ts';
export { backlogs } from './backlog.ts';
export { answered, type Budget, msUntilRoom, pause } from './budget.ts';
export { type Claimed, claim, msUntilReady, renewLease } from './claim.ts';
export { type OutboxFigures, outboxFigures } from './figures.ts';
export { forget, type Which } from './forget.ts';
export { register } from './senders.ts';
export { type Outcome, type Sent, type Settled, settleSent, settleUnsent, type Unsent } from './settle.ts';
export { type Taken, takeAll } from './stand-in.ts';
export {
  appendAgain,
  countDeadLetters,
  type DeadLetter,
  deadLetters,
  discard,
  repeat,
  type Unsettled,
} from './unsent.ts';
