import type { Update } from 'grammy/types';
import { sameSecret } from '../../base/kernel/index.ts';
import { type Intake, receive } from './receive.ts';

/** What to answer Telegram: 200 only when the update's effects are committed; 401 to a stranger; 400 to what is no update. An outage of
 * the database throws, so that Telegram brings the update again. */
export async function receiveWebhook(
  intake: Intake,
  expectedSecret: string,
  request: { secret: string | undefined; body: unknown },
): Promise<200 | 400 | 401> {
  if (request.secret === undefined || !sameSecret(request.secret, expectedSecret)) return 401;
  if (!isUpdate(request.body)) return 400;
  await receive(intake, request.body);
  return 200;
}

function isUpdate(body: unknown): body is Update {
  return (
    typeof body === 'object' &&
    body !== null &&
    Number.isSafeInteger((body as { update_id?: unknown }).update_id)
  );
}
