import { chatForBot, tellViewers } from '../chats.ts';
import { badRequest } from '../errors.ts';
import { isQueryOpen, settleRequest, tellAdmins } from '../joins.ts';
import { memberOf } from '../members.ts';
import type { Call, ChatRecord, JoinQuery } from '../model.ts';
import { isPresent } from '../rights.ts';
import { checkLink } from '../validate/link.ts';
import { assertRight, groupOf } from './access.ts';

const decide = {
  right: 'can_invite_users',
  refusal: 'not enough rights to manage chat join requests',
} as const;

function settle(approved: boolean): (call: Call) => true {
  return (call) => {
    const { world, bot, params } = call;
    const chat = groupOf(call);
    assertRight(call, chat, decide);
    const userId = Number(params.user_id);
    if (!world.accounts.has(userId)) throw badRequest('USER_ID_INVALID');
    if (isPresent(memberOf(world, chat, userId))) throw badRequest('USER_ALREADY_PARTICIPANT');
    const known = settleRequest(world, chat, { userId, actorId: bot.user.id, approved });
    if (!known) throw badRequest('HIDE_REQUESTER_MISSING');
    return true;
  };
}

/** approveChatJoinRequest. */
export const approveChatJoinRequest = settle(true);

/** declineChatJoinRequest. */
export const declineChatJoinRequest = settle(false);

function openQuery(call: Call): { query: JoinQuery; chat: ChatRecord } {
  const { world, bot, params } = call;
  const query = world.joinQueries.get(String(params.chat_join_request_query_id));
  if (query === undefined || query.botId !== bot.user.id || !isQueryOpen(world, query)) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  return { query, chat: chatForBot(world, bot, query.chatId) };
}

/** answerChatJoinRequestQuery: lets in, turns away, or leaves it to the other administrators. */
export function answerChatJoinRequestQuery(call: Call): true {
  const { world, bot, params } = call;
  const { query, chat } = openQuery(call);
  world.joinQueries.delete(query.id);
  const { userId } = query;
  if (params.result === 'queue') tellAdmins(world, chat, userId);
  else settleRequest(world, chat, { userId, actorId: bot.user.id, approved: params.result === 'approve' });
  return true;
}

/** sendChatJoinRequestWebApp: the person's phone opens the Mini App, and the bot decides when it is done. */
export function sendChatJoinRequestWebApp(call: Call): true {
  const { world, bot, params } = call;
  const { query, chat } = openQuery(call);
  const link = checkLink(String(params.web_app_url), true);
  if ('fault' in link)
    throw badRequest(`Web App URL '${String(params.web_app_url)}' is invalid: ${link.fault}`);
  query.webAppUrl = link.url;
  const data = { url: link.url, bot: bot.user.id, query: query.id };
  tellViewers(world, chat, { event: 'web_app', data, only: [query.userId] });
  return true;
}
