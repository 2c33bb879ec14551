import { remembering } from '../../base/kernel/index.ts';
import type { Language, View } from './dialogue.types.ts';

/** A moment as texts want it: `day` selects the wording, `time` and `date` are already in the reader's language. */
export type When = {
  readonly day: 'today' | 'tomorrow' | 'later';
  readonly time: string;
  readonly date: string;
};

/** Where and in which language a moment is read. */
export type Reader = { readonly now: Date; readonly timeZone: string; readonly language: Language };

const DAY_MS = 86_400_000;

/** English with the day before the month and 24 hours, as the other languages have it. */
const DAY_FIRST = 'en-GB';

/** A moment in the reader's own clock and calendar: "by 14:30", "tomorrow by 09:10", "by 09:10 on 3 December" (F3, B3). */
export function when(at: Date, reader: Reader): When {
  const days = calendarDay(at, reader.timeZone) - calendarDay(reader.now, reader.timeZone);
  return {
    day: days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'later',
    time: format(at, DAY_FIRST, {
      timeZone: reader.timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    date: format(at, reader.language === 'en' ? DAY_FIRST : reader.language, {
      timeZone: reader.timeZone,
      day: 'numeric',
      month: 'long',
    }),
  };
}

/** How this customer reads moments: in the customer's own time zone if it is known, else in the desk's. */
export function readerOf(view: View): Reader {
  const timeZone = view.customerTimeZone ?? view.desk.timeZone;
  return {
    now: view.now,
    timeZone: isTimeZone(timeZone) ? timeZone : view.desk.timeZone,
    language: view.language,
  };
}

/** The number of the calendar day in that zone: neighbours differ by one, whatever the clocks do. */
function calendarDay(at: Date, timeZone: string): number {
  const day = format(at, 'en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function format(at: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const timeZone = isTimeZone(options.timeZone ?? '') ? options.timeZone : 'UTC';
  return formatter(locale, { ...options, timeZone }).format(at);
}

// Making a formatter takes a hundred times as long as using one, and a desk needs few: languages times zones.
const formatters = remembering<Intl.DateTimeFormat>(500);

const formatter = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  formatters(locale + Object.values(options).join(), () => new Intl.DateTimeFormat(locale, options));

/** Whether this is the name of a zone, such as Asia/Baku. */
export function isTimeZone(name: string): boolean {
  try {
    formatter('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
