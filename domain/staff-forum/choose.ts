/** A staff group as a place for one more topic. */
export type Room = { id: number; topics: number; waiting: number };

/** So many waiting messages are a minute's worth: the group's budget is used up. */
const BUSY = 20;

/** In which group the next ticket gets its topic (P6): the first that is neither full nor busy; where all are busy, the least busy one.
 * Undefined: all are full, or there are none. */
export function chooseGroup(rooms: readonly Room[], mostTopics: number): Room | undefined {
  const open = rooms.filter(({ topics }) => topics < mostTopics);
  const free = open.find(({ waiting }) => waiting < BUSY);
  return free ?? open.toSorted((a, b) => a.waiting - b.waiting)[0];
}
