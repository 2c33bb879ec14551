import { notifications } from '@mantine/notifications';
import { type RefObject, useEffect, useState } from 'react';
import type { Session, Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useEdit } from '../data/actions.ts';
import { setAim, useAim } from '../data/aim.ts';
import { useDraft } from '../data/draft.ts';
import { type Mode, useSend } from '../data/outgoing.ts';
import { useUploads } from '../data/uploads.ts';
import { reasonWords } from '../words.ts';

/** What is being written in a ticket: new words with their files, or other words for a message that stands there. The draft of new words waits
 * while others are edited. */
export function useComposing(ticket: Ticket, session: Session, field: RefObject<HTMLTextAreaElement | null>) {
  const say = useText();
  const [draft, setDraft] = useDraft(session.staff.id, ticket.id);
  const [edited, setEdited] = useState('');
  const aim = useAim(ticket.id);
  const uploads = useUploads();
  const edit = useEdit(ticket.id);
  const { sendNew } = useSend(ticket.id, session.staff.id);
  useEffect(() => {
    if (aim?.kind === 'edit') setEdited(aim.source);
    if (aim) field.current?.focus();
  }, [aim, field]);

  const editing = aim?.kind === 'edit' ? aim : null;
  const text = editing ? edited : draft.text;
  const write = (words: string): void => {
    if (editing) setEdited(words);
    else setDraft({ mode: draft.mode, text: words });
  };
  const leave = (): void => {
    setAim(null);
    field.current?.focus();
  };
  const finish = (mode: Mode): void => {
    const words = text.trim();
    if (editing) {
      const change = { messageId: editing.message.id, text: words };
      edit.mutate(change, {
        onSuccess: leave,
        onError: (error) =>
          notifications.show({
            ...{ color: 'red', title: say('console-message-failed'), message: reasonWords(say, error) },
          }),
      });
      return;
    }
    const files = uploads.files.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
    sendNew({ mode, text: words, files, replyTo: mode === 'reply' ? (aim?.message.id ?? null) : null });
    uploads.clear();
    setDraft({ mode: 'reply', text: '' });
    leave();
  };
  return { draft, setDraft, aim, editing, text, write, leave, finish, uploads, busy: edit.isPending };
}

/** Whether what is being written can go: its words have room, its files are there, and there is something. */
export function canGo(
  what: { text: string; files: readonly { id: number | null }[] },
  { limit, takesFiles }: { limit: number; takesFiles: boolean },
): boolean {
  const length = what.text.trim().length;
  if (length > limit || what.files.some(({ id }) => id === null)) return false;
  return takesFiles ? length > 0 || what.files.length > 0 : length > 0 && what.files.length === 0;
}
