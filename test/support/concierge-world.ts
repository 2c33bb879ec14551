import type { Message, Update, User } from 'grammy/types';
import {
  askClarification,
  readConversation,
  reply,
  resolve,
  type Work,
} from '../../domain/back-office/index.ts';
import type { Desk } from '../../domain/front-desk/index.ts';
import { handOver } from '../../domain/reception/index.ts';
import { addStaff, type StaffMember, staffById } from '../../domain/staff/index.ts';
import { lockTicket, type Ticket } from '../../domain/tickets/index.ts';
import { receiveBatch } from '../../edges/telegram-in/index.ts';
import { intakeOf, testIntake } from './intake.ts';

/** Noon in Baku, on a Monday. */
export const NOON = new Date('2026-11-23T08:00:00Z');

/** What a message of a business chat may have besides its words. */
type More = Partial<Message> & { id?: number };

/** Somebody who writes to a concierge, or to the bot. */
export type Guest = Awaited<ReturnType<ConciergeWorld['guest']>>;

/** A desk with a clock that stands still until it is turned, and a concierge, Nigar, whose account can be connected. */
export type ConciergeWorld = Awaited<ReturnType<typeof conciergeWorld>>;

let accounts = 5_000_000;
let updates = 0;
let messages = 100;

const userOf = (id: number, name: string): User => ({
  id,
  is_bot: false,
  first_name: name,
  language_code: 'en',
});

/** `await using w = await conciergeWorld()`. */
export async function conciergeWorld() {
  const t = await testIntake({ DESK_TIME_ZONE: 'Asia/Baku' });
  const { db, transact } = t.runtime;
  const time = { now: NOON };
  const desk: Desk = { ...t.runtime.desk, clock: { now: () => time.now } };
  const handle: Parameters<typeof receiveBatch>[0]['handle'] = (tx, arrival) => handOver(tx, desk, arrival);
  const intake = { ...intakeOf(t.runtime), handle };
  const take = (update: Omit<Update, 'update_id'>): Promise<void> =>
    receiveBatch(intake, [{ update_id: ++updates, ...update } as Update], 1);
  const hire = (name: string, role: string): Promise<StaffMember> =>
    transact((tx) => addStaff(tx, { name, role, telegramId: ++accounts, now: NOON }));
  const nigar = await hire('Nigar', 'vip');
  const me = userOf(nigar.telegramId ?? 0, 'Nigar');

  const connect = (
    how: { who?: User; id?: string; enabled?: boolean; rights?: Record<string, true> } = {},
  ) => {
    const { who = me, id = `connection-of-${who.id}`, enabled = true } = how;
    const rights = how.rights ?? { can_reply: true, can_read_messages: true };
    return take({
      business_connection: { id, user: who, user_chat_id: who.id, date: 0, is_enabled: enabled, rights },
    } as Omit<Update, 'update_id'>);
  };
  const business = (who: User, owner: User, more: More): Message => {
    const { id = ++messages, ...rest } = more;
    const { id: chat, first_name } = who;
    return {
      ...{ message_id: id, date: 0, chat: { id: chat, type: 'private', first_name }, from: who },
      ...{ business_connection_id: `connection-of-${owner.id}` },
      ...rest,
    } as Message;
  };

  /** Somebody new; `vip`: the desk knows them as one. */
  const guest = async (name: string, vip = true) => {
    const user = userOf(++accounts, name);
    const chat = { id: user.id, type: 'private', first_name: name } as const;
    if (vip) {
      await db
        .insertInto('customers')
        .values({ telegram_id: user.id, first_name: name, language: 'en', is_vip: true, created_at: NOON })
        .execute();
    }
    const say = async (text: string, more: More & { to?: User } = {}): Promise<number> => {
      const { to = me, ...rest } = more;
      const message = business(user, to, { ...(text === '' ? {} : { text }), ...rest });
      await take({ business_message: message } as Omit<Update, 'update_id'>);
      return message.message_id;
    };
    return {
      user,
      /** Writes to the concierge. */
      say,
      /** Hears the concierge's own words, written in their app. */
      hears: (text: string, more: More = {}) => say(text, { from: me, ...more }),
      edits: (id: number, text: string) =>
        take({ edited_business_message: business(user, me, { id, text }) } as Omit<Update, 'update_id'>),
      deletes: (...ids: number[]) =>
        take({
          deleted_business_messages: {
            business_connection_id: `connection-of-${me.id}`,
            chat,
            message_ids: ids,
          },
        } as Omit<Update, 'update_id'>),
      /** The concierge opens the bot from this chat's head. */
      lookedUp: () =>
        take({
          message: {
            ...{ message_id: ++messages, date: 0, from: me, text: `/start bizChat${user.id}` },
            chat: { id: me.id, type: 'private', first_name: 'Nigar' },
            entities: [{ type: 'bot_command', offset: 0, length: 6 }],
          },
        } as Omit<Update, 'update_id'>),
      /** Writes to the bot. */
      saysToBot: (text: string) =>
        take({
          message: {
            ...{ message_id: ++messages, date: 0, chat, from: user, text },
            ...(text.startsWith('/')
              ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length ?? 0 }] }
              : {}),
          },
        } as Omit<Update, 'update_id'>),
      tickets: async (): Promise<Ticket[]> => {
        const rows = await db
          .selectFrom('tickets')
          .innerJoin('customers', 'customers.id', 'tickets.customer_id')
          .selectAll('tickets')
          .where('customers.telegram_id', '=', user.id)
          .orderBy('tickets.id')
          .execute();
        return rows as Ticket[];
      },
    };
  };

  let keys = 0;
  const act = async <T>(
    ticketId: number,
    doing: (work: Work, requestKey: string) => Promise<T>,
    by = nigar,
  ) => {
    const actor = await staffById(db, by.id);
    if (!actor) throw new Error('nobody of that name works here');
    return transact((tx) => doing({ tx, desk, actor, ticketId }, `concierge-${++keys}`));
  };
  return {
    ...{ runtime: t.runtime, db, transact, desk, time, nigar, hire, connect, guest, take, act },
    reply: (ticketId: number, text: string, by = nigar) =>
      act(ticketId, (work, requestKey) => reply(work, { text, requestKey }), by),
    ask: (ticketId: number, text: string) =>
      act(ticketId, (work, requestKey) => askClarification(work, { text, requestKey })),
    resolve: (ticketId: number, text: string, next: string[] = []) =>
      act(ticketId, (work, requestKey) => resolve(work, { text, next, requestKey })),
    ticket: (id: number) => transact((tx) => lockTicket(tx, id)),
    talk: (id: number) => readConversation(db, id, { limit: 100 }),
    /** What a ticket's conversation says, each with who said it. */
    async words(id: number): Promise<string[]> {
      const { messages: said } = await readConversation(db, id, { limit: 100 });
      return said.map(({ author_kind, text }) => `${author_kind}: ${text}`);
    },
    wait(minutes: number): void {
      time.now = new Date(time.now.getTime() + minutes * 60_000);
    },
    /** What the outbox holds for the chat with this number, in a concierge's account or with the bot, oldest first. */
    async sent(telegramChatId: number, where: 'concierge' | 'bot') {
      const rows = await db
        .selectFrom('outbox')
        .innerJoin('chats', (join) =>
          join.on((eb) =>
            eb(
              eb.cast('chats.id', 'text'),
              '=',
              eb.fn('replace', [eb.ref('outbox.lane'), eb.val('chat:'), eb.val('')]),
            ),
          ),
        )
        .select(['outbox.kind', 'outbox.payload', 'outbox.key'])
        .where('chats.telegram_chat_id', '=', telegramChatId)
        .where('chats.concierge_id', where === 'bot' ? 'is' : 'is not', null)
        .orderBy('outbox.id')
        .execute();
      return rows.map(({ kind, key, payload }) => ({ kind, key, ...(payload as { text?: string }) }));
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}
