import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import classes from './automation.module.css';

/** One of several things that stand below each other and can be taken away. */
export function Line(props: {
  name: string;
  error?: string | undefined;
  drop: () => void;
  children: ReactNode;
}) {
  const text = useText();
  return (
    <li className={classes.line}>
      <div className={classes.parts}>{props.children}</div>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.drop ?? ''}
        aria-label={text('settings-remove-named', { name: props.name })}
        onClick={props.drop}
      >
        <IconX size="1rem" stroke={1.75} aria-hidden />
      </ActionIcon>
      {props.error ? (
        <p role="alert" className={classes.wrong}>
          {props.error}
        </p>
      ) : null}
    </li>
  );
}

/** Something in a list, with a name that stays with it while others come and go. */
export interface Kept<T> {
  readonly key: number;
  readonly value: T;
}

let last = 0;

/** Gives something its name in a list. */
export const kept = <T,>(value: T): Kept<T> => {
  last += 1;
  return { key: last, value };
};
