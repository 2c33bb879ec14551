import { Button, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { AutomationAction } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { PRIORITY_WORDS } from '../../words.ts';
import { type Choice, Duration, OneOf, PRIORITIES } from '../parts/fields.tsx';
import classes from './automation.module.css';
import type { Names } from './data.ts';
import { type Kept, kept, Line } from './line.tsx';
import { DEEDS, deedName } from './words.ts';

type Deed = AutomationAction['do'];
type Put = (action: AutomationAction) => void;

const NOBODY = '';

const firstOf = (choices: readonly Choice[]): string => choices[0]?.value ?? '';

function begun(deed: Deed, names: Names): AutomationAction {
  switch (deed) {
    case 'set_priority':
      return { do: deed, to: 'high' };
    case 'move_queue':
      return { do: deed, to: firstOf(names.queue) };
    case 'assign':
      return { do: deed, to: null };
    case 'tag':
    case 'untag':
      return { do: deed, tags: [] };
    case 'macro':
      return { do: deed, macro: Number(firstOf(names.macro)) };
    case 'end':
      return { do: deed, how: 'resolve', macro: Number(firstOf(names.macro)) };
    case 'note':
      return { do: deed, text: '' };
    case 'notify':
      return { do: deed, whom: 'leads' };
    case 'snooze':
      return { do: deed, minutes: 60 };
  }
}

/** Whether an action does not say yet what it does. */
export const isUnfinished = (action: AutomationAction): boolean =>
  ('tags' in action && action.tags.length === 0) ||
  (action.do === 'note' && action.text.trim() === '') ||
  (action.do === 'move_queue' && action.to === '') ||
  ('macro' in action && (action.macro === 0 || Number.isNaN(action.macro)));

/** A choice among what is known, with what is chosen now although nothing is known of it. */
function Named(props: {
  label: string;
  value: string;
  choices: readonly Choice[];
  set: (value: string) => void;
}) {
  const { value, choices } = props;
  const known = choices.some((one) => one.value === value);
  return <OneOf {...props} choices={known ? choices : [{ value, label: value }, ...choices]} />;
}

function Places({
  value,
  names,
  put,
}: {
  value: Extract<AutomationAction, { do: 'set_priority' | 'move_queue' | 'assign' }>;
  names: Names;
  put: Put;
}) {
  const text = useText();
  const label = deedName(text, value.do);
  switch (value.do) {
    case 'set_priority':
      return (
        <OneOf
          label={label}
          value={value.to}
          choices={PRIORITIES.map((one) => ({ value: one, label: text(PRIORITY_WORDS[one]) }))}
          set={(to) => {
            put({ ...value, to });
          }}
        />
      );
    case 'move_queue':
      return (
        <Named
          label={label}
          value={value.to}
          choices={names.queue}
          set={(to) => {
            put({ ...value, to });
          }}
        />
      );
    case 'assign':
      return (
        <Named
          label={label}
          value={value.to === null ? NOBODY : String(value.to)}
          choices={[{ value: NOBODY, label: text('settings-macro-nobody') }, ...names.staff]}
          set={(to) => {
            put({ ...value, to: to === NOBODY ? null : Number(to) });
          }}
        />
      );
  }
}

function Notify({ value, put }: { value: Extract<AutomationAction, { do: 'notify' }>; put: Put }) {
  const text = useText();
  return (
    <>
      <OneOf
        label={text('automation-whom')}
        value={value.whom}
        choices={(['assignee', 'queue', 'leads'] as const).map((one) => ({
          value: one,
          label: text(`automation-whom-${one}`),
        }))}
        set={(whom) => {
          put({ ...value, whom });
        }}
      />
      <div className={classes.grow}>
        <TextInput
          label={text('automation-notice')}
          maxLength={200}
          value={value.text ?? ''}
          onChange={(event) => {
            const { text: _old, ...rest } = value;
            const words = event.currentTarget.value;
            put(words === '' ? rest : { ...rest, text: words });
          }}
        />
      </div>
    </>
  );
}

function Tags({ value, put }: { value: Extract<AutomationAction, { do: 'tag' | 'untag' }>; put: Put }) {
  const text = useText();
  return (
    <div className={classes.grow}>
      <TagsInput
        label={deedName(text, value.do)}
        description={text('automation-tags-hint')}
        value={value.tags}
        splitChars={[',', ';']}
        maxTags={10}
        acceptValueOnBlur
        onChange={(tags) => {
          put({ ...value, tags });
        }}
      />
    </div>
  );
}

function Note({ value, put }: { value: Extract<AutomationAction, { do: 'note' }>; put: Put }) {
  const text = useText();
  return (
    <div className={classes.grow}>
      <Textarea
        label={deedName(text, value.do)}
        maxLength={1000}
        autosize
        minRows={2}
        value={value.text}
        onChange={(event) => {
          put({ ...value, text: event.currentTarget.value });
        }}
      />
    </div>
  );
}

type Writes = Extract<AutomationAction, { do: 'macro' | 'end' }>;

function Writing({ value, names, put }: { value: Writes; names: Names; put: Put }) {
  const text = useText();
  return (
    <>
      {value.do === 'end' ? (
        <OneOf
          label={text('automation-end')}
          value={value.how}
          choices={(['resolve', 'close'] as const).map((one) => ({
            value: one,
            label: text(`automation-end-${one}`),
          }))}
          set={(how) => {
            put({ ...value, how });
          }}
        />
      ) : null}
      <Named
        label={text('automation-macro')}
        value={String(value.macro)}
        choices={names.macro}
        set={(macro) => {
          put({ ...value, macro: /^\d+$/.test(macro) ? Number(macro) : macro });
        }}
      />
    </>
  );
}

function Value({ value, names, put }: { value: AutomationAction; names: Names; put: Put }) {
  const text = useText();
  switch (value.do) {
    case 'set_priority':
    case 'move_queue':
    case 'assign':
      return <Places value={value} names={names} put={put} />;
    case 'notify':
      return <Notify value={value} put={put} />;
    case 'tag':
    case 'untag':
      return <Tags value={value} put={put} />;
    case 'note':
      return <Note value={value} put={put} />;
    case 'macro':
    case 'end':
      return <Writing value={value} names={names} put={put} />;
    case 'snooze':
      return (
        <Duration
          label={text('automation-time')}
          value={value.minutes}
          set={(minutes) => {
            put({ ...value, minutes });
          }}
        />
      );
  }
}

/** What the rule does, in order. `wrong`: what is wrong with the action at this place. */
export function Actions(props: {
  list: readonly Kept<AutomationAction>[];
  names: Names;
  wrong: (at: number) => string | undefined;
  set: (list: readonly Kept<AutomationAction>[]) => void;
}) {
  const text = useText();
  const { list, names, set } = props;
  return (
    <fieldset className={classes.list}>
      <legend>{text('automation-then')}</legend>
      <ul>
        {list.map(({ key, value }, at) => {
          const put: Put = (action) => {
            set(list.with(at, { key, value: action }));
          };
          return (
            <Line
              key={key}
              name={deedName(text, value.do)}
              error={props.wrong(at)}
              drop={() => {
                set(list.toSpliced(at, 1));
              }}
            >
              <OneOf<Deed>
                label={text('automation-deed')}
                value={value.do}
                choices={DEEDS.map((one) => ({ value: one, label: deedName(text, one) }))}
                set={(deed) => {
                  put(begun(deed, names));
                }}
              />
              <Value value={value} names={names} put={put} />
            </Line>
          );
        })}
      </ul>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => {
          set([...list, kept(begun('notify', names))]);
        }}
      >
        {text('automation-deed-add')}
      </Button>
    </fieldset>
  );
}
