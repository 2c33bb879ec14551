import { askClarification, note, reply, resolve, type Work } from '../../domain/back-office/index.ts';
import { addStaff, type StaffMember } from '../../domain/staff/index.ts';
import type { Runtime } from '../runtime.ts';
import { DEMO_BOT } from '../sandbox.ts';
import { type AgentStep, CAST, type Part, STAFF } from './cast.ts';
import { createPlayer, numberOf, type Player, untilSeen } from './people.ts';
import { openPlaces, talkInGroup } from './places.ts';

export { fillFaq } from './places.ts';

/** Makes the person whom the visitor plays, first of all and with an empty chat; returns the address of their phone. */
export async function welcomeVisitor(sandboxUrl: string): Promise<string> {
  const { bot, ...you } = {
    first_name: 'Alex',
    username: 'alex_visits',
    language_code: 'en',
    bot: DEMO_BOT.username,
  };
  await createPlayer(sandboxUrl, { ...you, bot });
  return `${sandboxUrl.replace('127.0.0.1', 'localhost')}/?as=${you.username}&chat=@${bot}`;
}

/** Fills a demo's desk with people: staff who can sign in, and customers who ask through the bot as anybody would. */
export async function peopleTheDemo(runtime: Runtime, sandboxUrl: string): Promise<void> {
  const staff = new Map<string, StaffMember>();
  const players = new Map<string, Player>();
  for (const { name, role, language } of STAFF) {
    const player = await createPlayer(sandboxUrl, {
      first_name: name,
      username: `${name.toLowerCase()}_support`,
      language_code: language,
      bot: DEMO_BOT.username,
    });
    await player.say({ text: '/start' });
    players.set(name, player);
    const now = runtime.clock.now();
    staff.set(
      name,
      await runtime.transact((tx) => addStaff(tx, { name, role, language, telegramId: player.id, now })),
    );
  }
  runtime.announcer.publish({ resync: true });
  const [owner, member] = [players.get('Nigar'), staff.get('Nigar')];
  const [group] = await Promise.all([
    owner && member ? openPlaces(runtime, { sandboxUrl, owner, member }) : undefined,
    ...CAST.map((part) => play(runtime, { sandboxUrl, staff }, part)),
  ]);
  if (group !== undefined) await talkInGroup(sandboxUrl, group);
}

type Stage = { sandboxUrl: string; staff: ReadonlyMap<string, StaffMember> };

async function play(runtime: Runtime, stage: Stage, part: Part): Promise<void> {
  const { words, topic, answers, ...person } = part;
  const player = await createPlayer(stage.sandboxUrl, { ...person, bot: DEMO_BOT.username });
  await player.say({ text: `/start t_${topic}` });
  const [first, ...rest] = words;
  if (first) await player.say(first);
  const ticketId = await answerUntilTicket(player);
  for (const more of rest) await player.say(more);
  for (const step of answers) {
    const actor = stage.staff.get(step.by);
    if (actor) await act(runtime, { actor, ticketId }, step);
  }
}

/** Answers the bot's question with its first answer until a ticket's card is there. */
async function answerUntilTicket(player: Player): Promise<number> {
  const found = await untilSeen(player, (message) => {
    const number = numberOf(message);
    if (number !== undefined) return { number };
    const question = message.reply_markup?.inline_keyboard
      ?.flat()
      .find(({ callback_data: data }) => data?.includes(':clarify:'));
    return question?.callback_data
      ? { press: { message: message.message_id, data: question.callback_data } }
      : undefined;
  });
  if ('number' in found && found.number !== undefined) return found.number;
  if ('press' in found && found.press) await player.press(found.press.message, found.press.data);
  return untilSeen(player, numberOf);
}

async function act(
  runtime: Runtime,
  who: { actor: StaffMember; ticketId: number },
  step: AgentStep,
): Promise<void> {
  const perform = { reply, ask: askClarification, resolve, note }[step.do];
  const requestKey = `demo-${who.ticketId}-${step.do}`;
  await runtime.transact((tx) => {
    const work: Work = { tx, desk: runtime.desk, ...who };
    return perform(work, { text: step.text, requestKey });
  });
}
