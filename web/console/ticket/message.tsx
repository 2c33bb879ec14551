import { UnstyledButton } from '@mantine/core';
import { IconLock, IconRobot } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import type { TicketMessage } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { kindWords } from '../parts/kinds.ts';
import { Clock, DayAndClock } from '../parts/moment.tsx';
import { Attachments } from './attachments.tsx';
import { Delivery } from './delivery.tsx';
import classes from './message.module.css';
import { MessageMenu } from './message-menu.tsx';
import { Facts, Forwarded, Quoted, Reactions } from './message-parts.tsx';
import { Words } from './words.tsx';

/** How a message is shown: whose words they are, and whether the customer sees them. */
const lookOf = (message: TicketMessage): 'customer' | 'staff' | 'bot' | 'note' =>
  message.visibility === 'internal' ? 'note' : message.author_kind;

function Author({ message, customer }: { message: TicketMessage; customer: string }) {
  const text = useText();
  const look = lookOf(message);
  const name =
    message.author?.name ??
    {
      customer,
      staff: text('console-author-staff'),
      bot: text('console-author-bot'),
      note: text('console-author-staff'),
    }[look];
  return (
    <span className={classes.author}>
      {look === 'bot' ? <IconRobot size="0.875rem" stroke={1.75} aria-hidden /> : null}
      {look === 'note' ? <IconLock size="0.875rem" stroke={1.75} aria-hidden /> : null}
      <span className={classes.name}>{look === 'bot' ? text('console-author-bot') : name}</span>
      {look === 'note' ? <span className={classes.unseen}>{text('console-note-mark')}</span> : null}
    </span>
  );
}

function Edited({ message }: { message: TicketMessage }) {
  const text = useText();
  const [shown, setShown] = useState(false);
  const id = useId();
  if (!message.edited_at) return null;
  if (message.versions.length === 0) return <span>{text('console-edited')}</span>;
  return (
    <>
      <UnstyledButton
        className={classes.edited}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => {
          setShown(!shown);
        }}
      >
        {shown ? text('console-edited-hide') : text('console-edited')}
      </UnstyledButton>
      <ol id={id} className={classes.versions} hidden={!shown}>
        {message.versions.map((version) => (
          <li key={version.at}>
            <span className={classes.versionAt}>
              <DayAndClock at={version.at} />
            </span>
            <Words words={version.text} />
            <Attachments attachments={version.attachments} />
          </li>
        ))}
      </ol>
    </>
  );
}

interface Props {
  readonly message: TicketMessage;
  /** It follows words of the same author and needs no name above it. */
  readonly headless: boolean;
  readonly quoted: TicketMessage | undefined;
  readonly ticketId: number;
  readonly customer: string;
  readonly mayReply: boolean;
}

/** Its facts say what its words do. */
const isCard = ({ kind, details }: TicketMessage): boolean =>
  details !== null && (kind === 'contact' || kind === 'location');

/** Something said. */
export const Message = memo(function Message(props: Props) {
  const { message, headless, quoted, ticketId, customer, mayReply } = props;
  const text = useText();
  const bare = !message.text && message.attachments.length === 0;
  return (
    <div
      className={classes.message}
      data-look={lookOf(message)}
      data-headless={headless || undefined}
      data-deleted={message.deleted_at !== null || undefined}
    >
      {headless ? null : <Author message={message} customer={customer} />}
      <div className={classes.body}>
        <Forwarded message={message} />
        <Quoted message={message} quoted={quoted} />
        <Attachments attachments={message.attachments} />
        {message.text && !isCard(message) ? <Words words={message.text} entities={message.entities} /> : null}
        <Facts message={message} />
        {bare ? (
          <span className={classes.bare}>
            {message.removed_at ? text('console-message-removed') : kindWords(text, message.kind)}
          </span>
        ) : null}
        <div className={classes.foot}>
          <Clock at={message.created_at} />
          <Edited message={message} />
          {message.deleted_at ? <span className={classes.deleted}>{text('console-deleted')}</span> : null}
          <Reactions reactions={message.reactions} />
          {message.delivery ? <Delivery message={message} ticketId={ticketId} mayReply={mayReply} /> : null}
          <MessageMenu message={message} ticketId={ticketId} mayReply={mayReply} />
        </div>
      </div>
    </div>
  );
});
