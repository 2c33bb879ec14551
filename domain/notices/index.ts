/** The door of notices: people of the staff are told in Telegram what needs them (F4, U1). */
export { readWish, saveWish, TELL_TASK, type Wish } from './notices.sql.ts';
export { handleNotice, handleTell } from './tell.ts';
