import { badRequest } from '../errors.ts';
import type { Call } from '../model.ts';
import { callbackLife, compact, emit, now } from '../world.ts';

/** answerCallbackQuery: once, and within 150 seconds of the press. */
export function answerCallbackQuery(call: Call): true {
  const { world, bot } = call;
  const { callback_query_id, text, show_alert, url } = call.params as {
    callback_query_id: string;
    text?: string;
    show_alert?: boolean;
    url?: string;
  };
  const press = world.presses.get(String(callback_query_id));
  const isAlive = press !== undefined && press.botId === bot.user.id && now(world) - press.at < callbackLife;
  if (!isAlive) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (url !== undefined && url !== '' && !startsBot(url, bot.user.username)) throw badRequest('URL_INVALID');
  press.answered = true;
  const answer = compact<{ text?: string; show_alert?: boolean; url?: string }>({
    text: text === '' ? undefined : text,
    show_alert,
    url,
  });
  press.answer?.(answer);
  press.answer = undefined;
  emit(world, { event: 'answer', data: { user_ids: [press.userId], query: press.id, ...answer } });
  return true;
}

/** Besides games, the only links that an answer may open are those that start the bot itself. */
function startsBot(url: string, username: string): boolean {
  const link = /^(?:https?:\/\/)?(?:t|telegram)\.(?:me|dog)\/(\w+)\/?\?(?:.*&)?start=/i.exec(url);
  const deep = /^tg:(?:\/\/)?resolve\/?\?(?=.*start=)(?:.*&)?domain=(\w+)/i.exec(url);
  return (link ?? deep)?.[1]?.toLowerCase() === username.toLowerCase();
}
