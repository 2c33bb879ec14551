import { z } from 'zod';
import { Moment, RequestKey } from './common.ts';

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
/** Takes a ticket over by name, with these words. */
export const TakeOverRequest = z.object({
  text: z.string().trim().min(1).max(3900),
  request_key: RequestKey,
});
/** What an agent says who takes a ticket over by name; empty: the desk has no greeting. */
export const Greeting = z.object({ text: z.string() });
/** What was asked for is done. */
export const Done = z.object({ done: z.literal(true) });
