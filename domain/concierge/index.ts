/** The door of the concierge: chats of a person's own account that are tickets' conversations (P5). */
export { demandPersonal, readUpTo, takeToBot } from './answering.ts';
export type { BusinessArrival, BusinessWhat } from './arrival.types.ts';
export { onChatStart } from './chat-start.ts';
export { followDelivery } from './connection.ts';
export { listConcierges } from './connections.sql.ts';
export { handleBusiness } from './hearing.ts';
export { readLetsIn, setLetsIn } from './settings.sql.ts';
export { markVip } from './vip.ts';
export { type ConnectionState, type Right, windowUntil } from './window.ts';
