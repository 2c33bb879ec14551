import { GrammyError, HttpError } from 'grammy';
import type { Outcome } from '../../base/outbox/index.ts';

const BACK_OFF_MS = 2000;

/** What a failed call means. Telegram's own refusal is an answer; a broken connection is not: unless nothing was sent at all, nobody
 * knows whether the message arrived. */
export function outcomeOf(error: unknown, mayRepeat: boolean): Outcome {
  if (error instanceof GrammyError) return refusal(error);
  if (error instanceof HttpError && neverSent(error)) {
    return { kind: 'retry', afterMs: BACK_OFF_MS, error: 'Telegram cannot be reached' };
  }
  return { kind: 'unknown', error: 'the connection broke before the answer', mayRepeat };
}

function refusal(error: GrammyError): Outcome {
  const text = `${error.error_code} ${error.description}`;
  const { retry_after: wait, migrate_to_chat_id: moved } = error.parameters;
  if (wait !== undefined) return { kind: 'retry', afterMs: wait * 1000, error: text };
  if (moved !== undefined) return { kind: 'refused', code: 'moved', error: text, moveTo: String(moved) };
  if (error.error_code >= 500) return { kind: 'retry', afterMs: BACK_OFF_MS, error: text };
  if (error.error_code === 403) return { kind: 'refused', code: 'unreachable', error: text };
  if (/chat not found|user is deactivated/i.test(error.description))
    return { kind: 'refused', code: 'unreachable', error: text };
  if (/business.?connection/i.test(error.description))
    return { kind: 'refused', code: 'connection_lost', error: text };
  if (/BUSINESS_PEER_USAGE_MISSING/.test(error.description))
    return { kind: 'refused', code: 'window_over', error: text };
  if (/message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i.test(error.description))
    return { kind: 'refused', code: 'topic_gone', error: text };
  return { kind: 'refused', code: 'refused', error: text };
}

const NOTHING_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

function neverSent(error: HttpError): boolean {
  const cause = error.error as { code?: string; cause?: { code?: string } } | undefined;
  return NOTHING_SENT.has(cause?.code ?? cause?.cause?.code ?? '');
}

/** Whether the message, or the topic, is already as it should be. */
export function isUnchanged(error: unknown): boolean {
  return (
    error instanceof GrammyError && /message is not modified|TOPIC_NOT_MODIFIED/i.test(error.description)
  );
}

/** Whether the message that should be changed is gone, or may no longer be changed. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(error.description)
  );
}

/** Whether the topic that the message was for is gone, or never was. */
export function isTopicGone(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID|TOPIC_CLOSED/i.test(error.description)
  );
}
