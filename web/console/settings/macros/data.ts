import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  InboxView,
  Language,
  MacroDraft,
  MacroDraftPreviewRequest,
  MacroHistory,
  MacroSettings,
} from '../../../../contract/index.ts';
import { change, read, readList, replace } from '../../../ui/api.ts';

/** A macro as it is written: nothing in it is left to be filled in by the desk. */
export type Draft = MacroDraft;

/** Every macro in its newest version. */
export const macrosQuery = queryOptions({
  queryKey: ['settings', 'macros'],
  queryFn: ({ signal }) => readList('Macro', '/api/macros/all', signal),
});

/** A macro with all its versions. */
export const macroQuery = (id: number) =>
  queryOptions({
    queryKey: ['settings', 'macros', id],
    queryFn: ({ signal }) => read('MacroHistory', `/api/macros/${String(id)}`, signal),
  });

/** Whether versions have to be approved, and tone is a gate. */
export const macroSettingsQuery = queryOptions({
  queryKey: ['settings', 'macro-settings'],
  queryFn: ({ signal }) => read('MacroSettings', '/api/macro-settings', signal),
});

/** Advice on a text. */
export const toneQuery = (text: string, language: Language) =>
  queryOptions({
    queryKey: ['settings', 'tone', language, text],
    queryFn: () => change('ToneAdvices', '/api/tone', { text, language }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A text as it would read in a ticket, or (ticket null) with made-up values. */
export const draftPreviewQuery = (request: MacroDraftPreviewRequest) =>
  queryOptions({
    queryKey: ['settings', 'macro-preview', request],
    queryFn: () => change('MacroDraftPreview', '/api/macros/preview', request),
    retry: false,
  });

const VIEW: InboxView = 'all';

/** Tickets to try a macro on: the newest, or those that are searched. */
export const trialTicketsQuery = (q: string) =>
  queryOptions({
    queryKey: ['settings', 'trial-tickets', q],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ view: VIEW, limit: '20', ...(q ? { q } : {}) });
      return read('TicketPage', `/api/inbox?${query.toString()}`, signal);
    },
  });

function useMacroChange<T>(mutationFn: (what: T) => Promise<MacroHistory>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (macro) => {
      client.setQueryData(macroQuery(macro.id).queryKey, macro);
      void client.invalidateQueries({ queryKey: macrosQuery.queryKey, exact: true });
      // Where agents choose macros they are read again.
      void client.invalidateQueries({ queryKey: ['macros'] });
    },
  });
}

/** Saves a macro: a new one, or the next version of `of`. */
export const useSaveMacro = (of: { id: number; version: number } | null) =>
  useMacroChange((draft: Draft) =>
    of === null
      ? change('MacroHistory', '/api/macros', draft)
      : replace('MacroHistory', `/api/macros/${String(of.id)}`, { base: of.version, draft }),
  );

/** Approves the newest version. */
export const useApprove = ({ id, version }: { id: number; version: number }) =>
  useMacroChange(() => change('MacroHistory', `/api/macros/${String(id)}/approve`, { version }));

/** Sends the newest version back to its author, and says why. */
export const useReturn = ({ id, version }: { id: number; version: number }) =>
  useMacroChange((why: string) =>
    change('MacroHistory', `/api/macros/${String(id)}/return`, { version, why }),
  );

/** Changes what is demanded of macros. It shows at once and goes back when the desk refuses. */
export function useMacroSettings() {
  const client = useQueryClient();
  const { queryKey } = macroSettingsQuery;
  return useMutation({
    mutationFn: (set: Partial<MacroSettings>) => replace('MacroSettings', '/api/macro-settings', set),
    onMutate: async (set) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (old: MacroSettings | undefined) => (old ? { ...old, ...set } : old));
      return { before };
    },
    onSuccess: (settings) => client.setQueryData(queryKey, settings),
    onError: (_error, _set, context) => client.setQueryData(queryKey, context?.before),
  });
}
