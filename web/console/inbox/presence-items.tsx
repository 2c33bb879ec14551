import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PresenceState } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { presenceQuery } from '../data/queries.ts';
import { useSetPresence } from '../data/work.ts';
import { PRESENCE_STATES, PRESENCE_WORDS, PresenceDot } from '../parts/presence.tsx';
import { reasonWords } from '../words.ts';

/** Sets one's own presence, and says so when the desk refuses. */
export function useChoosePresence(): (state: PresenceState) => void {
  const text = useText();
  const set = useSetPresence();
  return (state) => {
    set.mutate(state, {
      onError: (error) =>
        notifications.show({
          color: 'red',
          title: text('console-presence-failed'),
          message: reasonWords(text, error),
        }),
    });
  };
}

/** Online, away or offline, and how many tickets one has of how many (Q5). */
export function PresenceItems() {
  const text = useText();
  const presence = useQuery(presenceQuery).data;
  const choose = useChoosePresence();
  return (
    <>
      <Menu.Label>
        {presence
          ? text('console-presence-tickets', { open: presence.open_tickets, capacity: presence.capacity })
          : text('console-presence')}
      </Menu.Label>
      {PRESENCE_STATES.map((state) => (
        <Menu.Item
          key={state}
          leftSection={<PresenceDot state={state} />}
          rightSection={state === presence?.state ? <IconCheck size="0.875rem" aria-hidden /> : null}
          onClick={() => {
            choose(state);
          }}
        >
          {text(PRESENCE_WORDS[state])}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
