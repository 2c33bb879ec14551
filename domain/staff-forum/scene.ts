import type { Language, Vars } from '../../base/i18n/index.ts';
import type { DomainError } from '../../base/kernel/index.ts';
import type { Work } from '../back-office/index.ts';
import { nameOf, namesUnderWay, type Said, say, type Topic } from '../chats/index.ts';
import type { StaffMember } from '../staff/index.ts';
import type { ForumWork } from './forum.types.ts';

/** A ticket's topic in which somebody of the staff does something. */
export type ForumScene = ForumWork & { place: Topic; ticketId: number; member: StaffMember };

/** The same as the rooms of the back office want it: what is done here is done by the same functions as in the console. */
export function workOf({ tx, desk, member, ticketId }: ForumScene): Work {
  return { tx, desk, ticketId, actor: { ...member, from: { place: 'bot' } } };
}

/** Words for somebody of the staff, in their language. */
export const wordsFor = ({ desk, member }: ForumScene, key: string, vars?: Vars): string =>
  desk.translate(member.language, key, vars);

/** A refusal in words. */
export function refusalIn(
  desk: ForumWork['desk'],
  language: Language,
  { code, details }: DomainError,
): string {
  const words = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
  return desk.translate(language, `error-${code.replaceAll('_', '-')}`, words);
}

/** What one of our messages in the topic is called. One can be read, answered and pressed before Telegram's number of it is known here: a
 * message that nobody knows is then any of those under way. */
export async function namesAt(
  { tx, place }: Pick<ForumScene, 'tx' | 'place'>,
  messageId: number,
): Promise<string[]> {
  // In this order: the number of one may come to be known between the two.
  const underWay = await namesUnderWay(tx, place);
  const name = await nameOf(tx, place, messageId);
  return name === undefined ? underWay : [name];
}

/** Says something in the topic, as an answer to a message there. */
export async function answerIn(
  { tx, place }: Pick<ForumScene, 'tx' | 'place'>,
  said: Said,
  replyTo?: number,
): Promise<void> {
  await say(tx, { chat: place, said }, replyTo === undefined ? {} : { replyTo });
}
