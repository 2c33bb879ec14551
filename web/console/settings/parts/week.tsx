import { ActionIcon, Button, Input } from '@mantine/core';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { WeekHours } from '../../../../contract/index.ts';
import { type Text, useText } from '../../../ui/i18n.tsx';
import { Time } from './time.tsx';
import classes from './week.module.css';

/** The days of a week, from Monday. */
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof DAYS)[number];
type Stretches = WeekHours[Day];

/** What a new calendar begins with. */
export const OFFICE: WeekHours = {
  ...{ mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']] },
  ...{ thu: [['09:00', '18:00']], fri: [['09:00', '18:00']], sat: [], sun: [] },
};

const MIDNIGHT = '24:00';

/** The words for what is wrong with the hours of a day; undefined where nothing is. */
function wrongHours(text: Text, stretches: Stretches): string | undefined {
  if (stretches.some(([from, until]) => from === '' || until === '')) return text('settings-hours-missing');
  if (stretches.some(([from, until]) => from >= until)) return text('settings-hours-order');
  const sorted = stretches.toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
  const overlap = sorted.some(([from], index) => index > 0 && from < (sorted[index - 1]?.[1] ?? ''));
  return overlap ? text('settings-hours-overlap') : undefined;
}

/** Whether a week can be saved: every day is in order, and one at least is open. */
export function isWeek(text: Text, week: WeekHours): boolean {
  return (
    DAYS.every((day) => wrongHours(text, week[day]) === undefined) && DAYS.some((day) => week[day].length > 0)
  );
}

/** The days of a week with equal hours, together: "Mon–Fri 09:00–18:00". */
export function weekWords(text: Text, week: WeekHours): string {
  const groups: { days: Day[]; hours: string }[] = [];
  for (const day of DAYS) {
    const hours = week[day].map(([from, until]) => `${from}–${until}`).join(', ');
    const last = groups.at(-1);
    if (last?.hours === hours) last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  const named = ({ days }: { days: Day[] }): string => {
    const ends = days.length > 1 ? [days[0], days.at(-1)] : [days[0]];
    return ends.map((day) => text(`settings-day-${day ?? 'mon'}`)).join('–');
  };
  return groups
    .filter(({ hours }) => hours !== '')
    .map((group) => `${named(group)} ${group.hours}`)
    .join(' · ');
}

function Stretch(props: {
  day: string;
  value: Stretches[number];
  set: (value: Stretches[number]) => void;
  drop: () => void;
}) {
  const text = useText();
  const { day, set } = props;
  const [from, until] = props.value;
  return (
    <div className={classes.stretch}>
      <Time
        bare
        label={text('settings-hours-from', { day })}
        value={from}
        set={(time) => {
          set([time, until]);
        }}
      />
      <span aria-hidden>–</span>
      <Time
        bare
        label={text('settings-hours-until', { day })}
        value={until}
        set={(time) => {
          set([from, time]);
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={text('settings-hours-drop', { day })}
        onClick={props.drop}
      >
        <IconX size="0.875rem" stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** What comes after the hours that a day has: an hour later, for as long as the day lasts. */
function nextStretch(stretches: Stretches): Stretches[number] {
  const last = stretches.at(-1)?.[1];
  if (!last) return ['09:00', '18:00'];
  const hour = Math.min(Number(last.slice(0, 2)) + 1, 23);
  return [`${String(hour).padStart(2, '0')}:00`, MIDNIGHT];
}

function DayHours(props: { day: Day; value: Stretches; set: (value: Stretches) => void }) {
  const text = useText();
  const { day, value, set } = props;
  const name = text(`settings-day-${day}`);
  const wrong = wrongHours(text, value);
  return (
    <div className={classes.day} role="group" aria-label={name}>
      <span className={classes.name}>{name}</span>
      <div className={classes.stretches}>
        {value.length === 0 ? <span className={classes.closed}>{text('settings-closed')}</span> : null}
        {value.map((stretch, index) => (
          <Stretch
            // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day have no other name than their place
            key={`${String(value.length)} ${String(index)}`}
            day={name}
            value={stretch}
            set={(next) => {
              set(value.with(index, next));
            }}
            drop={() => {
              set(value.filter((_one, at) => at !== index));
            }}
          />
        ))}
        {wrong ? <Input.Error>{wrong}</Input.Error> : null}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={text('settings-hours-add', { day: name })}
        title={text('settings-hours-add', { day: name })}
        disabled={value.length >= 12}
        onClick={() => {
          set([...value, nextStretch(value)]);
        }}
      >
        <IconPlus size="1rem" stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** The hours of each day of a week; a day can have several (Q2). */
export function Week(props: {
  value: WeekHours;
  set: (week: WeekHours) => void;
  error?: string | undefined;
}) {
  const text = useText();
  const { value, set } = props;
  const [copied, setCopied] = useState(0);
  const closed = DAYS.every((day) => value[day].length === 0);
  return (
    <Input.Wrapper
      label={text('settings-week')}
      labelElement="div"
      error={props.error ?? (closed ? text('settings-week-closed') : undefined)}
    >
      <div className={classes.week}>
        {DAYS.map((day) => (
          <DayHours
            key={`${day} ${String(copied)}`}
            day={day}
            value={value[day]}
            set={(hours) => {
              set({ ...value, [day]: hours });
            }}
          />
        ))}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconCopy size="0.875rem" aria-hidden />}
        onClick={() => {
          setCopied(copied + 1);
          const { mon } = value;
          set({ ...value, tue: mon, wed: mon, thu: mon, fri: mon });
        }}
      >
        {text('settings-week-copy')}
      </Button>
    </Input.Wrapper>
  );
}
