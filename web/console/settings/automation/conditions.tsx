import { Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { AutomationCondition } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { PRIORITY_WORDS, STATUS_WORDS } from '../../words.ts';
import {
  AnyOf,
  type Choice,
  Count,
  Duration,
  LANGUAGE_CHOICES,
  OneOf,
  PRIORITIES,
} from '../parts/fields.tsx';
import classes from './automation.module.css';
import type { Names } from './data.ts';
import { type Kept, kept, Line } from './line.tsx';
import { STATUSES } from './trigger.tsx';
import { FIELDS, fieldName, MOST_MESSAGES } from './words.ts';

type Field = AutomationCondition['field'];
type Listed = Extract<AutomationCondition, { in: readonly unknown[] }>;
type Put = (condition: AutomationCondition) => void;

function begun(field: Field, names: Names): AutomationCondition {
  switch (field) {
    case 'vip':
      return { field, is: true };
    case 'assignee':
      return { field, is: 'none' };
    case 'business_hours':
      return { field, calendar: names.calendar[0]?.value ?? '', is: true };
    case 'messages':
      return { field, at_least: 1, at_most: MOST_MESSAGES };
    case 'waiting':
      return { field, at_least_minutes: 60 };
    default:
      return { field, in: [], not: false } as Listed;
  }
}

/** Whether a condition says nothing yet. */
export const isEmpty = (condition: AutomationCondition): boolean =>
  ('in' in condition && condition.in.length === 0) ||
  (condition.field === 'business_hours' && condition.calendar === '');

function useChoices(names: Names): Readonly<Partial<Record<Field, readonly Choice[]>>> {
  const text = useText();
  return {
    queue: names.queue,
    topic: names.topic,
    priority: PRIORITIES.map((value) => ({ value, label: text(PRIORITY_WORDS[value]) })),
    status: STATUSES.map((value) => ({ value, label: text(STATUS_WORDS[value]) })),
    language: LANGUAGE_CHOICES,
  };
}

function ListValue({ value, names, put }: { value: Listed; names: Names; put: Put }) {
  const text = useText();
  const choices = useChoices(names)[value.field];
  const label = fieldName(text, value.field);
  const set = (values: string[]): void => {
    put({ ...value, in: values } as Listed);
  };
  return (
    <>
      <NativeSelect
        aria-label={text('automation-is')}
        className={classes.is ?? ''}
        value={String(value.not)}
        data={[
          { value: 'false', label: text('automation-is-one') },
          { value: 'true', label: text('automation-is-none') },
        ]}
        onChange={(event) => {
          put({ ...value, not: event.currentTarget.value === 'true' });
        }}
      />
      <div className={classes.grow}>
        {choices ? (
          <AnyOf
            label={label}
            none={text('automation-choose')}
            value={value.in}
            choices={choices}
            set={set}
          />
        ) : (
          <TagsInput
            label={label}
            description={text(value.field === 'words' ? 'automation-words-hint' : 'automation-tags-hint')}
            value={[...value.in]}
            splitChars={[',', ';']}
            acceptValueOnBlur
            onChange={set}
          />
        )}
      </div>
    </>
  );
}

type Single = Exclude<AutomationCondition, Listed>;

function Hours(props: {
  value: Extract<Single, { field: 'business_hours' }>;
  calendars: readonly Choice[];
  put: Put;
}) {
  const text = useText();
  const { value, calendars, put } = props;
  const known = calendars.some((one) => one.value === value.calendar);
  return (
    <>
      <OneOf
        label={text('automation-hours')}
        value={String(value.is)}
        choices={[
          { value: 'true', label: text('automation-hours-inside') },
          { value: 'false', label: text('automation-hours-outside') },
        ]}
        set={(is) => {
          put({ ...value, is: is === 'true' });
        }}
      />
      {calendars.length > 0 ? (
        <OneOf
          label={text('automation-calendar')}
          value={value.calendar}
          choices={known ? calendars : [{ value: value.calendar, label: value.calendar }, ...calendars]}
          set={(calendar) => {
            put({ ...value, calendar });
          }}
        />
      ) : (
        <TextInput
          label={text('automation-calendar')}
          value={value.calendar}
          maxLength={64}
          onChange={(event) => {
            put({ ...value, calendar: event.currentTarget.value });
          }}
        />
      )}
    </>
  );
}

function Messages({ value, put }: { value: Extract<Single, { field: 'messages' }>; put: Put }) {
  const text = useText();
  return (
    <>
      {(['at_least', 'at_most'] as const).map((name) => (
        <Count
          key={name}
          label={text(`automation-count-${name.replace('_', '-')}`)}
          value={value[name]}
          least={0}
          most={MOST_MESSAGES}
          set={(count) => {
            put({ ...value, [name]: count });
          }}
        />
      ))}
    </>
  );
}

function SingleValue({ value, names, put }: { value: Single; names: Names; put: Put }) {
  const text = useText();
  switch (value.field) {
    case 'vip':
      return (
        <OneOf
          label={text('console-vip')}
          value={String(value.is)}
          choices={[
            { value: 'true', label: text('settings-vip-only') },
            { value: 'false', label: text('settings-vip-not') },
          ]}
          set={(is) => {
            put({ ...value, is: is === 'true' });
          }}
        />
      );
    case 'assignee':
      return (
        <OneOf
          label={fieldName(text, value.field)}
          value={value.is}
          choices={(['none', 'present'] as const).map((one) => ({
            value: one,
            label: text(`automation-assignee-${one}`),
          }))}
          set={(is) => {
            put({ ...value, is });
          }}
        />
      );
    case 'business_hours':
      return <Hours value={value} calendars={names.calendar} put={put} />;
    case 'messages':
      return <Messages value={value} put={put} />;
    case 'waiting':
      return (
        <Duration
          label={text('automation-waits')}
          value={value.at_least_minutes}
          set={(minutes) => {
            put({ ...value, at_least_minutes: minutes });
          }}
        />
      );
  }
}

/** Conditions below each other. `wrong`: what is wrong with the one at this place. */
export function Conditions(props: {
  title: string;
  list: readonly Kept<AutomationCondition>[];
  names: Names;
  wrong: (at: number) => string | undefined;
  set: (list: readonly Kept<AutomationCondition>[]) => void;
}) {
  const text = useText();
  const { title, list, names, set } = props;
  return (
    <fieldset className={classes.list}>
      <legend>{title}</legend>
      <ul>
        {list.map(({ key, value }, at) => {
          const put: Put = (condition) => {
            set(list.with(at, { key, value: condition }));
          };
          return (
            <Line
              key={key}
              name={fieldName(text, value.field)}
              error={props.wrong(at)}
              drop={() => {
                set(list.toSpliced(at, 1));
              }}
            >
              <OneOf<Field>
                label={text('automation-what')}
                value={value.field}
                choices={FIELDS.map((one) => ({ value: one, label: fieldName(text, one) }))}
                set={(field) => {
                  put(begun(field, names));
                }}
              />
              {'in' in value ? (
                <ListValue value={value} names={names} put={put} />
              ) : (
                <SingleValue value={value} names={names} put={put} />
              )}
            </Line>
          );
        })}
      </ul>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => {
          set([...list, kept(begun('topic', names))]);
        }}
      >
        {text('automation-condition-add')}
      </Button>
    </fieldset>
  );
}
