/** What Telegram finds in a text by itself: mentions, commands, tags, links, addresses, phone numbers. */
import { type Entity, type EntityType, keepDisjoint, sortEntities } from './entity.ts';

const TAG = '[\\p{Nd}_\\p{L}\\u200c\\u0d80-\\u0dff]';
const WORD = '[\\p{L}\\p{N}_]';

const MENTION = new RegExp(`(?<!${WORD})@([A-Za-z0-9_]{2,32})(?!${WORD})`, 'gu');
const COMMAND = /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu;
const HASHTAG = new RegExp(`(?<!${TAG})#(${TAG}{1,256})(?:@[A-Za-z0-9_]{3,32})?(?!${TAG}*#)`, 'gu');
const CASHTAG = new RegExp(
  `(?<!${TAG}|\\$)\\$(?:1INCH|[A-Z]{1,8})(?:@[A-Za-z0-9_]{3,32})?(?!${TAG}|\\$)`,
  'gu',
);
const EMAIL =
  /(?<![\w.+-])(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9]\.){1,6}[a-z]{2,8}(?![\w@-])/gi;
const PHONE = /(?<![\p{L}\p{N}_+])\+\d[\d ()-]{5,20}\d(?![\p{L}\p{N}_])/gu;
const TG_LINK = /(?<![\p{L}\p{N}_])(?:tg|ton|tonsite):\/\/[a-z0-9_-]{1,253}(?:[/?#][^\s<>"«»]*)?/giu;
const URL_LIKE =
  /(?<![\p{L}\p{N}_@/#.~-])(?:(https?|ftp):\/\/)?([\p{L}\p{N}_~-]+(?:\.[\p{L}\p{N}_~-]+)+)(?::\d{1,5})?(?:[/?#][^\s<>"«»]*)?/giu;

/** The zones in which a name without a scheme still reads as an address; countries come from the language data. */
const ZONES = new Set(
  `com net org info biz dev app xyz online site shop store tech cloud pro name mobi edu gov mil int travel club live
  news blog page link agency support help center chat email games group media network services software solutions
  space studio systems team today tools top website work world bank digital design finance expert express fund guide
  health house life love marketing money photo photos pizza plus press rent report rocks run school social style
  support taxi tips tours vip wiki win works zone cafe city company art bot рф рус бел укр онлайн сайт орг москва дети`
    .split(/\s+/)
    .filter((zone) => zone !== ''),
);

let countries: ReadonlySet<string> | undefined;

const countryZones = (): ReadonlySet<string> => {
  if (countries !== undefined) return countries;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => names.of(code) !== undefined);
  countries = new Set([...codes.map((code) => code.toLowerCase()), 'uk', 'eu', 'su']);
  return countries;
};

const isAddress = (scheme: string | undefined, host: string): boolean => {
  const labels = host.toLowerCase().split('.');
  const zone = labels.at(-1) ?? '';
  if (/^\d+$/.test(zone))
    return scheme !== undefined && labels.length === 4 && labels.every((l) => Number(l) < 256);
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return false;
  if (/_/.test(labels.slice(-2).join(''))) return false;
  if (scheme !== undefined) return /^[\p{L}-]{2,}$/u.test(zone) || zone.startsWith('xn--');
  return ZONES.has(zone) || countryZones().has(zone) || zone.startsWith('xn--');
};

const trimUrl = (url: string, host: string): string => {
  const pathAt = url.indexOf(host) + host.length;
  const trimmed = url.replace(/[.:;,('?!`]+$/, '');
  return trimmed.length < pathAt ? url.slice(0, pathAt) : trimmed;
};

const entityOf = (type: EntityType, match: RegExpMatchArray, length = match[0].length): Entity => ({
  type,
  offset: match.index ?? 0,
  length,
});

const findLinks = (text: string, found: Entity[]): void => {
  if (text.includes('://')) {
    for (const match of text.matchAll(TG_LINK))
      found.push(entityOf('url', match, match[0].replace(/[.:;,('?!`]+$/, '').length));
  }
  if (!text.includes('.')) return;
  if (text.includes('@')) for (const match of text.matchAll(EMAIL)) found.push(entityOf('email', match));
  for (const match of text.matchAll(URL_LIKE)) {
    const [all, scheme, host = ''] = match;
    if (isAddress(scheme, host)) found.push(entityOf('url', match, trimUrl(all, host).length));
  }
};

/** Finds what Telegram marks by itself in a text; the entities are sorted and do not touch. */
export const detectEntities = (text: string): Entity[] => {
  if (!/[@/#$+.:]/.test(text)) return [];
  const found: Entity[] = [];
  if (text.includes('@')) {
    for (const match of text.matchAll(MENTION)) {
      const name = match[1] ?? '';
      if (name.length >= 4 || ['gif', 'vid', 'pic'].includes(name)) found.push(entityOf('mention', match));
    }
  }
  if (text.includes('/'))
    for (const match of text.matchAll(COMMAND)) found.push(entityOf('bot_command', match));
  if (text.includes('#')) {
    for (const match of text.matchAll(HASHTAG))
      if (/\p{L}/u.test(match[1] ?? '')) found.push(entityOf('hashtag', match));
  }
  if (text.includes('$')) for (const match of text.matchAll(CASHTAG)) found.push(entityOf('cashtag', match));
  if (text.includes('+')) {
    for (const match of text.matchAll(PHONE)) {
      const digits = match[0].replaceAll(/\D/g, '').length;
      if (digits >= 7 && digits <= 15) found.push(entityOf('phone_number', match));
    }
  }
  findLinks(text, found);
  return found.length < 2 ? found : keepDisjoint(sortEntities(found));
};
