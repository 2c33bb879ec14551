import { sql } from 'kysely';
import pg from 'pg';
import type { Db, Tx } from './connect.ts';

/** What is told to every process after a commit: the outbox has work; these tickets changed; these incidents changed; the rules of
 * the desk changed; who works there, or what they may do, changed; articles, or how they are used, changed; read everything anew. */
export type Announcement = {
  outbox?: true;
  tickets?: number[];
  incidents?: number[];
  rules?: true;
  staff?: true;
  knowledge?: true;
  resync?: true;
};

type Pending = {
  outbox: boolean;
  rules: boolean;
  staff: boolean;
  knowledge: boolean;
  tickets: Set<number>;
  incidents: Set<number>;
};
const pendingByTx = new WeakMap<Tx, Pending>();

/** Notes what should be announced when `tx` commits. Nothing is announced when it rolls back. */
export function announce(
  tx: Tx,
  what: { outbox?: true; ticket?: number; incident?: number; rules?: true; staff?: true; knowledge?: true },
): void {
  const pending = pendingByTx.get(tx) ?? {
    outbox: false,
    rules: false,
    staff: false,
    knowledge: false,
    tickets: new Set(),
    incidents: new Set(),
  };
  pendingByTx.set(tx, pending);
  if (what.outbox) pending.outbox = true;
  if (what.rules) pending.rules = true;
  if (what.staff) pending.staff = true;
  if (what.knowledge) pending.knowledge = true;
  if (what.ticket !== undefined) pending.tickets.add(what.ticket);
  if (what.incident !== undefined) pending.incidents.add(what.incident);
}

/** Tells the processes of a desk what changed. Announcements are hints: state is always read from the tables. */
export type Announcer = { publish(what: Announcement): void; flush(): Promise<void> };

const DELAY_MS = 5;
// PostgreSQL refuses a payload of 8000 bytes.
const TICKETS_A_NOTE = 500;

/** Gathers announcements for 5 ms and sends them as one NOTIFY outside the committing transactions, because a NOTIFY inside
 * makes all commits wait for one lock. What a crash swallows is made good by the `resync` that every process sends as it starts. */
export function announcer(db: Db, onError: (error: unknown) => void): Announcer {
  let waiting: Announcement = {};
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  const send = async (what: Announcement): Promise<void> => {
    const tickets = [...new Set(what.tickets ?? [])];
    const incidents = [...new Set(what.incidents ?? [])];
    const note: Announcement =
      tickets.length + incidents.length > TICKETS_A_NOTE
        ? { ...what, tickets: [], incidents: [], resync: true }
        : { ...what, tickets, ...(incidents.length > 0 ? { incidents } : {}) };
    await sql`select pg_notify('nightdesk', ${JSON.stringify(note)})`.execute(db).catch(onError);
  };
  const fire = () => {
    timer = undefined;
    const what = waiting;
    waiting = {};
    sending = sending.then(() => send(what));
  };
  return {
    publish(what) {
      waiting = {
        ...{ ...waiting, ...what, tickets: [...(waiting.tickets ?? []), ...(what.tickets ?? [])] },
        incidents: [...(waiting.incidents ?? []), ...(what.incidents ?? [])],
      };
      timer ??= setTimeout(fire, DELAY_MS);
    },
    async flush() {
      if (timer) {
        clearTimeout(timer);
        fire();
      }
      await sending;
    },
  };
}

/** What `tx` asked to announce, for the one who commits it. */
export function announced(tx: Tx): Announcement | undefined {
  const pending = pendingByTx.get(tx);
  if (!pending) return undefined;
  return {
    ...(pending.outbox ? { outbox: true as const } : {}),
    ...(pending.rules ? { rules: true as const } : {}),
    ...(pending.staff ? { staff: true as const } : {}),
    ...(pending.knowledge ? { knowledge: true as const } : {}),
    tickets: [...pending.tickets],
    ...(pending.incidents.size > 0 ? { incidents: [...pending.incidents] } : {}),
  };
}

const RECONNECT_MS = 500;

/** Listens to the announcements of all processes, on a connection of its own that is remade when it breaks. After a break
 * `onNote` gets `{resync: true}`, because notes may have been missed. */
export async function listen(
  url: string,
  onNote: (note: Announcement) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'nightdesk listen',
      keepAlive: true,
    });
    next.on('error', () => {});
    next.on('end', () => reopenLater());
    next.on('notification', (message) => onNote(JSON.parse(message.payload ?? '{}') as Announcement));
    await next.connect();
    await next.query('listen nightdesk');
    client = next;
  };
  const reopenLater = () => {
    if (stopped || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      open().then(
        () => onNote({ resync: true, outbox: true }),
        () => reopenLater(),
      );
    }, RECONNECT_MS);
  };
  await open();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
