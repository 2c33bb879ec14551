export { append, appendAgain, keyOf, type OnAmbiguous, type OutboxMessage, put } from './append.ts';
export {
  type Budget,
  type Claimed,
  claim,
  msUntilReady,
  type Outcome,
  type Settled,
  settle,
} from './send.ts';
