import { Skeleton } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useText } from '../../../ui/i18n.tsx';
import { Problem } from '../../parts/problem.tsx';
import classes from './page.module.css';

/** Where a page's way back leads, and the words for it. */
interface Up {
  readonly to: '/settings' | '/settings/macros' | '/settings/knowledge' | '/settings/automation';
  readonly words: string;
}

const SETTINGS: Up = { to: '/settings', words: 'settings' };

/** A page of the settings: what it is about, and what can be done on it. `up`: where its way back leads. */
export function Page(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  up?: Up;
  wide?: boolean;
  children: ReactNode;
}) {
  const text = useText();
  const { up = SETTINGS } = props;
  return (
    <div className={classes.page} data-wide={props.wide || undefined}>
      <Link to={up.to} className={classes.up} data-always={up !== SETTINGS || undefined}>
        <IconChevronLeft size="1rem" stroke={1.75} aria-hidden />
        {text(up.words)}
      </Link>
      <header className={classes.head}>
        <div className={classes.about}>
          <h1>{props.title}</h1>
          {props.lead ? <p>{props.lead}</p> : null}
        </div>
        {props.actions}
      </header>
      {props.children}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Part(props: { title: string; hint?: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.partHead}>
        <div>
          <h2 id={id}>{props.title}</h2>
          {props.hint ? <p>{props.hint}</p> : null}
        </div>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

const LINES = ['60%', '75%', '50%', '70%', '65%'];

/** Rows that are being read. */
function RowsSkeleton() {
  const text = useText();
  return (
    <div role="status" aria-label={text('console-loading')} className={classes.skeleton}>
      {LINES.map((width) => (
        <div key={width}>
          <Skeleton height="0.875rem" width={width} />
          <Skeleton height="0.75rem" width="30%" />
        </div>
      ))}
    </div>
  );
}

/** What the desk answered, once it has; until then the shape of it, and when it could not be read, why and the way on. */
export function Loaded<T>(props: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  children: (data: T) => ReactNode;
}) {
  const text = useText();
  const { data, error, refetch, isFetching } = props.query;
  if (data !== undefined) return props.children(data);
  if (!error) return <RowsSkeleton />;
  return (
    <Problem
      title={text('settings-unread')}
      error={error}
      retry={() => void refetch()}
      retrying={isFetching}
    />
  );
}
