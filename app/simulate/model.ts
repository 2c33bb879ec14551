/** What the simulation assumes about people. Everything that is made up stands here; the rest is the desk itself. Times are minutes
 * unless they say otherwise, shares are of 1. */
import type { Language } from '../../base/i18n/index.ts';
import type { Spread } from './random.ts';
import type { Matter } from './words.ts';

/** A Monday, 00:00, where the desk is. Far from any change of clocks. */
export const START_MS = Date.UTC(2027, 1, 28, 20);
/** Where the desk is. */
export const ZONE = 'Asia/Baku';
/** Agents who are free look at the queue this often, in milliseconds; what happens in between happens at its exact time. */
export const TICK_MS = 60_000;
/** How much longer than the traffic the simulation goes on at most, so that what was asked can be answered, in days. */
export const DRAIN_DAYS = 5;

/** How busy each day of the week is, Monday first; 1 is a mean day. */
export const DAY_LOAD = [1.18, 1.08, 1.05, 1.03, 1.02, 0.87, 0.77] as const;
/** How busy each hour of the day is: a peak before noon, a higher one in the evening. */
export const HOUR_LOAD = [
  ...[0.35, 0.25, 0.2, 0.15, 0.15, 0.2, 0.4, 0.7],
  ...[1.1, 1.5, 1.75, 1.7, 1.4, 1.3, 1.3, 1.25],
  ...[1.25, 1.3, 1.45, 1.75, 1.85, 1.6, 1.1, 0.65],
] as const;
/** Hours in which something is broken and more people write: the day of the week, the hour, and how many times as many. */
export const SURGES = [{ day: 2, hour: 19, times: 2 }] as const;

/** Topics by how often they are asked about. */
export const TOPICS = [
  ['payment', 0.3],
  ['account', 0.22],
  ['feature', 0.2],
  ['complaint', 0.18],
  ['idea', 0.1],
] as const satisfies readonly (readonly [Matter, number])[];
/** Of the requests on a topic, those whose words bring a person at once: critical ones and pressing ones (B5). */
export const URGENT: Partial<Record<Matter, readonly (readonly [Matter, number])[]>> = {
  payment: [
    ['payment', 0.87],
    ['payment_failed', 0.1],
    ['fraud', 0.03],
  ],
  account: [
    ['account', 0.89],
    ['kyc', 0.07],
    ['hacked', 0.04],
  ],
};
/** Languages by how many customers speak them. */
export const LANGUAGES = [
  ['az', 0.6],
  ['ru', 0.25],
  ['en', 0.08],
  ['tr', 0.07],
] as const satisfies readonly (readonly [Language, number])[];

/** Customers: so many for each request, and how they behave. */
export const CUSTOMERS = {
  perRequest: 0.6,
  vip: 0.04,
  /** How a request begins: by a link that knows the topic, by /start and the topics, or with words out of the blue. */
  ways: [
    ['link', 0.45],
    ['greeting', 0.3],
    ['words', 0.25],
  ],
  /** Who is asked for a topic presses one; the others leave their words to the ten minutes that the desk waits. */
  choosesTopic: 0.9,
  /** What becomes of the topic's question. */
  clarifies: [
    ['ticket', 0.72],
    ['solved', 0.1],
    ['person', 0.06],
    ['silent', 0.12],
  ],
  tapping: { median: 0.4, sigma: 0.6 },
  writing: { median: 0.8, sigma: 0.7 },
  /** Answers to an agent: how many come, and when; half of them as Telegram replies. */
  answersQuestion: 0.85,
  answersReply: 0.7,
  answering: { median: 12, sigma: 1 },
  /** Who has no first reply yet asks for news, or gives up and closes the ticket. */
  asksForNews: 0.35,
  newsAfterMean: 45,
  givesUp: 0.1,
  givingUpAfter: { median: 150, sigma: 0.8 },
  thanks: 0.25,
  rates: 0.4,
  ratingAfter: { median: 20, sigma: 1.2 },
  saysWhetherHeld: 0.35,
  heldAfter: { median: 60, sigma: 1 },
  notHeld: 0.06,
  reopensAbandoned: 0.25,
  /** Who presses nothing for so long after /start has changed their mind. */
  forgetsAfter: 60,
} as const;

/** Scores out of five: of who was answered in time and did not have to come again, and of the others. */
export const SCORES = {
  content: [
    [5, 0.68],
    [4, 0.23],
    [3, 0.05],
    [2, 0.02],
    [1, 0.02],
  ],
  kept: [
    [5, 0.3],
    [4, 0.32],
    [3, 0.18],
    [2, 0.1],
    [1, 0.1],
  ],
} as const;

/** What an agent does to a ticket, in order; after the last step it is resolved. */
export type Action = 'reply' | 'ask' | 'resolve';
/** The ways a ticket goes. */
export const PLANS = [
  [['resolve'], 0.64],
  [['reply', 'resolve'], 0.18],
  [['ask', 'resolve'], 0.13],
  [['ask', 'reply', 'resolve'], 0.05],
] as const satisfies readonly (readonly [readonly Action[], number])[];

/** How long agents work on a step. */
export const WORK: { readonly first: Readonly<Record<string, Spread>>; readonly later: Spread } = {
  first: {
    payment: { median: 3, sigma: 0.5 },
    account: { median: 2.5, sigma: 0.5 },
    feature: { median: 2, sigma: 0.5 },
    complaint: { median: 3.5, sigma: 0.5 },
    idea: { median: 1.5, sigma: 0.5 },
  },
  later: { median: 2.5, sigma: 0.5 },
};

/** Who works at the desk. An agent gives it so many hours a week, less breaks; `busy` is how much of that is to be work. */
export const STAFF = {
  minutesPerRequest: 4.4,
  hoursPerAgent: 37.5,
  busy: 0.66,
  atLeast: 12,
  capacity: 12,
  /** Every so many-th agent is an expert: the second line, who helps where it burns. */
  expertEvery: 6,
  careQueues: ['vip', 'security-payments', 'l1'],
  expertQueues: ['l2', 'vip', 'security-payments'],
  breakMinutes: 30,
  /** A ticket whose customer says nothing more is resolved after this long. */
  wrapUpAfter: 240,
} as const;
/** Shifts by the hour they begin, in hours of the day, eight hours each, by how many agents have them. */
export const SHIFTS = [
  [7, 0.25],
  [10, 0.24],
  [15, 0.36],
  [23, 0.15],
] as const;
/** The two days off of agents, Monday 0, in turn. */
export const DAYS_OFF = [
  [5, 6],
  [6, 2],
  [5, 6],
  [3, 6],
  [4, 5],
  [0, 6],
  [1, 5],
] as const;
