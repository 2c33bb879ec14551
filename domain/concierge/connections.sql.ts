import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { ConnectionState, Right } from './window.ts';

/** A member of the staff who serves as a concierge, and how their account is connected. `accountId` is the account's number. */
export type Concierge = {
  staffId: number;
  name: string;
  accountId: number;
  connection: string;
  rights: readonly Right[];
  state: ConnectionState;
  connectedAt: Date;
};

/** The permission without which nobody is a concierge. */
export const SERVES = 'concierge.serve';

type Row = {
  staff_id: number;
  name: string;
  account_id: number;
  connection: string;
  rights: string[];
  state: string;
  serves: boolean;
  connected_at: Date;
};

const RIGHTS: readonly Right[] = ['reply', 'read', 'delete'];

const fromRow = (row: Row): Concierge => ({
  ...{ staffId: row.staff_id, name: row.name, accountId: row.account_id, connection: row.connection },
  rights: RIGHTS.filter((right) => row.rights.includes(right)),
  // Whoever may not serve any more is out at once, whatever their account still tells us.
  state: row.serves ? (row.state as ConnectionState) : row.state === 'off' ? 'off' : 'lost',
  connectedAt: row.connected_at,
});

const SELECT = sql`
  select c.*, s.name, (s.active and ${SERVES} = any(r.permissions)) as serves
  from concierges c join staff s on s.id = c.staff_id join roles r on r.name = s.role`;

/** The concierge whose connection has this name, if they may serve and it holds. */
export async function servingBy(db: Db, connection: string): Promise<Concierge | undefined> {
  const { rows } = await sql<Row>`${SELECT} where c.connection = ${connection}`.execute(db);
  const concierge = rows[0] && fromRow(rows[0]);
  return concierge?.state === 'connected' ? concierge : undefined;
}

/** How this member of the staff is connected; undefined: they never were. */
export async function conciergeById(db: Db, staffId: number): Promise<Concierge | undefined> {
  const { rows } = await sql<Row>`${SELECT} where c.staff_id = ${staffId}`.execute(db);
  return rows[0] && fromRow(rows[0]);
}

/** Everybody who connected their account once and still works here, by name. */
export async function listConcierges(db: Db): Promise<Concierge[]> {
  const { rows } = await sql<Row>`${SELECT} where s.active order by s.name, s.id`.execute(db);
  return rows.map(fromRow);
}

/** What a connection is now. */
export type NewConnection = {
  staffId: number;
  accountId: number;
  ownerChatId: number;
  connection: string;
  rights: readonly Right[];
  enabled: boolean;
  now: Date;
};

/** Notes how a connection stands; one that is newer takes the place of the member's earlier one. Returns false when an old one ended that
 * another has replaced already. */
export async function keepConnection(tx: Tx, to: NewConnection): Promise<boolean> {
  const { staffId, accountId, ownerChatId, connection, rights, enabled, now } = to;
  const state: ConnectionState = enabled ? 'connected' : 'off';
  const { rows } = await sql`
    insert into concierges as c (staff_id, account_id, owner_chat_id, connection, rights, state, connected_at, changed_at)
    values (${staffId}, ${accountId}, ${ownerChatId}, ${connection}, ${[...rights]}::text[], ${state}, ${now}, ${now})
    on conflict (staff_id) do update set account_id = excluded.account_id, owner_chat_id = excluded.owner_chat_id,
      connection = excluded.connection, rights = excluded.rights, state = excluded.state, changed_at = excluded.changed_at,
      connected_at = case when excluded.state = 'connected' and c.state <> 'connected' then excluded.connected_at else c.connected_at end
      where ${enabled}::boolean or c.connection = excluded.connection
    returning staff_id`.execute(tx);
  return rows.length > 0;
}

/** Notes that Telegram no longer knows this member's connection. Returns the bot's own chat with them, by Telegram's number; undefined
 * when it was lost already. */
export async function loseConnection(tx: Tx, staffId: number, now: Date): Promise<number | undefined> {
  const row = await tx
    .updateTable('concierges')
    .set({ state: 'lost', changed_at: now })
    .where('staff_id', '=', staffId)
    .where('state', '=', 'connected')
    .returning('owner_chat_id')
    .executeTakeFirst();
  return row?.owner_chat_id;
}
