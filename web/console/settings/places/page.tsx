import { Button } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Places } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { PlaceItem } from './chosen.tsx';
import { placesQuery, useCheck } from './data.ts';
import { Accounts, Faq } from './lists.tsx';
import classes from './places.module.css';
import { PostItem } from './posts.tsx';
import { TopicList } from './topics.tsx';

function Check({ page }: { page: Places }) {
  const text = useText();
  const check = useCheck();
  if (page.places.length === 0) return null;
  return (
    <Button
      size="xs"
      variant="default"
      loading={check.isPending}
      leftSection={<IconRefresh size="1rem" stroke={1.75} aria-hidden />}
      onClick={() => {
        check.mutate();
      }}
    >
      {text('settings-place-check')}
    </Button>
  );
}

function Everything({ page }: { page: Places }) {
  const text = useText();
  const [round, setRound] = useState(0);
  // What was saved, or given up, begins anew from what the desk says.
  const back = (): void => {
    setRound(round + 1);
  };
  const forum = page.places.some(({ kind }) => kind === 'community');
  return (
    <>
      <Part
        title={text('settings-place-where')}
        hint={text('settings-place-where-hint')}
        action={<Check page={page} />}
      >
        {page.missing.length === 0 ? (
          <p className={classes.done}>
            <IconCircleCheck size="1rem" stroke={1.75} aria-hidden />
            {text('settings-place-all')}
          </p>
        ) : null}
        <ul className={classes.list} aria-label={text('settings-place-where')}>
          <PlaceItem page={page} kind="channel" />
          <PlaceItem page={page} kind="community" />
          <PlaceItem page={page} kind="comments" />
        </ul>
      </Part>
      <Part title={text('settings-place-posts')} hint={text('settings-place-posts-hint')}>
        <ul className={classes.list} aria-label={text('settings-place-posts')}>
          {page.texts.map((post) => (
            <PostItem key={post.slug} post={post} />
          ))}
        </ul>
      </Part>
      <Part title={text('settings-place-accounts')} hint={text('settings-place-accounts-hint')}>
        <Accounts key={`accounts ${String(round)}`} page={page} back={back} />
      </Part>
      {forum ? (
        <Part title={text('settings-place-topics')} hint={text('settings-place-topics-hint')}>
          <TopicList topics={page.topics} />
        </Part>
      ) : null}
      <Part title={text('settings-place-faq')} hint={text('settings-place-faq-hint')}>
        <Faq key={`faq ${String(round)}`} page={page} back={back} />
      </Part>
    </>
  );
}

/** The desk's channel and community group: what is missing, what stands there, and who confirmed it (P1, P2, S6). */
export function PlacesPage() {
  const text = useText();
  const places = useQuery(placesQuery);
  return (
    <Page title={text('settings-places')} lead={text('settings-places-lead')}>
      <Loaded query={places}>{(page) => <Everything page={page} />}</Loaded>
    </Page>
  );
}
