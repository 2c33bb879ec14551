import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FailedUpdate, UnsentMessage } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { NotSaved } from '../parts/editor.tsx';
import { Tag } from '../parts/rows.tsx';
import { useFailedUpdate, useUnsent } from './data.ts';
import classes from './unsent.module.css';
import { reasonHint, reasonTitle } from './words.ts';

interface Act {
  readonly label: string;
  readonly busy: boolean;
  readonly run: () => void;
}

/** What can be done about one; `name` tells those who hear the page which one it is. */
function Acts({ acts, name, error }: { acts: readonly Act[]; name: string; error: unknown }) {
  return (
    <>
      <div className={classes.acts}>
        {acts.map(({ label, busy, run }) => (
          <Button
            key={label}
            size="compact-sm"
            variant="default"
            aria-label={`${label}: ${name}`}
            loading={busy}
            onClick={run}
          >
            {label}
          </Button>
        ))}
      </div>
      {error ? <NotSaved error={error} /> : null}
    </>
  );
}

/** A message that did not arrive: to whom, what, why, and what to do. */
export function OneMessage({ message }: { message: UnsentMessage }) {
  const text = useText();
  const { id, at, reason, error, chat, ticket } = message;
  const retry = useUnsent('retry');
  const discard = useUnsent('discard');
  const whom = chat ? (chat.name ?? `${chat.kind} ${String(chat.id)}`) : text('settings-unsent-no-chat');
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <span className={classes.who}>{whom}</span>
        <Tag tone="warn">{reasonTitle(text, reason)}</Tag>
        <span className={classes.when}>
          <Ago at={at} />
        </span>
      </div>
      <p className={classes.words} data-none={message.text === '' || undefined}>
        {message.text || text('settings-unsent-no-words')}
      </p>
      <p className={classes.why}>
        {reasonHint(text, reason)}
        {reason !== 'unknown' && error ? (
          <>
            {' '}
            {text('settings-unsent-said')} <code>{error}</code>
          </>
        ) : null}
      </p>
      <div className={classes.head}>
        {ticket ? (
          <Link to="/tickets/$ticket" params={{ ticket: String(ticket.id) }} className={classes.ticket}>
            № {ticket.id} · {ticket.subject}
          </Link>
        ) : null}
        <Acts
          name={whom}
          error={retry.error ?? discard.error}
          acts={(
            [
              ['retry', retry],
              ['discard', discard],
            ] as const
          ).map(([act, doing]) => ({
            label: text(`settings-unsent-${act}`),
            busy: doing.isPending,
            run: () => {
              doing.mutate({ id });
            },
          }))}
        />
      </div>
    </li>
  );
}

/** An update that could not be handled. */
export function OneUpdate({ update }: { update: FailedUpdate }) {
  const text = useText();
  const act = useFailedUpdate(update);
  const name = text('settings-unsent-update', { number: String(update.update) });
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <span className={classes.who}>{name}</span>
        <Tag>{update.kind}</Tag>
        <span className={classes.when}>
          <Ago at={update.at} />
        </span>
      </div>
      <p className={classes.why}>
        <code>{update.error}</code> · {text('settings-unsent-tries', { count: update.tries })}
      </p>
      {act.data?.done === false ? (
        <p className={classes.why} role="status">
          {text('settings-unsent-still')}
        </p>
      ) : null}
      <Acts
        name={name}
        error={act.error}
        acts={(
          [
            ['settings-unsent-try', 'retry'],
            ['settings-unsent-discard', 'discard'],
          ] as const
        ).map(([label, what]) => ({
          label: text(label),
          busy: act.isPending && act.variables === what,
          run: () => {
            act.mutate(what);
          },
        }))}
      />
    </li>
  );
}
