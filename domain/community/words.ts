import type { Language } from '../../base/i18n/index.ts';
import type { Said } from '../chats/index.ts';
import type { Desk } from '../front-desk/index.ts';
import type { CommunityPlace, PlaceText, PlaceTopic, TextSlug } from './place.ts';
import type { OfficialAccount } from './places.sql.ts';

/** What the posts are made of. `bot`: its name at Telegram's. */
export type PostFacts = {
  bot: string;
  places: readonly CommunityPlace[];
  accounts: readonly OfficialAccount[];
  texts: readonly PlaceText[];
};

/** Where pressing a link opens the bot. */
export const botLink = (bot: string, payload: string): string => `https://t.me/${bot}?start=${payload}`;

/** The usual words of a pinned post, in the desk's language. */
export function usualText({ settings, translate }: Desk, slug: TextSlug): string {
  return translate(settings.language, slug === 'help' ? 'place-help' : 'place-accounts', {
    desk: settings.name,
  });
}

/** A pinned post as it stands in channel and group: "how to get help" with the way into the bot, and the official accounts (P1, S6). */
export function postWords(desk: Desk, slug: TextSlug, facts: PostFacts): Said {
  const text = facts.texts.find((one) => one.slug === slug)?.text ?? usualText(desk, slug);
  const button = (key: string, payload: string) => ({
    label: desk.translate(desk.settings.language, key),
    url: botLink(facts.bot, payload),
  });
  if (slug === 'help') return { text, buttons: [[button('place-help-button', 'new')]] };
  return { text: `${text}\n\n${accountLines(desk, facts).join('\n')}` };
}

/** The accounts that speak for the desk, a line each: its bot and its public places by themselves, then those that it names. */
function accountLines({ settings, translate }: Desk, { bot, places, accounts }: PostFacts): string[] {
  const { language } = settings;
  const named = (kind: CommunityPlace['kind']) => places.find((place) => place.kind === kind)?.username;
  const line = (label: string, username: string) => `• ${label}: @${username}`;
  const own = (['channel', 'community'] as const).flatMap((kind) => {
    const username = named(kind);
    return username ? [line(translate(language, `place-kind-${kind}`), username)] : [];
  });
  return [
    line(translate(language, 'place-kind-bot'), bot),
    ...own,
    ...accounts.map(({ label, username }) => line(label, username)),
  ];
}

/** What a topic of the community group is called. */
export function topicName(
  { settings, translate }: Desk,
  { slug, name }: Pick<PlaceTopic, 'slug' | 'name'>,
  language: Language = settings.language,
): string {
  return name ?? translate(language, `place-topic-${slug}`);
}
