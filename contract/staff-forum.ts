import { z } from 'zod';
import { Moment } from './common.ts';

/** A group of the staff's in Telegram in which each ticket is a topic. */
export const StaffGroup = z.object({
  id: z.int(),
  chat_id: z.int(),
  title: z.string(),
  /** checking: Telegram is asked what the bot may do there; lacking: `missing` says what it still needs; lost: the bot is not in it. */
  state: z.enum(['checking', 'works', 'lacking', 'lost']),
  missing: z.array(z.enum(['forum', 'admin', 'topics', 'pins'])),
  /** No ticket gets a new topic there. */
  paused: z.boolean(),
  topics: z.int(),
  /** Messages that wait to be sent there. */
  waiting: z.int(),
  linked_at: Moment,
});
/** See the schema of the same name. */
export type StaffGroup = z.infer<typeof StaffGroup>;

/** What a desk chooses for its staff groups. Lines that begin with the mark stay among the staff. */
export const StaffForumSettings = z.object({
  mark: z.string().trim().min(1).max(4),
  most_topics: z.int().min(10).max(10_000),
});
/** See the schema of the same name. */
export type StaffForumSettings = z.infer<typeof StaffForumSettings>;

/** The staff groups that are linked (`GET /api/staff-forum`), in the order in which they get topics, and their settings. */
export const StaffForum = z.object({ groups: z.array(StaffGroup), settings: StaffForumSettings });
/** See the schema of the same name. */
export type StaffForum = z.infer<typeof StaffForum>;

/** A code that links one group: whoever sends `command` there makes it a staff group (`POST /api/staff-forum/code`). */
export const StaffGroupCode = z.object({ code: z.string(), command: z.string(), expires_at: Moment });
/** See the schema of the same name. */
export type StaffGroupCode = z.infer<typeof StaffGroupCode>;

/** Whether a group takes new topics (`PATCH /api/staff-forum/groups/:id`). */
export const StaffGroupChange = z.object({ paused: z.boolean() });
