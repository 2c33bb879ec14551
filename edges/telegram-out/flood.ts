/** From so many chats in a row that were told to wait, it is not the chats that are meant. */
const CHATS = 3;

/** Telegram asks to wait without saying who. One chat that is told so waits alone; when several in a row are, and nothing was taken in
 * between, the whole bot is meant, and every further call would only be refused as well. */
export type FloodWatch = {
  /** Something was taken. */
  passed(): void;
  /** A call for this lane was told to wait; true: the bot as a whole is meant. */
  refused(lane: string): boolean;
};

/** Watches the calls of one process. */
export function floodWatch(): FloodWatch {
  const told = new Set<string>();
  return {
    passed: () => told.clear(),
    refused(lane) {
      told.add(lane);
      return told.size >= CHATS;
    },
  };
}
