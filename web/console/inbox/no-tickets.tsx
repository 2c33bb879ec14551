import { IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { InboxView } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { Empty } from '../parts/problem.tsx';
import type { Place } from './place.ts';
import { VIEW_SHAPES } from './views.tsx';

const TITLES: Readonly<Record<InboxView, string>> = {
  waiting: 'console-empty-waiting',
  mine: 'console-empty-mine',
  unassigned: 'console-empty-unassigned',
  open: 'console-empty-open',
  resolved: 'console-empty-resolved',
  all: 'console-empty-all',
};

const WORDS: Readonly<Record<InboxView, string>> = {
  waiting: 'console-empty-waiting-next',
  mine: 'console-empty-mine-next',
  unassigned: 'console-empty-unassigned-next',
  open: 'console-empty-open-next',
  resolved: 'console-empty-resolved-next',
  all: 'console-empty-all-next',
};

const NEXT: Readonly<Partial<Record<InboxView, InboxView>>> = {
  waiting: 'open',
  mine: 'unassigned',
  unassigned: 'waiting',
};

const NEXT_WORDS: Readonly<Partial<Record<InboxView, string>>> = {
  open: 'console-go-open',
  unassigned: 'console-go-unassigned',
  waiting: 'console-go-waiting',
};

/** A list that holds nothing: why that is fine, and where to go. */
export function NoTickets({ place }: { place: Place }) {
  const text = useText();
  if (place.q) {
    return (
      <Empty shape={IconSearchOff} title={text('console-empty-search', { words: place.q })}>
        {place.view === 'all' ? (
          text('console-empty-search-next')
        ) : (
          <Link to="/inbox/$view" params={{ view: 'all' }} search={{ q: place.q }}>
            {text('console-go-search-all')}
          </Link>
        )}
      </Empty>
    );
  }
  const next = NEXT[place.view];
  const nextWords = next && NEXT_WORDS[next];
  return (
    <Empty shape={VIEW_SHAPES[place.view]} title={text(TITLES[place.view])}>
      {text(WORDS[place.view])}
      {next && nextWords ? (
        <>
          {' '}
          <Link to="/inbox/$view" params={{ view: next }} search={{}}>
            {text(nextWords)}
          </Link>
        </>
      ) : null}
    </Empty>
  );
}
