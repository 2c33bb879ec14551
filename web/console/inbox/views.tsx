import { UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import {
  IconCircleCheck,
  IconClockHour4,
  IconCommand,
  IconInbox,
  IconListDetails,
  IconMoonStars,
  IconSearch,
  IconUser,
  IconUserQuestion,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { InboxView, Session } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useLiveState } from '../data/live.ts';
import { usePreferences } from '../data/preferences.tsx';
import { countsQuery, VIEWS } from '../data/queries.ts';
import { VIEW_WORDS } from '../words.ts';
import type { Place } from './place.ts';
import { UserMenu } from './user-menu.tsx';
import classes from './views.module.css';

/** A shape for each list. */
export const VIEW_SHAPES: Readonly<Record<InboxView, TablerIcon>> = {
  waiting: IconClockHour4,
  mine: IconUser,
  unassigned: IconUserQuestion,
  open: IconInbox,
  resolved: IconCircleCheck,
  all: IconListDetails,
};

/** The desk counts to this many; above it a list is simply long. */
const COUNTED_TO = 1_000;

function Count({ view }: { view: InboxView }) {
  const { format } = usePreferences();
  const count = useQuery(countsQuery).data?.[view];
  if (!count) return null;
  return (
    <span className={classes.count}>
      {count >= COUNTED_TO ? `${format.number(COUNTED_TO)}+` : format.number(count)}
    </span>
  );
}

function ViewLink({ view, place }: { view: InboxView; place: Place }) {
  const text = useText();
  const Shape = VIEW_SHAPES[view];
  const here = view === place.view;
  return (
    <Link
      to="/inbox/$view"
      params={{ view }}
      search={{}}
      className={classes.view}
      data-view={view}
      aria-current={here ? 'page' : undefined}
      title={text('console-view-key', {
        view: text(VIEW_WORDS[view]),
        key: String(VIEWS.indexOf(view) + 1),
      })}
    >
      <Shape size="1.0625rem" stroke={1.75} aria-hidden />
      <span className={classes.name}>{text(VIEW_WORDS[view])}</span>
      <Count view={view} />
    </Link>
  );
}

function Presence() {
  const text = useText();
  const state = useLiveState();
  const words = {
    live: text('console-live'),
    connecting: text('console-connecting'),
    lost: text('console-not-live'),
  }[state];
  return <span className={classes.presence} data-state={state} role="img" aria-label={words} title={words} />;
}

/** The lists as a column, with the desk above and the colleague below. */
export function ViewsColumn({ place, session }: { place: Place; session: Session }) {
  const text = useText();
  return (
    <div className={classes.column}>
      <div className={classes.desk}>
        <IconMoonStars size="1.125rem" stroke={1.75} aria-hidden />
        <span className={classes.name} title={session.desk.name}>
          {session.desk.name}
        </span>
        <Presence />
      </div>
      <nav className={classes.views} aria-label={text('console-views')}>
        {VIEWS.map((view) => (
          <ViewLink key={view} view={view} place={place} />
        ))}
      </nav>
      <UnstyledButton className={classes.view} onClick={spotlight.open}>
        <IconCommand size="1.0625rem" stroke={1.75} aria-hidden />
        <span className={classes.name}>{text('console-commands')}</span>
        <kbd className={classes.key}>{text('console-commands-key')}</kbd>
      </UnstyledButton>
      <UserMenu session={session} />
    </div>
  );
}

/** The lists as a row of chips, on a narrow screen; the one in force comes into sight. */
export function ViewChips({ place, session }: { place: Place; session: Session }) {
  const text = useText();
  const chips = useRef<HTMLElement>(null);
  useEffect(() => {
    const chip = chips.current?.querySelector(`[data-view="${place.view}"]`);
    chip?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [place.view]);
  return (
    <div className={classes.bar}>
      <nav ref={chips} className={classes.chips} aria-label={text('console-views')}>
        {VIEWS.map((view) => (
          <ViewLink key={view} view={view} place={place} />
        ))}
      </nav>
      <UnstyledButton
        className={classes.tool}
        onClick={spotlight.open}
        aria-label={text('console-commands')}
        title={text('console-commands')}
      >
        <IconSearch size="1.25rem" stroke={1.75} aria-hidden />
      </UnstyledButton>
      <UserMenu session={session} small />
    </div>
  );
}
