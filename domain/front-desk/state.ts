import { z } from 'zod';
import { LANGUAGES } from '../../base/i18n/index.ts';
import type { DialogueState, Talk, View } from './dialogue.types.ts';

const MINUTE_MS = 60_000;

/** How long words wait for a topic or a choice before they become a ticket as they are, in ms (F1). */
export const DRAFT_MS = 10 * MINUTE_MS;

/** How long a chosen topic waits for words before the matter is put away with a kind one, in ms (U2). */
export const ABANDONED_MS = 60 * MINUTE_MS;

/** Messages closer together than this are one burst and are acknowledged once, in ms. */
export const BURST_MS = 10 * MINUTE_MS;

/** A waiting question is said again when more words come after this long, in ms. */
export const ASK_AGAIN_MS = MINUTE_MS;

/** Words this soon after the first ones still tell the matter, they don't answer the topic's question, in ms. */
export const GATHER_MS = 15_000;

/** How long a begun matter without words is remembered when other tickets are open, in ms. */
export const BEGUN_MS = 60 * MINUTE_MS;

/** How long after solving a ticket can be reopened by its customer, in ms (F7). */
export const REOPEN_WINDOW_MS = 72 * 60 * MINUTE_MS;

/** How long after the button a text is a word to a rating, in ms (F6). */
export const COMMENT_MS = 10 * MINUTE_MS;

/** "Any news?" sooner than this after a card answered it adds nothing, in ms (U4). */
export const NEWS_MS = 2 * MINUTE_MS;

/** A conversation in which nothing waits. */
export const IDLE: DialogueState = { v: 1, talk: { at: 'idle' } };

const id = z.number().int().nonnegative();
const time = z.number().finite();

const talk = z.discriminatedUnion('at', [
  z.object({ at: z.literal('idle') }),
  z.object({ at: z.literal('topic'), askedAt: time }),
  z.object({ at: z.literal('new'), since: time }),
  z.object({ at: z.literal('words'), topicId: id, since: time }),
  z.object({ at: z.literal('clarify'), topicId: id, askedAt: time }),
  z.object({
    at: z.literal('answer'),
    ...{ articleId: id, topicId: id.exactOptional(), about: id.exactOptional(), askedAt: time },
  }),
  z.object({ at: z.literal('choose'), askedAt: time }),
  z.object({ at: z.literal('reopen'), ticketId: id, askedAt: time }),
  z.object({ at: z.literal('add'), ticketId: id, until: time }),
]);
const comment = z.union([
  z.object({ at: z.literal('comment'), ticketId: id, until: time }),
  z.object({ at: z.literal('comment'), npsId: id, until: time }),
]);

const dialogueState: z.ZodType<DialogueState> = z.object({
  v: z.literal(1),
  talk: z.union([talk, comment]),
  thread: id.exactOptional(),
  timerAt: time.exactOptional(),
  offered: z.object({ articleId: id, notSolved: z.boolean() }).exactOptional(),
  tongue: z.enum(LANGUAGES).exactOptional(),
  lastAdded: z.object({ ticketId: id, at: time, urgent: z.boolean() }).exactOptional(),
  hintedAt: time.exactOptional(),
  newsAt: time.exactOptional(),
});

/** Read a saved state. What is unknown, broken or of another version is idle: never an error. */
export function parseState(saved: unknown): DialogueState {
  const parsed = dialogueState.safeParse(saved);
  return parsed.success ? parsed.data : IDLE;
}

/** How long a conversation waits for the customer before the desk goes on without them, in ms; undefined: nothing waits. The draft
 * timer runs exactly then. */
export function patience(at: Talk): number | undefined {
  if (holdsWords(at)) return DRAFT_MS;
  return at.at === 'words' ? ABANDONED_MS : undefined;
}

/** Whether words are kept outside a ticket and wait for the customer. */
export function holdsWords(at: Talk): boolean {
  switch (at.at) {
    case 'topic':
    case 'clarify':
    case 'answer':
    case 'choose':
    case 'reopen':
      return true;
    case 'idle':
    case 'new':
    case 'words':
    case 'add':
    case 'comment':
      return false;
  }
}

/** Forget what time or the desk has overtaken: an ended addition, a topic that is gone, words that are gone. */
export function refresh(state: DialogueState, view: View): DialogueState {
  const fresh = freshTalk(state.talk, view);
  const { offered, ...rest } = state;
  // An answer was for words that are gone now.
  if (offered !== undefined && view.looseMessages === 0) return { ...rest, talk: fresh };
  return fresh === state.talk ? state : { ...state, talk: fresh };
}

function freshTalk(old: Talk, view: View): Talk {
  const now = view.now.getTime();
  if (holdsWords(old) && view.looseMessages === 0) return { at: 'idle' };
  switch (old.at) {
    case 'add': {
      const open = view.openTickets.some((ticket) => ticket.id === old.ticketId);
      return open && now < old.until ? old : { at: 'idle' };
    }
    case 'comment':
      return now < old.until ? old : { at: 'idle' };
    case 'new':
    case 'words': {
      if (view.openTickets.length > 0 && now - old.since > BEGUN_MS) return { at: 'idle' };
      if (old.at === 'new' || view.topics.some((topic) => topic.id === old.topicId)) return old;
      return { at: 'new', since: old.since };
    }
    case 'clarify':
      return view.topics.some((topic) => topic.id === old.topicId && topic.clarify !== undefined)
        ? old
        : { at: 'topic', askedAt: 0 };
    case 'idle':
    case 'topic':
    case 'answer':
    case 'choose':
    case 'reopen':
      return old;
  }
}
