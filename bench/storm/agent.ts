import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../../base/db/index.ts';
import type { Kept } from './processes.ts';

/** What an agent wrote, and the message that it became. */
export type Reply = { ticket: number; text: string; message: number };

const REPLIES = 2;
const LOOK_MS = 250;

/** Answers every ticket, as often as it takes until the desk has taken it: a request that broke is made again with its key. */
export async function answerTickets(
  db: Db,
  at: { http: Kept; cookie: string; done: () => boolean },
): Promise<Reply[]> {
  const replies: Reply[] = [];
  // Not "all after the last one": a smaller number may be committed after a larger one.
  const answered = new Set<number>();
  for (;;) {
    const finished = at.done();
    const tickets = await db
      .selectFrom('tickets')
      .select('id')
      .orderBy('id')
      .execute()
      .catch(() => undefined);
    for (const { id } of tickets ?? []) {
      if (answered.has(id)) continue;
      for (let each = 1; each <= REPLIES; each += 1) {
        const text = `answer ${each} to ticket ${id}.`;
        replies.push({ ticket: id, text, message: await insist(at, id, text) });
      }
      answered.add(id);
    }
    if (finished && tickets) return replies;
    await delay(LOOK_MS);
  }
}

async function insist(at: { http: Kept; cookie: string }, ticket: number, text: string): Promise<number> {
  const body = JSON.stringify({ text, request_key: text.replaceAll(/\W/g, '-').padEnd(16, '-') });
  const headers = { cookie: at.cookie, 'x-nightdesk': '1', 'content-type': 'application/json' };
  for (;;) {
    const address = at.http.address();
    const response = await fetch(`${address}/api/tickets/${ticket}/replies`, {
      ...{ method: 'POST', body, headers, signal: AbortSignal.timeout(5000) },
    }).catch(() => undefined);
    if (response?.ok) return ((await response.json()) as { id: number }).id;
    if (response && response.status < 500 && response.status !== 429)
      throw new Error(`a reply was refused: ${response.status} ${await response.text()}`);
    await delay(LOOK_MS);
  }
}
