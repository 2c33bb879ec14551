import { Input, MultiSelect, NativeSelect, NumberInput, Select, Switch } from '@mantine/core';
import { useId, useState } from 'react';
import type { Language, Priority, SlaMetric } from '../../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
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

/** Any number of some. `none`: what it means to choose nothing. */
export function AnyOf(
  props: FieldProps & {
    value: readonly string[];
    choices: readonly Choice[];
    none: string;
    set: (value: string[]) => void;
  },
) {
  const text = useText();
  return (
    <MultiSelect
      {...shown(props)}
      value={[...props.value]}
      data={props.choices.map(({ value, label }) => ({ value, label }))}
      placeholder={props.value.length === 0 ? props.none : ''}
      searchable={props.choices.length > 8}
      clearable
      clearButtonProps={{ 'aria-label': text('settings-clear') }}
      hidePickedOptions
      limit={60}
      comboboxProps={{ shadow: 'sm' }}
      onChange={props.set}
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
  props: FieldProps & {
    value: number;
    set: (minutes: number) => void;
    most?: number;
    least?: number;
    /** Only whole hours. */
    unit?: 'h';
  },
) {
  const text = useText();
  const id = useId();
  const [hours, setHours] = useState(props.unit === 'h' || (props.value >= HOUR && props.value % HOUR === 0));
  const unit = hours ? HOUR : 1;
  const most = props.most ?? 525_600;
  return (
    <Input.Wrapper {...shown(props)} id={id}>
      <div className={classes.duration}>
        <NumberInput
          className={classes.grow ?? ''}
          id={id}
          error={props.error !== undefined}
          value={props.value === 0 && props.least !== 0 ? '' : props.value / unit}
          min={props.least ?? 1}
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
            ...(props.unit === 'h' ? [] : [{ value: 'min', label: text('settings-minutes') }]),
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

/** A whole number. */
export function Count(
  props: FieldProps & { value: number; least: number; most: number; set: (value: number) => void },
) {
  return (
    <NumberInput
      {...shown(props)}
      value={props.value}
      min={props.least}
      max={props.most}
      allowDecimal={false}
      onChange={(value) => {
        if (typeof value === 'number') props.set(value);
      }}
    />
  );
}

/** Every time zone, to choose from. */
export const zoneChoices = (): Choice[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));

/** A time zone, by its IANA name. */
export function Zone(props: FieldProps & { value: string; set: (zone: string) => void }) {
  const [zones] = useState(zoneChoices);
  const known = zones.some(({ value }) => value === props.value);
  return (
    <Select
      {...shown(props)}
      value={props.value}
      data={[...(known ? [] : [{ value: props.value, label: props.value }]), ...zones]}
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

/** The languages served, to choose from. */
export const LANGUAGE_CHOICES: readonly Choice<Language>[] = LANGUAGES.map((value) => ({
  value,
  label: LANGUAGE_NAMES[value],
}));

/** All priorities, the most pressing first. */
export const PRIORITIES: readonly Priority[] = ['critical', 'high', 'normal', 'low'];
