import { z } from 'zod';
import { Moment } from './common.ts';

/** The desk's own places in Telegram besides its bot: a channel, a community group, the group of the channel's comments (P1, P2). */
export const PlaceKind = z.enum(['channel', 'community', 'comments']);
/** See the schema of the same name. */
export type PlaceKind = z.infer<typeof PlaceKind>;

/** The topics of the community group. */
export const PlaceTopicSlug = z.enum(['questions', 'statuses', 'faq']);
/** The posts that are pinned in channel and group. */
export const PlacePostSlug = z.enum(['help', 'accounts']);
/** See the schema of the same name. */
export type PlacePostSlug = z.infer<typeof PlacePostSlug>;

/** Something that is missing. `of`: the right by Telegram's name, the topic, the post. */
export const PlaceLack = z.object({
  what: z.enum(['place', 'away', 'admin', 'forum', 'right', 'topic', 'post', 'pin', 'stale']),
  place: PlaceKind,
  of: z.string().optional(),
});
/** See the schema of the same name. */
export type PlaceLack = z.infer<typeof PlaceLack>;

/** An account that speaks for the desk (S6): its name at Telegram's without the @, and whose it is. */
export const OfficialAccount = z.object({
  username: z
    .string()
    .trim()
    .transform((name) => name.replace(/^@/, ''))
    .pipe(z.string().regex(/^[A-Za-z]\w{3,31}$/, 'write it as in Telegram, 4 to 32 letters and digits')),
  label: z.string().trim().min(1).max(60),
});
/** See the schema of the same name. */
export type OfficialAccount = z.infer<typeof OfficialAccount>;

/** Everything about the places (`GET /api/places`). */
export const Places = z.object({
  places: z.array(
    z.object({
      kind: PlaceKind,
      title: z.string(),
      username: z.string().nullable(),
      /** Where it was looked at last; null: it is being looked at. */
      checked_at: Moment.nullable(),
      /** Why it could not be looked at, in Telegram's words. */
      problem: z.string().nullable(),
    }),
  ),
  /** What is missing, what blocks most first. */
  missing: z.array(PlaceLack),
  topics: z.array(
    z.object({
      slug: PlaceTopicSlug,
      /** As it is called: by the desk's own name, else as usual. */
      title: z.string(),
      own_name: z.string().nullable(),
      thread_id: z.int().nullable(),
      state: z.enum(['absent', 'asked', 'there', 'failed']),
      problem: z.string().nullable(),
    }),
  ),
  texts: z.array(
    z.object({
      slug: PlacePostSlug,
      text: z.string(),
      /** The words are the desk's own, not the usual ones. */
      own: z.boolean(),
      confirmed_by: z.string().nullable(),
      confirmed_at: Moment.nullable(),
      fresh: z.boolean(),
    }),
  ),
  accounts: z.array(OfficialAccount),
  /** The articles that the FAQ topic shows, and those that it could show, as they are called in the desk's language. */
  faq: z.array(z.int()),
  articles: z.array(z.object({ id: z.int(), title: z.string() })),
  /** Chats in which the bot is an administrator already. */
  candidates: z.array(z.object({ chat: z.int(), title: z.string(), kind: z.enum(['channel', 'group']) })),
  /** Links that add the bot with the rights that it needs. */
  links: z.object({ channel: z.string(), community: z.string() }).nullable(),
});
/** See the schema of the same name. */
export type Places = z.infer<typeof Places>;

/** Makes a candidate a place, null: gives the place up (`PUT /api/places/:kind`). */
export const PlaceChoice = z.object({ chat: z.int().positive().nullable() });
/** Sets a post's words, null: the usual ones (`PUT /api/places/texts/:slug`). */
export const PlaceTextRequest = z.object({ text: z.string().trim().min(10).max(1500).nullable() });
/** Names a topic (null: as usual), or says which one it is, by Telegram's number (`PUT /api/places/topics/:slug`). */
export const PlaceTopicRequest = z.object({
  name: z.string().trim().min(1).max(128).nullable().optional(),
  thread_id: z.int().min(2).optional(),
});
/** Names the official accounts (`PUT /api/places/accounts`). */
export const OfficialAccountsRequest = z.object({
  accounts: z
    .array(OfficialAccount)
    .max(50)
    .refine((list) => new Set(list.map(({ username }) => username.toLowerCase())).size === list.length, {
      error: 'name each account once',
    }),
});
/** Chooses the articles of the FAQ topic, in their order (`PUT /api/places/faq`). */
export const PlaceFaqRequest = z.object({
  articles: z
    .array(z.int().positive())
    .max(50)
    .refine((list) => new Set(list).size === list.length, { error: 'choose each article once' }),
});
