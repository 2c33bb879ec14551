import type { Language } from '../../base/i18n/index.ts';
import { type IncidentStatus, inLanguage, type Standing } from '../incidents/index.ts';
import type { Buttons, IncidentView, T } from './dialogue.types.ts';
import { button, t } from './says.ts';
import { type Reader, when } from './when.ts';

/** An incident as a reader of this language knows it. */
export function incidentView(
  { incident, latest }: Standing,
  held: boolean,
  reading: { language: Language; desk: Language },
): IncidentView {
  const { language, desk } = reading;
  return {
    id: incident.id,
    title: inLanguage(incident.title, language, desk),
    text: inLanguage(latest.texts, language, desk),
    over: incident.status === 'resolved',
    held,
    ...(incident.nextNewsAt ? { nextNewsAt: incident.nextNewsAt } : {}),
  };
}

/** Words that name the moment of the next news, where one is promised, or say that there is no such promise. */
type News = { readonly words: T; readonly moment?: Date };

function withNext({ nextNewsAt }: IncidentView, now: Date, words: { next: T; soon: T }): News {
  return nextNewsAt !== undefined && nextNewsAt > now
    ? { words: words.next, moment: nextNewsAt }
    : { words: words.soon };
}

/** What a customer hears at once whose matter is a known one (U5). */
export function incidentKnown(incident: IncidentView, now: Date): News {
  const { title, text } = incident;
  return withNext(incident, now, {
    next: t('incident-known', { title, text }),
    soon: t('incident-known-soon', { title, text }),
  });
}

/** "It's something else", and for those who do not follow it yet "tell me". */
export function incidentButtons(ticketId: number, follows: boolean): Buttons {
  const unrelated = button(t('button-unrelated'), { do: 'unrelated', ticketId });
  const follow = button(t('button-follow'), { do: 'follow', ticketId });
  return follows ? [[unrelated]] : [[follow], [unrelated]];
}

/** What is new, for those who want to hear it (U5). */
export function incidentNews(id: number, incident: IncidentView, now: Date): News {
  const said = { id: String(id), title: incident.title, text: incident.text };
  return withNext(incident, now, {
    next: t('incident-news', said),
    soon: t('incident-news-soon', said),
  });
}

/** It is over, for everybody whom it concerned. `solved`: the ticket ended with it. */
export function incidentOver(id: number, incident: IncidentView, solved: boolean): T {
  const said = { id: String(id), title: incident.title, text: incident.text };
  return solved ? t('incident-over', said) : t('incident-over-talk', said);
}

/** The way back for whom it is not over. */
export function stillThereButtons(ticketId: number): Buttons {
  return [[button(t('button-still-there'), { do: 'reopen', ticketId })]];
}

/** What a ticket's card says of the incident in which it waits: what it is, and when there is more to hear. */
export function incidentLines(incident: IncidentView, reader: Reader): T[] {
  const title = t('card-incident', { title: incident.title });
  if (!incident.held) return [title];
  const { nextNewsAt } = incident;
  const next = nextNewsAt !== undefined && nextNewsAt > reader.now;
  return [title, next ? t('card-incident-next', when(nextNewsAt, reader)) : t('card-incident-soon')];
}

const STATUS: Readonly<Record<IncidentStatus, { mark: string; words: T }>> = {
  investigating: { mark: '🔴', words: t('status-investigating') },
  identified: { mark: '🟠', words: t('status-identified') },
  monitoring: { mark: '🟡', words: t('status-monitoring') },
  resolved: { mark: '🟢', words: t('status-resolved') },
};

/** The message of an incident in the place for statuses (U5). `words` says a status in the desk's language. */
export function statusPost({ incident, latest }: Standing, reader: Reader, words: (status: T) => string): T {
  const { mark, words: status } = STATUS[incident.status];
  const { nextNewsAt } = incident;
  const next = nextNewsAt !== null && nextNewsAt > reader.now ? nextNewsAt : undefined;
  const { date, time } = when(next ?? latest.at, reader);
  const said = {
    ...{ mark, status: words(status), date, time },
    title: inLanguage(incident.title, reader.language, reader.language),
    text: inLanguage(latest.texts, reader.language, reader.language),
  };
  return next ? t('status-post-next', said) : t('status-post', said);
}
