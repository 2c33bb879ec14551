import type { Tx } from '../../base/db/index.ts';
import { lockChat, lockChatById, saveDialogue, ticketOfThread } from '../chats/index.ts';
import { customerById, recognise, setUnreachable } from '../customers/index.ts';
import { readAftercare, readNps } from '../surveys/index.ts';
import { noteAsked } from './advice-effects.ts';
import type { Arrival } from './arrival.types.ts';
import { decodeButton } from './buttons.ts';
import { hearByHand, hearEditByHand } from './by-hand.ts';
import { onCabinetCommand } from './cabinet-command.ts';
import { takesWords } from './commands.ts';
import type { Desk } from './context.ts';
import { step } from './dialogue.ts';
import type { Input, QuietFacts, Step } from './dialogue.types.ts';
import { hear, hearEdit, hearReaction, ticketOfMessage } from './hearing.ts';
import { perform } from './perform.ts';
import { hoursOf } from './quiet.ts';
import { readQuietSettings } from './quiet-settings.sql.ts';
import { releaseSteps, releaseWords } from './release.ts';
import type { Press, Scene } from './scene.ts';
import { onStaffCommand } from './staff-commands.ts';
import { holdsWords, parseState } from './state.ts';
import { readView } from './view.sql.ts';

/** Handles whatever reached the desk from a private chat, in the caller's transaction: stores it, lets the dialogue decide, and writes
 * what it decided (B1–B7). Arrivals of one chat are handled one after another. */
export async function handleArrival(tx: Tx, desk: Desk, arrival: Arrival): Promise<void> {
  const now = desk.clock.now();
  const chat = await lockChat(tx, arrival.chat, now);
  const customer = await recognise(tx, arrival.person, { now, fallback: desk.settings.language });
  const scene: Scene = {
    tx,
    desk,
    chat: { ...chat, customerId: customer.id, ...threadIn(arrival) },
    customer,
    firstLooseText: null,
    now,
  };
  const { what } = arrival;
  if (what.kind === 'reachable') {
    if (!what.yes) await setUnreachable(tx, customer.id, now);
    return;
  }
  if (what.kind === 'by_hand') {
    const at = { tx, desk, now, chatId: chat.id, customerId: customer.id };
    return what.edited ? hearEditByHand(at, what.content) : hearByHand(at, what.content);
  }
  if (what.kind === 'command' && (await onStaffCommand(scene, what.name))) return;
  if (what.kind === 'command' && (await onCabinetCommand(scene, what.name))) return;
  if (what.kind === 'reaction') return hearReaction(scene, what);
  await leaveBehind(scene, arrival);
  const inputs = await inputsOf(scene, what);
  if (inputs.length === 0) return;
  const press: Press | undefined =
    what.kind === 'press'
      ? { queryId: what.queryId, ...(what.onMessage === undefined ? {} : { onMessage: what.onMessage }) }
      : undefined;
  const asks = chat.holds && (await releaseWords(scene));
  for (const input of inputs)
    scene.chat.dialogue = await converse({ ...scene, ...(press ? { press } : {}) }, input, { acted: true });
  if (asks) await releaseSteps(scene);
}

const threadIn = ({ thread }: Arrival) => (thread === undefined ? {} : { thread });

/** Words in another topic than those that wait: what waits is not mixed with them, it goes on by itself first (B7). */
async function leaveBehind(scene: Scene, { what, thread }: Arrival): Promise<void> {
  const state = parseState(scene.chat.dialogue);
  if (what.kind !== 'message' || !holdsWords(state.talk) || state.thread === thread) return;
  if (thread !== undefined && (await ticketOfThread(scene.tx, scene.chat.id, thread)) !== undefined) return;
  scene.chat.dialogue = await converse(thereOf(scene), { kind: 'left' }, { acted: true });
}

/** The scene where the words that wait were written. */
function thereOf(scene: Scene): Scene {
  const { thread: _here, ...chat } = scene.chat;
  const { thread } = parseState(chat.dialogue);
  return { ...scene, chat: { ...chat, ...(thread === undefined ? {} : { thread }) } };
}

/** The time that loose words were given is over (a durable timer): they become a ticket; a topic without words is put away (U2). */
export async function handleDraftTimeout(tx: Tx, desk: Desk, chatId: number): Promise<void> {
  const chat = await lockChatById(tx, chatId);
  if (chat.customerId === null) return;
  const customer = await customerById(tx, chat.customerId);
  await converse(
    thereOf({ tx, desk, chat, customer, firstLooseText: null, now: desk.clock.now() }),
    { kind: 'timeout', what: 'draft' },
    { acted: false },
  );
}

/** Lets the dialogue take one step, carries out its effects in order and keeps where it stands. */
async function converse(start: Scene, input: Input, { acted }: { acted: boolean }): Promise<unknown> {
  const scene = { ...start };
  let dialogue = scene.chat.dialogue;
  let next: Input | undefined = input;
  while (next) {
    const { view, firstLooseText } = await readView(scene.tx, scene.desk, {
      customer: scene.customer,
      chatId: scene.chat.id,
    });
    scene.firstLooseText = firstLooseText;
    const { state, effects } = step(dialogue, next, view);
    if (next.kind === 'message' && beginsMatter(dialogue, { state, effects }))
      await noteAsked(scene, view.advice);
    dialogue = state;
    next = undefined;
    for (const effect of effects) {
      if (effect.kind === 'again') next = effect.input;
      else await perform(scene, effect);
    }
  }
  await saveDialogue(scene.tx, scene.chat, { dialogue, now: scene.now, acted });
  return dialogue;
}

/** Whether words began a matter that an article might have answered: not those that need a person, or belong to a ticket. */
function beginsMatter(before: unknown, { state, effects }: Step): boolean {
  if (holdsWords(parseState(before).talk)) return false;
  const waits = state.talk.at === 'topic' || state.talk.at === 'clarify' || state.talk.at === 'answer';
  return waits || effects.some((effect) => effect.kind === 'createTicket' && effect.outcome === 'open');
}

type Done = Exclude<Arrival['what'], { kind: 'reachable' | 'reaction' | 'by_hand' }>;

/** What the dialogue hears, in order. Words behind a command that asks for none are a message of their own; behind a command that nobody
 * knows they are all there is (B6). */
async function inputsOf(scene: Scene, what: Done): Promise<Input[]> {
  if (what.kind !== 'command' || what.args === '' || takesWords(what.name) === 'own') {
    const input = await inputOf(scene, what);
    return input ? [input] : [];
  }
  const words = await hear(scene, what.content);
  const command = takesWords(what.name) === 'unknown' ? undefined : await inputOf(scene, what);
  return [words, command].filter((input) => input !== undefined);
}

async function inputOf(scene: Scene, what: Done): Promise<Input | undefined> {
  switch (what.kind) {
    case 'start':
      return { kind: 'start', ...(what.payload === undefined ? {} : { payload: what.payload }) };
    case 'command':
      return {
        ...{ kind: 'command', name: what.name, args: what.args },
        ...(what.name === 'quiet' ? { quiet: await quietOf(scene) } : {}),
      };
    case 'message':
      return hear(scene, what.content);
    case 'carried': {
      const heard = await hear(scene, what.content);
      return heard && { ...heard, carried: true };
    }
    case 'edited':
      return hearEdit(scene, what.content);
    case 'press': {
      const card = what.onMessage === undefined ? undefined : await ticketOfMessage(scene, what.onMessage);
      const aftercare = await aftercareOf(scene, what.data);
      const nps = await npsOf(scene, what.data);
      return {
        kind: 'button',
        data: what.data,
        ...(card === undefined ? {} : { onTicketCard: card }),
        ...(aftercare === undefined ? {} : { aftercare }),
        ...(nps === undefined ? {} : { nps }),
      };
    }
  }
}

/** What may still be answered, for a press that answers a question about a ticket that ended. */
async function aftercareOf({ tx, customer, now }: Scene, data: string) {
  const action = decodeButton(data);
  switch (action?.do) {
    case 'rate':
    case 'rateAgain':
    case 'rateWords':
    case 'held':
      return readAftercare(tx, { ticketId: action.ticketId, customerId: customer.id }, now);
    default:
      return undefined;
  }
}

/** When this customer is left alone. */
async function quietOf({ tx, customer }: Scene): Promise<QuietFacts> {
  const hours = hoursOf(customer, await readQuietSettings(tx));
  return hours === undefined ? {} : { hours };
}

/** The same for a press that answers how likely they recommend the desk. */
async function npsOf({ tx, customer, now }: Scene, data: string) {
  const action = decodeButton(data);
  return action !== undefined && 'npsId' in action
    ? readNps(tx, { npsId: action.npsId, customerId: customer.id }, now)
    : undefined;
}
