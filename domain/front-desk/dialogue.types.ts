import type { Language } from '../../base/i18n/index.ts';
import type { Entity } from '../../base/text/index.ts';
import type { OutFile } from '../chats/index.ts';
import type { QuietHours } from '../customers/index.ts';
import type { AftercareFacts, NpsFacts } from '../surveys/index.ts';

/**
 * What the front desk hears, sees and wants done (B1–B7, F1–F3). Nothing here depends on Telegram or HTTP:
 * an edge turns the outside into an `Input`, `step` answers with the next `DialogueState` and `Effect`s,
 * and the performer carries the effects out, in order, in one transaction.
 */

export type { AftercareFacts, Language, NpsFacts };

/** A Fluent message with its variables. Ids and times are passed as strings, so that Fluent doesn't format them. */
export type T = { readonly key: string; readonly vars?: Readonly<Record<string, string | number>> };

/** Words on a screen: a Fluent message, or words that are already in the customer's language. */
export type Words = T | string;

/** A button under a message. `data` is made by `encodeButton` and is at most 64 bytes. */
export type Button = { readonly label: Words; readonly data: string };

/** A button that opens the page at this address inside Telegram. */
export type AppButton = { readonly label: Words; readonly app: string };

/** Buttons under an article. */
export type ArticleButtons = readonly (readonly (Button | AppButton)[])[];

/** An article that was offered as the answer, and whether its reader said that it is none. */
export type Offered = { readonly articleId: number; readonly notSolved: boolean };

/** Rows of buttons, the likely one first. */
export type Buttons = readonly (readonly Button[])[];

/** Where a ticket stands, as its customer sees it. */
export type VisibleStatus =
  | 'accepted'
  | 'in_progress'
  | 'clarification_needed'
  | 'resolved'
  | 'closed'
  | 'reopened';

/** How urgent a new ticket is; it only ever rises here (B5). */
export type Urgency = 'normal' | 'high' | 'critical';

/** Why a ticket goes to a person at once (B5). */
export type UrgentReason =
  | 'payment_failed'
  | 'card_blocked'
  | 'fraud'
  | 'hacked'
  | 'security'
  | 'kyc'
  | 'asked_for_person';

/** Something that happened in the customer's conversation, already stored and put into our own words. */
export type Input =
  | { readonly kind: 'start'; readonly payload?: string }
  /** `name` without the slash, in lower case; `args` is what follows it; `quiet` comes with the command of that name. */
  | { readonly kind: 'command'; readonly name: string; readonly args: string; readonly quiet?: QuietFacts }
  /** `messageId` is our stored id; until a ticket takes the message it counts as loose. */
  | {
      readonly kind: 'message';
      readonly messageId: number;
      readonly text: string;
      readonly hasAttachment: boolean;
      readonly repliesToTicket?: number;
      /** It was written in this ticket's own topic: it belongs there, whatever else is spoken about (B7). */
      readonly inTopicOf?: number;
      /** It was written in a topic that the customer made: a matter of its own. */
      readonly apart?: true;
      /** The topic of the chat that it was written in. */
      readonly thread?: number;
      /** It was written in a group and brought here by a button: a matter of its own, whatever else is open. */
      readonly carried?: boolean;
      /** A file in it is larger than this many megabytes, so that nobody here can open it. */
      readonly tooBigFor?: number;
      /** It is of a kind that cannot be shown here. */
      readonly unsupported?: boolean;
    }
  | { readonly kind: 'edited'; readonly messageId: number; readonly ticketId?: number }
  /**
   * `onTicketCard`: the button stood on this ticket's card, not on a message of the dialogue.
   * `aftercare`: what may still be answered, for a press that answers a question about a ticket that ended; `nps`: the same for the
   * question how likely they recommend the desk.
   */
  | {
      readonly kind: 'button';
      readonly data: string;
      readonly onTicketCard?: number;
      readonly aftercare?: AftercareFacts;
      readonly nps?: NpsFacts;
    }
  /** The durable timer that `startTimer` asked for has fired. */
  | { readonly kind: 'timeout'; readonly what: 'draft' }
  /** The customer went on elsewhere: what waits here is not waited for any longer. */
  | { readonly kind: 'left' }
  /** Say again what is being waited for (after a change of language, by the `again` effect). */
  | { readonly kind: 'remind' };

/** One answer to a topic's clarifying question. */
export type ClarifyOption = {
  /** Letters, digits, `_` and `-`, at most 24. */
  readonly id: string;
  readonly label: string;
  readonly outcome: 'ticket' | 'solved' | 'person';
};

/** A topic as the customer sees it, in the customer's language. */
export type TopicView = {
  readonly id: number;
  readonly slug: string;
  readonly emoji: string;
  readonly title: string;
  readonly prompt: string;
  readonly clarify?: { readonly text: string; readonly options: readonly ClarifyOption[] };
};

/** A known problem that a ticket belongs to, in its customer's language (U5). */
export type IncidentView = {
  readonly id: number;
  readonly title: string;
  /** What was said of it last. */
  readonly text: string;
  readonly over: boolean;
  /** The ticket waits for its end; no person works on it. */
  readonly held: boolean;
  readonly nextNewsAt?: Date;
};

/** A ticket of this customer. `id` is the number that the customer knows it by. */
export type TicketView = {
  readonly id: number;
  readonly status: VisibleStatus;
  readonly topicId?: number;
  readonly topicTitle: string;
  readonly etaAt?: Date;
  readonly assigneeName?: string;
  readonly notify?: boolean;
  readonly incident?: IncidentView;
  readonly lastActivityAt: Date;
};

/** An article that surely answers the words that wait (B4). `answer`: in short; `more`: the article says more; `page`: where it opens inside Telegram. */
export type AdvisedArticle = {
  readonly id: number;
  readonly answer: string;
  readonly entities: readonly Entity[];
  readonly more: boolean;
  readonly page?: string;
  readonly confidence: number;
  readonly language: Language;
  /** The topics that it belongs to. */
  readonly topicIds: readonly number[];
  /** What goes before the answer. */
  readonly files?: readonly OutFile[];
};

/** What the words that wait tell: what answers them, what they are about, and another language in which they are surely written. */
export type Advice = {
  readonly article?: AdvisedArticle;
  readonly topicId?: number;
  /** `question` and `name` are in that language. */
  readonly tongue?: { readonly language: Language; readonly question: string; readonly name: string };
};

/** Everything the dialogue may look at; read in the same transaction, under the conversation's lock. */
export type View = {
  readonly now: Date;
  readonly language: Language;
  /** The customer chose the language, it isn't only guessed. */
  readonly languageChosen: boolean;
  readonly customer: { readonly firstName: string; readonly isVip: boolean; readonly notifyDefault: boolean };
  readonly desk: { readonly name: string; readonly timeZone: string };
  readonly consent: { readonly required: string; readonly given?: string };
  /** Likely first. */
  readonly topics: readonly TopicView[];
  readonly openTickets: readonly TicketView[];
  /** Resolved or closed within `REOPEN_WINDOW_MS`, the latest first. */
  readonly recentlyResolved: readonly TicketView[];
  /** Stored messages that no ticket holds and that were not set aside, the one being stepped included. */
  readonly looseMessages: number;
  readonly customerTimeZone?: string;
  readonly advice?: Advice;
};

/**
 * What the performer does, in this order, after the step. Whatever changes a ticket also edits its card in place.
 */
export type Effect =
  /** `key`: replaces what was said with the same key in this chat and has not been sent yet. */
  | { readonly kind: 'say'; readonly text: Words; readonly buttons?: Buttons; readonly key?: string }
  /** Edit the message whose button was pressed. */
  | { readonly kind: 'edit'; readonly text: Words; readonly buttons?: Buttons }
  /** Give the message whose button was pressed other buttons; an empty list takes them away. */
  | { readonly kind: 'replaceButtons'; readonly buttons: Buttons }
  /** Say something that answers nothing the customer just did: it may wait for the end of their quiet hours. */
  | { readonly kind: 'notice'; readonly text: Words; readonly buttons: Buttons }
  /** Answer the button press: exactly one for every button input, none otherwise. */
  | { readonly kind: 'answer'; readonly text?: T; readonly alert?: boolean }
  /**
   * Open a ticket and put all loose messages into it, in their order (none is allowed: a person was asked for).
   * Then show its card, except for `auto_resolved`, where the dialogue says the words itself.
   * `person`: to a person at once. Rules of routing may send it elsewhere than to its topic's queue, by the reason.
   */
  | {
      readonly kind: 'createTicket';
      readonly topicId?: number;
      readonly priority: Urgency;
      readonly reason?: UrgentReason;
      readonly clarification?: { readonly question: string; readonly answer: string };
      readonly outcome: 'open' | 'auto_resolved' | 'person';
      /** The article that was offered before; `notSolved`: its reader said that it is no answer. */
      readonly offered?: Offered;
    }
  /** Say an article's short answer, and note that it was read (B4). */
  | { readonly kind: 'offerArticle'; readonly article: AdvisedArticle; readonly buttons: ArticleButtons }
  /** Say the whole article. */
  | { readonly kind: 'tellArticle'; readonly articleId: number }
  /** `loose`: every message that createTicket would take. Adding alone never reopens a solved ticket. */
  | {
      readonly kind: 'addToTicket';
      readonly ticketId: number;
      readonly messageIds: readonly number[] | 'loose';
      /** They only ask where it stands: they are kept, and neither answer a question nor begin the waiting anew. */
      readonly onlyAsking?: boolean;
    }
  /** The customer took the loose messages back: they stay stored, but no later ticket takes them. */
  | { readonly kind: 'setAside' }
  /** Send the card anew, as the last message; from now on that one is edited. */
  | { readonly kind: 'showCard'; readonly ticketId: number }
  /** Bring the card up to date where it stands. */
  | { readonly kind: 'refreshCard'; readonly ticketId: number }
  /** What is said after this effect is said in the new language. */
  | { readonly kind: 'setLanguage'; readonly language: Language }
  | { readonly kind: 'setQuiet'; readonly choice: QuietHours | 'off' }
  | { readonly kind: 'recordConsent'; readonly version: string }
  | { readonly kind: 'withdrawConsent' }
  /** A copy of all that is kept of the customer is to be made; they are told when it is ready. */
  | { readonly kind: 'askCopy' }
  /** The way to the copy that was made, or that there is none any more. */
  | { readonly kind: 'giveCopy' }
  /** All that is kept of the customer is to go: open tickets end, and the customer is told what becomes of it. */
  | { readonly kind: 'askErasure' }
  | { readonly kind: 'setNotify'; readonly ticketId: number; readonly on: boolean }
  /** Priority never falls: the performer takes the higher of the ticket's own and this one. */
  | {
      readonly kind: 'requestPerson';
      readonly ticketId: number;
      readonly priority: Urgency;
      readonly reason: UrgentReason;
    }
  /** It has nothing to do with the known problem: it goes the ordinary way, and its card is shown anew. */
  | { readonly kind: 'leaveIncident'; readonly ticketId: number }
  | { readonly kind: 'closeTicket'; readonly ticketId: number }
  /** Open a solved ticket again with its history, and show its card anew. */
  | { readonly kind: 'reopenTicket'; readonly ticketId: number }
  /** How content the customer is, 1 to 5 (F6). */
  | { readonly kind: 'rate'; readonly ticketId: number; readonly score: number }
  /** How likely the customer recommends the desk, 0 to 10 (F6). */
  | { readonly kind: 'nps'; readonly npsId: number; readonly score: number }
  /** This message is a word to the rating, or to the answer to NPS, and belongs to no ticket. */
  | {
      readonly kind: 'comment';
      readonly of: Commented;
      readonly messageId: number;
      readonly text: string;
    }
  /** Whether the solution held; one that did is closed (F7). */
  | { readonly kind: 'held'; readonly ticketId: number; readonly held: boolean }
  /** One draft timer per conversation: starting it again moves it. */
  | { readonly kind: 'startTimer'; readonly what: 'draft'; readonly at: Date }
  | { readonly kind: 'cancelTimer'; readonly what: 'draft' }
  /** Always last: read the view anew (the language has changed) and step once more with this input. */
  | { readonly kind: 'again'; readonly input: Input };

/** Hours in which a customer can ask to be left alone, by one tap; `off`: none (U3). */
export type QuietOffer = '22-08' | '23-09' | '00-10' | 'off';

/** When this customer is left alone now; without `hours`: never (U3). */
export type QuietFacts = { readonly hours?: QuietHours };

/** What words belong to: a ticket's rating, or an answer to NPS. */
export type Commented = { readonly ticketId: number } | { readonly npsId: number };

/** Where the conversation stands. Times are milliseconds since 1970. */
export type Talk =
  | { readonly at: 'idle' }
  /** Words are kept and wait for a topic. */
  | { readonly at: 'topic'; readonly askedAt: number }
  /** A new matter was asked for: what is written next belongs to it, whatever else is open. */
  | { readonly at: 'new'; readonly since: number }
  /** A topic is chosen and words are awaited. */
  | { readonly at: 'words'; readonly topicId: number; readonly since: number }
  /** Topic and words are there; the topic's question waits for its answer. */
  | { readonly at: 'clarify'; readonly topicId: number; readonly askedAt: number }
  /** Words are kept, and an article was offered as their answer; `topicId`: the topic that was chosen, `about`: what the article is about. */
  | {
      readonly at: 'answer';
      readonly articleId: number;
      readonly topicId?: number;
      readonly about?: number;
      readonly askedAt: number;
    }
  /** Words are kept and wait for the choice of an open ticket. */
  | { readonly at: 'choose'; readonly askedAt: number }
  /** Words are kept and wait: reopen the solved ticket, or a new question. */
  | { readonly at: 'reopen'; readonly ticketId: number; readonly askedAt: number }
  /** What comes until then belongs to this ticket. */
  | { readonly at: 'add'; readonly ticketId: number; readonly until: number }
  /** The next text until then is a word to this ticket's rating, or to this answer to NPS. */
  | ({ readonly at: 'comment'; readonly until: number } & Commented);

/** The saved state of one conversation; plain JSON. */
export type DialogueState = {
  readonly v: 1;
  readonly talk: Talk;
  /** The topic of the chat in which the words that are kept were written. */
  readonly thread?: number;
  /** When the running draft timer fires. It runs exactly while words are kept outside a ticket, or a topic waits for words. */
  readonly timerAt?: number;
  /** The article that was offered for the words that wait. */
  readonly offered?: Offered;
  /** The language that was offered to somebody who writes in another one. */
  readonly tongue?: Language;
  /** The last message that went into a ticket: within a burst it is acknowledged once. */
  readonly lastAdded?: { readonly ticketId: number; readonly at: number; readonly urgent: boolean };
  /** When the customer was last told that a message had no words in it. */
  readonly hintedAt?: number;
  /** When a card last answered the question where a ticket stands. */
  readonly newsAt?: number;
};

/** The outcome of one step. */
export type Step = { readonly state: DialogueState; readonly effects: readonly Effect[] };
