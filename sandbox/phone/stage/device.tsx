import { IconX } from '@tabler/icons-react';
import { type Dispatch, useCallback } from 'react';
import type { User } from '../data/model.ts';
import { PhoneScreen } from '../device/phone.tsx';
import type { Move, Open } from '../layout.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useWords } from '../settings.tsx';
import { userName } from '../text.ts';

interface DeviceProps {
  person: User;
  open: Open | undefined;
  active: boolean;
  alone: boolean;
  index: number;
  dispatch: Dispatch<Move>;
}

/** A phone on the stage with its owner's name above it. On a narrow window it fills the screen. */
export function Device({ person, open, active, alone, index, dispatch }: DeviceProps) {
  const say = useWords();
  const { id } = person;
  const onOpen = useCallback(
    (chat: Open) => dispatch({ do: 'open', person: id, open: chat }),
    [dispatch, id],
  );
  const onBack = useCallback(() => dispatch({ do: 'back', person: id }), [dispatch, id]);
  const activate = () => dispatch({ do: 'activate', index });
  const name = userName(person);
  return (
    <article
      className={active ? 'device active' : 'device'}
      aria-label={say('phoneOf', { name })}
      onPointerDownCapture={activate}
      onFocusCapture={activate}
    >
      <header className="device-head">
        <Avatar id={id} name={name} size={26} />
        <span className="device-name" dir="auto">
          {name}
        </span>
        <span className="device-user">
          {[person.username && `@${person.username}`, person.language_code].filter(Boolean).join(' · ')}
        </span>
        {alone ? null : (
          <button
            type="button"
            className="icon-button small on-sky"
            onClick={() => dispatch({ do: 'close', index })}
            aria-label={`${say('closePhone')}: ${name}`}
          >
            <IconX size={16} />
          </button>
        )}
      </header>
      <div className="device-frame">
        <PhoneScreen person={person} open={open} onOpen={onOpen} onBack={onBack} />
      </div>
    </article>
  );
}
