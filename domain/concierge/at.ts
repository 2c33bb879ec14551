import type { Tx } from '../../base/db/index.ts';
import type { Desk } from '../front-desk/index.ts';

/** Where and when something is done. */
export type At = { tx: Tx; desk: Desk; now: Date };
