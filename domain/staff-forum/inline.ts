import type { Tx } from '../../base/db/index.ts';
import { previewMacros } from '../back-office/index.ts';
import { answerInline } from '../chats/index.ts';
import type { Desk, InlineArrival } from '../front-desk/index.ts';
import { staffByTelegram } from '../staff/index.ts';
import { attempt } from './attempt.ts';

const MOST_OFFERED = 20;
const EXCERPT = 120;

/** Answers an inline query of somebody of the staff, `№ of a ticket, words`, with the macros that fit that ticket as its customer would read them;
 * choosing one sends the command that uses it (P6). Everybody else is offered nothing. */
export async function offerMacros(tx: Tx, desk: Desk, { inline, person }: InlineArrival): Promise<void> {
  const { queryId, text } = inline;
  const [, ticket, words = ''] = /^\s*№?\s*(\d{1,15})(?:\s+(.*))?$/su.exec(text) ?? [];
  const member = await staffByTelegram(tx, person.telegramId);
  const answer = { queryId, personId: person.telegramId };
  if (!member || ticket === undefined) return answerInline(tx, { ...answer, results: [] });
  let found: Awaited<ReturnType<typeof previewMacros>> = [];
  await attempt(tx, async () => {
    found = await previewMacros({ db: tx, desk, actor: member }, { ticketId: Number(ticket), q: words });
  });
  const results = found
    .filter(({ missing }) => missing.length === 0)
    .slice(0, MOST_OFFERED)
    .map(({ id, title, text: said }) => ({
      ...{ id: String(id), title, text: `/macro ${id}` },
      description: Array.from(said.replace(/\s+/gu, ' ')).slice(0, EXCERPT).join(''),
    }));
  await answerInline(tx, { ...answer, ticket: Number(ticket), results });
}
