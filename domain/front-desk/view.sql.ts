import type { Tx } from '../../base/db/index.ts';
import { plus } from '../../base/kernel/index.ts';
import type { Customer } from '../customers/index.ts';
import { type Standing, standings } from '../incidents/index.ts';
import type { RoutingMap, Topic } from '../routing/index.ts';
import { type Ticket, ticketsInTalk } from '../tickets/index.ts';
import { adviseOn } from './advice.ts';
import { CONSENT_VERSION, type Desk } from './context.ts';
import type { Language, TicketView, TopicView, View, VisibleStatus } from './dialogue.types.ts';
import { incidentView } from './incident-words.ts';
import { isEmptyOfMeaning } from './meaning.ts';
import { REOPEN_WINDOW_MS } from './state.ts';

/** Reads what the dialogue may look at, in the transaction that holds the chat's lock; and the first words that are in no ticket yet. */
export async function readView(
  tx: Tx,
  desk: Desk,
  who: { customer: Customer; chatId: number },
): Promise<{ view: View; firstLooseText: string | null }> {
  const { customer } = who;
  const now = desk.clock.now();
  const routing = await desk.routing();
  const { open, ended, loose, names } = await ticketsInTalk(
    tx,
    { customerId: customer.id, chatId: who.chatId },
    plus(now, -REOPEN_WINDOW_MS),
  );
  const incidents = await incidentsOf(tx, open);
  const views = (list: Ticket[]) =>
    list.map((ticket) =>
      ticketView(ticket, {
        ...{ routing, names, language: customer.language },
        known: { incidents, fallback: desk.settings.language },
      }),
    );
  const view: View = {
    now,
    language: customer.language,
    languageChosen: customer.language_chosen,
    customer: { firstName: customer.first_name, isVip: customer.is_vip, notifyDefault: true },
    desk: { name: desk.settings.name, timeZone: desk.settings.timeZone },
    consent: { required: CONSENT_VERSION, ...(customer.consent ? { given: customer.consent } : {}) },
    topics: routing.topics.map((topic) => topicView(topic, customer.language)),
    openTickets: views(open),
    recentlyResolved: views(ended),
    looseMessages: loose.count,
    ...(customer.time_zone ? { customerTimeZone: customer.time_zone } : {}),
    ...(loose.firstTexts.length > 0 ? { advice: await adviseOn(desk, customer, loose.firstTexts) } : {}),
  };
  return { view, firstLooseText: loose.firstTexts.find((text) => !isEmptyOfMeaning(text)) ?? null };
}

function topicView(topic: Topic, language: Language): TopicView {
  const { title, prompt, clarify } = topic.texts;
  return {
    id: topic.id,
    slug: topic.slug,
    emoji: topic.emoji,
    title: title[language],
    prompt: prompt[language],
    ...(clarify
      ? {
          clarify: {
            text: clarify.text[language],
            options: clarify.options.map(({ id, label, outcome }) => ({
              id,
              label: label[language],
              outcome,
            })),
          },
        }
      : {}),
  };
}

/** A ticket in its customer's words. */
export function ticketView(
  ticket: Ticket,
  facts: {
    routing: RoutingMap;
    names: ReadonlyMap<number, string>;
    language: Language;
    /** The incidents of the tickets, and the language of the desk; without them a ticket names none. */
    known?: { incidents: ReadonlyMap<number, Standing>; fallback: Language };
  },
): TicketView {
  const topic = facts.routing.topics.find(({ id }) => id === ticket.topic_id);
  const assigneeName = ticket.assignee_id === null ? undefined : facts.names.get(ticket.assignee_id);
  const standing = ticket.incident_id === null ? undefined : facts.known?.incidents.get(ticket.incident_id);
  return {
    id: ticket.id,
    status: visible(ticket),
    ...(ticket.topic_id === null ? {} : { topicId: ticket.topic_id }),
    topicTitle: topic?.texts.title[facts.language] ?? '',
    ...(ticket.eta_at ? { etaAt: ticket.eta_at } : {}),
    ...(assigneeName ? { assigneeName } : {}),
    ...(ticket.notify === null ? {} : { notify: ticket.notify }),
    ...(standing
      ? {
          incident: incidentView(standing, ticket.held, {
            language: facts.language,
            desk: facts.known?.fallback ?? facts.language,
          }),
        }
      : {}),
    lastActivityAt: ticket.last_message_at,
  };
}

/** The incidents that tickets belong to; costs nothing where none does. */
export function incidentsOf(tx: Tx, tickets: readonly Ticket[]): Promise<Map<number, Standing>> {
  return standings(
    tx,
    tickets.flatMap(({ incident_id: id }) => (id === null ? [] : [id])),
  );
}

function visible(ticket: Ticket): VisibleStatus {
  return ticket.status === 'clarification' ? 'clarification_needed' : ticket.status;
}
