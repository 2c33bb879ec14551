import type { Db, Tx } from '../../base/db/index.ts';
import type { Language } from '../../base/i18n/index.ts';
import { DomainError, MINUTE, plus } from '../../base/kernel/index.ts';
import { record } from '../audit/index.ts';
import { type Customer, customerById } from '../customers/index.ts';
import { type Desk, OFFERED_LANGUAGES, placeOf, refreshCard, settle, when } from '../front-desk/index.ts';
import { etaAtTheEnd, type Load, readLoads } from '../queues/index.ts';
import {
  addMacro,
  fieldsOf,
  isBlank,
  languageFor,
  type MacroActions,
  MacroDraft,
  type MacroVersion,
  macroNamed,
  macrosInUse,
  renderMacro,
  saveMacro,
  titleFor,
  tryText,
  type Values,
} from '../replies/index.ts';
import type { Queue, RoutingMap } from '../routing/index.ts';
import { type Actor, authorOf, demand } from '../staff/index.ts';
import { isOpen, lockTicket, type Ticket, updateTicket } from '../tickets/index.ts';
import { type Moves, move } from './moves.ts';
import { splitPoints } from './points.ts';
import { byActor } from './recorded.ts';
import { askClarification, reply, resolve, sameRequest, type Work, type Written } from './replies.ts';

/** A macro as it would read in a ticket: `missing` names what has no value there and stands in the text as `[name]`; `fields` is what the
 * agent may fill in. */
export type MacroPreview = Pick<MacroVersion, 'id' | 'version' | 'title' | 'topic' | 'actions'> & {
  language: Language;
  text: string;
  missing: string[];
  fields: string[];
};

/** Who reads titles, and in which language. */
type Reader = Actor & { language?: Language };

const readBy = <T extends { actor: Reader }>(at: T) => ({
  ...at,
  by: at.actor.name,
  reads: at.actor.language,
});

/** What decides which time a text can name. */
type Acting = Pick<MacroVersion, 'actions'>;

/** For whom a macro is written: what of it comes from the ticket. `by`: who writes; undefined: the desk itself, which gives no name.
 * `reads`: in which language its title is read. */
type Reading = {
  desk: Desk;
  by: string | undefined;
  reads?: Language | undefined;
  ticket: Ticket;
  customer: Customer;
  map: RoutingMap;
  loads: ReadonlyMap<number, Load>;
  now: Date;
};

/** A macro that is used: which one, what the agent fills in, and the key of the request. */
export type MacroUse = { macroId: number; fields: Values; requestKey: string };

/** The macros that fit a ticket, each as its customer would read it (T2, T4): those of its topic first, then those for all; a search in
 * titles and texts (`q`) finds those of other topics too. Refuses (`not_found`) a number that no ticket has. */
export async function previewMacros(
  at: { db: Db; desk: Desk; actor: Reader },
  asked: { ticketId: number; q?: string | undefined },
): Promise<MacroPreview[]> {
  demand(at.actor, 'macros.use');
  const reading = await readingOf(readBy(at), asked.ticketId);
  const topic = topicOf(reading)?.slug;
  const words = asked.q?.trim().toLocaleLowerCase(reading.customer.language);
  const macros = (await macrosInUse(at.db)).filter((macro) =>
    words ? saysAny(macro, words) : macro.topic === null || macro.topic === topic,
  );
  const own = macros.filter((macro) => macro.topic !== null && macro.topic === topic);
  const sorted = [...own, ...macros.filter((macro) => !own.includes(macro))];
  return sorted.flatMap((macro) => readable(() => previewOf(reading, macro, {})));
}

/** A text that cannot be shown with these values is left out, so that the others still can be used. */
function readable<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

function saysAny(macro: MacroVersion, words: string): boolean {
  return [macro.title, ...Object.values(macro.titles), ...Object.values(macro.texts)].some((text) =>
    text.toLocaleLowerCase().includes(words),
  );
}

/** The macros with these names (slugs, or ids in digits) by name, as they would read in a ticket; one that is not in use, or cannot be shown, is
 * left out (B4). */
export async function previewNamed(
  at: { db: Db; desk: Desk; actor: Reader },
  asked: { ticketId: number; names: ReadonlySet<string> },
): Promise<ReadonlyMap<string, MacroPreview>> {
  demand(at.actor, 'macros.use');
  const found = new Map<string, MacroPreview>();
  if (asked.names.size === 0) return found;
  const reading = await readingOf(readBy(at), asked.ticketId);
  for (const name of asked.names) {
    const macro = await macroNamed(at.db, /^\d+$/.test(name) ? Number(name) : name);
    if (macro) for (const preview of readable(() => previewOf(reading, macro, {}))) found.set(name, preview);
  }
  return found;
}

/** One macro as it would read with these fields. Refuses (`not_found`) a macro that is not in use. */
export async function previewMacro(
  at: { db: Db; desk: Desk; actor: Reader },
  asked: { ticketId: number; macroId: number; fields: Values },
): Promise<MacroPreview> {
  demand(at.actor, 'macros.use');
  const macro = await macroInUse(at.db, asked.macroId);
  return previewOf(await readingOf(readBy(at), asked.ticketId), macro, asked.fields);
}

/** A text that is being written, as it would read in a ticket, or without one with made-up values (T2). Refuses (`invalid`) what could not
 * be kept. */
export async function previewDraft(
  at: { db: Db; desk: Desk; actor: Actor },
  asked: Acting & { text: string; language: Language; ticketId: number | null; fields: Values },
): Promise<{ text: string; missing: string[]; fields: string[] }> {
  demand(at.actor, 'macros.edit');
  const { text, language, ticketId, fields } = asked;
  const values =
    ticketId === null
      ? await madeUp(at, language)
      : valuesOf(await readingOf({ ...at, by: at.actor.name }, ticketId), asked, language);
  return tryText(text, language, { ...fields, ...values });
}

const SOON_MINUTES = 15;

async function madeUp({ desk, actor }: { desk: Desk; actor: Actor }, language: Language): Promise<Values> {
  const now = desk.clock.now();
  const reader = { now, timeZone: desk.settings.timeZone, language };
  const [topic] = (await desk.routing()).topics;
  return {
    ...{ name: 'Leyla', agent: actor.name, ticket: '12345', topic: topic?.texts.title[language] },
    eta: desk.translate(language, 'by', { ...when(plus(now, SOON_MINUTES * MINUTE), reader) }),
    time: when(now, reader).time,
    ...{ language: languageName(language), desk: desk.settings.name, status: '/status' },
  };
}

const languageName = (language: Language) => OFFERED_LANGUAGES.find(({ code }) => code === language)?.name;

/** Uses a macro: writes to the customer in their language and does what it says, in one transaction (T4). Returns the message's id; the
 * same request again does nothing more. Refuses (`invalid`) while a value is missing, and whatever the agent may not do by hand. */
export async function applyMacro(work: Work, use: MacroUse): Promise<number> {
  demand(work.actor, 'macros.use');
  const before = await lockTicket(work.tx, work.ticketId);
  const done = await sameRequest(work, use.requestKey);
  if (done !== undefined) return done;
  const macro = await macroInUse(work.tx, use.macroId);
  const reading = await readingOf({ ...work, db: work.tx, by: work.actor.name }, work.ticketId);
  const { text, missing } = previewOf(reading, macro, use.fields);
  if (missing.length > 0) {
    throw new DomainError('invalid', 'macro_missing', { names: missing.join(', ') });
  }
  const id = await write(work, macro.actions, { text, requestKey: use.requestKey });
  await act(work, { before, macro, reading });
  await record(work.tx, {
    ...{ by: authorOf(work.actor), action: 'macro.use', object: { kind: 'ticket', id: work.ticketId } },
    ...{ after: { macro: macro.id, version: macro.version, message: id }, now: work.desk.clock.now() },
  });
  return id;
}

function write(work: Work, { status }: MacroActions, written: Written): Promise<number> {
  if (status === 'ask') return askClarification(work, written);
  if (status !== 'resolve') return reply(work, written);
  const { text, next } = splitPoints(written.text);
  return resolve(work, { ...written, text, next });
}

/** A macro as the desk itself writes it: its words in the customer's language, and how it moves the ticket. */
export type DeskMacro = { macro: MacroVersion; text: string; moves: Moves };

/** A macro, by slug or id, as the desk itself would write it into a ticket (U1). Refuses (`not_found`) one that is not in use, and
 * (`invalid`) one that needs what only a person knows. */
export async function macroByDesk(
  at: { tx: Tx; desk: Desk },
  ticketId: number,
  name: string | number,
): Promise<DeskMacro> {
  const macro = await macroNamed(at.tx, name);
  if (!macro) throw new DomainError('not_found', 'macro_unknown');
  if (macro.actions.assignee === 'me') throw new DomainError('invalid', 'macro_missing', { names: 'agent' });
  const reading = await readingOf({ ...at, db: at.tx, by: undefined }, ticketId);
  const { text, missing } = previewOf(reading, macro, {});
  if (missing.length > 0) throw new DomainError('invalid', 'macro_missing', { names: missing.join(', ') });
  const queue = queueOf(reading.map, macro);
  const moves = { ...movesOf(macro, queue), ...(queue ? { etaAt: etaIn(reading, queue) } : {}) };
  const freed = macro.actions.assignee === 'nobody' ? { assigneeId: null } : {};
  return { macro, text, moves: { ...moves, ...freed } };
}

/** Moves the ticket as the macro says. Whoever gets it next finds it waiting since its customer began to wait. */
async function act(
  work: Work,
  { before, macro, reading }: { before: Ticket; macro: MacroVersion; reading: Reading },
): Promise<void> {
  const { tx, desk, actor } = work;
  const { status, assignee, snooze } = macro.actions;
  const written = await lockTicket(tx, work.ticketId);
  const { map } = reading;
  const queue = queueOf(map, macro);
  const now = desk.clock.now();
  if (assignee !== undefined || queue !== undefined || snooze !== undefined) demand(actor, 'tickets.assign');
  let after = await move({ tx, by: byActor(actor), reason: 'macro', now }, written, {
    ...movesOf(macro, queue),
    ...(assignee === undefined ? {} : { assigneeId: assignee === 'me' ? actor.id : null }),
  });
  const handedOn = after.queue_id !== written.queue_id || after.assignee_id === null;
  if (handedOn && status === undefined && isOpen(after.status)) {
    const place = map.queues.find(({ id }) => id === after.queue_id);
    const set = {
      waiting_since: before.waiting_since ?? now,
      // The text may have said it.
      ...(place ? { eta_at: etaIn(reading, place) } : {}),
    };
    after = await updateTicket(tx, after.id, { set, now });
  }
  if (after === written) return;
  const settled = await settle({ tx, desk, now }, written, after);
  const place = await placeOf(tx, desk, settled);
  if (place) await refreshCard(place, settled);
}

const movesOf = ({ actions: { priority, tag, untag, snooze } }: MacroVersion, queue?: Queue): Moves => ({
  ...{ priority, queue, tag, untag, snooze },
});

const queueOf = (map: RoutingMap, { actions }: Acting): Queue | undefined =>
  map.queues.find(({ slug }) => slug === actions.queue);

const topicOf = ({ map, ticket }: Reading) => map.topics.find(({ id }) => id === ticket.topic_id);

async function macroInUse(db: Db, macroId: number): Promise<MacroVersion> {
  const [macro] = await macrosInUse(db, macroId);
  if (!macro) throw new DomainError('not_found', 'macro_unknown');
  return macro;
}

async function readingOf(
  at: { db: Db; desk: Desk; by: string | undefined; reads?: Language | undefined },
  ticketId: number,
): Promise<Reading> {
  const { db, desk, by, reads } = at;
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirst();
  if (!row) throw new DomainError('not_found', 'ticket_unknown', { ticket: ticketId });
  const ticket = row as Ticket;
  const customer = await customerById(db, ticket.customer_id);
  const [map, loads] = [await desk.routing(), await readLoads(db)];
  return { desk, by, reads, ticket, customer, map, loads, now: desk.clock.now() };
}

function previewOf(reading: Reading, macro: MacroVersion, fields: Values): MacroPreview {
  const { desk, customer } = reading;
  const language = languageFor(macro.texts, {
    customer: customer.language,
    desk: desk.settings.language,
  });
  const own = fieldsOf(macro.texts);
  const filled = Object.fromEntries(own.map((field) => [field, fields[field]]));
  const values = { ...filled, ...valuesOf(reading, macro, language) };
  const { id, version, topic, actions } = macro;
  const title = titleFor(macro, reading.reads ?? desk.settings.language);
  return {
    ...{ id, version, title, topic, actions, language, fields: own },
    ...renderMacro(macro.texts, language, values),
  };
}

const NAME_LENGTH = 40;

/** What a text can say of a ticket, in a language (T1). */
function valuesOf(reading: Reading, macro: Acting, language: Language): Values {
  const { desk, by, ticket, customer, now } = reading;
  const reader = { now, timeZone: customer.time_zone ?? desk.settings.timeZone, language };
  const eta = etaOf(reading, macro);
  const name = Array.from(customer.first_name.trim()).slice(0, NAME_LENGTH).join('');
  return {
    name: /\p{L}/u.test(name) && !isBlank(name) ? name : undefined,
    agent: by,
    ticket: String(ticket.id),
    topic: topicOf(reading)?.texts.title[language],
    eta: eta && desk.translate(language, 'by', { ...when(eta, reader) }),
    time: when(now, reader).time,
    language: languageName(language),
    desk: desk.settings.name,
    status: '/status',
  };
}

/** The time that can be named: the new queue's, where the macro moves the ticket; else what is promised already and not past. */
function etaOf(reading: Reading, macro: Acting): Date | undefined {
  const { ticket, map, now } = reading;
  const queue = queueOf(map, macro) ?? (macro.actions.assignee === 'nobody' ? queueNow(reading) : undefined);
  if (queue) return etaIn(reading, queue);
  return [ticket.eta_at, ticket.next_deadline_at].find((at) => at !== null && at > now) ?? undefined;
}

const etaIn = ({ loads, now }: Reading, { id, firstReplyMinutes }: Queue) =>
  etaAtTheEnd(loads.get(id), firstReplyMinutes, now);

const queueNow = ({ map, ticket }: Reading) => map.queues.find(({ id }) => id === ticket.queue_id);

/** Writes a new macro, or the next version of one (`at`); returns its id. Refuses (`invalid`) what the room of replies refuses, and
 * topics and queues that are not there. */
export async function writeMacro(
  work: { tx: Tx; desk: Desk; actor: Actor },
  draft: unknown,
  at?: { id: number; base: number },
): Promise<number> {
  const by = { actor: work.actor, now: work.desk.clock.now() };
  const parsed = MacroDraft.safeParse(draft);
  if (parsed.success) demandPlaces(await work.desk.routing(), parsed.data);
  if (!at) return addMacro(work.tx, draft, by);
  await saveMacro(work.tx, { ...at, draft }, by);
  return at.id;
}

function demandPlaces(map: RoutingMap, { topic, actions: { queue } }: MacroDraft): void {
  if (topic !== null && !map.topics.some(({ slug }) => slug === topic)) {
    throw new DomainError('invalid', 'topic_unknown', { topic });
  }
  if (queue !== undefined && !map.queues.some(({ slug }) => slug === queue)) {
    throw new DomainError('invalid', 'queue_unknown', { queue });
  }
}
