import { useCallback, useState } from 'react';
import { kept } from './kept.ts';
import type { Mode } from './outgoing.ts';

/** What somebody is writing in a ticket. */
export interface Draft {
  readonly mode: Mode;
  readonly text: string;
}

const EMPTY: Draft = { mode: 'reply', text: '' };
const MODES: readonly string[] = ['reply', 'note', 'ask', 'resolve'];

const revive = (key: string): Draft => {
  try {
    const draft = JSON.parse(kept.get(key) ?? 'null') as Draft | null;
    return draft && typeof draft.text === 'string' && MODES.includes(draft.mode) ? draft : EMPTY;
  } catch {
    return EMPTY;
  }
};

/** The draft of a ticket, kept in this browser until it is sent. */
export function useDraft(staffId: number, ticketId: number): readonly [Draft, (draft: Draft) => void] {
  const key = `draft.${String(staffId)}.${String(ticketId)}`;
  const [draft, setDraft] = useState(() => revive(key));
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      if (next.text.trim()) kept.set(key, JSON.stringify(next));
      else kept.remove(key);
    },
    [key],
  );
  return [draft, change];
}
