import { nearestLanguage } from '../../base/i18n/index.ts';
import { addStaff, listStaff, ROLES } from '../../domain/staff/index.ts';
import type { Call, Command, Ended } from '../command.ts';
import type { Runtime } from '../runtime.ts';
import { withRuntime } from '../with-runtime.ts';

const USAGE = `Usage: npm run nightdesk -- staff list
       npm run nightdesk -- staff add --name "Aysel" --role ${Object.keys(ROLES).join('|')} --telegram-id 123456789 [--language az]

Your Telegram id: write /id to the bot.`;

/** Lists who works at the desk, or adds somebody. */
export const staff: Command = {
  summary: 'list who works at the desk, or add somebody',
  run: (call) =>
    withRuntime(call, async (runtime) => {
      if (call.args[0] === 'add') return add(runtime, call);
      if (call.args[0] !== 'list') {
        call.tell(USAGE);
        return { code: 2 };
      }
      const members = await listStaff(runtime.db);
      for (const { id, name, role } of members) call.tell(`${id}  ${role.padEnd(6)} ${name}`);
      if (members.length === 0) call.tell(`Nobody works here yet.\n${USAGE}`);
      return { code: 0, json: members.map(({ id, name, role }) => ({ id, name, role })) };
    }),
};

async function add({ transact, clock }: Runtime, { values, tell }: Call): Promise<Ended> {
  const { name, role, language } = values;
  const telegramId = Number(values['telegram-id']);
  if (
    typeof name !== 'string' ||
    !name.trim() ||
    typeof role !== 'string' ||
    !Number.isSafeInteger(telegramId)
  ) {
    tell(USAGE);
    return { code: 2 };
  }
  const spoken = nearestLanguage(typeof language === 'string' ? language : undefined, 'en');
  const member = await transact((tx) =>
    addStaff(tx, { name: name.trim().slice(0, 64), role, telegramId, language: spoken, now: clock.now() }),
  );
  tell(`${member.name} works here now. Send /console to the bot to sign in.`);
  return { code: 0, json: { id: member.id } };
}
