import { Button } from '@mantine/core';
import { IconCloudOff, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { reasonWords } from '../words.ts';
import classes from './problem.module.css';

/** An empty place: what it is, and what to do next. */
export function Empty(props: { shape: TablerIcon; title: string; children?: ReactNode }) {
  const Shape = props.shape;
  return (
    <div className={classes.place}>
      <Shape size="1.75rem" stroke={1.5} aria-hidden />
      <p className={classes.title}>{props.title}</p>
      {props.children ? <div className={classes.words}>{props.children}</div> : null}
    </div>
  );
}

/** Something could not be read: what, why, and the way on. */
export function Problem(props: { title: string; error: unknown; retry: () => void; retrying?: boolean }) {
  const text = useText();
  return (
    <div className={classes.place} role="alert">
      <IconCloudOff size="1.75rem" stroke={1.5} aria-hidden />
      <p className={classes.title}>{props.title}</p>
      <div className={classes.words}>{reasonWords(text, props.error)}</div>
      <Button size="xs" variant="default" onClick={props.retry} loading={props.retrying ?? false}>
        {text('console-try-again')}
      </Button>
    </div>
  );
}
