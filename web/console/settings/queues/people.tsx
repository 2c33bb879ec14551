import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Queue, StaffRecord, StaffWork } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { roleWords } from '../../words.ts';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { AnyOf, Count, LANGUAGE_CHOICES, YesNo, Zone } from '../parts/fields.tsx';
import { Loaded, Part } from '../parts/page.tsx';
import { Row, Rows } from '../parts/rows.tsx';
import { isWeek, OFFICE, Week } from '../parts/week.tsx';
import { everybodyQuery, staffWorkQuery, useSaveStaffWork } from './data.ts';

const FIELDS = ['queues', 'languages', 'capacity', 'shifts.week', 'shifts.timeZone'];

type Shifts = NonNullable<StaffWork['shifts']>;

/** When somebody works: always, or in shifts. */
function ShiftFields(props: {
  value: StaffWork['shifts'];
  wrong: (field: string) => string | undefined;
  set: (shifts: StaffWork['shifts']) => void;
}) {
  const text = useText();
  const session = useQuery(sessionQuery).data;
  const { value, wrong, set } = props;
  const begin: Shifts = { timeZone: session?.desk.time_zone ?? 'UTC', week: OFFICE, holidays: [] };
  return (
    <>
      <YesNo
        label={text('settings-shifts')}
        hint={text('settings-shifts-hint')}
        value={value !== null}
        set={(on) => {
          set(on ? begin : null);
        }}
      />
      {value ? (
        <>
          <Week
            value={value.week}
            error={wrong('shifts.week')}
            set={(week) => {
              set({ ...value, week });
            }}
          />
          <Zone
            label={text('settings-zone')}
            error={wrong('shifts.timeZone')}
            value={value.timeZone}
            set={(timeZone) => {
              set({ ...value, timeZone });
            }}
          />
        </>
      ) : null}
    </>
  );
}

interface Opened {
  readonly person: StaffRecord;
  readonly queues: readonly Queue[];
  readonly close: () => void;
}

function WorkEditor({ person, queues, close, work }: Opened & { work: StaffWork }) {
  const text = useText();
  const save = useSaveStaffWork(person.id);
  const { value, put, dirty } = useDraft<StaffWork>(work);
  const wrong = (field: string): string | undefined => wrongWith(save.error, field);
  return (
    <Editor
      size="lg"
      title={person.name}
      dirty={dirty}
      saving={save.isPending}
      error={save.error}
      fields={FIELDS}
      invalid={value.shifts !== null && !isWeek(text, value.shifts.week)}
      close={close}
      save={() => {
        save.mutate(value, { onSuccess: close });
      }}
    >
      <AnyOf
        label={text('settings-serves')}
        hint={text('settings-serves-hint')}
        none={text('settings-serves-all')}
        error={wrong('queues')}
        value={value.queues}
        choices={queues.map(({ slug, name }) => ({ value: slug, label: name }))}
        set={put('queues')}
      />
      <AnyOf
        label={text('settings-speaks')}
        hint={text('settings-speaks-hint')}
        none={text('settings-speaks-all')}
        error={wrong('languages')}
        value={value.languages}
        choices={LANGUAGE_CHOICES}
        set={(languages) => {
          put('languages')(
            LANGUAGE_CHOICES.flatMap(({ value: one }) => (languages.includes(one) ? [one] : [])),
          );
        }}
      />
      <Count
        label={text('settings-capacity')}
        hint={text('settings-capacity-hint')}
        error={wrong('capacity')}
        value={value.capacity}
        least={0}
        most={1000}
        set={put('capacity')}
      />
      <ShiftFields value={value.shifts} wrong={wrong} set={put('shifts')} />
    </Editor>
  );
}

/** Somebody's work is read when it is opened. */
function OpenWork(props: Opened) {
  const work = useQuery({ ...staffWorkQuery(props.person.id), staleTime: 0 });
  return work.data && !work.isFetching ? <WorkEditor {...props} work={work.data} /> : null;
}

/** Who takes on what: queues, languages, how much, and when. */
export function People({ queues }: { queues: readonly Queue[] }) {
  const text = useText();
  const everybody = useQuery(everybodyQuery);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Part title={text('settings-people')} hint={text('settings-people-hint')}>
      <Loaded query={everybody}>
        {(all) => {
          const here = all.filter(({ active }) => active);
          const person = here.find(({ id }) => id === open);
          return (
            <>
              <Rows label={text('settings-people')}>
                {here.map(({ id, name, role }) => (
                  <Row
                    key={id}
                    title={name}
                    aside={roleWords(text, role)}
                    open={() => {
                      setOpen(id);
                    }}
                  />
                ))}
              </Rows>
              {person ? (
                <OpenWork
                  key={person.id}
                  person={person}
                  queues={queues}
                  close={() => {
                    setOpen(null);
                  }}
                />
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Part>
  );
}
