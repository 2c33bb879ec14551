/** The door of the staff forum: groups of the staff's in Telegram in which each ticket is a topic (P6). */
export { FORUM_ALBUM_TASK, handleStaffAlbum } from './albums.ts';
export { handleForumArrival } from './arrivals.ts';
export { forgetEarly } from './early.sql.ts';
export { eraseTopics } from './erase.ts';
export {
  hasStaffGroups,
  isStaffChat,
  readForumSettings,
  troubledGroups,
} from './groups.sql.ts';
export { offerMacros } from './inline.ts';
export {
  FORUM_SETTLED_TASK,
  FORUM_TASK,
  ForumSettledJob,
  followInForum,
} from './jobs.ts';
export { lookAtMoved, type Managing, makeGroupCode } from './link.ts';
export { checkGroup, pauseGroup, setForumSettings, unlinkGroup } from './manage.ts';
export { listGroups } from './overview.ts';
export { handleForumSettled, noteForumSettled } from './settled.ts';
export { handleForumSync } from './sync.ts';
