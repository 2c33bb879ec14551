import { z } from 'zod';
import { Moment } from './common.ts';

/** Whose chats with a concierge come to the desk; all others stay private. */
export const LetsIn = z.enum(['vip', 'all']);
/** See the schema of the same name. */
export type LetsIn = z.infer<typeof LetsIn>;

/** Concierges and their accounts (P5). */
export const ConciergeDesk = z.object({
  lets_in: LetsIn,
  /** Everybody who connected their account once, by name. `off`: they ended it; `lost`: it no longer holds, or their role no longer allows it. */
  members: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      state: z.enum(['connected', 'off', 'lost']),
      rights: z.array(z.enum(['reply', 'read', 'delete'])),
      connected_at: Moment,
    }),
  ),
});
/** See the schema of the same name. */
export type ConciergeDesk = z.infer<typeof ConciergeDesk>;

/** Sets whose chats come to the desk from now on. */
export const ConciergeSettings = z.object({ lets_in: LetsIn });
/** Makes a customer a VIP, or an ordinary one again. */
export const VipRequest = z.object({ is_vip: z.boolean() });
/** What was asked for is done. */
export const Done = z.object({ done: z.literal(true) });
