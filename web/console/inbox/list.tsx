import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Session } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { listQuery } from '../data/queries.ts';
import { useKeys } from '../parts/keys.ts';
import { Problem } from '../parts/problem.tsx';
import { reasonWords, VIEW_WORDS } from '../words.ts';
import classes from './list.module.css';
import { NextButton } from './next-button.tsx';
import { NoTickets } from './no-tickets.tsx';
import type { Place } from './place.ts';
import { Rows } from './rows.tsx';
import { RowsSkeleton } from './skeletons.tsx';

const TYPING_PAUSE_MS = 250;

function Search({ place }: { place: Place }) {
  const text = useText();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(place.q);
  // Words that came by the address (a command, the way back) go into the field.
  const [seen, setSeen] = useState(place.q);
  if (place.q !== seen) {
    setSeen(place.q);
    if (place.q !== words.trim()) setWords(place.q);
  }
  const search = useDebouncedCallback((q: string) => {
    void navigate({
      to: '.',
      search: q.trim() ? { q: q.trim() } : {},
      replace: true,
    });
  }, TYPING_PAUSE_MS);
  const type = (next: string): void => {
    setWords(next);
    search(next);
  };
  useKeys([['Slash', () => field.current?.focus()]]);
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="xs"
      type="search"
      value={words}
      aria-label={text('console-search')}
      placeholder={text('console-search')}
      maxLength={200}
      leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
      rightSection={
        words ? (
          <UnstyledButton
            className={classes.clear}
            aria-label={text('console-search-clear')}
            onClick={() => {
              type('');
              field.current?.focus();
            }}
          >
            <IconX size="0.875rem" aria-hidden />
          </UnstyledButton>
        ) : null
      }
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (words) type('');
        else event.currentTarget.blur();
      }}
    />
  );
}

/** The tickets of a list. */
export function TicketList({ place, session }: { place: Place; session: Session }) {
  const text = useText();
  const me = session.staff.id;
  const mayTake = session.permissions.includes('tickets.reply');
  const list = useInfiniteQuery({ ...listQuery(place.view, place.q), placeholderData: keepPreviousData });
  const tickets = useMemo(() => list.data?.pages.flatMap((page) => page.tickets) ?? [], [list.data]);
  return (
    <section className={classes.pane} aria-label={text(VIEW_WORDS[place.view])}>
      <header className={classes.head}>
        <h1>{text(VIEW_WORDS[place.view])}</h1>
        {mayTake ? <NextButton /> : null}
        <Search place={place} />
      </header>
      {list.error && list.data ? (
        <div className={classes.stale} role="status">
          <span>
            {text('console-list-stale')} {reasonWords(text, list.error)}
          </span>
          <UnstyledButton onClick={() => void list.refetch()}>{text('console-try-again')}</UnstyledButton>
        </div>
      ) : null}
      {list.isPending ? <RowsSkeleton /> : null}
      {list.error && !list.data ? (
        <Problem
          title={text('console-list-failed')}
          error={list.error}
          retry={() => void list.refetch()}
          retrying={list.isFetching}
        />
      ) : null}
      {list.data && tickets.length === 0 ? <NoTickets place={place} /> : null}
      {tickets.length > 0 ? (
        <Rows
          tickets={tickets}
          place={place}
          me={me}
          more={list.hasNextPage}
          loadMore={() => {
            if (!list.isFetching) void list.fetchNextPage();
          }}
        />
      ) : null}
    </section>
  );
}
