import { UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { ApiError } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { dropOutgoing, type Mode, type Outgoing, useSend } from '../data/outgoing.ts';
import { reasonWords } from '../words.ts';
import classes from './message.module.css';
import { Words } from './words.tsx';

const MODE_WORDS: Readonly<Record<Mode, string>> = {
  reply: 'console-mode-reply',
  note: 'console-mode-note',
  ask: 'console-mode-ask',
  resolve: 'console-mode-resolve',
};

/** Words that the desk does not have yet: on their way, or held up with the reason and the way on. */
export function OutgoingMessage({ entry }: { entry: Outgoing }) {
  const text = useText();
  const { sendAgain } = useSend(entry.ticketId, entry.staffId);
  const failure =
    entry.failure &&
    new ApiError(entry.failure.status, entry.failure.code, { message: entry.failure.message });
  const failed = entry.state === 'failed';
  return (
    <div
      className={`${classes.message ?? ''} ${failed ? '' : (classes.sending ?? '')}`}
      data-look={entry.mode === 'note' ? 'note' : 'staff'}
      data-failed={failed || undefined}
    >
      <span className={classes.author}>{text(MODE_WORDS[entry.mode])}</span>
      <div className={classes.body}>
        {entry.text ? <Words words={entry.text} /> : null}
        {entry.files.map(({ id, name }) => (
          <div key={id}>{name}</div>
        ))}
        <div className={classes.foot}>
          {failed ? (
            <span className={classes.delivery} data-state="failed" role="alert">
              <IconAlertCircle size="0.875rem" stroke={1.75} aria-hidden />
              {text('console-outgoing-failed')} {reasonWords(text, failure)}
              <UnstyledButton
                className={classes.action}
                onClick={() => {
                  sendAgain(entry);
                }}
              >
                {text('console-try-again')}
              </UnstyledButton>
              <UnstyledButton
                className={classes.action}
                onClick={() => void navigator.clipboard.writeText(entry.text)}
              >
                {text('console-copy')}
              </UnstyledButton>
              <UnstyledButton
                className={classes.action}
                onClick={() => {
                  dropOutgoing(entry.key);
                }}
              >
                {text('console-discard')}
              </UnstyledButton>
            </span>
          ) : (
            <span className={classes.delivery}>
              <IconClock size="0.875rem" stroke={1.75} aria-hidden />
              {text('console-delivery-pending')}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
