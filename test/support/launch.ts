import { createHmac } from 'node:crypto';
import { BOT } from './desk.ts';

let made = 0;

/** What Telegram hands a Mini App that this person opens, signed as its documentation says; no two are the same. */
export function launchOf(
  person: { id: number; first_name: string; language_code?: string },
  how: { at: Date; token?: string; startParam?: string },
): string {
  made += 1;
  const fields: Record<string, string> = {
    auth_date: String(Math.floor(how.at.getTime() / 1000)),
    query_id: `query-${made}`,
    user: JSON.stringify({ language_code: 'en', ...person }),
    ...(how.startParam === undefined ? {} : { start_param: how.startParam }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const secret = createHmac('sha256', 'WebAppData')
    .update(how.token ?? BOT.token)
    .digest();
  const hash = createHmac('sha256', secret).update(lines.sort().join('\n')).digest('hex');
  return new URLSearchParams({ ...fields, hash }).toString();
}
