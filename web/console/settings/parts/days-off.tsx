import { ActionIcon, Button, Checkbox, FileButton, Input, Modal, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Holiday } from '../../../../contract/index.ts';
import { deskNow } from '../../../ui/clock.ts';
import { useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import classes from './days-off.module.css';
import { NotSaved } from './editor.tsx';

const DAY_MS = 86_400_000;
const LARGEST_FILE = 1_000_000;

/** The day before or after one, as YYYY-MM-DD. */
const dayBeside = (day: string, step: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + step * DAY_MS).toISOString().slice(0, 10);

const keyOf = ({ name, from, until }: Holiday): string => [from, until, name].join(' ');
const inOrder = (days: readonly Holiday[]): Holiday[] => days.toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** When a time off is: a day, several days, or hours of a day. */
function When({ day: { from, until } }: { day: Holiday }) {
  const { format, language } = usePreferences();
  const whole = from.endsWith('T00:00') && until.endsWith('T00:00');
  const date = (at: string): string => format.day(`${at}T12:00:00Z`, 0);
  const first = from.slice(0, 10);
  const last = whole ? dayBeside(until.slice(0, 10), -1) : until.slice(0, 10);
  const times = whole ? '' : ` ${from.slice(11)}–${until.slice(11)}`;
  return (
    <time dateTime={from} lang={language} className={classes.when}>
      {first === last ? date(first) : `${date(first)} – ${date(last)}`}
      {times}
    </time>
  );
}

/** Days written by hand: a name, the first and the last day. */
function NewDay({ add }: { add: (day: Holiday) => void }) {
  const text = useText();
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const [last, setLast] = useState('');
  const end = last === '' ? from : last;
  const ready = name.trim() !== '' && from !== '' && from <= end;
  return (
    <div className={classes.fresh}>
      <TextInput
        className={classes.freshName ?? ''}
        size="sm"
        label={text('settings-day-name')}
        maxLength={200}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <TextInput
        type="date"
        size="sm"
        label={text('settings-day-first')}
        value={from}
        onChange={(event) => {
          setFrom(event.currentTarget.value);
        }}
      />
      <TextInput
        type="date"
        size="sm"
        label={text('settings-day-last')}
        value={last}
        min={from}
        error={from !== '' && last !== '' && last < from ? text('settings-hours-order') : undefined}
        onChange={(event) => {
          setLast(event.currentTarget.value);
        }}
      />
      <Button
        size="sm"
        variant="default"
        disabled={!ready}
        leftSection={<IconPlus size="1rem" aria-hidden />}
        onClick={() => {
          add({ name: name.trim(), from: `${from}T00:00`, until: `${dayBeside(end, 1)}T00:00` });
          setName('');
          setFrom('');
          setLast('');
        }}
      >
        {text('settings-add')}
      </Button>
    </div>
  );
}

/** What was found in a file, to be taken or left. */
function Found(props: {
  days: readonly Holiday[];
  known: ReadonlySet<string>;
  take: (days: Holiday[]) => void;
}) {
  const text = useText();
  const fresh = props.days.filter((day) => !props.known.has(keyOf(day)));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = fresh.filter((day) => !left.has(keyOf(day)));
  return (
    <>
      <p className={classes.say}>
        {text('settings-ical-found', { count: props.days.length, known: props.days.length - fresh.length })}
      </p>
      <ul className={classes.found}>
        {fresh.map((day) => (
          <li key={keyOf(day)}>
            <Checkbox
              size="sm"
              checked={!left.has(keyOf(day))}
              label={
                <span className={classes.line}>
                  <span>{day.name}</span>
                  <When day={day} />
                </span>
              }
              onChange={(event) => {
                const next = new Set(left);
                if (event.currentTarget.checked) next.delete(keyOf(day));
                else next.add(keyOf(day));
                setLeft(next);
              }}
            />
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <Button
          disabled={taken.length === 0}
          onClick={() => {
            props.take(taken);
          }}
        >
          {text('settings-ical-take', { count: taken.length })}
        </Button>
      </div>
    </>
  );
}

/** Days off from an iCal file: read, shown, and taken only when somebody says so. */
function Import(props: {
  known: ReadonlySet<string>;
  read: (file: string) => Promise<readonly Holiday[]>;
  take: (days: Holiday[]) => void;
}) {
  const text = useText();
  const reading = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LARGEST_FILE) throw new Error('too large');
      return props.read(await file.text());
    },
  });
  const close = (): void => {
    reading.reset();
  };
  return (
    <>
      <FileButton
        accept=".ics,text/calendar"
        onChange={(file) => {
          if (file) reading.mutate(file);
        }}
      >
        {(button) => (
          <Button
            {...button}
            size="compact-sm"
            variant="subtle"
            loading={reading.isPending}
            leftSection={<IconFileImport size="0.875rem" aria-hidden />}
          >
            {text('settings-ical')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={reading.isSuccess || reading.isError}
        onClose={close}
        title={text('settings-ical-title', { file: reading.variables?.name ?? '' })}
        zIndex={400}
      >
        {reading.error ? <NotSaved error={reading.error} /> : null}
        {reading.data ? (
          <Found
            days={reading.data}
            known={props.known}
            take={(days) => {
              props.take(days);
              close();
            }}
          />
        ) : null}
      </Modal>
    </>
  );
}

/** Days on which nobody works: by hand, or from a file. */
export function DaysOff(props: {
  value: readonly Holiday[];
  set: (days: Holiday[]) => void;
  read: (file: string) => Promise<readonly Holiday[]>;
  error?: ReactNode;
}) {
  const text = useText();
  const { value, set } = props;
  const today = new Date(deskNow()).toISOString().slice(0, 10);
  const past = value.filter(({ until }) => until < today).length;
  const add = (days: readonly Holiday[]): void => {
    set(inOrder([...value, ...days]));
  };
  return (
    <Input.Wrapper label={text('settings-days-off')} labelElement="div" error={props.error}>
      <div className={classes.tools}>
        <span className={classes.say}>
          {value.length === 0
            ? text('settings-days-off-none')
            : text('settings-days-off-count', { count: value.length, past })}
        </span>
        <Import known={new Set(value.map(keyOf))} read={props.read} take={add} />
      </div>
      <ul className={classes.days}>
        {value.map((day) => (
          <li key={keyOf(day)}>
            <span className={classes.line}>
              <span>{day.name}</span>
              <When day={day} />
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text('settings-remove-named', { name: day.name })}
              onClick={() => {
                set(value.filter((one) => one !== day));
              }}
            >
              <IconX size="0.875rem" stroke={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <NewDay
        add={(day) => {
          add([day]);
        }}
      />
    </Input.Wrapper>
  );
}
