import { Api } from 'grammy';

const named = new WeakMap<Api, Map<string, Api>>();

/** The API as it speaks in a chat: in the bot's own name, or in that of the account whose chat it is (P5). Whatever is sent, edited, deleted
 * or marked as read then carries the connection, so nothing that performs a message needs to know of it. */
export function inTheNameOf(api: Api, chat: { connection: string | null } | undefined): Api {
  const connection = chat?.connection;
  if (!connection) return api;
  const names = named.get(api) ?? new Map<string, Api>();
  named.set(api, names);
  const known = names.get(connection) ?? speaking(api, connection);
  names.set(connection, known);
  return known;
}

function speaking(api: Api, connection: string): Api {
  const own = new Api(api.token, api.options);
  own.config.use(async (prev, ...[method, payload, signal]) => {
    const given = { ...payload, business_connection_id: connection };
    // Messages of somebody's own account are deleted by a method of its own.
    return method === 'deleteMessage' || method === 'deleteMessages'
      ? prev('deleteBusinessMessages' as typeof method, idsOf(given) as typeof payload, signal)
      : prev(method, given as typeof payload, signal);
  });
  return own;
}

function idsOf(given: { message_id?: number; message_ids?: number[]; business_connection_id: string }) {
  const { message_id: one, message_ids: several, business_connection_id } = given;
  return { business_connection_id, message_ids: several ?? (one === undefined ? [] : [one]) };
}
