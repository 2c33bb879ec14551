import type { Language } from '../../base/i18n/index.ts';
import { DAY, HOUR } from '../../base/kernel/index.ts';
import {
  type Action,
  CUSTOMERS,
  DAY_LOAD,
  HOUR_LOAD,
  LANGUAGES,
  PLANS,
  START_MS,
  SURGES,
  TOPICS,
  URGENT,
} from './model.ts';
import { among, draw } from './random.ts';
import type { Matter } from './words.ts';

/** How much is simulated. */
export type Size = { readonly days: number; readonly seed: number; readonly ticketsPerWeek: number };

/** Somebody who asks, one or more times. */
export type Customer = {
  readonly index: number;
  readonly telegramId: number;
  readonly language: Language;
  readonly vip: boolean;
};

/** Something that a customer will want of the desk, decided before it opens. `name` names it in further draws. */
export type Request = {
  readonly name: string;
  readonly customer: Customer;
  readonly at: number;
  readonly topic: Matter;
  readonly words: Matter;
  readonly way: 'link' | 'greeting' | 'words';
  readonly plan: readonly Action[];
};

const FIRST_TELEGRAM_ID = 700_000_001;

/** Everybody who may ask, and every request in the order of time; no two at the same millisecond. */
export function traffic(size: Size): { customers: Customer[]; requests: Request[] } {
  const { seed } = size;
  const times = arrivals(size);
  const count = Math.max(1, Math.round(times.length * CUSTOMERS.perRequest));
  const customers = Array.from({ length: count }, (_, index) => customerOf(seed, index));
  const requests = times.map((at, index) => {
    const customer = customers[Math.floor(draw(seed, 'who', index) * count)];
    if (!customer) throw new Error('nobody asks');
    return requestOf(seed, { name: `request ${index}`, customer, at });
  });
  return { customers, requests };
}

/** Decides about one request. */
export function requestOf(seed: number, of: Pick<Request, 'name' | 'customer' | 'at'>): Request {
  const { name } = of;
  const surge = SURGES.find(({ day, hour }) => dayOf(of.at) === day && hourOf(of.at) === hour);
  const topic = surge ? 'payment' : among<Matter>(draw(seed, name, 'topic'), TOPICS);
  return {
    ...of,
    topic,
    words: among(draw(seed, name, 'words'), URGENT[topic] ?? [[topic, 1]]),
    way: among<Request['way']>(draw(seed, name, 'way'), CUSTOMERS.ways),
    plan: among<readonly Action[]>(draw(seed, name, 'plan'), PLANS),
  };
}

function customerOf(seed: number, index: number): Customer {
  return {
    index,
    telegramId: FIRST_TELEGRAM_ID + index,
    language: among<Language>(draw(seed, 'language', index), LANGUAGES),
    vip: draw(seed, 'vip', index) < CUSTOMERS.vip,
  };
}

/** When requests come: as many as asked for, spread over the hours by how busy they are. */
function arrivals({ days, seed, ticketsPerWeek }: Size): number[] {
  const hours = Array.from({ length: days * 24 }, (_, hour) => loadOf(START_MS + hour * HOUR));
  const before: number[] = [0];
  for (const load of hours) before.push((before.at(-1) ?? 0) + load);
  const total = before.at(-1) ?? 0;
  const count = Math.round((ticketsPerWeek * days) / 7);
  const times = Array.from({ length: count }, (_, index) => {
    const mass = draw(seed, 'arrival', index) * total;
    const hour = before.findLastIndex((sum) => sum <= mass);
    const share = (mass - (before[hour] ?? 0)) / (hours[hour] ?? 1);
    return START_MS + Math.floor((hour + share) * HOUR);
  }).sort((a, b) => a - b);
  for (let n = 1; n < times.length; n += 1) times[n] = Math.max(times[n] ?? 0, (times[n - 1] ?? 0) + 1);
  return times;
}

/** How busy the hour at this time is; 1 is a mean one. */
function loadOf(at: number): number {
  const day = dayOf(at);
  const hour = hourOf(at);
  const surge = SURGES.find((one) => one.day === day && one.hour === hour)?.times ?? 1;
  return (DAY_LOAD[day] ?? 1) * (HOUR_LOAD[hour] ?? 1) * surge;
}

const dayOf = (at: number) => Math.floor((at - START_MS) / DAY) % 7;
const hourOf = (at: number) => Math.floor(((at - START_MS) % DAY) / HOUR);
