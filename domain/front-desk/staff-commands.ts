import { say } from '../chats/index.ts';
import { makeLoginLink, staffByTelegram } from '../staff/index.ts';
import type { Scene } from './scene.ts';

/** Answers the commands that are for the people who work here: /console sends a link that signs them in once; /id tells anybody their
 * Telegram id, by which an admin adds them. Answers false to everything else, and to /console from somebody who does not work here:
 * for them there is no such command. */
export async function onStaffCommand(scene: Scene, name: string): Promise<boolean> {
  if (name === 'id') return tellId(scene);
  return name === 'console' ? sendConsoleLink(scene) : false;
}

async function tellId({ tx, desk, chat, customer }: Scene): Promise<boolean> {
  const text = desk.translate(customer.language, 'your-id', { id: String(customer.telegram_id) });
  await say(tx, { chat, said: { text } });
  return true;
}

async function sendConsoleLink({ tx, desk, chat, customer, now }: Scene): Promise<boolean> {
  const member = customer.telegram_id === null ? undefined : await staffByTelegram(tx, customer.telegram_id);
  if (!member) return false;
  const when = { now, from: { place: 'bot' } } as const;
  const url = `${desk.settings.publicUrl}/console/sign-in?token=${await makeLoginLink(tx, member.id, when)}`;
  const text = desk.translate(member.language, 'console-link', { name: member.name });
  await say(tx, {
    chat,
    said: { text, buttons: [[{ label: desk.translate(member.language, 'console-open'), url }]] },
  });
  return true;
}
