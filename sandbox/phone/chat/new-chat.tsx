import { IconBroadcast, IconMessage, IconMessages, IconUsers } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import * as api from '../api.ts';
import type { User } from '../data/model.ts';
import { useUsers } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { userName } from '../text.ts';

const kinds = [
  { word: 'newGroup', icon: IconUsers, type: 'group', forum: false },
  { word: 'newForum', icon: IconMessages, type: 'supergroup', forum: true },
  { word: 'newChannel', icon: IconBroadcast, type: 'channel', forum: false },
] as const;

type Kind = (typeof kinds)[number];

function Details({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const say = useWords();
  const { person, open, attempt } = usePhone();
  const [title, setTitle] = useState('');
  const [username, setUsername] = useState('');
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const name = username.trim().replace(/^@/, '');
    await attempt(async () => {
      const chat = await api.addChat({
        type: kind.type,
        title: title.trim(),
        creator: person.id,
        ...(kind.forum ? { is_forum: true } : {}),
        ...(name === '' || kind.type === 'group' ? {} : { username: name }),
      });
      onClose();
      open({ chat: chat.id });
    });
  };
  return (
    <form className="form" onSubmit={(event) => void create(event)}>
      <Field label={say('title')} value={title} onValue={setTitle} required autoFocus maxLength={128} />
      {kind.type === 'group' ? null : (
        <Field
          label={say('username')}
          value={username}
          onValue={setUsername}
          hint={say('optional')}
          prefix="@"
        />
      )}
      <button type="submit" className="button" disabled={title.trim() === ''}>
        {say('create')}
      </button>
    </form>
  );
}

function Everyone({ onClose }: { onClose: () => void }) {
  const { person, open } = usePhone();
  const others = (useUsers() ?? []).filter((user) => user.id !== person.id);
  const write = (user: User) => {
    onClose();
    open({ chat: user.id });
  };
  return (
    <ul className="rows">
      {others.map((user) => (
        <li key={user.id}>
          <button type="button" className="row row-small" onClick={() => write(user)}>
            <Avatar id={user.id} name={userName(user)} size={38} />
            <span className="row-name" dir="auto">
              {userName(user)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Writes to a person, or makes a group, a group with topics or a channel. */
export function NewChat({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const [kind, setKind] = useState<Kind | 'person'>();
  if (kind === 'person')
    return (
      <Sheet title={say('newPrivate')} onClose={onClose}>
        <Everyone onClose={onClose} />
      </Sheet>
    );
  return (
    <Sheet title={say(kind === undefined ? 'newChat' : kind.word)} onClose={onClose}>
      {kind === undefined ? (
        <div className="choices">
          <button type="button" className="choice" onClick={() => setKind('person')}>
            <IconMessage size={22} aria-hidden />
            {say('newPrivate')}
          </button>
          {kinds.map((one) => (
            <button key={one.word} type="button" className="choice" onClick={() => setKind(one)}>
              <one.icon size={22} aria-hidden />
              {say(one.word)}
            </button>
          ))}
        </div>
      ) : (
        <Details kind={kind} onClose={onClose} />
      )}
    </Sheet>
  );
}
