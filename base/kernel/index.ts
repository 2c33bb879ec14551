export {
  type Clock,
  DAY,
  HOUR,
  MINUTE,
  type MovableClock,
  manualClock,
  movableClock,
  plus,
  systemClock,
} from './clock.ts';
export { DomainError, type ErrorKind, unreachable } from './errors.ts';
export { hashToken, newToken, sameSecret } from './tokens.ts';
