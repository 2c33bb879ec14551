import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketMessage } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useSource, useTakeBack } from '../data/actions.ts';
import { setAim } from '../data/aim.ts';
import { sessionQuery } from '../data/queries.ts';
import { reasonWords } from '../words.ts';
import classes from './message.module.css';
import { MoveItems } from './move.tsx';

interface Props {
  readonly message: TicketMessage;
  readonly ticketId: number;
  readonly mayReply: boolean;
}

/** Answers a message. */
function ReplyItem({ message, ticketId }: Pick<Props, 'message' | 'ticketId'>) {
  const text = useText();
  return (
    <Menu.Item
      leftSection={<IconArrowBackUp size="1rem" stroke={1.75} aria-hidden />}
      onClick={() => {
        setAim({ kind: 'reply', ticketId, message });
      }}
    >
      {text('console-message-reply')}
    </Menu.Item>
  );
}

/** Changes one's own words, as they were written. */
function EditItem({ message, ticketId }: Pick<Props, 'message' | 'ticketId'>) {
  const text = useText();
  const source = useSource(ticketId);
  const tell = useTelling();
  return (
    <Menu.Item
      leftSection={<IconPencil size="1rem" stroke={1.75} aria-hidden />}
      onClick={() => {
        // The menu is gone before the answer comes.
        source.mutateAsync(message.id).then(({ text: words }) => {
          setAim({ kind: 'edit', ticketId, message, source: words });
        }, tell);
      }}
    >
      {text('console-message-edit')}
    </Menu.Item>
  );
}

/** Takes a message back, when asked twice. */
function TakeBackItem({ message, ticketId }: Pick<Props, 'message' | 'ticketId'>) {
  const text = useText();
  const [sure, setSure] = useState(false);
  const takeBack = useTakeBack(ticketId);
  const tell = useTelling();
  return (
    <Menu.Item
      color="red"
      closeMenuOnClick={sure}
      leftSection={<IconTrash size="1rem" stroke={1.75} aria-hidden />}
      onClick={() => {
        if (sure) takeBack.mutateAsync(message.id).catch(tell);
        setSure(true);
      }}
    >
      {text(sure ? 'console-message-delete-sure' : 'console-message-delete')}
    </Menu.Item>
  );
}

function useTelling() {
  const text = useText();
  return (error: unknown): void => {
    notifications.show({
      ...{ color: 'red', title: text('console-message-failed'), message: reasonWords(text, error) },
    });
  };
}

/** What one can do with a message: answer it, change one's own words, take them back, put it into another ticket. */
export function MessageMenu({ message, ticketId, mayReply }: Props) {
  const text = useText();
  const mayAnswer = mayReply && message.visibility === 'public' && message.deleted_at === null;
  const mayMove = useQuery(sessionQuery).data?.permissions.includes('tickets.assign') ?? false;
  if (!mayAnswer && !mayMove && !message.may_edit && !message.may_delete) return null;
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon
          className={classes.menu ?? ''}
          variant="subtle"
          color="gray"
          size="1.5rem"
          aria-label={text('console-message-menu')}
        >
          <IconDots size="1rem" stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayAnswer ? <ReplyItem message={message} ticketId={ticketId} /> : null}
        {message.may_edit ? <EditItem message={message} ticketId={ticketId} /> : null}
        {message.may_delete ? <TakeBackItem message={message} ticketId={ticketId} /> : null}
        {mayMove ? <MoveItems ticketId={ticketId} messageId={message.id} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
