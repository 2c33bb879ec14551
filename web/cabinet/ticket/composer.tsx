import { IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { OwnTicket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { kept } from '../data/kept.ts';
import { useMe } from '../data/me.tsx';
import { useOutgoing } from '../data/outgoing.ts';
import { FileButton, FileList, useChoosing } from '../files/attach.tsx';
import { useAttached } from '../files/attached.ts';
import { settle } from '../files/settle.ts';
import { Problem } from '../kit/notice.tsx';
import classes from './composer.module.css';

/** The most letters that a message takes. */
export const MOST_LETTERS = 4000;

/** What is being written for a ticket, kept on the phone until it is sent. */
function useWriting(ticketId: number) {
  const { telegram } = useMe();
  const { send } = useOutgoing(ticketId);
  const draft = `draft.${String(ticketId)}`;
  const [words, setWords] = useState(() => kept.get(draft) ?? '');
  // Whoever presses right after typing means the last letter too.
  const latest = useRef(words);
  const type = (next: string): void => {
    latest.current = next;
    setWords(next);
    kept.set(draft, next);
  };
  const files = useAttached(`ticket.${String(ticketId)}`);
  const submit = async (): Promise<void> => {
    await files.restored.current;
    const said = latest.current.trim();
    const going = files.latest.current;
    // A file that is not there yet holds its words back: they belong together.
    if ((said === '' && going.length === 0) || going.some(({ id }) => id === null)) return;
    type('');
    files.clear();
    telegram?.feel('choice');
    const uploads = await settle(going).catch(() => going.flatMap(({ id }) => id ?? []));
    if (!(await send(said, uploads))) telegram?.feel('failed');
  };
  return { words, type, files, submit };
}

/** Where one writes. */
export function Composer({ ticket }: { ticket: OwnTicket }) {
  const text = useText();
  const { words, type, files, submit } = useWriting(ticket.id);
  const { choose, mask, problem } = useChoosing(files);
  const going = files.files.some(({ id }) => id === null);
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
      <div className={classes.files}>
        <Problem words={problem} />
        <FileList attaching={files} />
      </div>
      {mask}
      <div className={classes.box}>
        <FileButton small label={text('cabinet-attach')} onChoose={choose} />
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
          aria-disabled={going || (words.trim() === '' && files.files.length === 0)}
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
