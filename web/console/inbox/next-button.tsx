import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../ui/i18n.tsx';
import { useNext } from '../data/work.ts';
import { useKeys } from '../parts/keys.ts';
import { reasonWords } from '../words.ts';
import classes from './next-button.module.css';
import { usePlace } from './place.ts';

/** Takes the next ticket and opens it; says so calmly when there is none, or no room for one. */
export function useTakeNext() {
  const text = useText();
  const navigate = useNavigate();
  const { view } = usePlace();
  const next = useNext();
  const take = (): void => {
    if (next.busy()) return;
    next.mutate(undefined, {
      onSuccess: (ticket) => {
        if (ticket) {
          const params = { view, ticket: String(ticket.id) };
          void navigate({ to: '/inbox/$view/$ticket', params, search: (old) => old });
        } else {
          notifications.show({
            title: text('console-next-none'),
            message: text('console-empty-waiting-next'),
            color: 'gray',
          });
        }
      },
      onError: (error) =>
        notifications.show({
          title: text('console-next-failed'),
          message: reasonWords(text, error),
          color: 'yellow',
        }),
    });
  };
  return { take, pending: next.isPending };
}

/** The next ticket, on a button and on the T key. */
export function NextButton() {
  const text = useText();
  const { take, pending } = useTakeNext();
  useKeys([['T', take]]);
  return (
    <Button
      className={classes.next ?? ''}
      size="compact-sm"
      variant="default"
      loading={pending}
      onClick={take}
      title={text('console-mode-key', { key: 'T' })}
      leftSection={<IconArrowRight size="1rem" stroke={1.75} aria-hidden />}
      rightSection={<kbd aria-hidden>T</kbd>}
    >
      {text('console-next')}
    </Button>
  );
}
