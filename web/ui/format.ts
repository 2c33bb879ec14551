import type { Language } from '../../contract/index.ts';

const AZ_MONTHS = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avqust',
  'sentyabr',
  'oktyabr',
  'noyabr',
  'dekabr',
];

/** Writes moments the way a language and a time zone do. */
export interface Format {
  /** "14:30". */
  readonly clock: (moment: string) => string;
  /** "22 November", with the year where it is not the present one. */
  readonly day: (moment: string, now: number) => string;
  /** "22 November 2026, 14:30". */
  readonly absolute: (moment: string) => string;
  /** The same text for all moments of one day, to compare days. */
  readonly dayKey: (moment: string | number) => string;
  readonly number: (value: number) => string;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  clock: string;
}

const knownZone = (timeZone: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

const partsReader = (timeZone: string | undefined): ((moment: string | number) => Parts) => {
  const reader = new Intl.DateTimeFormat('en-GB', {
    ...(timeZone ? { timeZone } : {}),
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment) => {
    const found = new Map(reader.formatToParts(new Date(moment)).map((part) => [part.type, part.value]));
    return {
      year: Number(found.get('year')),
      month: Number(found.get('month')),
      day: Number(found.get('day')),
      clock: `${found.get('hour') ?? ''}:${found.get('minute') ?? ''}`,
    };
  };
};

/** The names of months inside a date. Browsers do not know Azerbaijani ones. */
const monthNamer = (language: Language): ((month: number) => string) => {
  if (language === 'az') return (month) => AZ_MONTHS[month - 1] ?? '';
  const namer = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (month) =>
    namer.formatToParts(new Date(Date.UTC(2026, month - 1, 15))).find((part) => part.type === 'month')
      ?.value ?? '';
};

/** Formats for a language, in a desk's time zone (this machine's where that is unknown to it). */
export function formatFor(language: Language, timeZone: string): Format {
  const partsOf = partsReader(knownZone(timeZone));
  const monthName = monthNamer(language);
  const numbers = new Intl.NumberFormat(language);
  const dayOf = (parts: Parts): string => `${String(parts.day)} ${monthName(parts.month)}`;
  return {
    clock: (moment) => partsOf(moment).clock,
    day: (moment, now) => {
      const parts = partsOf(moment);
      return parts.year === partsOf(now).year ? dayOf(parts) : `${dayOf(parts)} ${String(parts.year)}`;
    },
    absolute: (moment) => {
      const parts = partsOf(moment);
      return `${dayOf(parts)} ${String(parts.year)}, ${parts.clock}`;
    },
    dayKey: (moment) => {
      const parts = partsOf(moment);
      return `${String(parts.year)}-${String(parts.month)}-${String(parts.day)}`;
    },
    number: (value) => numbers.format(value),
  };
}

/** A stretch of time in its largest fitting unit. */
export interface Stretch {
  readonly unit: 'moment' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** How long `ms` milliseconds are, rounded down; below a minute it is a moment. */
export function stretch(ms: number): Stretch {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 1) return { unit: 'moment', count: 0 };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

/** The size of a file, as people write it: "820 kB", "4.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} B`;
  if (bytes < 1_000_000) return `${String(Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A playing time: "0:07", "12:40". */
export function playingTime(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}

/** The first word of a name, to call somebody by. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

/** At most two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toLocaleUpperCase() || '?';
}
