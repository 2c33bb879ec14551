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

/** What is being written for a ticket, kept on the phone until it is sent. */
function useWriting(ticketId: number) {
  const { telegram } = useMe();
  const { send } = useOutgoing(ticketId);
  const draft = `draft.${String(ticketId)}`;
  const [words, setWords] = useState(() => kept.get(draft) ?? '');
  const type = (next: string): void => {
    setWords(next);
    kept.set(draft, next);
  };
  const submit = async (): Promise<void> => {
    const said = words.trim();
    if (said === '') return;
    type('');
    telegram?.feel('choice');
    if (!(await send(said))) telegram?.feel('failed');
  };
  return { words, type, submit };
}

/** Where one writes. */
export function Composer({ ticket }: { ticket: OwnTicket }) {
  const text = useText();
  const { words, type, submit } = useWriting(ticket.id);
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowing(field, words);
  const label = text(ticket.status === 'clarification_needed' ? 'cabinet-answer' : 'cabinet-write');
  return (
    <form
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault();
        field.current?.focus();
        void submit();
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
            void submit();
          }}
        />
        <button
          type="submit"
          className={classes.send}
          aria-label={text('cabinet-send')}
          aria-disabled={words.trim() === ''}
        >
          <IconSend2 aria-hidden size="1.5rem" />
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
