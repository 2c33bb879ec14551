import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBell, IconBellOff, IconBellRinging, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../ui/i18n.tsx';
import { noticesQuery } from '../data/queries.ts';
import { useSetNotices } from '../data/work.ts';
import { reasonWords } from '../words.ts';

const CHOICES = [
  { tell: 'all', words: 'console-notices-all', Shape: IconBell },
  { tell: 'urgent', words: 'console-notices-urgent', Shape: IconBellRinging },
  { tell: 'none', words: 'console-notices-none', Shape: IconBellOff },
] as const;

/** What the bot tells one in Telegram: deadlines and what rules say, only what cannot wait, or nothing (F4, U1). */
export function NoticeItems() {
  const text = useText();
  const chosen = useQuery(noticesQuery).data?.tell;
  const set = useSetNotices();
  return (
    <>
      <Menu.Label>{text('console-notices')}</Menu.Label>
      {CHOICES.map(({ tell, words, Shape }) => (
        <Menu.Item
          key={tell}
          leftSection={<Shape size="1rem" stroke={1.75} aria-hidden />}
          rightSection={tell === chosen ? <IconCheck size="0.875rem" aria-hidden /> : null}
          onClick={() => {
            set.mutate(tell, {
              onError: (error) =>
                notifications.show({
                  color: 'red',
                  title: text('console-notices-failed'),
                  message: reasonWords(text, error),
                }),
            });
          }}
        >
          {text(words)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
