import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnsentPage as Unsent } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Empty } from '../../parts/problem.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { unsentQuery, useUnsent } from './data.ts';
import { OneMessage, OneUpdate } from './lines.tsx';
import classes from './unsent.module.css';
import { reasonTitle } from './words.ts';

/** What is done to all for one reason; it asks once more before it is done. */
function AllOf({ reason, count }: { reason: string; count: number }) {
  const text = useText();
  const [asked, ask] = useState<'retry' | 'discard' | null>(null);
  const acts = { retry: useUnsent('retry'), discard: useUnsent('discard') };
  const error = acts.retry.error ?? acts.discard.error;
  return (
    <div className={classes.all}>
      {asked === null ? (
        (['retry', 'discard'] as const).map((act) => (
          <Button
            key={act}
            size="xs"
            variant="default"
            onClick={() => {
              ask(act);
            }}
          >
            {text(`settings-unsent-${act}-all`)}
          </Button>
        ))
      ) : (
        <>
          <span className={classes.sure}>{text(`settings-unsent-${asked}-sure`, { count })}</span>
          <Button
            size="xs"
            variant="default"
            data-autofocus
            onClick={() => {
              ask(null);
            }}
          >
            {text('settings-cancel')}
          </Button>
          <Button
            size="xs"
            color={asked === 'discard' ? 'red' : 'accent'}
            loading={acts[asked].isPending}
            onClick={() => {
              acts[asked].mutate(
                { reason },
                {
                  onSuccess: () => {
                    ask(null);
                  },
                },
              );
            }}
          >
            {text(`settings-unsent-${asked}-all`)}
          </Button>
        </>
      )}
      {error ? <NotSaved error={error} /> : null}
    </div>
  );
}

function Reasons(props: {
  reasons: Unsent['reasons'];
  reason: string | null;
  choose: (reason: string | null) => void;
}) {
  const text = useText();
  const { reasons, reason, choose } = props;
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  const chosen = reasons.find((one) => one.reason === reason);
  return (
    <div className={classes.reasons}>
      <SegmentedControl
        size="xs"
        aria-label={text('settings-unsent-show')}
        value={reason ?? ''}
        data={[
          { value: '', label: `${text('settings-unsent-all')} ${String(total)}` },
          ...reasons.map((one) => ({
            value: one.reason,
            label: `${reasonTitle(text, one.reason)} ${String(one.count)}`,
          })),
        ]}
        onChange={(value) => {
          choose(value === '' ? null : value);
        }}
      />
      {chosen ? <AllOf key={chosen.reason} {...chosen} /> : null}
    </div>
  );
}

/** Staff groups that show nothing now: one line each, instead of all that does not arrive there. */
function Groups({ groups }: { groups: Unsent['staff_groups'] }) {
  const text = useText();
  return groups.map(({ title, state }) => (
    <p key={title} className={classes.group} role="status">
      <IconAlertTriangle size={18} aria-hidden="true" />
      <span>
        {text(`settings-unsent-group-${state}`, { title })}{' '}
        <Link to="/settings/staff-forum">{text('settings-forum')}</Link>
      </span>
    </p>
  ));
}

/** What did not reach Telegram, or perhaps not, and what of Telegram's could not be handled: why, and what to do about it (Q4). */
export function UnsentPage() {
  const text = useText();
  const [reason, setReason] = useState<string | null>(null);
  const unsent = useInfiniteQuery({ ...unsentQuery(reason), placeholderData: (before) => before });
  return (
    <Page title={text('settings-unsent')} lead={text('settings-unsent-lead')}>
      <Loaded query={unsent}>
        {({ pages }) => {
          const messages = pages.flatMap((page) => page.messages);
          const { reasons = [], updates = [], staff_groups: groups = [] } = pages[0] ?? {};
          if (reasons.length + updates.length + groups.length === 0)
            return (
              <Empty shape={IconMailCheck} title={text('settings-unsent-none')}>
                {text('settings-unsent-none-words')}
              </Empty>
            );
          return (
            <>
              <Groups groups={groups} />
              {reasons.length > 0 ? <Reasons {...{ reasons, reason }} choose={setReason} /> : null}
              {messages.length > 0 ? (
                <ul className={classes.lines} aria-label={text('settings-unsent')}>
                  {messages.map((message) => (
                    <OneMessage key={message.id} message={message} />
                  ))}
                </ul>
              ) : null}
              {unsent.hasNextPage ? (
                <Button
                  size="sm"
                  variant="default"
                  mt="md"
                  loading={unsent.isFetchingNextPage}
                  onClick={() => void unsent.fetchNextPage()}
                >
                  {text('settings-more')}
                </Button>
              ) : null}
              {updates.length > 0 ? (
                <Part title={text('settings-unsent-updates')} hint={text('settings-unsent-updates-hint')}>
                  <ul className={classes.lines} aria-label={text('settings-unsent-updates')}>
                    {updates.map((update) => (
                      <OneUpdate key={`${String(update.bot)} ${String(update.update)}`} update={update} />
                    ))}
                  </ul>
                </Part>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
