/** How this room says no: the official server's texts, thrown inside, returned as data at the door. */
import { ApiError, badRequest } from '../errors.ts';

/** What a check at the door answers when it refuses: HTTP status and the official description. */
export type Refused = { ok: false; code: number; description: string };

/** The official server lowers the first letter of a sentence, but not of a code such as MESSAGE_TOO_LONG. */
const lowerFirst = (reason: string): string =>
  /^[A-Z][a-z']/.test(reason) ? reason.charAt(0).toLowerCase() + reason.slice(1) : reason;

/** A 400 with the given reason, worded as the official server words it. */
export const refusal = (reason: string): ApiError => badRequest(lowerFirst(reason));

/** Throws a 400. */
export const refuse = (reason: string): never => {
  throw refusal(reason);
};

/** Runs a check and turns its refusal into data; anything else that goes wrong is a fault and passes through. */
export const answer = <T extends { ok: true }>(check: () => T): T | Refused => {
  try {
    return check();
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, code: error.code, description: error.message };
    throw error;
  }
};

/** Offsets in the official messages count UTF-8 bytes. */
export const byteOffset = (text: string, index: number): number => Buffer.byteLength(text.slice(0, index));
