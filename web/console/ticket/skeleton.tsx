import { Skeleton } from '@mantine/core';
import { useText } from '../../ui/i18n.tsx';
import header from './header.module.css';
import { BackButton } from './header.tsx';
import classes from './skeleton.module.css';

/** The bubbles of a conversation that is being read. */
export function BubblesSkeleton() {
  const text = useText();
  return (
    <div className={classes.bubbles} role="status" aria-label={text('console-loading')}>
      <Skeleton height="4.5rem" width="60%" />
      <Skeleton height="3rem" width="45%" className={classes.right ?? ''} />
      <Skeleton height="3rem" width="52%" />
      <Skeleton height="6rem" width="58%" className={classes.right ?? ''} />
    </div>
  );
}

/** A ticket that is being read. */
export function TicketSkeleton({ back }: { back: () => void }) {
  return (
    <div className={classes.pane}>
      <header className={header.head}>
        <div className={header.first}>
          <BackButton back={back} />
          <Skeleton height="1rem" width="14rem" />
        </div>
        <div className={header.second}>
          <Skeleton height="0.75rem" width="20rem" />
        </div>
      </header>
      <BubblesSkeleton />
    </div>
  );
}
