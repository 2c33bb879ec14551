import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { numberOf, type Player, type Seen, untilSeen } from '../../app/demo/people.ts';
import { Conversation, Ticket } from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from './desk.ts';

/** A customer, an agent who is there, and a ticket between them. */
export type AftercareWorld = AsyncDisposable & {
  readonly t: TestDesk;
  readonly agent: Agent;
  readonly customer: Player;
  readonly number: number;
  /** What the agent does to the ticket: `replies`, `clarifications`, `resolve`, `reopen`. */
  act(what: string, words?: Record<string, string>): Promise<void>;
  ticket(): Promise<Ticket>;
  talk(): Promise<Conversation>;
  events(kind: string): Promise<Conversation['events']>;
  turn(hours: number): Promise<void>;
  /** The newest message of the bot that says this. */
  seen(words: RegExp): Promise<Seen>;
  /** How many messages of the bot say this. */
  count(words: RegExp): Promise<number>;
  /** Waits for the message that says this and presses its button. */
  press(words: RegExp, label: RegExp): Promise<Seen>;
  /** The steps of aftercare that wait for their time. */
  timers(): Promise<string[]>;
};

/** `await using w = await aftercareWorld()`. */
export async function aftercareWorld(): Promise<AftercareWorld> {
  const t = await testDesk();
  const agent = await t.agent();
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme, please.' });
  const number = await untilSeen(customer, numberOf);
  let requests = 0;
  const seen = (words: RegExp) =>
    untilSeen(customer, (message) => (words.test(message.text ?? '') ? message : undefined));
  const talk = async () => Conversation.parse((await agent.call(`/api/tickets/${number}/conversation`)).body);
  return {
    ...{ t, agent, customer, number, seen, talk },
    async act(what, words = {}) {
      requests += 1;
      const body = { ...words, request_key: `aftercare-${requests}` };
      const { status } = await agent.call(`/api/tickets/${number}/${what}`, body);
      if (status >= 300) throw new Error(`${what} was refused: ${status}`);
    },
    ticket: async () => Ticket.parse((await agent.call(`/api/tickets/${number}`)).body),
    events: async (kind) => (await talk()).events.filter((event) => event.kind === kind),
    async turn(hours) {
      const before = t.runtime.clock.offsetMs;
      await t.people('/clock', { advance_seconds: hours * 3600 });
      await until(async () => expect(t.runtime.clock.offsetMs).toBeGreaterThan(before));
    },
    count: async (words) =>
      (await customer.messages()).filter(({ from, text }) => from?.is_bot && words.test(text ?? '')).length,
    async press(words, label) {
      const message = await seen(words);
      const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => label.test(text));
      await customer.press(message.message_id, button?.callback_data ?? '');
      return message;
    },
    async timers() {
      const { rows } = await sql<{ key: string }>`
        select key from graphile_worker.jobs where key like ${`aftercare:${number}:%`} order by key`.execute(
        t.runtime.db,
      );
      return rows.map(({ key }) => key.split(':')[2] ?? '');
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

/** Waits until this holds. */
export const until = (holds: () => Promise<void>) => vi.waitFor(holds, { timeout: 30_000, interval: 100 });
