import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MINUTE, plus } from '../../base/kernel/index.ts';
import { NOON, type QuietWorld, quietWorld } from '../support/quiet-world.ts';

/** What can happen: an agent or a status is told about one of two tickets, a ticket's status or priority changes, the customer writes, time
 * passes. */
type Deed =
  | { do: 'words' | 'status' | 'turn' | 'raise'; ticket: 0 | 1 }
  | { do: 'write' }
  | { do: 'wait'; minutes: number };

const ticket = fc.constantFrom<0 | 1>(0, 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('words' as const), ticket }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('status' as const), ticket }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('turn' as const), ticket }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('raise' as const), ticket }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 60, max: 900 })),
    }),
  },
);

type Said = { name: string; ticket: 0 | 1; status?: string };

/** The same in the plainest words: a list of what waits, and a look at the clock every minute. */
type Model = {
  now: number;
  acted: number;
  waiting: Said[];
  said: string[];
  status: string[];
  critical: boolean[];
};

const newModel = (): Model => ({
  ...{ now: NOON.getTime(), acted: NOON.getTime(), waiting: [], said: [] },
  ...{ status: ['accepted', 'accepted'], critical: [false, false] },
});

function asleep({ now, acted }: Model): boolean {
  // Baku is four hours ahead, all year.
  const hour = new Date(now + 240 * MINUTE).getUTCHours();
  return (hour >= 22 || hour < 8) && now - acted >= 30 * MINUTE;
}

function flush(model: Model, which: (said: Said) => boolean = () => true): void {
  for (const one of model.waiting.filter(which))
    if (one.status === undefined || one.status === model.status[one.ticket]) model.said.push(one.name);
  model.waiting = model.waiting.filter((one) => !which(one));
}

function hear(model: Model, said: Said): void {
  if (!asleep(model) || model.critical[said.ticket]) {
    model.said.push(said.name);
    return;
  }
  if (said.status !== undefined)
    model.waiting = model.waiting.filter((one) => one.status === undefined || one.ticket !== said.ticket);
  model.waiting.push(said);
}

function pass(model: Model, minutes: number): void {
  for (let passed = 0; passed < minutes; passed += 1) {
    model.now += MINUTE;
    if (!asleep(model)) flush(model);
  }
}

async function play(w: QuietWorld, model: Model, { deed: what, name }: { deed: Deed; name: string }) {
  const { db } = w;
  if (what.do === 'wait') {
    pass(model, what.minutes);
    return w.until(plus(w.time.now, what.minutes * MINUTE));
  }
  if (what.do === 'write') {
    model.acted = model.now;
    flush(model);
    return w.write('/help');
  }
  const id = w.tickets[what.ticket] ?? 0;
  const status = model.status[what.ticket] ?? '';
  switch (what.do) {
    case 'words':
      hear(model, { name, ticket: what.ticket });
      await w.tell(id, { words: name });
      return;
    case 'status':
      hear(model, { name, ticket: what.ticket, status });
      await w.tell(id, { words: name, slot: `status:${id}`, whileStatus: status as 'accepted' });
      return;
    case 'turn': {
      const now = status === 'accepted' ? 'in_progress' : 'accepted';
      model.status[what.ticket] = now;
      await sql`update tickets set status = ${now} where id = ${id}`.execute(db);
      return;
    }
    case 'raise':
      model.critical[what.ticket] = true;
      flush(model, (one) => one.ticket === what.ticket);
      return w.raise(id);
  }
}

test('whatever is told, whenever they wake: each once, in order, only the last and still true status, no words lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async (deeds) => {
      await using w = await quietWorld();
      const model = newModel();
      let count = 0;
      // The first evening, so that most of it happens at night.
      for (const one of [{ do: 'wait', minutes: 12 * 60 } as const, ...deeds]) {
        count += 1;
        await play(w, model, { deed: one, name: `said ${count}` });
      }
      const told = async () => (await w.said()).filter((text) => text.startsWith('said '));
      expect(await told()).toEqual(model.said);
      expect(await w.held()).toBe(model.waiting.length);
      pass(model, 1440);
      await w.until(plus(w.time.now, 1440 * MINUTE));
      expect(await told()).toEqual(model.said);
      expect(await w.held()).toBe(0);
    }),
    { numRuns: 10 },
  );
}, 120_000);
