import type { WebhookInfo } from '@grammyjs/types';
import { badRequest, Explained } from '../errors.ts';
import type { Bot, Call, Webhook, World } from '../model.ts';
import { pendingUpdates, setAllowedUpdates } from '../updates.ts';
import { startWebhook } from '../webhook.ts';
import { compact } from '../world.ts';

const cutPoll = 'Conflict: terminated by setWebhook request';

/** setWebhook. Only loopback addresses can be reached from here, and plain http is allowed for them. */
export function setWebhook(call: Call): Explained {
  const { world, bot, params } = call;
  const url = String(params.url ?? '').trim();
  if (url === '') return deleteWebhook(call);
  assertReachable(url);
  const secret = params.secret_token === undefined ? undefined : String(params.secret_token);
  assertSecret(secret);
  const hook: Webhook = {
    url,
    secret: secret === '' ? undefined : secret,
    maxConnections: Math.min(100, Math.max(1, Number(params.max_connections ?? 40))),
    ipAddress: params.ip_address === undefined ? '127.0.0.1' : String(params.ip_address),
    hasCertificate: params.certificate !== undefined,
  };
  setAllowedUpdates(bot, params.allowed_updates as string[] | undefined);
  dropIfAsked(world, bot, params.drop_pending_updates);
  const isSame = bot.inbox.webhook?.url === url && bot.inbox.webhook.secret === hook.secret;
  bot.inbox.poll?.cut(cutPoll);
  startWebhook(world, bot, hook);
  return new Explained(true, isSame ? 'Webhook is already set' : 'Webhook was set');
}

function assertReachable(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) throw badRequest('bad webhook: invalid webhook URL specified');
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (isLoopback && (url.protocol === 'http:' || url.protocol === 'https:')) return;
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  throw badRequest('bad webhook: Failed to resolve host: Name or service not known');
}

function assertSecret(secret: string | undefined): void {
  if (secret === undefined) return;
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
}

function dropIfAsked(world: World, bot: Bot, drop: unknown): void {
  if (drop !== true) return;
  world.stats.updates.expired += pendingUpdates(world, bot).length;
  bot.inbox.pending = [];
}

/** deleteWebhook. */
export function deleteWebhook(call: Call): Explained {
  const { world, bot, params } = call;
  const was = bot.inbox.webhook !== undefined;
  bot.inbox.webhook = undefined;
  bot.inbox.pump = undefined;
  bot.inbox.lastErrorDate = undefined;
  bot.inbox.lastErrorMessage = undefined;
  dropIfAsked(world, bot, params.drop_pending_updates);
  return new Explained(true, was ? 'Webhook was deleted' : 'Webhook is already deleted');
}

/** getWebhookInfo. */
export function getWebhookInfo(call: Call): WebhookInfo {
  const { world, bot } = call;
  const { webhook, lastErrorDate, lastErrorMessage, allowedList } = bot.inbox;
  const hook =
    webhook === undefined
      ? {}
      : {
          max_connections: webhook.maxConnections,
          ip_address: webhook.ipAddress,
          last_error_date: lastErrorDate,
          last_error_message: lastErrorMessage,
        };
  return compact<WebhookInfo>({
    url: webhook?.url ?? '',
    has_custom_certificate: webhook?.hasCertificate ?? false,
    pending_update_count: pendingUpdates(world, bot).length,
    ...hook,
    allowed_updates: allowedList as WebhookInfo['allowed_updates'],
  } as never);
}

/** logOut and close: nothing to do here, and always fine. */
export function nothingToDo(): true {
  return true;
}
