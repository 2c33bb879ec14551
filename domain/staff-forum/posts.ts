/** A message of a ticket that its topic does not show yet. */
export type Unshown = {
  id: number;
  /** Where Telegram can copy it from; null: from nowhere, it was written in the cabinet, the console or a chat of somebody's own. */
  copy: { telegramChat: number; messageId: number } | null;
  album: string | null;
};

/** What is to be put into a topic: messages copied as they are, one in our own words, or the sum of several. */
export type Post =
  | { form: 'copy'; from: number; messages: readonly Unshown[] }
  | { form: 'words'; message: Unshown }
  | { form: 'summary'; messages: readonly Unshown[] };

/** With so many messages waiting, the topic is half a minute behind. */
const PRESSED = 10;
/** More at once are not read one by one anyway. */
const MOST_AT_ONCE = 8;

/** How a topic shows these messages: one by one, albums together; a sum of them while its group is behind (P6). */
export function postsOf(messages: readonly Unshown[], waiting: number): Post[] {
  if (messages.length === 0) return [];
  if (waiting >= PRESSED || messages.length > MOST_AT_ONCE) return [{ form: 'summary', messages }];
  const posts: Post[] = [];
  for (const message of messages) {
    const last = posts.at(-1);
    if (message.copy === null) posts.push({ form: 'words', message });
    else if (last?.form === 'copy' && sameAlbum(last.messages[0], message))
      posts[posts.length - 1] = { ...last, messages: [...last.messages, message] };
    else posts.push({ form: 'copy', from: message.copy.telegramChat, messages: [message] });
  }
  return posts;
}

const sameAlbum = (a: Unshown | undefined, b: Unshown): boolean =>
  a !== undefined && a.album !== null && a.album === b.album && a.copy?.telegramChat === b.copy?.telegramChat;
