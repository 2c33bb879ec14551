import type { Buttons, T } from './dialogue.types.ts';
import type { Why } from './promise.ts';
import { button, statusButton, t } from './says.ts';
import { type Reader, when } from './when.ts';

/** The reason for a later time, as a sentence. */
export function whyLine(
  why: Why,
  facts: { opensAt?: Date | undefined; assigneeName?: string | undefined },
  reader: Reader,
): T {
  switch (why) {
    case 'busy':
      return t('eta-why-busy');
    case 'off_shift':
      return facts.opensAt && facts.opensAt > reader.now
        ? t('eta-why-off-shift', { ...when(facts.opensAt, reader) })
        : t('eta-why-longer');
    case 'expert':
      return t('eta-why-expert');
    case 'longer':
      return facts.assigneeName === undefined
        ? t('eta-why-longer')
        : t('eta-why-longer-agent', { agent: facts.assigneeName });
  }
}

/** That a time cannot be held, the reason first; the new time is its moment (Q3, U4). */
export function newTime(
  told: { id: number; why: Why; opensAt: Date | null; assigneeName: string | undefined },
  reader: Reader,
): T {
  const id = String(told.id);
  switch (told.why) {
    case 'busy':
      return t('eta-new-busy', { id });
    case 'off_shift':
      return told.opensAt
        ? t('eta-new-off-shift', { id, opens: when(told.opensAt, reader).time })
        : t('eta-new-longer', { id });
    case 'expert':
      return t('eta-new-expert', { id });
    case 'longer':
      return told.assigneeName === undefined
        ? t('eta-new-longer', { id })
        : t('eta-new-longer-agent', { id, agent: told.assigneeName });
  }
}

/** Where it stands, and a person for whoever has none yet. */
export function newTimeButtons(ticketId: number, mayCall: boolean): Buttons {
  const person = button(t('button-person'), { do: 'person', ticketId });
  const [status = []] = statusButton(ticketId);
  return mayCall ? [[...status, person]] : [status];
}
