import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconCheck, IconMoodSad } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LowRating } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { Ago } from '../../parts/moment.tsx';
import { Empty } from '../../parts/problem.tsx';
import { Score } from '../../parts/score.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { Loaded, Page } from '../parts/page.tsx';
import { lowRatingsQuery, useHandled } from '../surveys/data.ts';
import classes from './ratings.module.css';

const STATES = ['open', 'handled'] as const;

/** Saying what was done. The words are for the lead's colleagues. */
function Handle({ rating, close }: { rating: LowRating; close: () => void }) {
  const text = useText();
  const handled = useHandled(rating.id);
  const [note, setNote] = useState('');
  return (
    <form
      className={classes.handle}
      onSubmit={(event) => {
        event.preventDefault();
        handled.mutate(note.trim());
      }}
    >
      <Textarea
        data-autofocus
        label={text('settings-rating-note')}
        description={text('settings-rating-note-hint')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
        }}
      />
      {handled.error ? <NotSaved error={handled.error} /> : null}
      <div className={classes.foot}>
        <Button size="xs" variant="default" onClick={close}>
          {text('settings-cancel')}
        </Button>
        <Button size="xs" type="submit" loading={handled.isPending}>
          {text('settings-rating-done')}
        </Button>
      </div>
    </form>
  );
}

function OneRating({ rating, may }: { rating: LowRating; may: boolean }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { handled, ticket, requester, agent, comment } = rating;
  return (
    <li className={classes.rating}>
      <div className={classes.line}>
        <Score kind={rating.kind} score={rating.score} />
        <span className={classes.who}>{requester.name}</span>
        <span className={classes.when}>
          <Ago at={rating.rated_at} />
        </span>
      </div>
      {comment ? <p className={classes.comment}>{comment}</p> : null}
      <div className={classes.line}>
        <Link to="/tickets/$ticket" params={{ ticket: String(ticket.id) }} className={classes.ticket}>
          № {ticket.id} · {ticket.subject}
        </Link>
        {agent ? (
          <span className={classes.agent}>{text('settings-rating-agent', { name: agent.name })}</span>
        ) : null}
        {may && !handled && !open ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCheck size="0.875rem" aria-hidden />}
            aria-label={text('settings-rating-handle', { name: requester.name })}
            onClick={() => {
              setOpen(true);
            }}
          >
            {text('settings-rating-done')}
          </Button>
        ) : null}
      </div>
      {handled ? (
        <p className={classes.handled}>
          <IconCheck size="0.875rem" aria-hidden /> {text('settings-rating-by', { name: handled.by.name })}
          {' · '}
          <Ago at={handled.at} />
          {handled.note ? <span className={classes.note}>{handled.note}</span> : null}
        </p>
      ) : null}
      {open && !handled ? (
        <Handle
          rating={rating}
          close={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </li>
  );
}

/** Low ratings, for a lead: what was said, where, and what was done about it (F6). */
export function RatingsPage() {
  const text = useText();
  const [state, setState] = useState<'open' | 'handled'>('open');
  const ratings = useInfiniteQuery(lowRatingsQuery(state));
  const may = useQuery(sessionQuery).data?.permissions.includes('surveys.manage') ?? false;
  return (
    <Page
      title={text('settings-ratings')}
      lead={text('settings-ratings-lead')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={text('settings-ratings-show')}
          value={state}
          data={STATES.map((value) => ({ value, label: text(`settings-ratings-show-${value}`) }))}
          onChange={(value) => {
            setState(value === 'handled' ? 'handled' : 'open');
          }}
        />
      }
    >
      <Loaded query={ratings}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.ratings);
          return all.length === 0 ? (
            <Empty shape={IconMoodSad} title={text(`settings-ratings-none-${state}`)}>
              {text(`settings-ratings-none-${state}-words`)}
            </Empty>
          ) : (
            <ul className={classes.ratings} aria-label={text('settings-ratings')}>
              {all.map((rating) => (
                <OneRating key={`${rating.kind} ${String(rating.id)}`} rating={rating} may={may} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {ratings.hasNextPage ? (
        <Button
          size="sm"
          variant="default"
          mt="md"
          loading={ratings.isFetchingNextPage}
          onClick={() => void ratings.fetchNextPage()}
        >
          {text('settings-more')}
        </Button>
      ) : null}
    </Page>
  );
}
