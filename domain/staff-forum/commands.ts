import { DomainError } from '../../base/kernel/index.ts';
import { botName, react } from '../chats/index.ts';
import type { PlaceArrival } from '../front-desk/index.ts';
import { lockTicket } from '../tickets/index.ts';
import { act, promptFor, type Saying, speak } from './acts.ts';
import { fitting, macroList, queueList } from './macros.ts';
import { answerIn, type ForumScene, wordsFor } from './scene.ts';

type Command = Extract<PlaceArrival['what'], { kind: 'command' }>;

/** A command in a ticket's topic: the way for who keeps the hands on the keyboard. Refuses what the acts refuse, and (`invalid`) what is no
 * command: it goes nowhere. */
export async function onCommand(scene: ForumScene, command: Command, key: string): Promise<void> {
  const { name, args, content } = command;
  const said = args.trim();
  switch (name) {
    case 'take':
    case 'release':
    case 'reopen':
      await act(scene, { do: name });
      return done(scene, content.telegramMessageId);
    case 'assign':
      await act(scene, { do: 'assign', name: said });
      return done(scene, content.telegramMessageId);
    case 'ask':
    case 'resolve':
    case 'note':
      return sayOrPrompt(scene, { saying: name, text: said, messageId: content.telegramMessageId, key });
    case 'escalate':
      return escalateTo(scene, said, content.telegramMessageId);
    case 'macro':
      return useMacro(scene, said, key);
    case 'help':
      return help(scene);
    default:
      throw new DomainError('invalid', 'forum_command', { name });
  }
}

async function help(scene: ForumScene): Promise<void> {
  const bot = (await botName(scene.tx)) ?? '';
  await answerIn(scene, { text: wordsFor(scene, 'forum-help', { bot, ticket: String(scene.ticketId) }) });
}

async function done({ tx, place }: ForumScene, messageId: number): Promise<void> {
  await react(tx, place, { messageId, emoji: '👌' });
}

async function sayOrPrompt(
  scene: ForumScene,
  spoken: { saying: Exclude<Saying, 'reply'>; text: string; messageId: number; key: string },
): Promise<void> {
  if (spoken.text === '') return promptFor(scene, spoken.saying);
  await speak(scene, spoken);
  if (spoken.saying === 'note') await done(scene, spoken.messageId);
}

async function escalateTo(scene: ForumScene, words: string, messageId: number): Promise<void> {
  const wanted = words.toLocaleLowerCase();
  const { queues } = await scene.desk.routing();
  const queue = queues.find(({ slug, name }) => slug === wanted || name.toLocaleLowerCase() === wanted);
  if (queue) {
    await act(scene, { do: 'escalate', queue: queue.slug });
    return done(scene, messageId);
  }
  const { queue_id: queueId } = await lockTicket(scene.tx, scene.ticketId);
  await answerIn(scene, await queueList(scene, { queueId }), messageId);
}

/** A macro by its number or by words that only one has; where more than one has them, they are offered. */
async function useMacro(scene: ForumScene, words: string, key: string): Promise<void> {
  const number = /^\d{1,15}$/.test(words) ? Number(words) : undefined;
  const found = number === undefined && words !== '' ? await fitting(scene, words) : [];
  const titled = found.filter(({ title }) => title.toLocaleLowerCase() === words.toLocaleLowerCase());
  const [only, ...others] = titled.length > 0 ? titled : found;
  const macroId = number ?? (others.length === 0 ? only?.id : undefined);
  if (macroId === undefined) return answerIn(scene, await macroList(scene, words));
  await act(scene, { do: 'macro', macroId, requestKey: `${key}:macro` });
}
