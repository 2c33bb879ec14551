import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconLayoutSidebarRight,
  IconLink,
  IconRotateClockwise2,
} from '@tabler/icons-react';
import type { Session, Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useReopen } from '../data/actions.ts';
import { ConciergeMark } from '../parts/concierge.tsx';
import { Deadline, Waiting } from '../parts/deadline.tsx';
import { PriorityMark, StatusMark } from '../parts/marks.tsx';
import { QueuePlace } from '../parts/queue-place.tsx';
import { reasonWords } from '../words.ts';
import { AssigneeControl } from './assignee.tsx';
import { TakeOver } from './concierge.tsx';
import classes from './header.module.css';

const ICON = { size: '1.125rem', stroke: 1.75, 'aria-hidden': true } as const;

/** Back to the list, where the list is not beside the ticket. */
export function BackButton({ back }: { back: () => void }) {
  const text = useText();
  return (
    <ActionIcon
      className={classes.back ?? ''}
      variant="subtle"
      color="gray"
      size="2.75rem"
      onClick={back}
      aria-label={text('console-back')}
    >
      <IconArrowLeft {...ICON} />
    </ActionIcon>
  );
}

function CopyLink({ id }: { id: number }) {
  const text = useText();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${location.origin}/console/tickets/${String(id)}`);
    notifications.show({ message: text('console-link-copied', { number: String(id) }), autoClose: 2_500 });
  };
  return (
    <ActionIcon
      className={classes.copy ?? ''}
      variant="subtle"
      color="gray"
      onClick={() => void copy()}
      aria-label={text('console-copy-link')}
      title={text('console-copy-link')}
    >
      <IconLink size="1rem" stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

function ReopenButton({ ticket }: { ticket: Ticket }) {
  const text = useText();
  const reopen = useReopen(ticket.id);
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRotateClockwise2 size="1rem" stroke={1.75} aria-hidden />}
      loading={reopen.isPending}
      onClick={() => {
        reopen.mutate(undefined, {
          onError: (error) =>
            notifications.show({
              color: 'red',
              title: text('console-reopen-failed'),
              message: reasonWords(text, error),
            }),
        });
      }}
    >
      {text('console-reopen')}
    </Button>
  );
}

/** The known problem that the ticket belongs to. */
function IncidentLine({ ticket: { incident } }: { ticket: Ticket }) {
  const text = useText();
  if (!incident) return null;
  const { title, status, held } = incident;
  const words = text(status === 'resolved' ? 'console-incident-over' : 'console-incident', { title });
  return (
    <span className={classes.incident} title={held ? `${words} · ${text('console-incident-held')}` : words}>
      <IconAlertTriangle size="0.875rem" stroke={1.75} aria-hidden /> {words}
    </span>
  );
}

interface Props {
  readonly ticket: Ticket;
  readonly session: Session;
  readonly back: () => void;
  readonly showRail: (() => void) | null;
}

/** What a ticket is, at a glance: number, matter, status, topic, queue, promise, and whose it is. */
export function TicketHeader({ ticket, session, back, showRail }: Props) {
  const text = useText();
  const over = ticket.status === 'resolved' || ticket.status === 'closed';
  return (
    <header className={classes.head}>
      <div className={classes.first}>
        <BackButton back={back} />
        <span className={classes.number}>№ {ticket.id}</span>
        <h2 className={classes.subject} title={ticket.subject}>
          {ticket.subject}
        </h2>
        <CopyLink id={ticket.id} />
        <span className={classes.actions}>
          {over && session.permissions.includes('tickets.resolve') ? <ReopenButton ticket={ticket} /> : null}
          <TakeOver ticket={ticket} session={session} />
          <AssigneeControl ticket={ticket} session={session} />
          {showRail ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="2.25rem"
              onClick={showRail}
              aria-label={text('console-customer')}
              title={text('console-customer')}
            >
              <IconLayoutSidebarRight {...ICON} />
            </ActionIcon>
          ) : null}
        </span>
      </div>
      <div className={classes.second}>
        <span className={classes.name} title={ticket.requester.name}>
          {ticket.requester.name}
        </span>
        <StatusMark status={ticket.status} />
        {ticket.priority === 'normal' ? null : <PriorityMark priority={ticket.priority} />}
        {ticket.waiting_since ? <Waiting since={ticket.waiting_since} /> : null}
        <Deadline ticket={ticket} full />
        <QueuePlace ticket={ticket} />
        <IncidentLine ticket={ticket} />
        <ConciergeMark ticket={ticket} />
        {ticket.topic ? (
          <span title={text('console-topic')}>
            <span aria-hidden>{ticket.topic.emoji}</span> {ticket.topic.title}
          </span>
        ) : null}
        <span className={classes.queue} title={text('console-queue')}>
          {ticket.queue.name}
        </span>
      </div>
    </header>
  );
}
