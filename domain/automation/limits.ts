/** How many runs may follow from each other: what the third one does sets nothing off any more. */
export const MOST_DEEP = 3;
/** How often rules may run on one ticket within an hour, all rules together. */
export const MOST_A_TICKET = 20;
/** How often one rule may run within a minute, on all tickets; one that wants more is switched off, and a notice says so. */
export const MOST_A_MINUTE = 300;

/** Why a rule that fits may not run. `own_effect`: it would answer what it has done itself; `too_deep`: too many rules led to this. */
export type Limit = 'own_effect' | 'too_deep' | 'ticket_limit' | 'rule_limit';

/** What limits look at. `onTicket`: runs on this ticket within the last hour; `ofRule`: runs of this rule within the last minute. */
export type Load = { ruleId: number; chain: readonly number[]; onTicket: number; ofRule: number };

/** Why a rule may not run now; undefined when it may. */
export function limited({ ruleId, chain, onTicket, ofRule }: Load): Limit | undefined {
  if (chain.includes(ruleId)) return 'own_effect';
  if (chain.length >= MOST_DEEP) return 'too_deep';
  if (onTicket >= MOST_A_TICKET) return 'ticket_limit';
  if (ofRule >= MOST_A_MINUTE) return 'rule_limit';
  return undefined;
}
