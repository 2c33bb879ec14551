import topicsFile from '../../content/topics.json' with { type: 'json' };
import {
  type Advice,
  type Button,
  type DialogueState,
  decodeButton,
  type Effect,
  IDLE,
  type Input,
  isEmptyOfMeaning,
  type Language,
  REOPEN_WINDOW_MS,
  type Step,
  step,
  type TicketView,
  type TopicView,
  type View,
} from '../../domain/front-desk/index.ts';

/** Where a message is: outside tickets, taken back, kept with a rating, or in the ticket with that number. */
export type Place = 'loose' | 'aside' | 'comment' | number;

type KnownTicket = TicketView & { resolvedAt?: Date; score?: number; held?: boolean; comment?: string };

/** One customer's conversation played without a database: it carries the effects out the way the desk does. */
export type World = {
  now: Date;
  language: Language;
  consent: string | undefined;
  state: DialogueState;
  topics: readonly TopicView[];
  tickets: KnownTicket[];
  messages: Map<number, Place>;
  /** The messages that have words or a file in them. */
  meant: Set<number>;
  timerAt: Date | undefined;
  /** Everything that was done, the newest step last. */
  steps: Step[];
  taps: number;
  /** What words that wait tell. */
  advice?: Advice;
};

/** The topics that a desk starts with, in one language. */
export function topicsIn(language: Language): TopicView[] {
  return topicsFile.map(({ slug, emoji, texts }, index) => ({
    id: index + 1,
    slug,
    emoji,
    title: texts.title[language],
    prompt: texts.prompt[language],
    ...('clarify' in texts && texts.clarify !== undefined
      ? {
          clarify: {
            text: texts.clarify.text[language],
            options: texts.clarify.options.map((option) => ({
              id: option.id,
              label: option.label[language],
              outcome: option.outcome as 'ticket' | 'solved' | 'person',
            })),
          },
        }
      : {}),
  }));
}

/** A customer who has never written, at noon in Baku. */
export function newWorld(language: Language = 'en'): World {
  return {
    now: new Date('2026-11-23T08:00:00Z'),
    language,
    consent: undefined,
    state: IDLE,
    topics: topicsIn(language),
    tickets: [],
    messages: new Map(),
    meant: new Set(),
    timerAt: undefined,
    steps: [],
    taps: 0,
  };
}

/** What the dialogue sees. */
export function viewOf(world: World): View {
  const open = world.tickets.filter((ticket) => isOpen(ticket));
  const looseMessages = [...world.messages.values()].filter((place) => place === 'loose').length;
  const since = world.now.getTime() - REOPEN_WINDOW_MS;
  return {
    now: world.now,
    language: world.language,
    languageChosen: false,
    customer: { firstName: 'Leyla', isVip: false, notifyDefault: true },
    desk: { name: 'Kapital Shop', timeZone: 'Asia/Baku' },
    consent: { required: '2', ...(world.consent === undefined ? {} : { given: world.consent }) },
    topics: world.topics,
    openTickets: open,
    recentlyResolved: world.tickets.filter((ticket) => (ticket.resolvedAt?.getTime() ?? 0) > since),
    looseMessages,
    ...(world.advice !== undefined && looseMessages > 0 ? { advice: world.advice } : {}),
  };
}

function isOpen(ticket: KnownTicket): boolean {
  return ticket.status !== 'resolved' && ticket.status !== 'closed';
}

/** Let the customer do something; returns the effects of it, those of a repeated step included. */
export function play(world: World, input: Input): readonly Effect[] {
  if (input.kind === 'button') world.taps += 1;
  const done: Effect[] = [];
  let next: Input | undefined = input.kind === 'button' ? withAftercare(world, input) : input;
  while (next !== undefined) {
    const result = step(JSON.parse(JSON.stringify(world.state)), next, viewOf(world));
    world.state = result.state;
    world.steps.push(result);
    next = undefined;
    for (const effect of result.effects) {
      done.push(effect);
      if (effect.kind === 'again') next = effect.input;
      else perform(world, effect);
    }
  }
  return done;
}

/** A press as the desk sees it: every ticket that ended was asked about. */
function withAftercare(world: World, press: Extract<Input, { kind: 'button' }>): Input {
  const action = decodeButton(press.data);
  if (action === undefined || !['rate', 'rateAgain', 'rateWords', 'held'].includes(action.do)) return press;
  const ticket = world.tickets.find(({ id }) => 'ticketId' in action && id === action.ticketId);
  if (ticket === undefined) return press;
  const open = isOpen(ticket);
  const mayAnswer = !open && ticket.held === undefined;
  const mayComment = ticket.score !== undefined;
  return {
    ...press,
    aftercare: { ticketId: ticket.id, open, style: 'faces', mayRate: !open, mayComment, mayAnswer },
  };
}

/** Let the customer write; returns the effects. */
export function write(
  world: World,
  text: string,
  more: {
    photo?: boolean;
    replyTo?: number;
    inTopicOf?: number;
    apart?: true;
    thread?: number;
    tooBigFor?: number;
  } = {},
) {
  const messageId = world.messages.size + 1;
  world.messages.set(messageId, 'loose');
  if (more.photo === true || !isEmptyOfMeaning(text)) world.meant.add(messageId);
  return play(world, {
    kind: 'message',
    messageId,
    text,
    hasAttachment: more.photo ?? false,
    ...(more.replyTo === undefined ? {} : { repliesToTicket: more.replyTo }),
    ...(more.inTopicOf === undefined ? {} : { inTopicOf: more.inTopicOf }),
    ...(more.apart === undefined ? {} : { apart: more.apart }),
    ...(more.thread === undefined ? {} : { thread: more.thread }),
    ...(more.tooBigFor === undefined ? {} : { tooBigFor: more.tooBigFor }),
  });
}

/** Press the button that does this, among the buttons of the last step that has it. */
export function press(world: World, does: string, onTicketCard?: number): readonly Effect[] {
  const button = buttonsOf(world.steps.flatMap(({ effects }) => effects)).findLast(
    ({ data }) => data === `d1:${does}` || data.startsWith(`d1:${does}:`),
  );
  if (button === undefined) throw new Error(`no button does ${does}`);
  return play(world, {
    kind: 'button',
    data: button.data,
    ...(onTicketCard === undefined ? {} : { onTicketCard }),
  });
}

/** All buttons that effects show. */
export function buttonsOf(effects: readonly Effect[]): Button[] {
  return effects
    .flatMap((effect) => ('buttons' in effect && effect.buttons ? effect.buttons.flat() : []))
    .filter((button) => 'data' in button);
}

/** Let time pass; a timer that falls due fires. */
export function wait(world: World, ms: number): void {
  const until = new Date(world.now.getTime() + ms);
  if (world.timerAt !== undefined && world.timerAt <= until) {
    world.now = world.timerAt;
    world.timerAt = undefined;
    play(world, { kind: 'timeout', what: 'draft' });
  }
  world.now = until;
}

/** Let the desk change a ticket. */
export function change(world: World, ticketId: number, fields: Partial<KnownTicket>): void {
  world.tickets = world.tickets.map((ticket) => (ticket.id === ticketId ? { ...ticket, ...fields } : ticket));
}

function perform(world: World, effect: Exclude<Effect, { kind: 'again' }>): void {
  switch (effect.kind) {
    case 'createTicket':
      return create(world, effect);
    case 'addToTicket':
      known(world, effect.ticketId);
      for (const [id, place] of world.messages) {
        const meant = effect.messageIds === 'loose' ? place === 'loose' : effect.messageIds.includes(id);
        if (meant) world.messages.set(id, effect.ticketId);
      }
      return change(world, effect.ticketId, { lastActivityAt: world.now });
    case 'setAside':
      for (const [id, place] of world.messages) if (place === 'loose') world.messages.set(id, 'aside');
      return;
    case 'setLanguage':
      world.language = effect.language;
      world.topics = topicsIn(effect.language);
      return;
    case 'recordConsent':
      world.consent = effect.version;
      return;
    case 'withdrawConsent':
      world.consent = undefined;
      return;
    case 'setNotify':
      return change(world, known(world, effect.ticketId).id, { notify: effect.on });
    case 'leaveIncident': {
      const { incident: _left, ...ticket } = known(world, effect.ticketId);
      world.tickets = world.tickets.map((old) => (old.id === ticket.id ? ticket : old));
      return;
    }
    case 'closeTicket':
      return change(world, known(world, effect.ticketId).id, { status: 'closed', resolvedAt: world.now });
    case 'reopenTicket':
      return reopen(world, effect.ticketId);
    case 'rate':
      return change(world, known(world, effect.ticketId).id, { score: effect.score });
    case 'held':
      return change(world, known(world, effect.ticketId).id, { held: effect.held });
    case 'comment':
      if (world.messages.get(effect.messageId) !== 'loose') throw new Error('words were taken twice');
      world.messages.set(effect.messageId, 'comment');
      if ('npsId' in effect.of) return;
      return change(world, known(world, effect.of.ticketId).id, { comment: effect.text });
    case 'startTimer':
      world.timerAt = effect.at;
      return;
    case 'cancelTimer':
      world.timerAt = undefined;
      return;
    case 'nps':
    case 'setQuiet':
    case 'tellArticle':
    case 'askCopy':
    case 'giveCopy':
      return;
    case 'askErasure':
      for (const ticket of world.tickets.filter(isOpen))
        change(world, ticket.id, { status: 'closed', resolvedAt: world.now });
      return;
    case 'refreshCard':
    case 'showCard':
    case 'requestPerson':
      known(world, effect.ticketId);
      return;
    case 'say':
    case 'offerArticle':
    case 'edit':
    case 'notice':
    case 'replaceButtons':
    case 'answer':
      for (const { data } of buttonsOf([effect])) {
        if (decodeButton(data) === undefined) throw new Error(`a button that nobody can read: ${data}`);
      }
  }
}

function create(world: World, effect: Extract<Effect, { kind: 'createTicket' }>): void {
  const topic = world.topics.find(({ id }) => id === effect.topicId);
  if (effect.topicId !== undefined && topic === undefined)
    throw new Error('a ticket on a topic that is not there');
  const id = 1001 + world.tickets.length;
  const solved = effect.outcome === 'auto_resolved';
  world.tickets.push({
    id,
    status: solved ? 'resolved' : 'accepted',
    topicTitle: topic?.title ?? '',
    etaAt: new Date(world.now.getTime() + 15 * 60_000),
    lastActivityAt: world.now,
    ...(topic === undefined ? {} : { topicId: topic.id }),
    ...(solved ? { resolvedAt: world.now } : {}),
  });
  for (const [message, place] of world.messages) if (place === 'loose') world.messages.set(message, id);
}

function reopen(world: World, ticketId: number): void {
  const { resolvedAt, ...ticket } = known(world, ticketId);
  if (resolvedAt === undefined) throw new Error('an open ticket was reopened');
  world.tickets = world.tickets.map((old) => (old.id === ticketId ? { ...ticket, status: 'reopened' } : old));
}

function known(world: World, ticketId: number): KnownTicket {
  const ticket = world.tickets.find(({ id }) => id === ticketId);
  if (ticket === undefined) throw new Error(`nobody knows № ${ticketId}`);
  return ticket;
}
