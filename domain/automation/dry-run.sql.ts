import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import { macroNamed } from '../replies/index.ts';
import { busiestMinute, type Match, type Trial, tryOnPast } from './dry-run.ts';
import { JOINED_AT, readCalendars } from './facts.sql.ts';
import type { MacroDeeds } from './foresee.ts';
import type { Entry, Known } from './past.ts';
import { demandPlaces } from './places.sql.ts';
import { type Rule, readRule } from './rule.ts';

/** What is to be tried: on the newest `last` tickets that were opened in the period. */
export type TrialQuery = {
  rule: unknown;
  id?: number | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  last: number;
};

const AT_ONCE = 50;
const BUDGET_MS = 8000;
const STATEMENT_MS = 5000;
const MOST_SHOWN = 200;

/** Tries a rule on the past, without effect (U1), in a read-only transaction and some seconds at most: what is not looked at by then is
 * said. Refuses (`invalid`) what is no rule, and names that nothing has. */
export async function dryRun(db: Db, query: TrialQuery, now: Date) {
  const rule = readRule(query.rule);
  await demandPlaces(db, rule);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(STATEMENT_MS)}, true)`.execute(tx);
      const trial = await trialOf(tx, { ...query, rule }, now);
      const wanted = await ticketsIn(tx, query, now);
      const found: { known: Known; match: Match }[] = [];
      let lookedAt = 0;
      let incomplete = wanted.length > query.last;
      const queues = await queuesById(tx);
      for (let from = 0; from < Math.min(wanted.length, query.last); from += AT_ONCE) {
        if ((await spentMs(tx)) > BUDGET_MS) {
          incomplete = true;
          break;
        }
        const ids = wanted.slice(from, Math.min(from + AT_ONCE, query.last));
        const pasts = await readPasts(tx, ids, queues);
        lookedAt += pasts.length;
        for (const { known, entries } of pasts)
          found.push(...tryOnPast(trial, known, entries).map((match) => ({ known, match })));
      }
      return summed(found, { lookedAt, complete: !incomplete, rule });
    });
}

/** How long this transaction has run by the database's clock, which no sandbox moves. */
async function spentMs(tx: Tx): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    select extract(epoch from clock_timestamp() - transaction_timestamp())::float8 * 1000 as ms`.execute(tx);
  return rows[0]?.ms ?? 0;
}

function summed(
  found: readonly { known: Known; match: Match }[],
  of: { lookedAt: number; complete: boolean; rule: Rule },
) {
  const newest = found.toSorted((a, b) => Number(b.match.at) - Number(a.match.at));
  return {
    ...{ looked_at: of.lookedAt, complete: of.complete, times_matched: found.length },
    tickets_matched: new Set(found.map(({ known }) => known.id)).size,
    busiest_minute: busiestMinute(found.map(({ match }) => match.at)),
    matches: newest.slice(0, MOST_SHOWN).map(({ known, match: { at, went } }) => ({
      ...{ ticket: known.id, subject: known.subject, at, outcome: went.outcome },
      deeds: 'deeds' in went ? went.deeds : [],
      why: 'why' in went ? went.why : null,
    })),
    unknown: unknownOf(of.rule),
  };
}

/** What the past does not say of what this rule asks. */
function unknownOf({ all, any, trigger, actions }: Rule): string[] {
  const fields = new Set([...all, ...any].map(({ field }) => field));
  const moves = actions.some((action) => action.do !== 'note' && action.do !== 'notify');
  return [
    ...(fields.has('vip') ? ['vip'] : []),
    ...(fields.has('business_hours') ? ['calendar'] : []),
    ...(fields.has('words') ? ['words'] : []),
    ...(fields.has('queue') ? ['queue'] : []),
    ...(moves || trigger.on === 'time_since' ? ['people', 'others'] : []),
  ];
}

async function trialOf(db: Db, query: Omit<TrialQuery, 'rule'> & { rule: Rule }, now: Date): Promise<Trial> {
  const { rule, id } = query;
  const { rows } = await sql<{ id: number }>`
    select r.id from automation_rules r
    where (r.position, r.id) < (select o.position, o.id from automation_rules o where o.id = ${id ?? null}::bigint)
      or ${id === undefined}`.execute(db);
  const before = new Set(rows.map((row) => row.id));
  const macros: Map<string | number, Awaited<ReturnType<typeof deedsOf>>> = new Map();
  for (const action of rule.actions) {
    if (action.do === 'macro') macros.set(action.macro, await deedsOf(db, action.macro));
  }
  const known = [...macros].flatMap(([name, deeds]) => (deeds ? [[name, deeds] as const] : []));
  const deeds: MacroDeeds = new Map(known);
  return { rule, id, before, calendars: await readCalendars(db, [rule]), macros: deeds, until: now };
}

const deedsOf = async (db: Db, name: string | number) => (await macroNamed(db, name))?.actions;

async function ticketsIn(db: Db, { from, until, last }: TrialQuery, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from tickets where created_at < ${until ?? now}::timestamptz
      and (${from ?? null}::timestamptz is null or created_at >= ${from ?? null}::timestamptz)
    order by id desc limit ${last + 1}`.execute(db);
  // Without a beginning, older tickets are not left out: they were not asked for.
  return rows.map(({ id }) => id).slice(0, from === undefined ? last : last + 1);
}

async function queuesById(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('queues').select(['id', 'slug']).execute();
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

type Row = {
  ticket_id: number;
  at: Date;
  kind: Entry['kind'];
  what: string | null;
  by: string | null;
  text: string | null;
  data: Record<string, unknown> | null;
};

async function readPasts(
  db: Db,
  ids: readonly number[],
  queues: Known['queues'],
): Promise<{ known: Known; entries: Entry[] }[]> {
  const tickets = await sql<Omit<Known, 'queues'>>`
    select t.id, t.subject, t.created_at as "createdAt", p.slug as topic, t.language, t.vip, q.slug as queue
    from tickets t join queues q on q.id = t.queue_id left join topics p on p.id = t.topic_id
    where t.id = any(${[...ids]}::bigint[])`.execute(db);
  const { rows } = await sql<Row>`
    select * from (
      select e.ticket_id, e.at, 2 as place, e.id, 'event' as kind, e.kind as what, e.actor_kind as by, null as text, e.data
      from ticket_events e where e.ticket_id = any(${[...ids]}::bigint[])
      union all
      select m.ticket_id, ${JOINED_AT}, 1, m.id, 'said', null, null, m.text, null from messages m join tickets t on t.id = m.ticket_id
      where m.ticket_id = any(${[...ids]}::bigint[]) and m.author_kind = 'customer'
      union all
      select m.ticket_id, m.created_at, 1, m.id, 'answered', null, null, null, null from messages m
      where m.ticket_id = any(${[...ids]}::bigint[]) and m.author_kind = 'staff' and m.visibility = 'public'
      union all
      select s.ticket_id, s.at, 3, s.id, 'sla', s.kind, s.metric, null, null from sla_events s
      where s.ticket_id = any(${[...ids]}::bigint[]) and s.kind in ('warn', 'breach')
    ) past order by ticket_id, at, place, id`.execute(db);
  const entries = Map.groupBy(rows, ({ ticket_id }) => ticket_id);
  return tickets.rows.map((ticket) => ({
    known: { ...ticket, queues },
    entries: (entries.get(ticket.id) ?? []).map(entryOf),
  }));
}

function entryOf({ at, kind, what, by, text, data }: Row): Entry {
  switch (kind) {
    case 'said':
      return { kind, at, text: text ?? '' };
    case 'answered':
      return { kind, at };
    case 'sla':
      return { kind, at, moment: what === 'warn' ? 'warn' : 'breach', metric: by ?? '' };
    case 'event':
      return { kind, at, what: what ?? '', by: by ?? '', data: data ?? {} };
  }
}
