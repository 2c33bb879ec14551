import type { Language, QuietOffer } from './dialogue.types.ts';
import { isLanguage } from './language.ts';

/** What a press of a button means. Ids are the customer's ticket numbers and topic ids. */
export type Action =
  | { readonly do: 'topic'; readonly topicId: number }
  | { readonly do: 'topics'; readonly page: number }
  | { readonly do: 'clarify'; readonly topicId: number; readonly optionId: string }
  | { readonly do: 'answered'; readonly articleId: number; readonly solved: boolean }
  | { readonly do: 'article'; readonly articleId: number }
  | { readonly do: 'language' }
  | { readonly do: 'setLanguage'; readonly language: Language }
  | { readonly do: 'human' }
  | { readonly do: 'new' }
  | { readonly do: 'list' }
  | { readonly do: 'choose'; readonly ticketId: number }
  | { readonly do: 'reopen'; readonly ticketId: number }
  | { readonly do: 'show'; readonly ticketId: number }
  | { readonly do: 'add'; readonly ticketId: number }
  | { readonly do: 'fresh'; readonly ticketId: number }
  | { readonly do: 'notify'; readonly ticketId: number; readonly on: boolean }
  | { readonly do: 'person'; readonly ticketId: number }
  | { readonly do: 'close'; readonly ticketId: number }
  | { readonly do: 'unrelated'; readonly ticketId: number }
  | { readonly do: 'follow'; readonly ticketId: number }
  | { readonly do: 'rate'; readonly ticketId: number; readonly score: number }
  | { readonly do: 'rateAgain'; readonly ticketId: number }
  | { readonly do: 'rateWords'; readonly ticketId: number }
  | { readonly do: 'held'; readonly ticketId: number; readonly held: boolean }
  | { readonly do: 'nps'; readonly npsId: number; readonly score: number }
  | { readonly do: 'npsAgain'; readonly npsId: number }
  | { readonly do: 'npsWords'; readonly npsId: number }
  | { readonly do: 'quiet'; readonly hours: QuietOffer }
  | { readonly do: 'agree' }
  | { readonly do: 'withdraw' }
  | { readonly do: 'copy' }
  | { readonly do: 'copyLink' }
  | { readonly do: 'erase' }
  /** `until`: in minutes since 1970. */
  | { readonly do: 'eraseAll'; readonly until: number }
  | { readonly do: 'eraseNothing' };

/** Telegram's limit for a button's data, in bytes; also a sane one. */
export const BUTTON_BYTES = 64;

const VERSION = 'd1';

/** Put an action into a button's data: printable ASCII, at most 64 bytes, with the codec's version in front. */
export function encodeButton(action: Action): string {
  return [VERSION, action.do, ...details(action)].join(':');
}

function details(action: Action): (string | number)[] {
  switch (action.do) {
    case 'topic':
      return [action.topicId];
    case 'topics':
      return [action.page];
    case 'clarify':
      return [action.topicId, action.optionId];
    case 'answered':
      return [action.articleId, action.solved ? 1 : 0];
    case 'article':
      return [action.articleId];
    case 'setLanguage':
      return [action.language];
    case 'notify':
      return [action.ticketId, action.on ? 1 : 0];
    case 'rate':
      return [action.ticketId, action.score];
    case 'quiet':
      return [action.hours];
    case 'nps':
      return [action.npsId, action.score];
    case 'npsAgain':
    case 'npsWords':
      return [action.npsId];
    case 'held':
      return [action.ticketId, action.held ? 1 : 0];
    case 'choose':
    case 'reopen':
    case 'show':
    case 'add':
    case 'fresh':
    case 'person':
    case 'close':
    case 'unrelated':
    case 'follow':
    case 'rateAgain':
    case 'rateWords':
      return [action.ticketId];
    case 'language':
    case 'human':
    case 'new':
    case 'list':
    case 'agree':
    case 'withdraw':
    case 'copy':
    case 'copyLink':
    case 'erase':
    case 'eraseNothing':
      return [];
    case 'eraseAll':
      return [action.until];
  }
}

/** Read a button's data; undefined when it is garbled, of another version, or not one of ours. */
export function decodeButton(data: string): Action | undefined {
  if (data.length > BUTTON_BYTES) return undefined;
  const [version, name, first, second, ...more] = data.split(':');
  if (version !== VERSION || name === undefined || more.length > 0) return undefined;
  const action = read(name, first ?? '', second ?? '');
  // Whatever would be written differently is not ours: this also refuses missing and surplus parts.
  return action !== undefined && encodeButton(action) === data ? action : undefined;
}

function read(name: string, first: string, second: string): Action | undefined {
  switch (name) {
    case 'topic':
      return withNumber(first, (topicId) => ({ do: 'topic', topicId }));
    case 'topics':
      return withNumber(first, (page) => ({ do: 'topics', page }));
    case 'clarify':
      return /^[\w-]{1,24}$/.test(second)
        ? withNumber(first, (topicId) => ({ do: 'clarify', topicId, optionId: second }))
        : undefined;
    case 'answered':
      return withNumber(first, (articleId) => ({ do: 'answered', articleId, solved: second === '1' }));
    case 'article':
      return withNumber(first, (articleId) => ({ do: 'article', articleId }));
    case 'setLanguage':
      return isLanguage(first) ? { do: 'setLanguage', language: first } : undefined;
    case 'quiet':
      return isOffer(first) ? { do: 'quiet', hours: first } : undefined;
    case 'notify':
      return withNumber(first, (ticketId) => ({ do: 'notify', ticketId, on: second === '1' }));
    case 'rate':
      return /^[1-5]$/.test(second)
        ? withNumber(first, (ticketId) => ({ do: 'rate', ticketId, score: Number(second) }))
        : undefined;
    case 'nps':
      return /^(?:\d|10)$/.test(second)
        ? withNumber(first, (npsId) => ({ do: 'nps', npsId, score: Number(second) }))
        : undefined;
    case 'npsAgain':
    case 'npsWords':
      return withNumber(first, (npsId) => ({ do: name, npsId }));
    case 'held':
      return withNumber(first, (ticketId) => ({ do: 'held', ticketId, held: second === '1' }));
    case 'choose':
    case 'reopen':
    case 'show':
    case 'add':
    case 'fresh':
    case 'person':
    case 'close':
    case 'unrelated':
    case 'follow':
    case 'rateAgain':
    case 'rateWords':
      return withNumber(first, (ticketId) => ({ do: name, ticketId }));
    case 'eraseAll':
      return withNumber(first, (until) => ({ do: 'eraseAll', until }));
    default:
      return isBare(name) ? { do: name } : undefined;
  }
}

/** Those that say nothing more. */
const BARE = [
  ...(['language', 'human', 'new', 'list', 'agree', 'withdraw'] as const),
  ...(['copy', 'copyLink', 'erase', 'eraseNothing'] as const),
];

function isBare(name: string): name is (typeof BARE)[number] {
  return BARE.some((known) => known === name);
}

function isOffer(hours: string): hours is QuietOffer {
  return ['22-08', '23-09', '00-10', 'off'].includes(hours);
}

function withNumber(digits: string, make: (value: number) => Action): Action | undefined {
  const value = Number(digits);
  return /^\d{1,16}$/.test(digits) && Number.isSafeInteger(value) ? make(value) : undefined;
}
