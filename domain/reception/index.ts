import type { Tx } from '../../base/db/index.ts';
import { type Arrival, type Desk, handleArrival, type PlaceArrival } from '../front-desk/index.ts';

/** Hands whatever reached the desk to the room whose chat it is, in the caller's transaction: a private chat to the front desk. Nobody
 * listens in groups and channels that have no part in the desk (P1–P3). */
export async function handOver(tx: Tx, desk: Desk, arrival: Arrival | PlaceArrival): Promise<void> {
  if ('place' in arrival) return;
  await handleArrival(tx, desk, arrival);
}
