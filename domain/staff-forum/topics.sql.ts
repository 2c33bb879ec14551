import { type Selectable, sql } from 'kysely';
import type { StaffTopics } from '../../base/db/generated/schema.ts';
import { type Db, later, type Tx } from '../../base/db/index.ts';
import type { Topic } from '../chats/index.ts';

/** A ticket's topic as it is stored. */
export type StaffTopic = Selectable<StaffTopics>;

/** Locks a ticket's topic until the end of the transaction. */
export async function lockTopic(tx: Tx, ticketId: number): Promise<StaffTopic | undefined> {
  return tx
    .selectFrom('staff_topics')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .forUpdate()
    .executeTakeFirst();
}

/** Locks the topic that has this number of Telegram's in a group: what is written there is handled one after another. */
export async function lockThread(tx: Tx, groupId: number, thread: number): Promise<StaffTopic | undefined> {
  return tx
    .selectFrom('staff_topics')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('thread_id', '=', thread)
    .forUpdate()
    .executeTakeFirst();
}

/** As `lockThread`, after whoever notes the number of a topic of this group at this moment. `underWay`: others of its topics are being made,
 * and this may be one of them. */
export async function lockUnderWay(
  tx: Tx,
  groupId: number,
  thread: number,
): Promise<{ topic: StaffTopic | undefined; underWay: boolean }> {
  const rows = await tx
    .selectFrom('staff_topics')
    .selectAll()
    .where('group_id', '=', groupId)
    .where((eb) => eb.or([eb('thread_id', '=', thread), eb('thread_id', 'is', null)]))
    .orderBy('ticket_id')
    .forUpdate()
    .execute();
  return { topic: rows.find(({ thread_id: id }) => id === thread), underWay: rows.length > 0 };
}

/** Notes that a topic is being made; false when another process does so already. */
export async function insertTopic(
  tx: Tx,
  topic: Pick<StaffTopic, 'ticket_id' | 'group_id' | 'name' | 'icon' | 'made_at'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('staff_topics')
    .values(topic)
    .onConflict((conflict) => conflict.doNothing())
    .returning('ticket_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes a locked topic. */
export async function setTopic(tx: Tx, ticketId: number, set: Partial<StaffTopic>): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await tx.updateTable('staff_topics').set(set).where('ticket_id', '=', ticketId).modifyEnd(later).execute();
}

/** Forgets a topic that is gone, and what stood in it. */
export async function dropTopic(tx: Tx, ticketId: number): Promise<void> {
  await forgetBridges(tx, ticketId);
  await tx.deleteFrom('staff_topics').where('ticket_id', '=', ticketId).execute();
}

/** Forgets what stood in a topic that is gone. */
export async function forgetBridges(tx: Tx, ticketId: number): Promise<void> {
  await tx.deleteFrom('staff_bridges').where('ticket_id', '=', ticketId).execute();
}

/** A bridge between a message and the one that stands for it in the topic. */
export type Bridge = {
  messageId: number;
  direction: 'topic' | 'customer' | 'note';
  form: 'copy' | 'words' | 'summary' | 'own';
  post: number;
  state: 'waiting' | 'there' | 'failed';
  groupMessageId?: number;
  editedAt: Date | null;
};

/** Notes bridges of a ticket's topic, or notes them anew. */
export async function saveBridges(tx: Tx, ticketId: number, bridges: readonly Bridge[]): Promise<void> {
  if (bridges.length === 0) return;
  await tx
    .insertInto('staff_bridges')
    .values(
      bridges.map(({ messageId, groupMessageId, editedAt, ...bridge }) => ({
        ...{ ...bridge, ticket_id: ticketId, message_id: messageId, edited_at: editedAt },
        group_message_id: groupMessageId ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['ticket_id', 'message_id']).doUpdateSet((eb) => ({
        direction: eb.ref('excluded.direction'),
        form: eb.ref('excluded.form'),
        post: eb.ref('excluded.post'),
        state: eb.ref('excluded.state'),
        group_message_id: eb.ref('excluded.group_message_id'),
        edited_at: eb.ref('excluded.edited_at'),
      })),
    )
    .modifyEnd(later)
    .execute();
}

/** A post of a topic of this generation. */
export type PostAt = { ticketId: number; generation: number; post: number };

/** Notes how a post went: where its messages stand in the group now, one id each or one for all, or that they could not be put there.
 * `behind`: some of them are said otherwise by now, or no more. `nothing`: there are none, or, unless it is to `wait`, somebody else is at
 * them. */
export async function settlePost(
  tx: Tx,
  { ticketId, generation, post }: PostAt,
  how: { groupMessageIds: readonly number[] | undefined; wait: boolean },
): Promise<'noted' | 'behind' | 'nothing'> {
  const ids = [...(how.groupMessageIds ?? [])];
  const locked = how.wait ? sql`` : sql`skip locked`;
  // The words are held as well: whoever changes them meanwhile comes before this or finds that they stand there.
  const { rows } = await sql<{ behind: boolean }>`
    with mine as (
      select count(*) as many from staff_bridges where ticket_id = ${ticketId} and post = ${post} and direction = 'topic'
    ), held as (
      select b.message_id, m.edited_at, m.deleted_at is not null or m.removed_at is not null as gone
      from staff_bridges b join messages m on m.id = b.message_id join staff_topics t on t.ticket_id = b.ticket_id
      where b.ticket_id = ${ticketId} and b.post = ${post} and b.direction = 'topic' and t.generation = ${generation}
      for update of b ${locked} for share of m ${locked}
    ), these as (
      select *, row_number() over (order by message_id) as place, count(*) over () as many from held
    )
    update staff_bridges b set state = ${how.groupMessageIds ? 'there' : 'failed'},
      group_message_id = coalesce((${ids}::bigint[])[case
        when these.many = cardinality(${ids}::bigint[]) then these.place else 1 end], b.group_message_id)
    from these join mine using (many) where b.ticket_id = ${ticketId} and b.message_id = these.message_id
    returning b.form <> 'summary' and (these.gone or b.edited_at is distinct from these.edited_at) as behind`.execute(
    tx,
  );
  if (rows.length === 0) return 'nothing';
  return rows.some(({ behind }) => behind) ? 'behind' : 'noted';
}

/** The summary that still waits to be sent, if one does: its post and its messages. */
export async function waitingSummary(
  tx: Tx,
  ticketId: number,
): Promise<{ post: number; messageIds: number[] } | undefined> {
  const { rows } = await sql<{ post: number; ids: number[] }>`
    select post, array_agg(message_id order by message_id) as ids from staff_bridges
    where ticket_id = ${ticketId} and form = 'summary' and state = 'waiting' group by post order by post desc limit 1`.execute(
    tx,
  );
  const [row] = rows;
  return row && { post: Number(row.post), messageIds: row.ids.map(Number) };
}

/** The messages of ours that stand for one of the group's: more than one where its lines were parted. */
export async function bridgesOf(
  db: Db,
  ticketId: number,
  groupMessageId: number,
): Promise<{ messageId: number; direction: string }[]> {
  const rows = await db
    .selectFrom('staff_bridges')
    .select(['message_id', 'direction'])
    .where('ticket_id', '=', ticketId)
    .where('group_message_id', '=', groupMessageId)
    .orderBy('message_id')
    .execute();
  return rows.map(({ message_id: messageId, direction }) => ({ messageId, direction }));
}

/** Notes which delivery of a message the topic was told. */
export async function setTold(
  tx: Tx,
  of: { ticketId: number; messageId: number },
  told: string,
): Promise<void> {
  const { ticketId, messageId } = of;
  await tx
    .updateTable('staff_bridges')
    .set({ told })
    .where('ticket_id', '=', ticketId)
    .where('message_id', '=', messageId)
    .modifyEnd(later)
    .execute();
}

/** The numbers of all tickets of a customer. */
export async function ticketsOf(db: Db, customerId: number): Promise<number[]> {
  const rows = await db.selectFrom('tickets').select('id').where('customer_id', '=', customerId).execute();
  return rows.map(({ id }) => id);
}

/** A topic where it stands; `reachable`: the bot is still in its group. */
type Reachable = Topic & { reachable: boolean };

/** Locks the topics of a customer's tickets until the end of the transaction; answers those that stand in a group. */
export async function lockTopicsOf(tx: Tx, customerId: number): Promise<Reachable[]> {
  const { rows } = await sql<Omit<Reachable, 'thread'> & { thread: number | null }>`
    select g.chat_id as id, c.kind, s.thread_id as thread, g.unlinked_at is null and g.state <> 'lost' as reachable
    from staff_topics s join staff_groups g on g.id = s.group_id join chats c on c.id = g.chat_id
    where s.ticket_id in (select id from tickets where customer_id = ${customerId}) order by s.ticket_id for update of s`.execute(
    tx,
  );
  return rows.flatMap(({ thread, ...place }) => (thread === null ? [] : [{ ...place, thread }]));
}
