import { sql } from 'kysely';
import { announce, type Db, type Tx } from '../../base/db/index.ts';
import { DomainError } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { demandPlaces } from './places.sql.ts';
import { type ActiveRule, Rule, readRule } from './rule.ts';
import { dropTimersOf, moveTimersOf } from './timers.sql.ts';

/** A rule as those see it who manage rules. `paused_at`: when the desk switched it off because it ran too often. */
export type ManagedRule = {
  id: number;
  slug: string | null;
  version: number;
  active: boolean;
  paused_at: Date | null;
  rule: Rule;
  author: string | null;
  updated_at: Date;
  /** Its latest run, and how many within the last day. */
  last_run_at: Date | null;
  runs_today: number;
};

/** One version of a rule. */
export type RuleVersion = { version: number; rule: Rule; author: string | null; created_at: Date };

/** Whoever changes rules, and when. */
export type Managing = { actor: Actor; now: Date };

const ORDER = sql`r.position, r.id`;

/** The rules that are switched on, in their order (U1). */
export async function activeRules(db: Db): Promise<ActiveRule[]> {
  const { rows } = await sql<{ id: number; version: number; spec: unknown }>`
    select r.id, r.version, v.spec from automation_rules r
    join automation_rule_versions v on v.rule_id = r.id and v.version = r.version
    where r.active and r.deleted_at is null order by ${ORDER}`.execute(db);
  return rows.map(({ id, version, spec }) => ({ id, version, rule: Rule.parse(spec) }));
}

/** All rules in their order. `only`: this one. */
export async function listRules(db: Db, now: Date, only?: number): Promise<ManagedRule[]> {
  const { rows } = await sql<Omit<ManagedRule, 'rule'> & { spec: unknown }>`
    select r.id, r.slug, r.version, r.active, r.paused_at, v.spec, v.created_at as updated_at,
      (select name from staff where id = v.author_id) as author,
      (select max(at) from automation_runs where rule_id = r.id) as last_run_at,
      (select count(*)::int from automation_runs where rule_id = r.id and at > ${now}::timestamptz - interval '1 day') as runs_today
    from automation_rules r join automation_rule_versions v on v.rule_id = r.id and v.version = r.version
    where r.deleted_at is null and ${only === undefined ? sql`true` : sql`r.id = ${only}`} order by ${ORDER}`.execute(
    db,
  );
  return rows.map(({ spec, ...row }) => ({ ...row, rule: Rule.parse(spec) }));
}

/** A rule with all its versions, newest first. Refuses (`not_found`) an id that no rule has. */
export async function readManagedRule(
  db: Db,
  id: number,
  now: Date,
): Promise<ManagedRule & { versions: RuleVersion[] }> {
  const [rule] = await listRules(db, now, id);
  if (!rule) throw new DomainError('not_found', 'automation_unknown');
  const { rows } = await sql<Omit<RuleVersion, 'rule'> & { spec: unknown }>`
    select v.version, v.spec, v.created_at, (select name from staff where id = v.author_id) as author
    from automation_rule_versions v where v.rule_id = ${id} order by v.version desc`.execute(db);
  return { ...rule, versions: rows.map(({ spec, ...row }) => ({ ...row, rule: Rule.parse(spec) })) };
}

/** Adds a rule behind the others; returns its id. Refuses (`invalid`) what is none, and names that nothing has. */
export async function addRule(
  tx: Tx,
  input: { rule: unknown; active: boolean },
  by: Managing,
): Promise<number> {
  demand(by.actor, 'automation.manage');
  const rule = readRule(input.rule);
  await demandPlaces(tx, rule);
  const { active } = input;
  const id = await insertRule(tx, { rule, active, slug: null, authorId: by.actor.id, now: by.now });
  await note(tx, 'automation.add', { id, by, after: { version: 1, active } });
  return id;
}

async function insertRule(
  tx: Tx,
  made: { rule: Rule; active: boolean; slug: string | null; authorId: number | null; now: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into automation_rules (slug, position, active, created_at)
    select ${made.slug}, coalesce(max(position), -1) + 1, ${made.active}, ${made.now}::timestamptz from automation_rules
    on conflict (slug) do nothing returning id`.execute(tx);
  const id = rows[0]?.id ?? 0;
  if (id > 0) await insertVersion(tx, { id, version: 1, ...made });
  return id;
}

async function insertVersion(
  tx: Tx,
  kept: { id: number; version: number; rule: Rule; authorId: number | null; now: Date },
): Promise<void> {
  await tx
    .insertInto('automation_rule_versions')
    .values({
      ...{ rule_id: kept.id, version: kept.version, spec: JSON.stringify(kept.rule) },
      ...{ author_id: kept.authorId, created_at: kept.now },
    })
    .execute();
  announce(tx, { rules: true });
}

/** Saves a rule anew, as its next version; its timers move with it. Refuses (`conflict`) when somebody saved it since `base`, the
 * version that was edited. */
export async function saveRule(
  tx: Tx,
  change: { id: number; base: number; rule: unknown },
  by: Managing,
): Promise<void> {
  demand(by.actor, 'automation.manage');
  const rule = readRule(change.rule);
  await demandPlaces(tx, rule);
  const { version, rule: before } = await lockRule(tx, change.id);
  if (version !== change.base) throw new DomainError('conflict', 'automation_changed');
  const next = version + 1;
  await tx.updateTable('automation_rules').set({ version: next }).where('id', '=', change.id).execute();
  await insertVersion(tx, { id: change.id, version: next, rule, authorId: by.actor.id, now: by.now });
  const [old, now] = [before.trigger, rule.trigger];
  if (old.on === 'time_since' && now.on === 'time_since' && old.moment === now.moment) {
    if (old.minutes !== now.minutes) await moveTimersOf(tx, change.id, now.minutes);
  } else if (old.on === 'time_since') await dropTimersOf(tx, change.id);
  await note(tx, 'automation.save', { id: change.id, by, before: { version }, after: { version: next } });
}

/** Switches a rule on or off. Off, its timers go; on, it serves what happens from now on. */
export async function switchRule(
  tx: Tx,
  change: { id: number; active: boolean },
  by: Managing,
): Promise<void> {
  demand(by.actor, 'automation.manage');
  const before = await lockRule(tx, change.id);
  if (before.active === change.active) return;
  await setActive(tx, change.id, { active: change.active, pausedAt: null });
  const { active } = change;
  await note(tx, 'automation.switch', {
    ...{ id: change.id, by, before: { active: before.active }, after: { active } },
  });
}

/** The desk switches off a rule that ran too often; whoever manages rules may switch it on again. */
export async function pauseRule(tx: Tx, id: number, now: Date): Promise<void> {
  await setActive(tx, id, { active: false, pausedAt: now });
  await record(tx, {
    ...{ by: { kind: 'system' }, action: 'automation.pause', object: { kind: 'automation', id }, now },
    ...{ before: { active: true }, after: { active: false } },
  });
}

async function setActive(tx: Tx, id: number, to: { active: boolean; pausedAt: Date | null }): Promise<void> {
  await tx
    .updateTable('automation_rules')
    .set({ active: to.active, paused_at: to.pausedAt })
    .where('id', '=', id)
    .execute();
  if (!to.active) await dropTimersOf(tx, id);
  announce(tx, { rules: true });
}

/** Sets the order in which rules act: all of them, by id. Refuses (`conflict`) a list that names others than there are. */
export async function orderRules(tx: Tx, ids: readonly number[], by: Managing): Promise<void> {
  demand(by.actor, 'automation.manage');
  const { rows } = await sql<{ id: number }>`
    select id from automation_rules r where deleted_at is null order by ${ORDER} for no key update`.execute(
    tx,
  );
  const before = rows.map(({ id }) => id);
  if (ids.length !== before.length || !before.every((id) => ids.includes(id)))
    throw new DomainError('conflict', 'automation_order');
  await sql`
    update automation_rules r set position = o.place from unnest(${[...ids]}::bigint[]) with ordinality as o (id, place)
    where r.id = o.id`.execute(tx);
  announce(tx, { rules: true });
  await note(tx, 'automation.order', { id: 'all', by, before: { order: before }, after: { order: ids } });
}

/** Deletes a rule; its versions and runs stay to be read. */
export async function deleteRule(tx: Tx, id: number, by: Managing): Promise<void> {
  demand(by.actor, 'automation.manage');
  const { version } = await lockRule(tx, id);
  await setActive(tx, id, { active: false, pausedAt: null });
  await tx.updateTable('automation_rules').set({ deleted_at: by.now }).where('id', '=', id).execute();
  await note(tx, 'automation.delete', { id, by, before: { version } });
}

/** Adds rules of the starter set that were never there, by slug. */
export async function addStarterRules(
  tx: Tx,
  starters: readonly { slug: string; active: boolean; rule: Rule }[],
  now: Date,
): Promise<void> {
  for (const starter of starters) await insertRule(tx, { ...starter, authorId: null, now });
}

async function lockRule(tx: Tx, id: number): Promise<{ version: number; active: boolean; rule: Rule }> {
  const { rows } = await sql<{ version: number; active: boolean; spec: unknown }>`
    select r.version, r.active, v.spec from automation_rules r
    join automation_rule_versions v on v.rule_id = r.id and v.version = r.version
    where r.id = ${id} and r.deleted_at is null for no key update of r`.execute(tx);
  const [row] = rows;
  if (!row) throw new DomainError('not_found', 'automation_unknown');
  return { version: row.version, active: row.active, rule: Rule.parse(row.spec) };
}

type Fields = Record<string, unknown>;

async function note(
  tx: Tx,
  action: string,
  what: { id: number | 'all'; by: Managing; before?: Fields; after?: Fields },
): Promise<void> {
  const { id, by, before, after } = what;
  await record(tx, {
    ...{ by: authorOf(by.actor), action, object: { kind: 'automation', id }, now: by.now },
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  });
}
