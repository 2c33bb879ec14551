import type { Tx } from '../../base/db/index.ts';
import type { Topic } from '../chats/index.ts';
import type { Customer } from '../customers/index.ts';
import type { Desk } from '../front-desk/index.ts';
import type { Ticket } from '../tickets/index.ts';
import type { StaffGroup } from './groups.sql.ts';
import type { StaffTopic } from './topics.sql.ts';

/** The desk at work in its staff groups. */
export type ForumWork = { tx: Tx; desk: Desk; now: Date };

/** A topic that stands, with its ticket as it is. */
export type Standing = {
  ticket: Ticket;
  customer: Customer;
  standing: StaffTopic;
  group: StaffGroup;
  thread: number;
};

/** Where something is to be put, and whom to tell how it went. */
export type Spot = Standing & { place: Topic; ref: Record<string, number> };
