import { Api, GrammyError } from 'grammy';

/** Telegram's API for one bot. */
export type TelegramApi = Api;

/** Telegram's API for the bot with this token. A call may take `timeoutSeconds`. Calls that fail are never repeated by the client: the
 * outbox decides. */
export function createApi(options: { token: string; apiRoot: string; timeoutSeconds: number }): TelegramApi {
  return new Api(options.token, { apiRoot: options.apiRoot, timeoutSeconds: options.timeoutSeconds });
}

/** What Telegram says of a bot. */
export type BotReport =
  | { kind: 'unknown_token' }
  | { kind: 'unreachable' }
  | {
      kind: 'known';
      username: string;
      webhookUrl: string;
      pendingUpdates: number;
      lastError: string | undefined;
    };

/** Asks Telegram whose token this is and how updates get to the bot. */
export async function inspectBot(api: TelegramApi): Promise<BotReport> {
  try {
    const { username } = await api.getMe();
    const info = await api.getWebhookInfo();
    return {
      ...{ kind: 'known', username, webhookUrl: info.url ?? '', pendingUpdates: info.pending_update_count },
      lastError: info.last_error_message,
    };
  } catch (error) {
    const refused = error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
    return { kind: refused ? 'unknown_token' : 'unreachable' };
  }
}
