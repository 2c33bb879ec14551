import { z } from 'zod';
import { Moment } from './common.ts';

/** The live stream (`GET /api/events`, server-sent events). Event `tickets`: these tickets changed, read what is shown of them again. Event
 * `incidents`: the same for incidents.
 * Event `resync`: something may have been missed, read everything again; it is the first event of every stream. Events carry
 * no state, so a screen that reads after each of them equals a fresh one; `now` is the desk's time. */
export const TicketsChanged = z.object({ ids: z.array(z.int()), now: Moment });
/** See the schema of the same name. */
export type TicketsChanged = z.infer<typeof TicketsChanged>;

/** Event `incidents`: these incidents, or the tickets in them, changed. */
export const IncidentsChanged = z.object({ ids: z.array(z.int()), now: Moment });
/** See the schema of the same name. */
export type IncidentsChanged = z.infer<typeof IncidentsChanged>;
