import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './week.module.css';

const MIDNIGHT = '24:00';

/** A time of day, however it was typed: "9", "9:30", "930" and "9.30" are times; undefined for what is none. */
function timeOf(typed: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/u.exec(typed.trim()) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return time === MIDNIGHT || (Number(hour) < 24 && Number(minute) < 60 && hour !== '') ? time : undefined;
}

/** A time of day, on a clock of 24 hours in every language; the end of a day is 24:00. `bare`: its label is only read aloud. */
export function Time(props: {
  label: string;
  bare?: boolean;
  value: string;
  error?: string | undefined;
  set: (time: string) => void;
}) {
  const [typed, setTyped] = useState(props.value);
  return (
    <TextInput
      {...(props.bare ? { 'aria-label': props.label } : { label: props.label })}
      className={classes.time ?? ''}
      inputMode="numeric"
      maxLength={5}
      placeholder="09:00"
      error={props.error ?? timeOf(typed) === undefined}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.set(timeOf(event.currentTarget.value) ?? '');
      }}
      onBlur={() => {
        setTyped(timeOf(typed) ?? typed);
      }}
    />
  );
}
