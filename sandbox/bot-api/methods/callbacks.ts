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
