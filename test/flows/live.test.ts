import { connect } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { numberOf, untilSeen } from '../../app/demo/people.ts';
import {
  IncidentDetails,
  IncidentsChanged,
  Ticket,
  TicketPage,
  TicketsChanged,
} from '../../contract/index.ts';
import { type Agent, type TestDesk, testDesk } from '../support/desk.ts';
import { secondDesk } from '../support/webhook.ts';

let t: TestDesk;
let agent: Agent;
beforeAll(async () => {
  t = await testDesk();
  agent = await t.agent();
});
afterAll(() => t?.[Symbol.asyncDispose]());

type Live = { event: string; data: unknown; at: number };

/** A console's stream of events. */
async function listen(url: string, cookie: string) {
  const stopping = new AbortController();
  const response = await fetch(`${url}/api/events`, { headers: { cookie }, signal: stopping.signal });
  const seen: Live[] = [];
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const parts = (rest + Buffer.from(chunk).toString()).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
        if (event) seen.push({ event, data: JSON.parse(data ?? 'null'), at: performance.now() });
      }
    }
  };
  const ended = read().then(
    () => 'ended',
    () => 'broken',
  );
  return {
    ...{ response, seen, ended },
    /** Waits for an event after the `from`th that fits. */
    until: (fits: (live: Live) => boolean, from = 0) =>
      vi.waitFor(
        () => {
          const found = seen.slice(from).find(fits);
          if (!found) throw new Error(`no such event among ${JSON.stringify(seen)}`);
          return found;
        },
        { interval: 10 },
      ),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await ended;
    },
  };
}

const names = (number: number) => (live: Live) =>
  live.event === 'tickets' && TicketsChanged.parse(live.data).ids.includes(number);
const resync = ({ event }: Live) => event === 'resync';

async function openTicket() {
  const customer = await t.customer();
  await customer.say({ text: '/start t_idea' });
  await customer.say({ text: 'A dark theme, please.' });
  return { customer, number: await untilSeen(customer, numberOf) };
}

test('a stream begins with resync and then tells of every change within a second, through any process', async () => {
  await using second = await secondDesk(t);
  await using here = await listen(t.url, agent.cookie);
  await using there = await listen(second.url, agent.cookie);
  expect(here.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  await here.until(resync);
  await there.until(resync);
  expect(here.seen[0]?.event).toBe('resync');
  const { customer, number } = await openTicket();
  await here.until(names(number));
  await there.until(names(number));
  // A machine that has much else to do may be late once, never each time.
  await vi.waitFor(async () => {
    const marks = [here.seen.length, there.seen.length] as const;
    const began = performance.now();
    await customer.say({ text: 'And a light one.' });
    const told = [await here.until(names(number), marks[0]), await there.until(names(number), marks[1])];
    expect(Math.max(...told.map(({ at }) => at)) - began).toBeLessThan(1000);
  });
  const said = here.seen.length;
  await agent.call(`/api/tickets/${number}/notes`, { text: 'hm', request_key: 'live-note-1' });
  await here.until(names(number), said);
});

test('a stream tells of incidents that change', async () => {
  await using here = await listen(t.url, agent.cookie);
  const admin = await t.agent('admin');
  const declared = await admin.call('/api/incidents', {
    ...{
      title: { en: 'Export does not work' },
      rule: { words: ['unheard'] },
      texts: { en: 'We are on it.' },
    },
    request_key: 'live-incident',
  });
  const { id } = IncidentDetails.parse(declared.body);
  const told = await here.until(({ event }) => event === 'incidents');
  expect(IncidentsChanged.parse(told.data).ids).toEqual([id]);
});

test('after the listening connection was killed, everybody reads anew, and later changes are told', async () => {
  const { customer, number } = await openTicket();
  await using live = await listen(t.url, agent.cookie);
  await live.until(resync);
  const before = Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
  const mark = live.seen.length;
  const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'nightdesk listen' and datname = current_database()`.execute(t.runtime.db);
  expect(rows).toHaveLength(1);
  // Said while nobody listens.
  await customer.say({ text: 'Said into the gap.' });
  await live.until(resync, mark);
  await vi.waitFor(async () => {
    const after = Ticket.parse((await agent.call(`/api/tickets/${number}`)).body);
    expect(after.revision).toBeGreaterThan(before.revision);
  });
  const later = live.seen.length;
  await customer.say({ text: 'Said afterwards.' });
  await live.until(names(number), later);
});

test('a screen that reads after every event shows what a fresh one would', async () => {
  await using live = await listen(t.url, agent.cookie);
  const { customer, number } = await openTicket();
  const read = async () =>
    JSON.stringify([
      (await agent.call('/api/inbox?view=all')).body,
      (await agent.call('/api/inbox/counts')).body,
    ]);
  let shown = '';
  let handled = 0;
  const follow = async () => {
    while (handled < live.seen.length) {
      handled = live.seen.length;
      shown = await read();
    }
  };
  const at = `/api/tickets/${number}`;
  const steps: (() => Promise<unknown>)[] = [
    () => agent.call(`${at}/replies`, { text: 'Hello', request_key: 'screen-reply-1' }),
    () => agent.call(`${at}/assignee`, { assignee_id: null }),
    () => customer.say({ text: 'More words' }),
    () => agent.call(`${at}/clarifications`, { question: 'Which one?', request_key: 'screen-ask-1' }),
    () => t.people(`/users/${customer.id}/block`, { bot: '@test_desk_bot' }),
    () => t.people(`/users/${customer.id}/unblock`, { bot: '@test_desk_bot' }),
    () => agent.call(`${at}/resolve`, { summary: 'Done', request_key: 'screen-done-1' }),
    () => agent.call(`${at}/reopen`, undefined, 'POST'),
  ];
  for (const step of steps) {
    await step();
    await vi.waitFor(
      async () => {
        await follow();
        expect(shown).toBe(await read());
        const { rows } = await sql`select from outbox where state in ('pending', 'sending')`.execute(
          t.runtime.db,
        );
        expect(rows).toHaveLength(0);
      },
      { interval: 50 },
    );
  }
  expect(TicketPage.parse(JSON.parse(shown)[0]).tickets.length).toBeGreaterThan(0);
});

test('a reader who does not read is cut off', async () => {
  const { hostname, port } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const ended = new Promise((resolve) => socket.once('close', resolve));
  socket.write(`GET /api/events HTTP/1.1\r\nhost: x\r\ncookie: ${agent.cookie}\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  const metric = async () =>
    /^nightdesk_live_clients (\d+)$/m.exec(await (await fetch(`${t.url}/metrics`)).text())?.[1];
  expect(Number(await metric())).toBeGreaterThan(0);
  const ids = Array.from({ length: 400 }, (_, index) => 1_000_000 + index).join();
  // PostgreSQL tells the same note once a transaction: each names a ticket of its own.
  await vi.waitFor(
    async () => {
      await sql`select pg_notify('nightdesk', '{"tickets":[' || n || ',' || ${ids} || ']}') from generate_series(1, 500) n`.execute(
        t.runtime.db,
      );
      expect(Number(await metric())).toBe(0);
    },
    { interval: 20 },
  );
  socket.resume();
  await ended;
});

test('a desk that stops ends its streams and leaves nothing', async () => {
  const second = await secondDesk(t);
  const live = await listen(second.url, agent.cookie);
  await live.until(resync);
  await second[Symbol.asyncDispose]();
  expect(await live.ended).toBe('ended');
  await live[Symbol.asyncDispose]();
});
