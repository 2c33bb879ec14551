import { IconBroadcast, IconMessages, IconUsers } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import * as api from '../api.ts';
import { usePhone } from '../device/context.ts';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';

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

/** Makes a group, a group with topics or a channel. */
export function NewChat({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const [kind, setKind] = useState<Kind>();
  return (
    <Sheet title={say(kind === undefined ? 'newChat' : kind.word)} onClose={onClose}>
      {kind === undefined ? (
        <div className="choices">
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
