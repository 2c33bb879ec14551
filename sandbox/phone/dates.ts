import type { Language } from './words.ts';

// Chromium knows no Azerbaijani names of months and days, so they stand here.
const azMonths = 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' ');
const azDays = 'B. B.e. Ç.a. Ç. C.a. C. Ş.'.split(' ');

/** Hours and minutes, in 24 hours. */
export const clockTime = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);

/** A day and its month, with the year if wanted: the month in full, or short where room is scarce. */
export const dayAndMonth = (
  date: Date,
  language: Language,
  form: { month: 'long' | 'short'; year: boolean },
): string => {
  if (language !== 'az') {
    const year = form.year ? { year: 'numeric' as const } : {};
    return new Intl.DateTimeFormat(language, { day: 'numeric', month: form.month, ...year }).format(date);
  }
  const month = azMonths[date.getMonth()] ?? '';
  const name = form.month === 'short' ? month.slice(0, 3) : month;
  return `${date.getDate()} ${name}${form.year ? ` ${date.getFullYear()}` : ''}`;
};

/** A weekday, short. */
export const weekday = (date: Date, language: Language): string =>
  language === 'az'
    ? (azDays[date.getDay()] ?? '')
    : new Intl.DateTimeFormat(language, { weekday: 'short' }).format(date);
