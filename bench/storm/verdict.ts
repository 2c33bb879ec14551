import { sql } from 'kysely';
import { numberOf } from '../../app/demo/people.ts';
import type { Db } from '../../base/db/index.ts';
import type { Figures } from '../benchmark.ts';
import type { Reply } from './agent.ts';
import { type Customer, seenBy } from './people.ts';

type Stored = { telegram_id: number; number: number; ticket: number | null; words: string };

/** Every message of a customer's, the items of an album too, in the order in which their ticket shows them. */
async function storedMessages(db: Db): Promise<Map<number, Stored[]>> {
  const { rows } = await sql<Stored>`
    select c.telegram_id, m.ticket_id as ticket, m.text as words,
      coalesce((to_jsonb(a) ->> 'telegram_message_id')::bigint, m.telegram_message_id) as number
    from messages m join chats h on h.id = m.chat_id join customers c on c.id = h.customer_id
      left join attachments a on a.message_id = m.id
    where m.author_kind = 'customer' order by m.id, a.id`.execute(db);
  return Map.groupBy(rows, ({ telegram_id }) => telegram_id);
}

/** How many of the customers' messages are in no ticket yet. */
export async function missing(db: Db, customers: readonly Customer[]): Promise<number> {
  const stored = await storedMessages(db);
  return customers.reduce((sum, { id, wrote }) => {
    const found = new Set(stored.get(id)?.flatMap(({ ticket, number }) => (ticket === null ? [] : [number])));
    return sum + wrote.filter((number) => !found.has(number)).length;
  }, 0);
}

/** What became of everything that was written. */
export async function judge(
  db: Db,
  at: { sandboxUrl: string; customers: readonly Customer[]; replies: readonly Reply[] },
): Promise<Figures> {
  const stored = await storedMessages(db);
  const found = at.customers.map(({ id, words }) => {
    const mine = stored.get(id) ?? [];
    const numbers = mine.map(({ number }) => number);
    return {
      doubled: numbers.length - new Set(numbers).size,
      disordered: numbers.filter((number, index) => number < (numbers[index - 1] ?? 0)).length,
      wrong: mine.filter(({ number, words: said }) => (words.get(number) ?? said) !== said).length,
    };
  });
  const sum = (name: 'doubled' | 'disordered' | 'wrong') => found.reduce((all, one) => all + one[name], 0);
  return {
    customers: at.customers.length,
    messages: at.customers.reduce((all, { wrote }) => all + wrote.length, 0),
    messages_lost: await missing(db, at.customers),
    messages_doubled: sum('doubled'),
    messages_out_of_order: sum('disordered'),
    edits_lost: sum('wrong'),
    ...(await judgeReplies(db, at)),
    ...(await leftovers(db)),
  };
}

async function judgeReplies(
  db: Db,
  at: { sandboxUrl: string; customers: readonly Customer[]; replies: readonly Reply[] },
): Promise<Figures> {
  const { rows } = await sql<{ id: number; delivery: string; telegram_id: number }>`
    select m.id, m.delivery, c.telegram_id from messages m join tickets t on t.id = m.ticket_id
      join customers c on c.id = t.customer_id where m.author_kind = 'staff'`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const repeated = await sentTwice(db);
  const anew = await shownAnew(db);
  const figures = {
    replies: at.replies.length,
    replies_ambiguous: 0,
    replies_lost: 0,
    replies_doubled: 0,
    replies_out_of_order: 0,
    told_twice_by_the_bot: 0,
    told_twice_anew: 0,
    told_twice_without_reason: 0,
    customers_without_number: 0,
  };
  for (const customer of at.customers) {
    const seen = await seenBy(at.sandboxUrl, customer.id);
    const mine = at.replies.filter(({ message }) => byId.get(message)?.telegram_id === customer.id);
    const places = mine.map(({ text }) => seen.findIndex((words) => words.includes(text)));
    for (const { text, message } of mine) {
      const times = seen.filter((words) => words.includes(text)).length;
      const { delivery } = byId.get(message) ?? {};
      if (delivery === 'ambiguous') figures.replies_ambiguous += 1;
      else if (times === 0) figures.replies_lost += 1;
      if (times > 1) figures.replies_doubled += times - 1;
    }
    const shown = places.filter((place) => place >= 0);
    figures.replies_out_of_order += shown.filter((place, index) => place < (shown[index - 1] ?? 0)).length;
    const cards = seen.filter((text) => numberOf({ message_id: 0, text }) !== undefined).length;
    if (cards === 0) figures.customers_without_number += 1;
    if (cards > 1) figures.told_twice_by_the_bot += 1;
    if (cards > 1 && anew.has(customer.id)) figures.told_twice_anew += 1;
    else if (cards > 1 && !repeated.has(customer.id)) figures.told_twice_without_reason += 1;
  }
  return figures;
}

/** The customers whose card was sent once more because nobody knew whether it had arrived: what surely did not is no attempt, and an edit
 * makes no second card. */
async function sentTwice(db: Db): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ telegram_id: number }>`
    select c.telegram_id from outbox o join tickets t on o.key = 'card:' || t.id join customers c on c.id = t.customer_id
    where o.fresh and o.attempts > 1`.execute(db);
  return new Set(rows.map(({ telegram_id }) => telegram_id));
}

/** The customers to whom the desk said their card as a new message more than once: they asked for it, by a button or in words. */
async function shownAnew(db: Db): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ telegram_id: number }>`
    select c.telegram_id from outbox o join tickets t on o.key = 'card:' || t.id join customers c on c.id = t.customer_id
    where o.fresh group by c.telegram_id having count(*) > 1`.execute(db);
  return new Set(rows.map(({ telegram_id }) => telegram_id));
}

async function leftovers(db: Db): Promise<Figures> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from tickets) as tickets,
      (select count(*)::int from failed_updates) as updates_parked,
      (select count(*)::int from outbox where state in ('pending', 'sending')) as unsent,
      (select count(*)::int from outbox where state = 'failed') as failed,
      (select count(*)::int from outbox where state = 'ambiguous') as ambiguous,
      (select count(*)::int from outbox where error like 'the process died%') as interrupted,
      (select count(*)::int from outbox where error like 'the connection broke%') as answers_lost`.execute(
    db,
  );
  return rows[0] ?? {};
}
