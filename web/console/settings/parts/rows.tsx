import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './rows.module.css';

/** A list with a hairline between its rows. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

/** Something that is opened to be changed: what it is, more about it, and what stands at its end. `tools` stand beside the way in. */
export function Row(props: {
  title: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  off?: boolean;
  open: () => void;
  tools?: ReactNode;
}) {
  return (
    <li className={classes.row} data-off={props.off || undefined}>
      <UnstyledButton className={classes.way} onClick={props.open}>
        <span className={classes.words}>
          <span className={classes.title}>{props.title}</span>
          {props.detail ? <span className={classes.detail}>{props.detail}</span> : null}
        </span>
        {props.aside ? <span className={classes.aside}>{props.aside}</span> : null}
        <IconChevronRight className={classes.arrow} size="1rem" stroke={1.75} aria-hidden />
      </UnstyledButton>
      {props.tools}
    </li>
  );
}

/** A word about the state of something. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'warn' | 'ok'; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** A list that holds nothing: what to do next. */
export function NoRows({ children }: { children: ReactNode }) {
  return <p className={classes.none}>{children}</p>;
}
