import { IconPlus } from '@tabler/icons-react';
import { type Dispatch, useEffect, useRef } from 'react';
import type { User } from '../data/model.ts';
import { useChats } from '../data/queries.ts';
import type { Layout, Move } from '../layout.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useWords } from '../settings.tsx';
import { userName } from '../text.ts';

interface PersonTabProps {
  user: User;
  standing: boolean;
  active: boolean;
  onPick: () => void;
}

function PersonTab({ user, standing, active, onPick }: PersonTabProps) {
  const say = useWords();
  const unread = (useChats(user.id) ?? []).reduce((sum, line) => sum + line.unread, 0);
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (active) tab.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [active]);
  const classes = ['rail-item', standing ? 'standing' : '', active ? 'active' : ''];
  return (
    <li>
      <button
        ref={tab}
        type="button"
        className={classes.join(' ')}
        onClick={onPick}
        aria-pressed={active}
        title={user.username === undefined ? userName(user) : `${userName(user)} · @${user.username}`}
      >
        <span className="rail-avatar">
          <Avatar id={user.id} name={userName(user)} size={46} />
          {unread > 0 && !active ? (
            <span className="badge">
              <span className="hidden">{say('unread', { n: unread })}</span>
              <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
            </span>
          ) : null}
        </span>
        <span className="rail-name" dir="auto">
          {user.first_name}
        </span>
      </button>
    </li>
  );
}

interface RailProps {
  users: User[];
  layout: Layout;
  dispatch: Dispatch<Move>;
  onAdd: () => void;
}

/** Everybody one can play. A tap brings a person's phone to the front. */
export function Rail({ users, layout, dispatch, onAdd }: RailProps) {
  const say = useWords();
  return (
    <nav className="rail" aria-label={say('people')}>
      <ul className="rail-list">
        {users.map((user) => (
          <PersonTab
            key={user.id}
            user={user}
            standing={layout.phones.includes(user.id)}
            active={layout.phones[layout.active] === user.id}
            onPick={() => dispatch({ do: 'show', person: user.id })}
          />
        ))}
        <li className="rail-end">
          <button
            type="button"
            className="rail-item"
            onClick={onAdd}
            aria-label={say('addPerson')}
            title={say('addPerson')}
          >
            <span className="rail-add" aria-hidden>
              <IconPlus size={22} />
            </span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
