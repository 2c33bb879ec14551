import { Input, NativeSelect, NumberInput, Select, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import type { Priority, SlaMetric } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import classes from './fields.module.css';

/** Something to choose: its value and its words. */
export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

const shown = ({ label, hint, error }: FieldProps) => ({
  label,
  ...(hint ? { description: hint } : {}),
  ...(error ? { error } : {}),
});

/** One of a few. */
export function OneOf<T extends string>(
  props: FieldProps & { value: T; choices: readonly Choice<T>[]; set: (value: T) => void },
) {
  return (
    <NativeSelect
      {...shown(props)}
      value={props.value}
      data={props.choices.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => {
        const found = props.choices.find(({ value }) => value === event.currentTarget.value);
        if (found) props.set(found.value);
      }}
    />
  );
}

/** Yes or no. */
export function YesNo(props: FieldProps & { value: boolean; set: (value: boolean) => void }) {
  return (
    <Switch
      {...shown(props)}
      className={classes.switch ?? ''}
      checked={props.value}
      onChange={(event) => {
        props.set(event.currentTarget.checked);
      }}
    />
  );
}

const HOUR = 60;

/** A stretch of time, in minutes or hours; its value is in minutes. */
export function Duration(
  props: FieldProps & { value: number; set: (minutes: number) => void; most?: number },
) {
  const text = useText();
  const id = useId();
  const [hours, setHours] = useState(props.value >= HOUR && props.value % HOUR === 0);
  const unit = hours ? HOUR : 1;
  const most = props.most ?? 525_600;
  return (
    <Input.Wrapper {...shown(props)} id={id}>
      <div className={classes.duration}>
        <NumberInput
          className={classes.grow ?? ''}
          id={id}
          error={props.error !== undefined}
          value={props.value === 0 ? '' : props.value / unit}
          min={1}
          max={Math.floor(most / unit)}
          clampBehavior="blur"
          allowDecimal={false}
          allowNegative={false}
          onChange={(value) => {
            props.set(typeof value === 'number' ? Math.round(value * unit) : 0);
          }}
        />
        <NativeSelect
          aria-label={text('settings-unit', { field: props.label })}
          className={classes.unit ?? ''}
          value={hours ? 'h' : 'min'}
          data={[
            { value: 'min', label: text('settings-minutes') },
            { value: 'h', label: text('settings-hours') },
          ]}
          onChange={(event) => {
            const next = event.currentTarget.value === 'h';
            setHours(next);
            if (next && !hours) props.set(Math.max(1, Math.round(props.value / HOUR)) * HOUR);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}

/** A stretch of time that may be absent. */
export function MaybeDuration(
  props: FieldProps & {
    value: number | null;
    usual: number;
    set: (minutes: number | null) => void;
    most?: number;
  },
) {
  const { value, usual, set, label, hint, ...rest } = props;
  return (
    <div className={classes.maybe}>
      <YesNo
        label={label}
        hint={hint}
        value={value !== null}
        set={(on) => {
          set(on ? usual : null);
        }}
      />
      {value === null ? null : <Duration {...rest} label={label} value={value} set={set} />}
    </div>
  );
}

const zones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A time zone, by its IANA name. */
export function Zone(props: FieldProps & { value: string; set: (zone: string) => void }) {
  const [known] = useState(zones);
  return (
    <Select
      {...shown(props)}
      value={props.value}
      data={known.includes(props.value) ? known : [props.value, ...known]}
      searchable
      allowDeselect={false}
      limit={60}
      comboboxProps={{ shadow: 'sm' }}
      onChange={(zone) => {
        if (zone) props.set(zone);
      }}
    />
  );
}

/** All metrics of a service level, in their order. */
export const METRICS: readonly SlaMetric[] = ['first_reply', 'next_reply', 'resolution'];

/** All priorities, the most pressing first. */
export const PRIORITIES: readonly Priority[] = ['critical', 'high', 'normal', 'low'];
