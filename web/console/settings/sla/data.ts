import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  SlaCalendarChange,
  SlaEscalation,
  SlaEscalationChange,
  SlaPolicy,
  SlaRules,
} from '../../../../contract/index.ts';
import { change, drop, read, replace } from '../../../ui/api.ts';

/** All promises, calendars and steps of escalation. */
export const slaQuery = queryOptions({
  queryKey: ['settings', 'sla'],
  queryFn: ({ signal }) => read('SlaRules', '/api/sla', signal),
});

/** Every change answers all rules as they are then. What a queue promises is also read elsewhere. */
function useRules<T>(mutationFn: (what: T) => Promise<SlaRules>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (rules) => {
      client.setQueryData(slaQuery.queryKey, rules);
      void client.invalidateQueries({ queryKey: ['settings', 'queues'] });
    },
  });
}

/** Sets what a queue promises for one metric and priority. */
export const useSavePolicy = () =>
  useRules((policy: SlaPolicy) => replace('SlaRules', '/api/sla/policies', policy));

/** Sets a calendar. */
export const useSaveCalendar = () =>
  useRules(({ slug, calendar }: { slug: string; calendar: SlaCalendarChange }) =>
    replace('SlaRules', `/api/sla/calendars/${encodeURIComponent(slug)}`, calendar),
  );

/** Adds a step of escalation (no id), or changes one. */
export const useSaveEscalation = () =>
  useRules(({ id, ...step }: SlaEscalationChange & { id?: number }) =>
    id === undefined
      ? change('SlaRules', '/api/sla/escalations', step)
      : replace('SlaRules', `/api/sla/escalations/${String(id)}`, step),
  );

/** Takes a step of escalation away. */
export const useDropEscalation = () =>
  useRules(({ id }: Pick<SlaEscalation, 'id'>) => drop('SlaRules', `/api/sla/escalations/${String(id)}`));

/** Reads the days off in an iCal file, of this year and the next two. Throws ApiError. */
export async function readHolidays(file: string, at: { timeZone: string; year: number }) {
  const { timeZone, year } = at;
  const range = { from: `${String(year)}-01-01`, until: `${String(year + 3)}-01-01` };
  const found = await change('HolidaysFound', '/api/sla/holidays', { file, timeZone, ...range });
  return found.holidays;
}
