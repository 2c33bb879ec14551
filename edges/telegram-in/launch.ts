import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Launch } from '../../domain/cabinet/index.ts';

const User = z.object({
  id: z.int().positive(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

/** Reads what Telegram hands a Mini App at its opening (`initData`) and checks that Telegram signed it for the bot with this token.
 * Undefined when the signature is wrong or something is missing; whether it is fresh is for the caller to judge. */
export function readLaunch(initData: string, token: string): Launch | undefined {
  const fields = new URLSearchParams(initData);
  const hash = fields.get('hash') ?? '';
  fields.delete('hash');
  const lines = [...fields].map(([name, value]) => `${name}=${value}`).sort();
  const key = createHmac('sha256', 'WebAppData').update(token).digest();
  const expected = createHmac('sha256', key).update(lines.join('\n')).digest();
  const given = Buffer.from(hash, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const user = User.safeParse(json(fields.get('user')));
  const seconds = Number(fields.get('auth_date'));
  if (!user.success || !Number.isSafeInteger(seconds)) return undefined;
  const { id, first_name, last_name, username, language_code } = user.data;
  return {
    signature: hash,
    at: new Date(seconds * 1000),
    person: {
      telegramId: id,
      firstName: first_name,
      ...(last_name ? { lastName: last_name } : {}),
      ...(username ? { username } : {}),
      ...(language_code ? { languageTag: language_code } : {}),
    },
  };
}

function json(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
