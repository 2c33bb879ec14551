import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { listStaff } from '../../domain/staff/index.ts';
import { testDatabase } from '../support/database.ts';

const main = new URL('../../app/main.ts', import.meta.url).pathname;

test('`staff add --name "Kamran A" --role vip …`, as the usage shows it, adds somebody; a wrong role names all roles', async () => {
  await using t = await testDatabase();
  const nightdesk = (...args: string[]) =>
    promisify(execFile)(process.execPath, [main, 'staff', 'add', '--telegram-id', '5', ...args], {
      env: { DATABASE_URL: t.url, TELEGRAM_BOT_TOKEN: '1000001:sandbox-nightdesk-token-000000000000000' },
    });
  await expect(nightdesk('--name', 'Kamran A', '--role', 'boss')).rejects.toThrow(
    'admin|analyst|compliance|editor|l1|l2|moderator|vip',
  );
  await nightdesk('--name', 'Kamran A', '--role', 'vip');
  expect(await listStaff(t.db)).toMatchObject([{ name: 'Kamran A', role: 'vip', telegramId: 5 }]);
  const entries = await t.db.selectFrom('audit_entries').select(['actor_kind', 'place', 'action']).execute();
  expect(entries).toEqual([{ actor_kind: 'operator', place: 'cli', action: 'staff.add' }]);
});
