import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { StaffForum, StaffForumSettings } from '../../../../contract/index.ts';
import { amend, change, drop, read, replace } from '../../../ui/api.ts';

/** How often to look, while Telegram is asked or somebody may be sending the code. */
const AGAIN_MS = 2000;

/** The staff groups. With an open code, somebody is about to link one. */
export const forumQuery = (linking: boolean) =>
  queryOptions({
    queryKey: ['settings', 'staff-forum'],
    queryFn: ({ signal }) => read('StaffForum', '/api/staff-forum', signal),
    refetchInterval: ({ state: { data } }) =>
      linking || data?.groups.some(({ state }) => state !== 'works') ? AGAIN_MS : false,
  });

function useForum<T>(mutationFn: (what: T) => Promise<StaffForum>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (forum) => {
      client.setQueryData(forumQuery(false).queryKey, forum);
    },
  });
}

/** Makes a code that links one group. */
export const useCode = () =>
  useMutation({ mutationFn: () => change('StaffGroupCode', '/api/staff-forum/code', {}) });

/** Lets a group take no new topics, or take them again. */
export const usePause = (id: number) =>
  useForum((paused: boolean) => amend('StaffForum', `/api/staff-forum/groups/${String(id)}`, { paused }));

/** Asks Telegram anew what the bot may do in a group. */
export const useRecheck = (id: number) =>
  useForum(() => change('StaffForum', `/api/staff-forum/groups/${String(id)}/check`, {}));

/** Unlinks a group. */
export const useUnlink = (id: number) =>
  useForum(() => drop('StaffForum', `/api/staff-forum/groups/${String(id)}`));

/** Saves what holds for all groups. */
export const useSaveForum = () =>
  useForum((settings: StaffForumSettings) => replace('StaffForum', '/api/staff-forum/settings', settings));
