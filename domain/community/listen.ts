import type { Tx } from '../../base/db/index.ts';
import { nearestLanguage } from '../../base/i18n/index.ts';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import { schedule } from '../../base/queue/index.ts';
import { botName, chatById, lockChat, type Said, takeDown, whisper } from '../chats/index.ts';
import type { Content, Desk, PlaceArrival } from '../front-desk/index.ts';
import { addItem, addToCarried, changeCarried, keepToCarry, QUIET_MS, wasAnswered } from './carried.sql.ts';
import type { CommunityPlace } from './place.ts';
import { type At, addressOf } from './place-address.ts';
import { placeByTelegram } from './places.sql.ts';
import { privateMatter } from './private-matter.ts';
import { onGroupPress, onGroupSetup, onMembership } from './setup.ts';
import { botLink } from './words.ts';

/** The job that takes an answer down which everybody could see. */
export const TIDY_TASK = 'community.tidy';
const SEEN_MS = 2 * MINUTE;
/** Whoever asks for the bot by name is answered again after so long. */
const AGAIN_MS = MINUTE / 2;
/** The beginning of a start parameter that carries words. */
export const CARRY = 'w_';

/** Hears what happens in groups and channels: the way to set the places up, and in the desk's own groups a matter that is somebody's own
 * or a call for help, which gets a quiet answer with the way into the bot (P2, F1). Everything else there is discussion. */
export async function hearPlace(tx: Tx, desk: Desk, arrival: PlaceArrival): Promise<void> {
  const at = { tx, desk, now: desk.clock.now() };
  const { what } = arrival;
  if (what.kind === 'membership') return onMembership(at, arrival);
  if (what.kind === 'press') {
    await onGroupPress(at, arrival);
    return;
  }
  if (await onGroupSetup(at, arrival)) return;
  if (arrival.person === undefined || arrival.inNameOf !== undefined) return;
  const place = await placeByTelegram(tx, arrival.place.telegramChatId);
  if (!place || place.kind === 'channel') return;
  const bot = await botName(tx);
  if (bot === undefined) return;
  const call = callOf(what, bot);
  const own = { chatId: place.chatId, telegramId: arrival.person.telegramId };
  if (what.kind === 'edited') await changeCarried(tx, { ...own, content: call?.content ?? what.content });
  else if (call) await answer(at, { place, arrival, ...call });
  else if (what.content.mediaGroupId !== undefined) await addItem(tx, { ...own, content: what.content });
}

/** What calls for an answer: words to be carried along, and whether the bot was asked for. `more`: only words that go on. */
type Call = { content: Content; words: boolean; asked: boolean; more?: boolean };

function callOf(what: Extract<PlaceArrival['what'], { content: Content }>, bot: string): Call | undefined {
  const { content } = what;
  if (what.kind === 'command') {
    const ours = what.to === undefined || what.to.toLowerCase() === bot.toLowerCase();
    if (!ours || !['help', 'start', 'human', 'new'].includes(what.name)) return undefined;
    return { content: wordsOnly(content, what.args), words: what.args !== '', asked: true };
  }
  const mention = new RegExp(`@${bot}\\b`, 'gi');
  if (mention.test(content.text)) {
    const rest = content.text.replace(mention, ' ').replace(/ {2,}/g, ' ').trim();
    return { content: wordsOnly(content, rest), words: rest !== '' || content.files.length > 0, asked: true };
  }
  const matter = privateMatter(content.text);
  return matter === 'no' ? undefined : { content, words: true, asked: false, more: matter === 'more' };
}

/** The same message with other words; marks in the text would stand in wrong places. */
function wordsOnly(content: Content, text: string): Content {
  const { entities, ...rest } = content;
  return entities === undefined ? { ...content, text } : { ...rest, text };
}

async function answer(at: At, to: Call & { place: CommunityPlace; arrival: PlaceArrival }): Promise<void> {
  const { tx, now } = at;
  const { place, arrival, content, words, asked, more = false } = to;
  const telegramId = arrival.person?.telegramId;
  if (telegramId === undefined) return;
  const who = { chatId: place.chatId, telegramId };
  // Two messages of one person are handled one after another, whichever processes have them.
  await lockChat(tx, { telegramChatId: arrival.place.telegramChatId, kind: arrival.place.kind }, now);
  const again = plus(now, -(asked ? AGAIN_MS : QUIET_MS));
  if (await wasAnswered(tx, who, again)) {
    if (words) await addToCarried(tx, { ...who, content, now });
    return;
  }
  if (more) return;
  const kept = await keepToCarry(tx, { ...who, content: words ? content : undefined, now });
  const said = await quietWords(at, { arrival, token: words ? kept.token : undefined, asked });
  const chat = { ...addressOf(place), ...(arrival.thread === undefined ? {} : { thread: arrival.thread }) };
  const key = quietKey(kept.id);
  await whisper(tx, { chat, person: telegramId, said, replyTo: content.telegramMessageId }, key);
  const payload = { chat: place.chatId, id: kept.id };
  await schedule(tx, { task: TIDY_TASK, at: plus(now, SEEN_MS), key, payload });
}

async function quietWords(
  { tx, desk }: At,
  of: { arrival: PlaceArrival; token: string | undefined; asked: boolean },
): Promise<Said> {
  const language = nearestLanguage(of.arrival.person?.languageTag, desk.settings.language);
  const bot = (await botName(tx)) ?? '';
  const url = botLink(bot, of.token === undefined ? 'new' : `${CARRY}${of.token}`);
  const key = of.asked ? 'quiet-answer-asked' : 'quiet-answer';
  const label = of.token === undefined ? 'quiet-answer-open' : 'quiet-answer-carry';
  return {
    text: desk.translate(language, key),
    buttons: [[{ label: desk.translate(language, label), url }]],
  };
}

const quietKey = (id: number): string => `quiet:${id}`;

/** Takes a quiet answer down if everybody can see it (a durable job). */
export async function handleTidy(tx: Tx, of: { chat: number; id: number }): Promise<void> {
  const chat = await chatById(tx, of.chat);
  if (chat) await takeDown(tx, chat, quietKey(of.id));
}
