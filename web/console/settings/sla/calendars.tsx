import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SlaCalendar, SlaCalendarChange, SlaRules } from '../../../../contract/index.ts';
import { deskNow } from '../../../ui/clock.ts';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { DaysOff } from '../parts/days-off.tsx';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { Zone } from '../parts/fields.tsx';
import { Part } from '../parts/page.tsx';
import { NoRows, Row, Rows } from '../parts/rows.tsx';
import { isWeek, OFFICE, Week, weekWords } from '../parts/week.tsx';
import { readHolidays, useSaveCalendar } from './data.ts';

const FIELDS = ['name', 'timeZone', 'week', 'holidays'];

/** A slug that no calendar has. */
function freeSlug(calendars: readonly SlaCalendar[]): string {
  const taken = new Set(calendars.map(({ slug }) => slug));
  let number = calendars.length + 1;
  while (taken.has(`calendar-${String(number)}`)) number += 1;
  return `calendar-${String(number)}`;
}

function CalendarEditor(props: {
  slug: string;
  calendar: SlaCalendarChange;
  fresh: boolean;
  close: () => void;
}) {
  const text = useText();
  const { slug, calendar, fresh, close } = props;
  const save = useSaveCalendar();
  const { value, set, put, dirty } = useDraft<SlaCalendarChange>(calendar);
  const wrong = (field: string): string | undefined => wrongWith(save.error, field);
  const name = value.name ?? '';
  return (
    <Editor
      size="lg"
      title={fresh ? text('settings-calendar-new') : (calendar.name ?? slug)}
      dirty={dirty}
      saving={save.isPending}
      error={save.error}
      fields={FIELDS}
      invalid={name.trim() === '' || !isWeek(text, value.week)}
      close={close}
      save={() => {
        save.mutate({ slug, calendar: { ...value, name: name.trim() } }, { onSuccess: close });
      }}
    >
      <TextInput
        label={text('settings-name')}
        data-autofocus={fresh || undefined}
        maxLength={60}
        value={name}
        error={wrong('name')}
        onChange={(event) => {
          set({ name: event.currentTarget.value });
        }}
      />
      <Zone
        label={text('settings-zone')}
        error={wrong('timeZone')}
        value={value.timeZone}
        set={put('timeZone')}
      />
      <Week value={value.week} error={wrong('week')} set={put('week')} />
      <DaysOff
        value={value.holidays}
        error={wrong('holidays')}
        read={(file) =>
          readHolidays(file, { timeZone: value.timeZone, year: new Date(deskNow()).getUTCFullYear() })
        }
        set={put('holidays')}
      />
    </Editor>
  );
}

const changeOf = ({ name, slug, timeZone, week, holidays }: SlaCalendar): SlaCalendarChange => ({
  ...{ name: name ?? slug, timeZone, week, holidays },
});

/** When promises run: hours of the week, less days off. */
export function Calendars({ rules }: { rules: SlaRules }) {
  const text = useText();
  const session = useQuery(sessionQuery).data;
  const [open, setOpen] = useState<string | null>(null);
  const opened = rules.calendars.find(({ slug }) => slug === open);
  const zone = session?.desk.time_zone ?? 'UTC';
  return (
    <Part
      title={text('settings-calendars')}
      hint={text('settings-calendars-hint')}
      action={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size="0.875rem" aria-hidden />}
          onClick={() => {
            setOpen(freeSlug(rules.calendars));
          }}
        >
          {text('settings-calendar-new')}
        </Button>
      }
    >
      {rules.calendars.length === 0 ? (
        <NoRows>{text('settings-calendars-none')}</NoRows>
      ) : (
        <Rows label={text('settings-calendars')}>
          {rules.calendars.map((calendar) => (
            <Row
              key={calendar.slug}
              title={calendar.name ?? calendar.slug}
              detail={weekWords(text, calendar.week)}
              aside={
                calendar.holidays.length > 0
                  ? text('settings-days-off-number', { count: calendar.holidays.length })
                  : calendar.timeZone
              }
              open={() => {
                setOpen(calendar.slug);
              }}
            />
          ))}
        </Rows>
      )}
      {open ? (
        <CalendarEditor
          slug={open}
          fresh={!opened}
          calendar={opened ? changeOf(opened) : { name: '', timeZone: zone, week: OFFICE, holidays: [] }}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </Part>
  );
}
