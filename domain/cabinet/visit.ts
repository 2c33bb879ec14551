import type { Tx } from '../../base/db/index.ts';
import type { Customer } from '../customers/index.ts';
import type { Desk } from '../front-desk/index.ts';

/** A signed-in customer who does something. */
export type Visit = { tx: Tx; desk: Desk; customer: Customer };
