import { z } from 'zod';

/** How many messages move at once at most. */
export const MOST_MOVED = 100;

/** Puts messages of a ticket into another ticket of the same customer; `to` null: into a new one. */
export const MoveMessagesRequest = z.object({
  messages: z.array(z.int().positive()).min(1).max(MOST_MOVED),
  to: z.int().positive().nullable(),
});
/** See the schema of the same name. */
export type MoveMessagesRequest = z.infer<typeof MoveMessagesRequest>;

/** The ticket that has the messages now. */
export const MovedMessages = z.object({ ticket_id: z.int() });
/** See the schema of the same name. */
export type MovedMessages = z.infer<typeof MovedMessages>;
