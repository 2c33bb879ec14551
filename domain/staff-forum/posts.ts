/** A message of a ticket that its topic does not show yet. */
export type Unshown = {
  id: number;
  /** Where Telegram can copy it from, an album with all its items; null: from nowhere, it was written in the cabinet, the console or a chat
   * of somebody's own. */
  copy: { telegramChat: number; messageIds: readonly number[] } | null;
};

/** What is to be put into a topic: one copied as it is, one in our own words, or the sum of several. */
export type Post =
  | { form: 'copy' | 'words'; message: Unshown }
  | { form: 'summary'; messages: readonly Unshown[] };

/** With so many messages waiting, the topic is half a minute behind. */
const PRESSED = 10;
/** More at once are not read one by one anyway. */
const MOST_AT_ONCE = 8;

/** How a topic shows these messages: one by one; a sum of them while its group is behind (P6). */
export function postsOf(messages: readonly Unshown[], waiting: number): Post[] {
  if (messages.length === 0) return [];
  if (waiting >= PRESSED || messages.length > MOST_AT_ONCE) return [{ form: 'summary', messages }];
  return messages.map((message) => ({ form: message.copy === null ? 'words' : 'copy', message }));
}
