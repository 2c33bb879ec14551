import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { IncidentDetails, IncidentRule, Language } from '../../../../contract/index.ts';
import { change, read, readList } from '../../../ui/api.ts';

/** Words in several languages. */
export type Words = Partial<Record<Language, string>>;

/** Incidents: those that go on, or all of them. */
export const incidentsQuery = (view: 'open' | 'all') =>
  queryOptions({
    queryKey: ['incidents', view],
    queryFn: ({ signal }) => readList('Incident', `/api/incidents?view=${view}`, signal),
  });

/** An incident with all that was said about it. */
export const incidentQuery = (id: number) =>
  queryOptions({
    queryKey: ['incidents', id],
    queryFn: ({ signal }) => read('IncidentDetails', `/api/incidents/${String(id)}`, signal),
  });

/** The tickets of an incident, the newest. */
export const incidentTicketsQuery = (id: number) =>
  queryOptions({
    queryKey: ['incidents', id, 'tickets'],
    queryFn: ({ signal }) => readList('IncidentTicket', `/api/incidents/${String(id)}/tickets`, signal),
  });

/** What an incident with this rule would take of the open tickets. */
export const incidentPreviewQuery = (rule: IncidentRule, since: string) =>
  queryOptions({
    queryKey: ['incidents', 'preview', rule, since],
    queryFn: () => change('IncidentPreview', '/api/incidents/preview', { rule, since }),
    retry: false,
  });

/** What is said at the beginning of an incident. */
export interface Declaration {
  readonly title: Words;
  readonly texts: Words;
  readonly rule: IncidentRule;
  readonly since: string | null;
}

function useIncident<T>(mutationFn: (what: T) => Promise<IncidentDetails>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (incident) => {
      client.setQueryData(incidentQuery(incident.id).queryKey, incident);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
}

/** Declares an incident. Under the same key it has no second effect. */
export const useDeclare = (key: string) =>
  useIncident((declaration: Declaration) =>
    change('IncidentDetails', '/api/incidents', { ...declaration, request_key: key }),
  );

/** Something new about an incident, or its end. */
export interface News {
  readonly status: 'investigating' | 'identified' | 'monitoring' | 'resolved';
  readonly texts: Words;
}

/** Says something new; with `resolved` it ends, and everybody whom it concerned hears it. */
export const useTell = (id: number, key: string) =>
  useIncident(({ status, texts }: News) =>
    status === 'resolved'
      ? change('IncidentDetails', `/api/incidents/${String(id)}/resolve`, { texts, request_key: key })
      : change('IncidentDetails', `/api/incidents/${String(id)}/updates`, {
          status,
          texts,
          request_key: key,
        }),
  );
