/** The door of the queues: the order of work, the next ticket, giving tickets out and taking them back (Q1, Q5). */
export {
  type Eta,
  estimate,
  etaAtTheEnd,
  isMuchEarlier,
  type Load,
  nextTick,
  renew,
  renewalAt,
  roundTime,
  type Supply,
  stepAfter,
} from './eta.ts';
export { ASSIGN_TASK, followTicket, followUp } from './follow.ts';
export { QUEUE_POSITION, takeNext } from './next.sql.ts';
export { compareWork, type WorkItem } from './order.ts';
export {
  headOfQueue,
  measureAt,
  measureQueue,
  type Outlook,
  PACE_EVERY_MS,
  PACE_TASK,
  readLoads,
  readOutlook,
} from './pace.sql.ts';
export { type Measured, minutesEach } from './pace.ts';
export {
  GONE_TASK,
  LEFT_TASK,
  lookAgainAt,
  noticeGone,
  readPresence,
  SHIFT_TASK,
  seePeople,
  setPresence,
  startShift,
} from './presence.sql.ts';
export { giveOut } from './push.sql.ts';
export { chooseServer, type Server } from './push.ts';
export { atWork } from './shifts.ts';
export { supplyOf } from './supply.ts';
export { keepIfThere, watchAssignee } from './watch.sql.ts';
export { type Presence, watch } from './watch.ts';
export { WATCH_TASK } from './watching.sql.ts';
export { followQueue, readWorkFacts, setWorkFacts, type WorkFacts } from './work.sql.ts';
