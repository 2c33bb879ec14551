import { IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { OwnTicket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { kept } from '../data/kept.ts';
import { useMe } from '../data/me.tsx';
import { useOutgoing } from '../data/outgoing.ts';
import classes from './composer.module.css';

/** The most letters that a message takes. */
export const MOST_LETTERS = 4000;

/** Where one writes. What is typed is kept on the phone until it is sent. */
export function Composer({ ticket }: { ticket: OwnTicket }) {
  const text = useText();
  const { telegram } = useMe();
  const { send } = useOutgoing(ticket.id);
  const draft = `draft.${String(ticket.id)}`;
  const [words, setWords] = useState(() => kept.get(draft) ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const type = (next: string): void => {
    setWords(next);
    kept.set(draft, next);
  };
  useGrowing(field, words);
  const submit = (): void => {
    const said = words.trim();
    field.current?.focus();
    if (said === '') return;
    type('');
    telegram?.feel('choice');
    void send(said).then((arrived) => {
      if (!arrived) telegram?.feel('failed');
    });
  };
  const label = text(ticket.status === 'clarification_needed' ? 'cabinet-answer' : 'cabinet-write');
  return (
    <form
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.box}>
        <textarea
          ref={field}
          className={classes.field}
          rows={1}
          value={words}
          maxLength={MOST_LETTERS}
          aria-label={label}
          placeholder={label}
          enterKeyHint="send"
          onChange={(event) => {
            type(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            submit();
          }}
        />
        <button
          type="submit"
          className={classes.send}
          aria-label={text('cabinet-send')}
          aria-disabled={words.trim() === ''}
        >
          <IconSend2 aria-hidden size={24} />
        </button>
      </div>
    </form>
  );
}

const MOST_PX = 160;

/** The field is as high as its words, up to a point. */
export function useGrowing(field: { current: HTMLTextAreaElement | null }, words: string): void {
  useEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${String(Math.min(field.current.scrollHeight, MOST_PX))}px`;
  }, [field, words]);
}
