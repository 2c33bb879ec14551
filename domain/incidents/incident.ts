import type { Language } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import type { IncidentRule } from './matching.ts';

/** Where an incident stands (U5). */
export type IncidentStatus = 'investigating' | 'identified' | 'monitoring' | 'resolved';

/** Words in at least one of the languages served. */
export type Texts = Readonly<Partial<Record<Language, string>>>;

/** A known outage: what it is called, and which tickets belong to it. */
export type Incident = {
  id: number;
  status: IncidentStatus;
  title: Texts;
  rule: IncidentRule;
  /** When its customers were promised to hear more. */
  nextNewsAt: Date | null;
  declaredAt: Date;
  resolvedAt: Date | null;
};

/** What was said about an incident at some moment; the first one declares it, the last one resolves it. */
export type IncidentUpdate = {
  id: number;
  status: IncidentStatus;
  texts: Texts;
  nextNewsAt: Date | null;
  at: Date;
};

/** An incident and what was said of it last. */
export type Standing = { incident: Incident; latest: IncidentUpdate };

/** The words for a reader of `language`: their own, else the desk's, else English, else whichever there are. Refuses (`invalid`) no words. */
export function inLanguage(texts: Texts, language: Language, desk: Language): string {
  const words = texts[language] ?? texts[desk] ?? texts.en ?? Object.values(texts)[0];
  if (words === undefined) throw new DomainError('invalid', 'incident_without_words');
  return words;
}

/** Refuses (`conflict`) an update of an incident that is over; while it lasts it may go forth and back. */
export function demandOpen(incident: Pick<Incident, 'id' | 'status'>): void {
  if (incident.status === 'resolved') throw new DomainError('conflict', 'incident_over');
}
