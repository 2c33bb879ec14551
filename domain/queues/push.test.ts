import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseServer, type Server } from './index.ts';

const server = (id: number, more: Partial<Server> = {}): Server => ({
  ...{ id, there: true, languages: [], capacity: 5, held: 0, turn: 0 },
  ...more,
});
const plain = { language: 'az', returned_from: null };

test('whose last ticket lies longest back is next; with the fewest open tickets, whoever has the fewest', () => {
  const servers = [
    server(1, { turn: 9, held: 0 }),
    server(2, { turn: 3, held: 4 }),
    server(3, { turn: 5, held: 1 }),
  ];
  expect(chooseServer(servers, plain, 'round_robin')?.id).toBe(2);
  expect(chooseServer(servers, plain, 'least_loaded')?.id).toBe(1);
});

test('a language that somebody of the queue speaks waits for them; one that nobody speaks goes to anybody', () => {
  const speaker = server(1, { languages: ['ru'], there: false });
  const other = server(2, { languages: ['az'] });
  expect(chooseServer([speaker, other], { ...plain, language: 'ru' }, 'round_robin')).toBeUndefined();
  expect(chooseServer([speaker, other], { ...plain, language: 'tr' }, 'round_robin')?.id).toBe(2);
});

test('whom it came back from gets it only when nobody else serves the queue', () => {
  const back = { ...plain, returned_from: 1 };
  expect(chooseServer([server(1), server(2, { turn: 8 })], back, 'round_robin')?.id).toBe(2);
  expect(chooseServer([server(1), server(2, { there: false })], back, 'round_robin')).toBeUndefined();
  expect(chooseServer([server(1)], back, 'round_robin')?.id).toBe(1);
});

test('nobody who is away or full is ever chosen, and nobody better stands back', () => {
  const servers = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      there: fc.boolean(),
      languages: fc.subarray(['az', 'ru']),
      capacity: fc.integer({ min: 0, max: 3 }),
      held: fc.integer({ min: 0, max: 4 }),
      turn: fc.integer({ min: 0, max: 9 }),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  const ticket = fc.record({
    language: fc.constantFrom('az', 'ru', 'tr'),
    returned_from: fc.option(fc.integer({ min: 1, max: 9 })),
  });
  const method = fc.constantFrom('round_robin' as const, 'least_loaded' as const);
  fc.assert(
    fc.property(servers, ticket, method, (all, waiting, how) => {
      const chosen = chooseServer(all, waiting, how);
      const speak = (one: Server) => one.languages.length === 0 || one.languages.includes(waiting.language);
      const free = all.filter((one) => one.there && one.held < one.capacity);
      if (!chosen) {
        // Whoever is free either does not speak what somebody else does, or had it before.
        for (const one of free)
          expect((!speak(one) && all.some(speak)) || one.id === waiting.returned_from).toBe(true);
        return;
      }
      expect(free).toContain(chosen);
      if (all.some(speak)) expect(speak(chosen)).toBe(true);
      const better = (one: Server) =>
        how === 'least_loaded' ? one.held < chosen.held : one.turn < chosen.turn;
      const rivals = free.filter(
        (one) => speak(one) === speak(chosen) && one.id !== waiting.returned_from && better(one),
      );
      if (chosen.id !== waiting.returned_from) expect(rivals).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
