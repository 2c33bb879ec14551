import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck, IconClock, IconHelpCircle, IconMoon } from '@tabler/icons-react';
import type { TicketMessage } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useResend, useSendNow } from '../data/actions.ts';
import { usePreferences } from '../data/preferences.tsx';
import { reasonWords } from '../words.ts';
import classes from './message.module.css';

interface Props {
  readonly message: TicketMessage;
  readonly ticketId: number;
  readonly mayReply: boolean;
}

function SendAgain({ message, ticketId }: Pick<Props, 'message' | 'ticketId'>) {
  const text = useText();
  const resend = useResend(ticketId);
  return (
    <UnstyledButton
      className={classes.action}
      disabled={resend.isPending}
      onClick={() => {
        resend.mutate(message.id, {
          onError: (error) =>
            notifications.show({
              color: 'red',
              title: text('console-resend-failed'),
              message: reasonWords(text, error),
            }),
        });
      }}
    >
      {text('console-send-again')}
    </UnstyledButton>
  );
}

function Held({ message, ticketId, mayReply }: Props) {
  const text = useText();
  const { format } = usePreferences();
  const send = useSendNow(ticketId);
  const until = message.held_until === null ? '…' : format.clock(message.held_until);
  return (
    <span className={classes.delivery} title={text('console-delivery-held-title')}>
      <IconMoon size="0.875rem" stroke={1.75} aria-hidden />
      {text('console-delivery-held', { time: until })}
      {mayReply ? (
        <UnstyledButton
          className={classes.action}
          disabled={send.isPending}
          onClick={() => {
            send.mutate(message.id, {
              onError: (error) =>
                notifications.show({
                  color: 'red',
                  title: text('console-resend-failed'),
                  message: reasonWords(text, error),
                }),
            });
          }}
        >
          {text('console-send-now')}
        </UnstyledButton>
      ) : null}
    </span>
  );
}

/** Whether a message arrived; where it did not, or nobody knows, the way on. */
export function Delivery({ message, ticketId, mayReply }: Props) {
  const text = useText();
  const own = message.author_kind === 'staff';
  const again = own && mayReply ? <SendAgain message={message} ticketId={ticketId} /> : null;
  switch (message.delivery) {
    case 'held':
      return <Held message={message} ticketId={ticketId} mayReply={own && mayReply} />;
    case 'pending':
      return (
        <span className={classes.delivery}>
          <IconClock size="0.875rem" stroke={1.75} aria-hidden />
          {text('console-delivery-pending')}
        </span>
      );
    case 'sent':
      return (
        <span className={classes.delivery} title={text('console-delivery-sent-title')}>
          <IconCheck size="0.875rem" stroke={1.75} aria-label={text('console-delivery-sent-title')} />
        </span>
      );
    case 'failed':
      return (
        <span className={classes.delivery} data-state="failed" title={message.delivery_error ?? undefined}>
          <IconAlertCircle size="0.875rem" stroke={1.75} aria-hidden />
          {text('console-delivery-failed')}
          {again}
        </span>
      );
    case 'ambiguous':
      return (
        <span
          className={classes.delivery}
          data-state="ambiguous"
          title={text('console-delivery-ambiguous-title')}
        >
          <IconHelpCircle size="0.875rem" stroke={1.75} aria-hidden />
          {text('console-delivery-ambiguous')}
          {again}
        </span>
      );
    case null:
      return null;
  }
}
