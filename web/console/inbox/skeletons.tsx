import { Skeleton } from '@mantine/core';
import { useText } from '../../ui/i18n.tsx';
import { VIEWS } from '../data/queries.ts';
import inbox from './inbox.module.css';
import list from './list.module.css';
import row from './row.module.css';
import views from './views.module.css';

const ROWS = ['70%', '85%', '55%', '90%', '65%', '80%', '60%', '75%'];

/** The rows of a list that is being read. */
export function RowsSkeleton() {
  const text = useText();
  return (
    <div role="status" aria-label={text('console-loading')}>
      {ROWS.map((width) => (
        <div key={width} className={row.row}>
          <span className={row.line}>
            <Skeleton height="0.875rem" width="45%" />
            <Skeleton height="0.75rem" width="3.5rem" />
          </span>
          <span className={row.line}>
            <Skeleton height="0.75rem" width={width} />
          </span>
          <span className={row.line}>
            <Skeleton height="0.75rem" width="60%" />
            <Skeleton height="1.375rem" circle />
          </span>
        </div>
      ))}
    </div>
  );
}

/** The inbox before it is known who is there. */
export function InboxSkeleton() {
  return (
    <div className={inbox.shell}>
      <div className={inbox.panes}>
        <div className={`${views.column ?? ''} ${views.early ?? ''}`}>
          <div className={views.desk}>
            <Skeleton height="1rem" />
          </div>
          <div className={views.views}>
            {VIEWS.map((view) => (
              <div key={view} className={views.view}>
                <Skeleton height="0.875rem" />
              </div>
            ))}
          </div>
        </div>
        <div className={inbox.list}>
          <div className={list.head}>
            <Skeleton height="2rem" />
          </div>
          <RowsSkeleton />
        </div>
        <div className={`${inbox.ticket ?? ''} ${views.early ?? ''}`} />
      </div>
    </div>
  );
}
