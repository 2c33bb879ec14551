import { type FormEvent, useState } from 'react';
import * as api from '../api.ts';
import type { Chat, User } from '../data/model.ts';
import { useBots, useUsers } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Field } from '../parts/field.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';
import { userName } from '../text.ts';

interface GroupSheetProps {
  chat: Chat;
  onClose: () => void;
}

/** Brings people and bots into a group. A bot comes as an administrator, or it would hear only its commands. */
export function AddMember({ chat, onClose }: GroupSheetProps) {
  const say = useWords();
  const { person, attempt, toast } = usePhone();
  const bots = useBots().map((bot) => bot.user);
  const people = (useUsers() ?? []).filter((user) => user.id !== person.id);
  const add = async (user: User) => {
    const status = user.is_bot ? 'administrator' : 'member';
    const added = await attempt(() => api.addMember(chat.id, { user: user.id, status }));
    if (added) toast(say('memberAdded', { name: userName(user) }));
  };
  return (
    <Sheet title={say('addMember')} onClose={onClose}>
      <ul className="rows">
        {[...bots, ...people].map((user) => (
          <li key={user.id}>
            <button type="button" className="row row-small" onClick={() => void add(user)}>
              <Avatar id={user.id} name={userName(user)} size={38} />
              <span className="row-name" dir="auto">
                {userName(user)}
              </span>
              {user.is_bot ? <span className="row-time">{`${say('bot')} · ${say('asAdmin')}`}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Opens a topic in a forum, or in a private chat with a bot that allows it. */
export function NewTopic({ chat, onClose }: GroupSheetProps) {
  const say = useWords();
  const { person, attempt } = usePhone();
  const [name, setName] = useState('');
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const add = () =>
      chat.type === 'private'
        ? api.addOwnTopic({ person: person.id, chat: chat.id }, name.trim())
        : api.addTopic(chat.id, { name: name.trim(), by: person.id });
    if (await attempt(add)) onClose();
  };
  return (
    <Sheet title={say('newTopic')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void create(event)}>
        <Field label={say('title')} value={name} onValue={setName} required autoFocus maxLength={128} />
        <button type="submit" className="button" disabled={name.trim() === ''}>
          {say('create')}
        </button>
      </form>
    </Sheet>
  );
}
