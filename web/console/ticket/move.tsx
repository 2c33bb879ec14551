import { Checkbox, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MOST_MOVED, type Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMove } from '../data/concierge.ts';
import { conversationQuery, ticketQuery } from '../data/queries.ts';
import { reasonWords } from '../words.ts';
import classes from './move.module.css';
import { messagesOf } from './timeline.ts';

const MOST_SHOWN = 8;

function useMoving(ticketId: number, messageId: number) {
  const text = useText();
  const client = useQueryClient();
  const move = useMove(ticketId);
  /** The message, and what follows it as far as it is on the screen. */
  const after = (): number[] => {
    const pages = client.getQueryData(conversationQuery(ticketId).queryKey)?.pages ?? [];
    const ids = messagesOf(pages).map(({ id }) => id);
    return ids.filter((id) => id >= messageId).slice(0, MOST_MOVED);
  };
  return (to: number | null, withRest: boolean): void => {
    move.mutate(
      { messages: withRest ? after() : [messageId], to },
      {
        onSuccess: ({ ticket_id }) =>
          notifications.show({ message: text('console-moved', { number: String(ticket_id) }) }),
        onError: (error) =>
          notifications.show({
            color: 'red',
            title: text('console-move-failed'),
            message: reasonWords(text, error),
          }),
      },
    );
  };
}

/** Puts a message, or it and all that follows, into another ticket of the customer's, or into a new one: items of a menu. */
export function MoveItems({ ticketId, messageId }: { ticketId: number; messageId: number }) {
  const text = useText();
  const client = useQueryClient();
  const move = useMoving(ticketId, messageId);
  const [withRest, setWithRest] = useState(false);
  const ticket: Ticket | undefined = client.getQueryData(ticketQuery(ticketId).queryKey);
  const others = ticket?.other_tickets.slice(0, MOST_SHOWN) ?? [];
  return (
    <>
      <Menu.Label>{text('console-move')}</Menu.Label>
      {others.map(({ id, subject }) => (
        <Menu.Item
          key={id}
          onClick={() => {
            move(id, withRest);
          }}
        >
          <span className={classes.number}>№ {id}</span>
          <span className={classes.subject}>{subject}</span>
        </Menu.Item>
      ))}
      <Menu.Item
        leftSection={<IconPlus size="1rem" stroke={1.75} aria-hidden />}
        onClick={() => {
          move(null, withRest);
        }}
      >
        {text('console-move-new')}
      </Menu.Item>
      <div className={classes.rest}>
        <Checkbox
          size="xs"
          label={text('console-move-rest')}
          checked={withRest}
          onChange={(event) => {
            setWithRest(event.currentTarget.checked);
          }}
        />
      </div>
    </>
  );
}
