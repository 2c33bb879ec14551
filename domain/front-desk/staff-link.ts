import { say } from '../chats/index.ts';
import { makeLoginLink, staffByTelegram } from '../staff/index.ts';
import type { Scene } from './scene.ts';

/** Sends whoever works here a link that signs them in to the console, once. Answers false to everybody else: for them there is no
 * such command. */
export async function sendConsoleLink(scene: Scene): Promise<boolean> {
  const { tx, desk, chat, customer, now } = scene;
  const member = customer.telegram_id === null ? undefined : await staffByTelegram(tx, customer.telegram_id);
  if (!member) return false;
  const url = `${desk.settings.publicUrl}/console/sign-in?token=${await makeLoginLink(tx, member.id, now)}`;
  const text = desk.translate(member.language, 'console-link', { name: member.name });
  await say(tx, {
    chat,
    said: { text, buttons: [[{ label: desk.translate(member.language, 'console-open'), url }]] },
  });
  return true;
}
