import { setTimeout as delay } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { WebhookInfo } from 'grammy/types';
import type { Log } from '../../base/log.ts';
import type { Metrics } from '../../base/metrics.ts';
import { ALLOWED_UPDATES } from './normalise.ts';

/** Where Telegram should bring updates, the secret that it shows, and how often to look whether it still does. */
export type WantedWebhook = { url: string; secret: string; everyMs: number };

const PARALLEL = 40;

/** Sets the webhook, and sets it again when a look finds it gone or changed: another program with the same token, or Telegram, may take it
 * away without a word, and updates would wait until they expire. What Telegram says of its own failures goes to the metrics and the
 * log. Returns how to end it. */
export async function keepWebhook(
  api: Api,
  wanted: WantedWebhook,
  { log, metrics }: { log: Log; metrics: Metrics },
): Promise<() => Promise<void>> {
  const set = () =>
    api.setWebhook(wanted.url, {
      secret_token: wanted.secret,
      allowed_updates: [...ALLOWED_UPDATES],
      max_connections: PARALLEL,
    });
  let failing = false;
  const look = async (): Promise<void> => {
    const info = await api.getWebhookInfo();
    if (!isAsWanted(info, wanted.url)) {
      log.warn('the webhook was gone or changed; setting it again');
      await set();
      metrics.webhookSets.inc();
    }
    const error = info.pending_update_count > 0 ? info.last_error_message : undefined;
    metrics.webhookPending.set(info.pending_update_count);
    metrics.webhookFailing.set(error ? 1 : 0);
    if (error && !failing)
      log.warn({ waiting: info.pending_update_count, reason: error }, 'Telegram cannot bring updates');
    failing = error !== undefined;
  };
  await set();
  const stopping = new AbortController();
  const { signal } = stopping;
  const rounds = async (): Promise<void> => {
    for (;;) {
      await delay(wanted.everyMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      await look().catch((error: unknown) => log.warn({ err: error }, 'the webhook could not be looked at'));
    }
  };
  const done = rounds();
  return async () => {
    stopping.abort();
    await done;
  };
}

function isAsWanted(info: WebhookInfo, url: string): boolean {
  const allowed = new Set<string>(info.allowed_updates ?? []);
  return info.url === url && ALLOWED_UPDATES.every((kind) => allowed.has(kind));
}
