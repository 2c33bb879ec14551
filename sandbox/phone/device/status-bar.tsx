import { useNow } from '../data/clock.ts';
import { clockTime } from '../dates.ts';
import { useSettings } from '../settings.tsx';

/** The top edge of a phone: the sandbox's time, as on a real one. Decorative; the clock itself stands on the stage. */
export function StatusBar() {
  const { language } = useSettings();
  const now = useNow();
  return (
    <div className="status-bar" aria-hidden>
      <span className="status-time">{clockTime(new Date(now), language)}</span>
      <span className="status-island" />
      <svg className="status-signs" viewBox="0 0 62 14" width="62" height="14">
        <g fill="currentColor">
          <rect x="0" y="9" width="3" height="4" rx="1" />
          <rect x="4.6" y="6.6" width="3" height="6.4" rx="1" />
          <rect x="9.2" y="4" width="3" height="9" rx="1" />
          <rect x="13.8" y="1.2" width="3" height="11.8" rx="1" />
          <path d="M29 3.1c2.3 0 4.400.9 6 2.400l1.100-1.200A10.300 10.300 0 0 0 29 1.500c-2.700 0-5.200 1-7.100 2.800L23 5.500a8.700 8.700 0 0 1 6-2.400Z" />
          <path d="M29 6.900c1.300 0 2.400.5 3.300 1.300l1.200-1.200A6.500 6.500 0 0 0 29 5.200a6.500 6.500 0 0 0-4.500 1.800l1.200 1.200c.9-.8 2-1.300 3.300-1.300Z" />
          <circle cx="29" cy="10.800" r="1.900" />
          <path d="M59.500 5v4c.9-.3 1.500-1.100 1.500-2s-.600-1.700-1.500-2Z" opacity=".5" />
          <rect x="42" y="3.400" width="13" height="7.200" rx="2" />
        </g>
        <rect
          x="40.500"
          y="1.900"
          width="17"
          height="10.200"
          rx="3.400"
          fill="none"
          stroke="currentColor"
          opacity=".45"
        />
      </svg>
    </div>
  );
}
