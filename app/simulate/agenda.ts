import type { Lane } from './engine.ts';
import { START_MS, TICK_MS } from './model.ts';

/** Something that will happen to a customer or their ticket: when, to whom, and what; `request`: the wish that it belongs to while no
 * ticket holds it. */
export type Happening = {
  readonly at: number;
  readonly customer: number;
  readonly asking?: boolean;
  readonly act: (lane: Lane) => Promise<void>;
};

/** What is to happen, in slices of time. */
export type Agenda = {
  add(happening: Happening): void;
  /** What is still to happen in a slice, the earliest first. */
  in(slice: number): readonly Happening[];
  done(slice: number, happening: Happening): void;
  /** How much is still to happen. */
  readonly size: number;
};

/** The slice that a time lies in. */
export const sliceOf = (at: number): number => Math.floor((at - START_MS) / TICK_MS);

/** An agenda with nothing on it. */
export function agendaOf(): Agenda {
  const slices = new Map<number, Happening[]>();
  let size = 0;
  return {
    add(happening) {
      const slice = sliceOf(happening.at);
      const list = slices.get(slice) ?? [];
      // After all that come at the same time: the order of what happens to one customer is the order in which it was decided.
      const place = list.findLastIndex(({ at }) => at <= happening.at) + 1;
      slices.set(slice, list.toSpliced(place, 0, happening));
      size += 1;
    },
    in: (slice) => slices.get(slice) ?? [],
    done(slice, happening) {
      const left = (slices.get(slice) ?? []).filter((one) => one !== happening);
      if (left.length > 0) slices.set(slice, left);
      else slices.delete(slice);
      size -= 1;
    },
    get size() {
      return size;
    },
  };
}
