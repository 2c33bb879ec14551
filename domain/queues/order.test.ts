import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWork, type WorkItem } from './index.ts';

const item = fc.record({
  id: fc.integer({ min: 1001, max: 1020 }),
  priority: fc.constantFrom('low', 'normal', 'high', 'critical') as fc.Arbitrary<WorkItem['priority']>,
  vip: fc.boolean(),
  waitingSince: fc.integer({ min: 0, max: 3 }).map((minute) => new Date(minute * 60_000)),
  topicRank: fc.integer({ min: 0, max: 2 }),
});
const queue = fc.uniqueArray(item, { maxLength: 20, selector: ({ id }) => id });

/** The order of work word for word (Q1): take the critical ones, of those the VIPs, of those the one that waits longest, … */
function naive(waiting: readonly WorkItem[]): number[] {
  const left = [...waiting];
  const order: number[] = [];
  while (left.length > 0) {
    let best = left;
    const critical = best.filter(({ priority }) => priority === 'critical');
    if (critical.length > 0) best = critical;
    const vips = best.filter(({ vip }) => vip);
    if (vips.length > 0) best = vips;
    const longest = Math.min(...best.map(({ waitingSince }) => waitingSince.getTime()));
    best = best.filter(({ waitingSince }) => waitingSince.getTime() === longest);
    const topic = Math.min(...best.map(({ topicRank }) => topicRank));
    best = best.filter(({ topicRank }) => topicRank === topic);
    const id = Math.min(...best.map((one) => one.id));
    order.push(id);
    left.splice(
      left.findIndex((one) => one.id === id),
      1,
    );
  }
  return order;
}

test('the order of work equals its specification on random queues', () => {
  fc.assert(
    fc.property(queue, (waiting) => {
      expect(waiting.toSorted(compareWork).map(({ id }) => id)).toEqual(naive(waiting));
    }),
    { numRuns: 1000 },
  );
});

test('the order of work is total: of two tickets one comes first, whichever is asked about, and firsts of firsts are first', () => {
  const sign = (a: WorkItem, b: WorkItem) => Math.sign(compareWork(a, b));
  fc.assert(
    fc.property(item, item, item, (a, b, c) => {
      expect(sign(a, b)).toBe(0 - sign(b, a));
      if (a.id !== b.id) expect(sign(a, b)).not.toBe(0);
      if (sign(a, b) < 0 && sign(b, c) < 0) expect(sign(a, c)).toBe(-1);
    }),
    { numRuns: 1000 },
  );
});
