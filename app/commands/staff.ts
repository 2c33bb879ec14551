import { nearestLanguage } from '../../base/i18n/index.ts';
import { addStaff, listRoles, listStaff } from '../../domain/staff/index.ts';
import type { Call, Command, Ended } from '../command.ts';
import type { Runtime } from '../runtime.ts';
import { withRuntime } from '../with-runtime.ts';

const usage = (roles: readonly string[]): string => `Usage: npm run nightdesk -- staff list
       npm run nightdesk -- staff add --name "Aysel" --role ${roles.join('|')} --telegram-id 123456789 [--language az]

Your Telegram id: write /id to the bot.`;

/** Lists who works at the desk, or adds somebody. */
export const staff: Command = {
  summary: 'list who works at the desk, or add somebody',
  run: (call) =>
    withRuntime(call, async (runtime) => {
      const roles = (await listRoles(runtime.db)).map(({ name }) => name);
      if (call.args[0] === 'add') return add(runtime, call, roles);
      if (call.args[0] !== 'list') {
        call.tell(usage(roles));
        return { code: 2 };
      }
      const members = await listStaff(runtime.db);
      for (const { id, name, role } of members) call.tell(`${id}  ${role.padEnd(10)} ${name}`);
      if (members.length === 0) call.tell(`Nobody works here yet.\n${usage(roles)}`);
      return { code: 0, json: members.map(({ id, name, role }) => ({ id, name, role })) };
    }),
};

async function add(
  { transact, clock }: Runtime,
  { values, tell }: Call,
  roles: readonly string[],
): Promise<Ended> {
  const { name, role, language } = values;
  const telegramId = Number(values['telegram-id']);
  const named = typeof name === 'string' && name.trim();
  if (!named || typeof role !== 'string' || !roles.includes(role) || !Number.isSafeInteger(telegramId)) {
    tell(usage(roles));
    return { code: 2 };
  }
  const spoken = nearestLanguage(typeof language === 'string' ? language : undefined, 'en');
  const by = { kind: 'operator', from: { place: 'cli' } } as const;
  const member = await transact((tx) =>
    addStaff(tx, { name: named.slice(0, 64), role, telegramId, language: spoken, by, now: clock.now() }),
  );
  tell(`${member.name} works here now. Send /console to the bot to sign in.`);
  return { code: 0, json: { id: member.id } };
}
