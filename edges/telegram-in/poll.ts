import { setTimeout as delay } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';
import { receiveBatch } from './batch.ts';
import { ALLOWED_UPDATES } from './normalise.ts';
import type { Intake } from './receive.ts';

const LONG_POLL_SECONDS = 25;
const PARALLEL = 8;
const MOST_WAIT_MS = 15_000;

/** Fetches updates until `signal` aborts. The next fetch, which confirms the last one to Telegram, starts only after all its updates
 * are committed: what a crash interrupts, Telegram brings again. */
export async function poll(api: Api, intake: Intake, signal: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, limit: 100, timeout: LONG_POLL_SECONDS, allowed_updates: [...ALLOWED_UPDATES] },
        // grammY types its signal by a polyfill of the standard one.
        signal as Parameters<Api['getUpdates']>[1],
      );
      // Telegram numbers updates in their order; whatever order they come in, words stand as they were written.
      const ordered = updates.toSorted((one, other) => one.update_id - other.update_id);
      await receiveBatch(intake, ordered, PARALLEL);
      const last = ordered.at(-1);
      if (last) offset = last.update_id + 1;
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      intake.log.warn({ reason: reasonOf(error), failures }, 'fetching updates failed; trying again');
      if (isWebhookInTheWay(error)) await api.deleteWebhook().catch(() => {});
      await delay(waitMs(error, failures), undefined, { signal }).catch(() => {});
    }
  }
}

/** Somebody else set a webhook; while it stands, nothing can be fetched. */
function isWebhookInTheWay(error: unknown): boolean {
  return (
    error instanceof GrammyError && error.error_code === 409 && /webhook is active/i.test(error.description)
  );
}

function waitMs(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return asked ? asked * 1000 : Math.min(MOST_WAIT_MS, 250 * 2 ** Math.min(failures, 6));
}

function reasonOf(error: unknown): string {
  return error instanceof GrammyError ? `${error.error_code} ${error.description}` : (error as Error).message;
}
