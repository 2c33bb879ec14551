import { sql } from 'kysely';
import type { Db } from '../../base/db/index.ts';

/** Which entries: those of an object or an author (`kind:id`, or `kind` alone), older than entry `before`. */
export type AuditQuery = {
  object?: { kind: string; id?: string | undefined } | undefined;
  actor?: { kind: string; id?: number | undefined } | undefined;
  before?: number | undefined;
  limit: number;
};

/** What was done at the desk, newest first, and the way to the next page (C6). */
export async function readAudit(db: Db, query: AuditQuery) {
  const { object, actor, before, limit } = query;
  const { rows } = await sql<{
    id: number;
    at: Date;
    actor_kind: 'staff' | 'operator' | 'bot' | 'system';
    actor_id: number | null;
    actor_name: string | null;
    action: string;
    object_kind: string;
    object_id: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
    place: 'console' | 'bot' | 'cli' | 'system';
    address_hash: string | null;
    position: number | null;
  }>`
    select e.id, e.at, e.actor_kind, e.actor_id, s.name as actor_name, e.action, e.object_kind, e.object_id, e.before, e.after,
      e.place, e.address_hash, e.position
    from audit_entries e left join staff s on e.actor_kind = 'staff' and s.id = e.actor_id
    where ${object ? sql`e.object_kind = ${object.kind}` : sql`true`}
      and ${object?.id === undefined ? sql`true` : sql`e.object_id = ${object.id}`}
      and ${actor ? sql`e.actor_kind = ${actor.kind}` : sql`true`}
      and ${actor?.id === undefined ? sql`true` : sql`e.actor_id = ${actor.id}`}
      and ${before === undefined ? sql`true` : sql`e.id < ${before}`}
    order by e.id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  return {
    entries: page.map(({ actor_kind, actor_id, actor_name, object_kind, object_id, ...entry }) => ({
      ...entry,
      actor: { kind: actor_kind, id: actor_id, name: actor_name },
      object: { kind: object_kind, id: object_id },
    })),
    next_cursor: rows.length > limit ? String(page.at(-1)?.id) : null,
  };
}
