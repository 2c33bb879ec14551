import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Person, recipients } from './recipients.ts';

const person = (id: number, facts: Partial<Person> = {}): Person => ({
  ...{ id, serves: false, leads: false, there: false, atWork: false },
  ...facts,
});

test('the assignee hears of their ticket; without one, whoever serves the queue and is there; else the leads', () => {
  const lead = person(1, { leads: true });
  const away = person(2, { serves: true, atWork: true });
  const there = person(3, { serves: true, there: true, atWork: true });
  expect(recipients([lead, away, there], 'assignee', 2)).toEqual([2]);
  expect(recipients([lead, away, there], 'assignee', null)).toEqual([3]);
  expect(recipients([lead, away], 'assignee', 9)).toEqual([1]);
  expect(recipients([lead, away, there], 'queue', 2)).toEqual([3]);
  expect(recipients([lead, away], 'queue', 2)).toEqual([1]);
});

test('on call is who is there, else whose shift is on, else who serves the queue, else the leads', () => {
  const lead = person(1, { leads: true });
  const off = person(2, { serves: true });
  const onShift = person(3, { serves: true, atWork: true });
  const there = person(4, { serves: true, atWork: true, there: true });
  expect(recipients([lead, off, onShift, there], 'on_call', null)).toEqual([4]);
  expect(recipients([lead, off, onShift], 'on_call', null)).toEqual([3]);
  expect(recipients([lead, off], 'on_call', null)).toEqual([2]);
  expect(recipients([lead], 'on_call', null)).toEqual([1]);
});

test('as long as anybody leads, somebody hears, and nobody twice', () => {
  const people = fc.uniqueArray(
    fc.record({
      ...{ id: fc.integer({ min: 1, max: 20 }), serves: fc.boolean(), leads: fc.boolean() },
      ...{ there: fc.boolean(), atWork: fc.boolean() },
    }),
    { selector: ({ id }) => id },
  );
  const whom = fc.constantFrom('assignee', 'queue', 'leads', 'on_call');
  fc.assert(
    fc.property(people, whom, fc.option(fc.integer({ min: 1, max: 20 })), (all, who, assignee) => {
      const found = recipients(all, who, assignee);
      expect(new Set(found).size).toBe(found.length);
      if (all.some(({ leads }) => leads)) expect(found.length).toBeGreaterThan(0);
    }),
  );
});
