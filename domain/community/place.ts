import { DAY } from '../../base/kernel/index.ts';

/** The desk's places in Telegram besides the bot: its channel, its community group, the group of the channel's comments (P1, P2). */
export type PlaceKind = 'channel' | 'community' | 'comments';

/** A place as Telegram last said. */
export type CommunityPlace = {
  kind: PlaceKind;
  chatId: number;
  chatKind: string;
  title: string;
  username: string | null;
  isForum: boolean;
  /** The comments of a channel, or the channel of a group of comments, by Telegram's number. */
  linkedChat: number | null;
  /** What the bot is there: administrator, member, left, kicked. */
  status: string;
  rights: readonly string[];
  checkedAt: Date | null;
  problem: string | null;
};

/** The topics of the community group. */
export const TOPICS = ['questions', 'statuses', 'faq'] as const;
/** See the constant of the same name. */
export type TopicSlug = (typeof TOPICS)[number];

/** A topic as the desk knows it. `name`: the desk's own, null: the usual one. */
export type PlaceTopic = {
  id: number;
  slug: TopicSlug;
  name: string | null;
  renamed: boolean;
  threadId: number | null;
  state: 'absent' | 'asked' | 'there' | 'failed';
  problem: string | null;
};

/** The posts that are pinned in channel and group; the likely one is sent last, so that it stands above. */
export const PINNED = ['accounts', 'help'] as const;
/** See the constant of the same name. */
export type TextSlug = (typeof PINNED)[number];

/** A post in a place. `pin`: null, where it is not to be pinned. */
export type PlacePost = {
  id: number;
  chatId: number;
  slug: string;
  state: 'asked' | 'there' | 'failed';
  messageId: number | null;
  pin: 'asked' | 'there' | 'failed' | null;
  problem: string | null;
};

/** The words of a pinned post. `text`: the desk's own, null: the usual ones. */
export type PlaceText = {
  slug: TextSlug;
  text: string | null;
  confirmedBy: string | null;
  confirmedAt: Date | null;
};

/** Everything that is known of the places. */
export type Places = {
  places: readonly CommunityPlace[];
  topics: readonly PlaceTopic[];
  posts: readonly PlacePost[];
  texts: readonly PlaceText[];
};

/** Something that is missing. `of`: the right by Telegram's name, the topic, the post. */
export type Lack = {
  what: 'place' | 'away' | 'admin' | 'forum' | 'right' | 'topic' | 'post' | 'pin' | 'stale';
  place: PlaceKind;
  of?: string;
};

/** What the bot needs in each place, by Telegram's names. */
const NEEDED: Readonly<Record<PlaceKind, readonly string[]>> = {
  channel: ['can_post_messages', 'can_edit_messages'],
  community: ['can_pin_messages', 'can_manage_topics'],
  comments: [],
};

/** How long words that somebody confirmed count as fresh. */
export const FRESH_MS = 30 * DAY;

/** What is missing until channel and community do what they should, what blocks most first (P1, P2, S6); nothing: all is well. */
export function missing(known: Places, now: Date): Lack[] {
  const kinds: PlaceKind[] = ['channel', 'community'];
  const all = known.places.some(({ kind }) => kind === 'comments') ? [...kinds, 'comments' as const] : kinds;
  return [...all.flatMap((kind) => lacksOf(known, kind)), ...staleTexts(known, now)];
}

function lacksOf(known: Places, kind: PlaceKind): Lack[] {
  const place = known.places.find((one) => one.kind === kind);
  if (!place) return [{ what: 'place', place: kind }];
  const rights = missingRights(place);
  if (rights.some(({ what }) => what === 'away' || what === 'admin')) return rights;
  const topics: Lack[] =
    kind === 'community' && place.isForum
      ? known.topics
          .filter(({ state }) => state !== 'there')
          .map(({ slug }) => ({ what: 'topic', place: kind, of: slug }))
      : [];
  return [...rights, ...topics, ...(kind === 'comments' ? [] : missingPosts(known, place))];
}

/** What the bot lacks to work in a place: presence, rank, rights, and topics switched on. */
export function missingRights(place: CommunityPlace): Lack[] {
  const { kind } = place;
  if (place.status !== 'administrator') {
    return [{ what: place.status === 'member' ? 'admin' : 'away', place: kind }];
  }
  const forum: Lack[] = kind === 'community' && !place.isForum ? [{ what: 'forum', place: kind }] : [];
  const rights = NEEDED[kind]
    // Telegram offers the right to manage topics only where there are topics.
    .filter((right) => !place.rights.includes(right) && (right !== 'can_manage_topics' || place.isForum))
    .map((right): Lack => ({ what: 'right', place: kind, of: right }));
  return [...forum, ...rights];
}

function missingPosts({ posts }: Places, { kind, chatId }: CommunityPlace): Lack[] {
  return PINNED.flatMap((slug): Lack[] => {
    const post = posts.find((one) => one.chatId === chatId && one.slug === slug);
    if (post?.state !== 'there') return [{ what: 'post', place: kind, of: slug }];
    return post.pin === 'there' ? [] : [{ what: 'pin', place: kind, of: slug }];
  });
}

/** Words that nobody has confirmed for too long: as a lack of the place where most people read them. */
function staleTexts({ texts, places }: Places, now: Date): Lack[] {
  const [place] = places;
  if (!place) return [];
  return texts
    .filter((text) => !isFresh(text, now))
    .map(({ slug }) => ({ what: 'stale', place: place.kind, of: slug }));
}

/** Whether somebody said lately that the words are still right. */
export function isFresh({ confirmedAt }: Pick<PlaceText, 'confirmedAt'>, now: Date): boolean {
  return confirmedAt !== null && now.getTime() - confirmedAt.getTime() < FRESH_MS;
}
