import { MINUTE } from '../../base/kernel/index.ts';
import type { Taken } from '../../base/outbox/index.ts';
import {
  type Action,
  decodeButton,
  encodeButton,
  handleArrival,
  type What,
} from '../../domain/front-desk/index.ts';
import { isOpen } from './board.ts';
import type { Case } from './cases.ts';
import { introduced, type Lane } from './engine.ts';
import { CUSTOMERS, SCORES } from './model.ts';
import { among, draw, exponential, lognormal, type Spread } from './random.ts';
import type { Person, Sim, Wish } from './sim.ts';
import type { Request } from './traffic.ts';
import { LATER, MATTERS } from './words.ts';

/** Puts the beginning of a request on the agenda. Who is in the middle of another one waits with it. */
export function begin(sim: Sim, request: Request, at = request.at): void {
  const person = personOf(sim, request.customer.index);
  sim.agenda.add({
    ...{ at, customer: person.customer.index, asking: true },
    act: async (lane) => {
      if (person.wish) return begin(sim, request, at + 20 * MINUTE);
      const wish: Wish = { request, said: false, chose: false, answered: false };
      person.wish = wish;
      forgetLater(sim, person, { wish, at });
      // Words out of the blue would go to a ticket that is open: who has another matter says so.
      const way = request.way === 'words' && person.open.size > 0 ? 'link' : request.way;
      if (way === 'words') return say(lane, person, wish);
      wish.chose = way === 'link';
      const payload = way === 'link' ? { payload: `t_${request.topic}` } : {};
      return arrive(lane, person, { kind: 'start', ...payload });
    },
  });
}

/** Somebody of the people, by their index. */
export function personOf(sim: Sim, index: number): Person {
  const person = sim.people[index];
  if (!person) throw new Error(`there is no customer ${index}`);
  return person;
}

/** Somebody of the people, by the id that they have in Telegram. */
export function personByTelegram(sim: Sim, telegramId: number): Person {
  const first = sim.people[0]?.customer.telegramId ?? 0;
  return personOf(sim, telegramId - first);
}

function forgetLater(sim: Sim, person: Person, { wish, at }: { wish: Wish; at: number }): void {
  sim.agenda.add({
    ...{ at: at + CUSTOMERS.forgetsAfter * MINUTE, customer: person.customer.index },
    act: async () => {
      if (person.wish !== wish || wish.said) return;
      person.wish = undefined;
      sim.forgotten.add(wish.request.name);
    },
  });
}

async function arrive(lane: Lane, { customer }: Person, what: What): Promise<void> {
  const chat = { telegramChatId: customer.telegramId, kind: 'private' } as const;
  await lane.transact((tx) => handleArrival(tx, lane.desk, { chat, person: introduced(customer), what }));
}

// The ids of what people write stay apart from those of what the desk sends, which are smaller.
const FIRST_MESSAGE_ID = 1_000_000_000;

async function write(lane: Lane, person: Person, words: { text: string; replyTo?: number }): Promise<void> {
  person.messages += 1;
  const content = { telegramMessageId: FIRST_MESSAGE_ID + person.messages, kind: 'text', files: [] };
  await arrive(lane, person, { kind: 'message', content: { ...content, ...words } });
}

function say(lane: Lane, person: Person, wish: Wish): Promise<void> {
  wish.said = true;
  return write(lane, person, { text: MATTERS[wish.request.words][person.customer.language] });
}

/** What somebody does after a while: `name` decides how long, together with whom it is about. */
type Doing = {
  name: string;
  after: Spread;
  now: number;
  asking?: boolean;
  act: (lane: Lane) => Promise<void>;
};

function soon(sim: Sim, person: Person, { name, after, now, act, asking = false }: Doing): void {
  const ms = lognormal(draw(sim.size.seed, name, 'after'), after) * MINUTE;
  sim.agenda.add({ at: now + Math.ceil(ms), customer: person.customer.index, asking, act });
}

/** Somebody reads what the desk sent to them: they answer its questions, press its buttons, or do nothing. */
export function read(sim: Sim, person: Person, { message, now }: { message: Taken; now: number }): void {
  const written = message.ref?.message === undefined ? undefined : sim.sent.get(message.ref.message);
  if (written) return readAgent(sim, person, { ...written, message: message.id, now });
  if (message.kind === 'answer' || message.key?.startsWith('card:')) return;
  const offered = actionsIn(message);
  const offer = <K extends Action['do']>(kind: K) =>
    offered.find((action): action is Extract<Action, { do: K }> => action.do === kind);
  const press = (action: Action, doing: Pick<Doing, 'name' | 'after'> & { asking?: boolean }) =>
    soon(sim, person, {
      ...{ ...doing, now },
      act: (lane) => pressed(lane, person, { action, onMessage: message.id }),
    });
  const rate = offer('rate');
  const held = offer('held');
  if (rate) return rating(sim, { ticket: rate.ticketId, press });
  if (held) return saying(sim, { ticket: held.ticketId, press });
  if (person.wish) return wishing(sim, person, { wish: person.wish, offered, press, now });
  aiming(sim, person, { offered, press });
}

type Press = (action: Action, doing: Pick<Doing, 'name' | 'after'> & { asking?: boolean }) => void;

function pressed(
  lane: Lane,
  person: Person,
  { action, onMessage }: { action: Action; onMessage: number },
): Promise<void> {
  return arrive(lane, person, {
    ...{ kind: 'press', queryId: `${onMessage}`, data: encodeButton(action), onMessage },
  });
}

function actionsIn({ payload }: Taken): Action[] {
  const rows = Array.isArray(payload.buttons) ? (payload.buttons as { data?: string }[][]) : [];
  return rows.flat().flatMap(({ data }) => (data === undefined ? [] : (decodeButton(data) ?? [])));
}

function rating(sim: Sim, { ticket, press }: { ticket: number; press: Press }): void {
  const about = sim.cases.get(ticket);
  const { seed } = sim.size;
  if (!about || draw(seed, about.request.name, 'rates') >= CUSTOMERS.rates) return;
  const owed = targetOf(sim, about);
  const quick = about.firstReplyAt !== undefined && about.firstReplyAt - about.owedSince <= owed;
  const mood = quick && about.cameBack === 0 ? SCORES.content : SCORES.kept;
  const score = among<number>(draw(seed, about.request.name, 'score'), mood);
  about.score = score;
  press(
    { do: 'rate', ticketId: ticket, score },
    { name: `${about.request.name} rating`, after: CUSTOMERS.ratingAfter },
  );
}

/** The first reply that the desk promises in the queue where a ticket began, in milliseconds. */
export function targetOf(sim: Sim, { queueId }: Case): number {
  return (sim.engine.routing.queues.find(({ id }) => id === queueId)?.firstReplyMinutes ?? 0) * MINUTE;
}

function saying(sim: Sim, { ticket, press }: { ticket: number; press: Press }): void {
  const about = sim.cases.get(ticket);
  const { seed } = sim.size;
  if (!about) return;
  const name = `${about.request.name} held ${about.spells.length}`;
  if (draw(seed, name) >= CUSTOMERS.saysWhetherHeld) return;
  const held = draw(seed, name, 'yes') >= CUSTOMERS.notHeld;
  press({ do: 'held', ticketId: ticket, held }, { name, after: CUSTOMERS.heldAfter });
}

type Wishing = { wish: Wish; offered: readonly Action[]; press: Press; now: number };

/** The desk asks something on the way to a ticket. */
function wishing(sim: Sim, person: Person, { wish, offered, press, now }: Wishing): void {
  const { request } = wish;
  const { seed } = sim.size;
  const tapping = { name: `${request.name} ${person.messages}`, after: CUSTOMERS.tapping, asking: true };
  const question = offered.filter((action) => action.do === 'clarify');
  if (question.length > 0) {
    if (wish.answered) return;
    wish.answered = true;
    const outcome = among<string>(draw(seed, request.name, 'clarifies'), CUSTOMERS.clarifies);
    const place = { ticket: 0, solved: 1, person: question.length - 1 }[outcome];
    const answer = place === undefined ? undefined : question[place];
    if (answer) press(answer, { ...tapping, name: `${request.name} clarifies` });
    return;
  }
  if (offered.some((action) => action.do === 'choose') || offered.some((action) => action.do === 'reopen'))
    return press({ do: 'new' }, { ...tapping, name: `${request.name} new` });
  const topics = offered.filter((action) => action.do === 'topic');
  if (topics.length > 0) {
    if (wish.chose || (wish.said && draw(seed, request.name, 'chooses') >= CUSTOMERS.choosesTopic)) return;
    wish.chose = true;
    const topicId = sim.engine.routing.topics.find(({ slug }) => slug === request.topic)?.id;
    const choice = topics.find((topic) => topic.do === 'topic' && topic.topicId === topicId);
    if (choice) press(choice, { ...tapping, name: `${request.name} topic` });
    return;
  }
  if (wish.said || !offered.some((action) => action.do === 'topics')) return;
  soon(sim, person, {
    ...{ name: `${request.name} words`, after: CUSTOMERS.writing, now, asking: true },
    act: async (lane) => (wish.said ? undefined : say(lane, person, wish)),
  });
}

/** The desk asks which ticket words are for, or whether to open one again. */
function aiming(
  sim: Sim,
  person: Person,
  { offered, press }: { offered: readonly Action[]; press: Press },
): void {
  const { seed } = sim.size;
  const name = `customer ${person.customer.index} aims ${person.messages}`;
  const tapping = { name, after: CUSTOMERS.tapping };
  const choices = offered.filter((action) => action.do === 'choose');
  const choice = choices.find(({ ticketId }) => ticketId === person.aim) ?? choices[0];
  if (choice) return press(choice, tapping);
  const reopen = offered.find((action) => action.do === 'reopen');
  if (!reopen || !offered.some((action) => action.do === 'new')) return;
  const about = sim.cases.get(reopen.ticketId);
  const willing = about?.outcome === 'abandoned' ? CUSTOMERS.reopensAbandoned : CUSTOMERS.choosesTopic;
  if (draw(seed, name, 'reopens', about?.request.name ?? '') < willing) press(reopen, tapping);
}

type Written = {
  about: Case;
  action: 'reply' | 'ask' | 'resolve';
  step: number;
  message: number;
  now: number;
};

/** An agent wrote: their question is answered, or not; their summary is thanked for, or not. */
function readAgent(sim: Sim, person: Person, { about, action, step, message, now }: Written): void {
  const { seed } = sim.size;
  const name = `${about.request.name} answers ${step}`;
  const willing = {
    reply: CUSTOMERS.answersReply,
    ask: CUSTOMERS.answersQuestion,
    resolve: CUSTOMERS.thanks,
  }[action];
  if (draw(seed, name) >= willing) return;
  const { language } = person.customer;
  const resolved = action === 'resolve';
  const replyTo = draw(seed, name, 'as a reply') < 0.5 ? { replyTo: message } : {};
  soon(sim, person, {
    ...{ name, after: resolved ? CUSTOMERS.writing : CUSTOMERS.answering, now },
    act: async (lane) => {
      const seen = sim.board.tickets.get(about.ticket);
      // A word of thanks while another matter is on its way would be taken for that matter.
      if (!seen || isOpen(seen) === resolved || person.wish) return;
      person.aim = about.ticket;
      const text = resolved ? LATER.thanks[language] : LATER.answer[language];
      await write(lane, person, { text, ...replyTo });
    },
  });
}

/** A ticket was made: its customer may ask for news, or give up, as long as nobody has answered. */
export function waitFor(sim: Sim, person: Person, about: Case): void {
  const { seed } = sim.size;
  const { name } = about.request;
  const customer = person.customer.index;
  const unanswered = () => {
    const seen = sim.board.tickets.get(about.ticket);
    return seen !== undefined && isOpen(seen) && about.firstReplyAt === undefined;
  };
  if (draw(seed, name, 'asks for news') < CUSTOMERS.asksForNews) {
    const wait = exponential(draw(seed, name, 'news'), CUSTOMERS.newsAfterMean) * MINUTE;
    sim.agenda.add({
      ...{ at: about.createdAt + Math.ceil(wait) + MINUTE, customer },
      act: async (lane) => {
        if (!unanswered() || person.wish) return;
        person.aim = about.ticket;
        about.cameBack += 1;
        await write(lane, person, { text: LATER.news[person.customer.language] });
      },
    });
  }
  if (draw(seed, name, 'gives up') >= CUSTOMERS.givesUp) return;
  const wait = lognormal(draw(seed, name, 'giving up'), CUSTOMERS.givingUpAfter) * MINUTE;
  sim.agenda.add({
    ...{ at: about.createdAt + Math.ceil(wait) + MINUTE, customer },
    act: async (lane) => {
      if (!unanswered()) return;
      const data = encodeButton({ do: 'close', ticketId: about.ticket });
      await arrive(lane, person, { kind: 'press', queryId: name, data });
    },
  });
}
