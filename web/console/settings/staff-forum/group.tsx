import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { StaffGroup } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Tag } from '../parts/rows.tsx';
import { usePause, useRecheck, useUnlink } from './data.ts';
import classes from './staff-forum.module.css';

function State({ group }: { group: StaffGroup }) {
  const text = useText();
  if (group.state !== 'works') {
    const tone = group.state === 'checking' ? 'plain' : 'warn';
    return <Tag tone={tone}>{text(`settings-forum-state-${group.state}`)}</Tag>;
  }
  if (group.paused) return <Tag>{text('settings-forum-paused')}</Tag>;
  return <Tag tone="ok">{text('settings-forum-state-works')}</Tag>;
}

function Ways({ group }: { group: StaffGroup }) {
  const text = useText();
  const pause = usePause(group.id);
  const recheck = useRecheck(group.id);
  const unlink = useUnlink(group.id);
  return (
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={pause.isPending || recheck.isPending || unlink.isPending}
          aria-label={text('settings-forum-more', { title: group.title })}
        >
          <IconDots size="1rem" stroke={1.75} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            recheck.mutate();
          }}
        >
          {text('settings-forum-check')}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            pause.mutate(!group.paused);
          }}
        >
          {text(group.paused ? 'settings-forum-resume' : 'settings-forum-pause')}
        </Menu.Item>
        <Menu.Item
          color="red"
          onClick={() => {
            unlink.mutate();
          }}
        >
          {text('settings-forum-unlink')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A staff group: how it does, what it still needs, and what can be done with it. */
export function GroupItem({ group }: { group: StaffGroup }) {
  const text = useText();
  const detail = [
    text('settings-forum-topics', { count: group.topics }),
    group.waiting > 0 ? text('settings-forum-waiting', { count: group.waiting }) : '',
  ];
  return (
    <li className={classes.group}>
      <div className={classes.head}>
        <div className={classes.name}>
          <span className={classes.title}>{group.title}</span>
          <span className={classes.detail}>{detail.filter(Boolean).join(' · ')}</span>
        </div>
        <State group={group} />
        <Ways group={group} />
      </div>
      {group.state === 'lacking' ? (
        <ul className={classes.lacks}>
          {group.missing.map((need) => (
            <li key={need}>{text(`forum-need-${need}`)}</li>
          ))}
        </ul>
      ) : null}
      {group.state === 'lost' ? <p className={classes.lost}>{text('settings-forum-lost')}</p> : null}
    </li>
  );
}
