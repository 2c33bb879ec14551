import type { Change, Seen } from './board.ts';
import { isOpen } from './board.ts';
import type { Request } from './traffic.ts';

/** A stretch in which a ticket was open: until when (undefined: it still is), and how much of it its customer was asked something. */
export type Spell = { readonly from: number; until: number | undefined; askedMs: number };

/** What the simulation itself notes of a ticket, to have its figures without asking the desk. Times are milliseconds since 1970. */
export type Case = {
  readonly ticket: number;
  readonly request: Request;
  readonly queueId: number;
  readonly critical: boolean;
  readonly createdAt: number;
  /** Since when a first reply is owed, and when it came. */
  owedSince: number;
  firstReplyAt: number | undefined;
  /** When it first ended, and how. */
  endedAt: number | undefined;
  outcome: string | null;
  readonly spells: Spell[];
  askedSince: number | undefined;
  /** Every queue that it was in. */
  readonly queues: Set<number>;
  /** How many messages agents have written, and how many steps of its plan they have taken. */
  answers: number;
  step: number;
  /** How often its customer came again although it was not their turn: for news, or because it did not hold. */
  cameBack: number;
  score: number | undefined;
};

/** A ticket that is new to the simulation. */
export function caseOf(seen: Seen, request: Request): Case {
  const { id, queueId, createdAt } = seen;
  return {
    ...{ ticket: id, request, queueId, critical: seen.critical, createdAt, owedSince: createdAt },
    ...{
      firstReplyAt: undefined,
      endedAt: undefined,
      outcome: null,
      askedSince: undefined,
      score: undefined,
    },
    ...{ spells: [], queues: new Set(), answers: 0, step: 0, cameBack: 0 },
  };
}

/** Notes what a change at this time means. */
export function follow(about: Case, { before, after }: Change, at: number): void {
  about.queues.add(after.queueId);
  const was = before !== undefined && isOpen(before);
  const is = isOpen(after);
  if (!was && (is || before === undefined)) begin(about, before === undefined ? after.createdAt : at);
  const spell = about.spells.at(-1);
  if (!spell) return;
  const asked = after.status === 'clarification';
  if (about.askedSince !== undefined && !asked) {
    spell.askedMs += at - about.askedSince;
    about.askedSince = undefined;
  } else if (about.askedSince === undefined && asked) about.askedSince = at;
  if (!is && spell.until === undefined) {
    spell.until = at;
    about.endedAt ??= at;
    about.outcome = after.outcome;
  }
}

function begin(about: Case, at: number): void {
  if (about.spells.length > 0) {
    about.cameBack += 1;
    about.outcome = null;
    if (about.firstReplyAt === undefined) about.owedSince = at;
  }
  about.spells.push({ from: at, until: undefined, askedMs: 0 });
}

/** An agent wrote to the customer. */
export function answered(about: Case, at: number): void {
  about.firstReplyAt ??= at;
  about.answers += 1;
  about.step += 1;
}
