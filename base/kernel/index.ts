export { type Clock, DAY, HOUR, MINUTE, type MovableClock, movableClock, plus } from './clock.ts';
export { DomainError, type ErrorKind, unreachable } from './errors.ts';
export { remembering } from './remember.ts';
export { hashToken, newCode, newToken, sameSecret } from './tokens.ts';
