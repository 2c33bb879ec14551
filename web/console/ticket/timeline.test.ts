import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, TicketEvent, TicketMessage } from '../../../contract/index.ts';
import type { Outgoing } from '../data/outgoing.ts';
import { timeline } from './timeline.ts';

const START = Date.parse('2026-11-22T08:00:00Z');
const dayKey = (at: string): string => at.slice(0, 10);

const message = (id: number, minutes: number, more: Partial<TicketMessage> = {}): TicketMessage => ({
  ...{ id, author_kind: 'customer', author: { id: 7, name: 'Leyla' }, visibility: 'public', kind: 'text' },
  ...{
    text: `words ${String(id)}`,
    entities: [],
    attachments: [],
    details: null,
    origin: null,
    reply_to_id: null,
    quote: null,
    request_key: null,
    reactions: [],
    delivery: null,
    delivery_error: null,
    held_until: null,
  },
  ...{
    created_at: new Date(START + minutes * 60_000).toISOString(),
    edited_at: null,
    removed_at: null,
    versions: [],
  },
  ...{ deleted_at: null, may_edit: false, may_delete: false },
  ...more,
});

const part = (messages: TicketMessage[]): Conversation => ({
  messages,
  events: [],
  more: false,
  revision: 1,
});

const event = (id: number, seconds: number, more: Partial<TicketEvent>): TicketEvent => ({
  ...{ id, kind: 'escalated', actor: { kind: 'system', name: null }, data: {} },
  ...{ at: new Date(START + seconds * 1_000).toISOString(), ...more },
});

const onItsWay = (text: string): Outgoing => ({
  ...{ key: 'key-00000001', staffId: 3, ticketId: 1001, mode: 'reply', text, files: [], replyTo: null },
  ...{ at: new Date(START + 60_000).toISOString(), state: 'sending', failure: null },
});

test('every message stands once, by time, under its day, however the parts overlap', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(gaps, fc.nat(40), fc.nat(5), (steps, cut, overlap) => {
      let at = 0;
      const messages = steps.map((step, index) => {
        at += step;
        return message(index + 1, at);
      });
      const parts = [part(messages.slice(Math.max(0, cut - overlap))), part(messages.slice(0, cut))];
      const items = timeline(parts, [], dayKey);
      const shown = items.flatMap((item) => (item.kind === 'message' ? [item.message.id] : []));
      expect(shown).toEqual(messages.map(({ id }) => id));
      const days = items.flatMap((item) => (item.kind === 'day' ? [item.key] : []));
      expect(days).toEqual([...new Set(messages.map((one) => `day-${dayKey(one.created_at)}`))]);
    }),
  );
});

test('words of one author close together stand under one name', () => {
  const items = timeline([part([message(1, 0), message(2, 1), message(3, 30)])], [], dayKey);
  expect(items.flatMap((item) => (item.kind === 'message' ? [item.headless] : []))).toEqual([
    false,
    true,
    false,
  ]);
});

test('words on their way give place to what the desk has of them', () => {
  const own = { author_kind: 'staff', author: { id: 3, name: 'Aysel' } } as const;
  const arrived = message(1, 1, { ...own, text: 'Hello.' });
  const kinds = (text: string) =>
    timeline([part([arrived])], [onItsWay(text)], dayKey).map(({ kind }) => kind);
  expect(kinds('Hello.')).toEqual(['day', 'message']);
  expect(kinds('Something else.')).toEqual(['day', 'message', 'outgoing']);
});

test('what happens again and what only follows from it is one line, until somebody speaks or time passes', () => {
  const breach = { metric: 'first_reply', moment: 'breach' };
  const events = [
    event(1, 0, { data: { ...breach, do: 'notify' } }),
    event(2, 0, { data: { ...breach, do: 'raise_priority', to: 'high' } }),
    event(3, 0, { kind: 'raised', data: { priority: 'high', queue: 1, reason: 'sla_breach' } }),
    event(4, 30, { data: { do: 'notify', ...breach } }),
    event(5, 90, { data: { ...breach, do: 'notify' } }),
    event(6, 900, { kind: 'rated', data: { score: 2 } }),
    event(7, 900, { kind: 'low_rating', data: { score: 2 } }),
  ];
  const lines = timeline([{ ...part([message(1, 1)]), events }], [], dayKey).flatMap((item) => {
    if (item.kind === 'event') return [`${String(item.event.id)} × ${String(item.times)}`];
    return item.kind === 'message' ? ['said'] : [];
  });
  expect(lines).toEqual(['1 × 2', '2 × 1', 'said', '5 × 1', '7 × 1']);
});
