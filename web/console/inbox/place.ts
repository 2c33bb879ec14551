import { useParams, useSearch } from '@tanstack/react-router';
import type { InboxView } from '../../../contract/index.ts';
import { isView } from '../data/queries.ts';

/** Where somebody is in the inbox, by the address. */
export interface Place {
  readonly view: InboxView;
  readonly q: string;
  readonly ticketId: number | null;
}

/** Where the address leads. */
export function usePlace(): Place {
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const view = params.view && isView(params.view) ? params.view : 'waiting';
  const id = Number(params.ticket);
  return { view, q: search.q ?? '', ticketId: Number.isInteger(id) && id > 0 ? id : null };
}
