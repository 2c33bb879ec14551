import { useText } from '../../ui/i18n.tsx';
import { useNow } from '../data/now.ts';
import { usePreferences } from '../data/preferences.tsx';
import { duration } from '../words.ts';

/** How long ago something was; the exact moment on hover. */
export function Ago({ at }: { at: string }) {
  const text = useText();
  const now = useNow();
  const { format } = usePreferences();
  return (
    <time dateTime={at} title={format.absolute(at)}>
      {duration(text, now - Date.parse(at))}
    </time>
  );
}

/** The clock time of something; the whole date on hover. */
export function Clock({ at }: { at: string }) {
  const { format } = usePreferences();
  return (
    <time dateTime={at} title={format.absolute(at)}>
      {format.clock(at)}
    </time>
  );
}

/** A day and a clock time. */
export function DayAndClock({ at }: { at: string }) {
  const now = useNow();
  const { format } = usePreferences();
  return (
    <time dateTime={at} title={format.absolute(at)}>
      {format.day(at, now)}, {format.clock(at)}
    </time>
  );
}
