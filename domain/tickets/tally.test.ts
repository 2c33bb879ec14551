import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counted, tallyWith, tallyWithout } from './tally.ts';

const message = fc.record({
  by: fc.constantFrom('customer' as const, 'staff' as const, 'bot' as const),
  at: fc.integer({ min: 0, max: 50 }).map((minute) => new Date(minute * 60_000)),
});
const conversation = fc
  .array(message, { maxLength: 12 })
  .map((messages) => messages.toSorted((a, b) => a.at.getTime() - b.at.getTime()));

/** What a ticket is that had these messages from the first. */
function fresh(messages: readonly Counted[]) {
  const replies = messages.filter(({ by }) => by === 'staff');
  const last = replies.at(-1)?.at;
  const waiting = messages.find(({ by, at }) => by === 'customer' && (last === undefined || at > last));
  return {
    waiting_since: waiting?.at ?? null,
    first_reply_at: replies[0]?.at ?? null,
    last_reply_at: last ?? null,
  };
}

const open = (messages: readonly Counted[]) => ({
  ...fresh(messages),
  ...{ status: 'in_progress' as const, held: false },
});

test('a ticket that messages leave stands as if they had never been there, unless nobody waited for them', () => {
  fc.assert(
    fc.property(conversation, fc.array(fc.boolean()), (messages, leaves) => {
      const left = messages.filter((_, index) => leaves[index] === true);
      const remaining = messages.filter((_, index) => leaves[index] !== true);
      const after = tallyWithout(open(messages), left, remaining);
      const { waiting_since: should, ...replies } = fresh(remaining);
      expect(after).toMatchObject(replies);
      const before = fresh(messages).waiting_since;
      const lost = before !== null && left.some(({ by, at }) => by === 'customer' && at >= before);
      expect(after.waiting_since).toEqual(lost ? should : before);
    }),
  );
});

test('a ticket that messages come into stands as if they had always been there', () => {
  fc.assert(
    fc.property(conversation, fc.array(fc.boolean()), (messages, comes) => {
      const came = messages.filter((_, index) => comes[index] === true);
      const before = messages.filter((_, index) => comes[index] !== true);
      expect(tallyWith(open(before), came, messages)).toEqual(fresh(messages));
    }),
  );
});

test('nobody waits in a ticket that ended, nor in one that waits for an incident', () => {
  const came: Counted[] = [{ by: 'customer', at: new Date(1) }];
  for (const state of [
    { status: 'resolved' as const, held: false },
    { status: 'accepted' as const, held: true },
  ])
    expect(tallyWith({ ...fresh([]), ...state }, came, came).waiting_since).toBeNull();
});
