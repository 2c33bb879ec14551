import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';
import { LANGUAGES } from '../../base/i18n/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { type MacroVersion, macroNamed, renderMacro, VARIABLES } from '../replies/index.ts';
import type { Action, Condition, Rule } from './rule.ts';

type Known = { queues: string[]; topics: string[]; calendars: string[]; staff: number[] };

/** Refuses (`invalid`) a rule that names what is not there, or a macro that only a person can send. */
export async function demandPlaces(db: Db, rule: Rule): Promise<void> {
  const { rows } = await sql<Known>`
    select (select coalesce(json_agg(slug), '[]') from queues) as queues, (select coalesce(json_agg(slug), '[]') from topics) as topics,
      (select coalesce(json_agg(distinct slug), '[]') from sla_calendars) as calendars,
      (select coalesce(json_agg(id), '[]') from staff where active) as staff`.execute(db);
  const [known] = rows;
  if (!known) return;
  for (const list of ['all', 'any'] as const) {
    for (const [place, condition] of rule[list].entries()) demandKnown(known, condition, `${list}.${place}`);
  }
  for (const [place, action] of rule.actions.entries()) {
    const field = `actions.${place}`;
    if (action.do === 'move_queue') among(known.queues, action.to, { field, kind: 'queue' });
    if (action.do === 'assign' && action.to !== null && !known.staff.includes(action.to))
      refuse(field, 'this person does not work here any more; choose somebody else');
    if (action.do === 'macro' || action.do === 'end') await demandMacro(db, action, field);
  }
}

function demandKnown(known: Known, condition: Condition, field: string): void {
  switch (condition.field) {
    case 'queue':
      return condition.in.forEach((slug) => among(known.queues, slug, { field, kind: 'queue' }));
    case 'topic':
      return condition.in.forEach((slug) => among(known.topics, slug, { field, kind: 'topic' }));
    case 'business_hours':
      return among(known.calendars, condition.calendar, { field, kind: 'calendar' });
    default:
  }
}

function among(known: readonly string[], slug: string, at: { field: string; kind: string }): void {
  if (!known.includes(slug)) refuse(at.field, `there is no ${at.kind} ${slug}; choose one that exists`);
}

async function demandMacro(
  db: Db,
  action: Extract<Action, { do: 'macro' | 'end' }>,
  field: string,
): Promise<void> {
  const macro = await macroNamed(db, action.macro);
  if (!macro) return refuse(field, `there is no macro ${action.macro} in use; choose another one`);
  const problem = onlyForPeople(macro);
  if (problem) refuse(field, problem);
  const acts = macro.actions.status !== undefined || macro.actions.assignee !== undefined;
  if (action.do === 'end' && acts)
    refuse(field, 'this macro moves the ticket itself; choose one that only writes');
}

const KNOWN_BY_ITSELF = Object.fromEntries(
  VARIABLES.filter((name) => name !== 'agent').map((name) => [name, name]),
);

/** Why the desk cannot send a macro by itself; undefined when it can. */
function onlyForPeople(macro: MacroVersion): string | undefined {
  for (const language of LANGUAGES) {
    if (macro.texts[language] === undefined) continue;
    const { missing } = renderMacro(macro.texts, language, KNOWN_BY_ITSELF);
    if (missing.length > 0)
      return `this macro needs ${missing.join(', ')}, which only a person knows; choose one without`;
  }
  if (macro.actions.assignee === 'me')
    return 'this macro gives the ticket to whoever sends it; choose another one';
  return undefined;
}

function refuse(field: string, problem: string): never {
  throw new DomainError('invalid', 'request_invalid', { field, problem });
}
