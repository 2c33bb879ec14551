import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OfficialAccount, PlacePostSlug, Places } from '../../../../contract/index.ts';
import { change, read, replace } from '../../../ui/api.ts';

/** How often to look whether Telegram has answered, while something is under way there. */
const AGAIN_MS = 1500;

/** Whether something was asked of Telegram and is not there yet. */
const underWay = ({ places, topics }: Places): boolean =>
  places.some(({ checked_at }) => checked_at === null) || topics.some(({ state }) => state === 'asked');

const awaited = ({ missing }: Places): boolean => missing.some(({ what }) => what === 'place');

/** The desk's channel and community group: what is missing, what stands there. */
export const placesQuery = queryOptions({
  queryKey: ['settings', 'places'],
  queryFn: ({ signal }) => read('Places', '/api/places', signal),
  refetchInterval: ({ state: { data } }) => {
    if (!data) return false;
    if (underWay(data)) return AGAIN_MS;
    // Somebody may be adding the bot in Telegram right now.
    return awaited(data) ? 2 * AGAIN_MS : false;
  },
});

function usePlaces<T>(mutationFn: (what: T) => Promise<Places>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (places) => {
      client.setQueryData(placesQuery.queryKey, places);
      // What was changed goes out a moment later; then the page shows it.
      setTimeout(() => void client.invalidateQueries({ queryKey: placesQuery.queryKey }), AGAIN_MS);
    },
  });
}

/** Looks at all places now. */
export const useCheck = () => usePlaces(() => change('Places', '/api/places/check', {}));

/** Makes a chat the channel or the community group; null: gives the place up. */
export const useChoose = (kind: 'channel' | 'community') =>
  usePlaces((chat: number | null) => replace('Places', `/api/places/${kind}`, { chat }));

/** Sets the words of a pinned post; null: the usual ones. */
export const useSaveText = (slug: PlacePostSlug) =>
  usePlaces((text: string | null) => replace('Places', `/api/places/texts/${slug}`, { text }));

/** Says that the words of a pinned post are still right. */
export const useConfirm = (slug: PlacePostSlug) =>
  usePlaces(() => change('Places', `/api/places/texts/${slug}/confirm`, {}));

/** Names the official accounts. */
export const useSaveAccounts = () =>
  usePlaces((accounts: readonly OfficialAccount[]) =>
    replace('Places', '/api/places/accounts', { accounts }),
  );

/** Chooses the articles of the FAQ topic. */
export const useSaveFaq = () =>
  usePlaces((articles: readonly number[]) => replace('Places', '/api/places/faq', { articles }));

/** What is changed of a topic. */
export interface TopicChange {
  readonly name?: string | null;
  readonly thread_id?: number;
}

/** Names a topic, or says which one it is. */
export const useSaveTopic = (slug: Places['topics'][number]['slug']) =>
  usePlaces((topic: TopicChange) => replace('Places', `/api/places/topics/${slug}`, topic));
