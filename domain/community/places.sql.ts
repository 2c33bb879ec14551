import { sql } from 'kysely';
import type { Db, Tx } from '../../base/db/index.ts';
import type { PlaceFacts } from '../chats/index.ts';
import type {
  CommunityPlace,
  PlaceKind,
  PlacePost,
  Places,
  PlaceText,
  PlaceTopic,
  TextSlug,
  TopicSlug,
} from './place.ts';

const PLACE = sql`select p.kind, p.chat_id as "chatId", c.kind as "chatKind", p.title, p.username, p.is_forum as "isForum",
  p.linked_chat as "linkedChat", p.status, p.rights, p.checked_at as "checkedAt", p.problem
  from places p join chats c on c.id = p.chat_id`;

/** The desk's places, the channel first. */
export async function listPlaces(db: Db): Promise<CommunityPlace[]> {
  const { rows } = await sql<CommunityPlace>`${PLACE} order by p.kind`.execute(db);
  const order: readonly PlaceKind[] = ['channel', 'community', 'comments'];
  return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The place that a chat is, if it is one. */
export async function placeByChat(db: Db, chatId: number): Promise<CommunityPlace | undefined> {
  const { rows } = await sql<CommunityPlace>`${PLACE} where p.chat_id = ${chatId}`.execute(db);
  return rows[0];
}

/** The place that a chat of Telegram's is, if it is one. */
export async function placeByTelegram(db: Db, telegramChatId: number): Promise<CommunityPlace | undefined> {
  const { rows } = await sql<CommunityPlace>`${PLACE} where c.telegram_chat_id = ${telegramChatId}`.execute(
    db,
  );
  return rows[0];
}

/** Everything that is known of the places. */
export async function readPlaces(db: Db): Promise<Places> {
  return {
    places: await listPlaces(db),
    topics: await listTopics(db),
    posts: await listPosts(db),
    texts: await listTexts(db),
  };
}

/** The topics of the community group. */
export async function listTopics(db: Db): Promise<PlaceTopic[]> {
  const { rows } = await sql<PlaceTopic>`
    select id, slug, name, renamed, thread_id as "threadId", state, problem from place_topics order by id`.execute(
    db,
  );
  return rows;
}

async function listPosts(db: Db): Promise<PlacePost[]> {
  const { rows } = await sql<PlacePost>`
    select id, chat_id as "chatId", slug, state, message_id as "messageId", pin, problem from place_posts order by id`.execute(
    db,
  );
  return rows;
}

/** The words of the pinned posts. */
export async function listTexts(db: Db): Promise<PlaceText[]> {
  const { rows } = await sql<PlaceText>`
    select t.slug, t.text, s.name as "confirmedBy", t.confirmed_at as "confirmedAt"
    from place_texts t left join staff s on s.id = t.confirmed_by order by t.slug desc`.execute(db);
  return rows;
}

/** Makes a chat the place of this kind, instead of the one that was. What the bot may do there is not known yet. */
export async function putPlace(
  tx: Tx,
  place: { kind: PlaceKind; chatId: number; title: string; by: number | null; now: Date },
): Promise<void> {
  const { kind, chatId, title, by, now } = place;
  await sql`delete from places where kind = ${kind} or chat_id = ${chatId}`.execute(tx);
  await sql`
    insert into places (kind, chat_id, title, status, rights, set_by, set_at)
    values (${kind}, ${chatId}, ${title}, 'administrator', '{}', ${by}, ${now})`.execute(tx);
  await sql`delete from place_candidates where chat_id = ${chatId}`.execute(tx);
}

/** A place is one no more. */
export async function dropPlace(tx: Tx, kind: PlaceKind): Promise<void> {
  await sql`delete from places where kind = ${kind}`.execute(tx);
}

/** Notes what Telegram says of a place. */
export async function notePlaceFacts(tx: Tx, chatId: number, of: { facts: PlaceFacts; now: Date }) {
  const { title, username, isForum, linkedChat, status, rights } = of.facts;
  await sql`
    update places set title = ${title}, username = ${username ?? null}, is_forum = ${isForum}, linked_chat = ${linkedChat ?? null},
      status = ${status}, rights = ${[...rights]}::text[], checked_at = ${of.now}, problem = null
    where chat_id = ${chatId}`.execute(tx);
}

/** Notes that a place could not be looked at: Telegram says that the bot is not there. */
export async function notePlaceLost(tx: Tx, chatId: number, of: { problem: string; now: Date }) {
  await sql`
    update places set status = 'left', rights = '{}', problem = ${of.problem}, checked_at = ${of.now}
    where chat_id = ${chatId}`.execute(tx);
}

/** Forgets where the topics are: the community is another group now. */
export async function forgetTopics(tx: Tx): Promise<void> {
  await sql`update place_topics set thread_id = null, state = 'absent', problem = null`.execute(tx);
}

/** Notes that topics were asked for. */
export async function noteTopicAsked(tx: Tx, id: number): Promise<void> {
  await sql`
    update place_topics set state = case when thread_id is null then 'asked' else state end, renamed = false, problem = null
    where id = ${id}`.execute(tx);
}

/** Notes where a topic is, or why it is not; returns it as it was before. */
export async function noteTopic(
  tx: Tx,
  id: number,
  is: { threadId: number } | { problem: string },
): Promise<PlaceTopic | undefined> {
  const before = (await listTopics(tx)).find((topic) => topic.id === id);
  if ('threadId' in is) {
    await sql`
      update place_topics set thread_id = ${is.threadId}, state = 'there', problem = null where id = ${id}`.execute(
      tx,
    );
  } else {
    await sql`update place_topics set state = 'failed', problem = ${is.problem} where id = ${id}`.execute(tx);
  }
  return before;
}

/** Gives a topic a name of the desk's own; null: the usual one. */
export async function renameTopic(tx: Tx, slug: TopicSlug, name: string | null): Promise<void> {
  await sql`
    update place_topics set name = ${name}, renamed = true where slug = ${slug} and name is distinct from ${name}`.execute(
    tx,
  );
}

/** The post of a place with this name, made known if it is new. */
export async function postOf(
  tx: Tx,
  of: { chatId: number; slug: string; pinned: boolean },
): Promise<PlacePost> {
  const { chatId, slug, pinned } = of;
  const { rows } = await sql<PlacePost>`
    insert into place_posts (chat_id, slug, pin) values (${chatId}, ${slug}, ${pinned ? 'asked' : null})
    on conflict (chat_id, slug) do update set slug = excluded.slug
    returning id, chat_id as "chatId", slug, state, message_id as "messageId", pin, problem`.execute(tx);
  const [post] = rows;
  if (!post) throw new Error('a post was neither made nor found');
  return post;
}

/** Notes where a post stands, or why it does not. */
export async function notePost(
  tx: Tx,
  id: number,
  is: { messageId: number | null } | { problem: string },
): Promise<void> {
  if ('problem' in is)
    await sql`update place_posts set state = 'failed', problem = ${is.problem} where id = ${id}`.execute(tx);
  else
    await sql`
      update place_posts set state = 'there', message_id = ${is.messageId}, problem = null where id = ${id}`.execute(
      tx,
    );
}

/** Notes whether a post is pinned. */
export async function notePin(tx: Tx, id: number, problem: string | null): Promise<void> {
  await sql`
    update place_posts set pin = ${problem === null ? 'there' : 'failed'}, problem = ${problem} where id = ${id}`.execute(
    tx,
  );
}

/** The posts of a chat whose names begin so. */
export async function postsLike(db: Db, chatId: number, beginning: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from place_posts where chat_id = ${chatId} and starts_with(slug, ${beginning})`.execute(db);
  return rows.map(({ slug }) => slug);
}

/** The posts of a chat, whose rows go. */
export async function dropPosts(tx: Tx, chatId: number, slugs?: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    delete from place_posts where chat_id = ${chatId} and (${slugs === undefined} or slug = any(${slugs ?? []}::text[]))
    returning slug`.execute(tx);
  return rows.map(({ slug }) => slug);
}

/** Sets the words of a pinned post; null: the usual ones. Whoever writes them says with it that they are right. */
export async function saveText(
  tx: Tx,
  slug: TextSlug,
  to: { text: string | null; by: number; now: Date },
): Promise<void> {
  await sql`
    update place_texts set text = ${to.text}, confirmed_by = ${to.by}, confirmed_at = ${to.now} where slug = ${slug}`.execute(
    tx,
  );
}

/** Somebody says that the words of a pinned post are still right. */
export async function confirmText(tx: Tx, slug: TextSlug, by: { id: number; now: Date }): Promise<void> {
  await sql`
    update place_texts set confirmed_by = ${by.id}, confirmed_at = ${by.now} where slug = ${slug}`.execute(
    tx,
  );
}

/** An account that speaks for the desk, by its name at Telegram's without the @. */
export type OfficialAccount = { username: string; label: string };

/** The accounts that the desk names besides its bot and its places, in their order. */
export async function listAccounts(db: Db): Promise<OfficialAccount[]> {
  const { rows } = await sql<OfficialAccount>`
    select username, label from official_accounts order by position`.execute(db);
  return rows;
}

/** Names these accounts from now on. */
export async function saveAccounts(tx: Tx, accounts: readonly OfficialAccount[]): Promise<void> {
  await sql`delete from official_accounts`.execute(tx);
  await sql`
    insert into official_accounts (username, label, position)
    select username, label, position from json_to_recordset(${JSON.stringify(
      accounts.map((account, position) => ({ ...account, position })),
    )}::json) as given (username text, label text, position integer)`.execute(tx);
}
