import type { Text } from '../../../ui/i18n.tsx';

const HOUR = 60;

/** Minutes, exactly: "45 min", "4 h", "1 h 30 min". */
export function minutesWords(text: Text, minutes: number): string {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  return [
    hours > 0 ? text('console-stretch-hours', { count: hours }) : '',
    rest > 0 || hours === 0 ? text('console-stretch-minutes', { count: rest }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
