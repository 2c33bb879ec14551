import { useEffect, useRef, useState } from 'react';
import * as api from '../api.ts';
import { useRefresh } from '../data/queries.ts';
import { usePhone } from '../device/context.ts';
import { useWords } from '../settings.tsx';
import { type Attachment, attach, packed, parcels } from './attachments.ts';
import { type Aim, useTalk } from './context.ts';

/** Words that were begun and not sent, by person, chat and topic, for as long as the page stands. */
const drafts = new Map<string, string>();

/** What is being written. */
export interface Outbox {
  text: string;
  setText: (text: string) => void;
  attachments: Attachment[];
  addFiles: (files: Iterable<File>, asFiles: boolean) => void;
  removeFile: (key: string) => void;
  aim: Aim | undefined;
  isEmpty: boolean;
  sending: boolean;
  /** Why the last attempt failed; the words are back in the input then. */
  failure: string | undefined;
  send: () => Promise<void>;
}

const useDraft = (aim: Aim | undefined) => {
  const { place, thread } = useTalk();
  const key = `${place.person}:${place.chat}:${thread ?? ''}`;
  const [text, setText] = useState(() => drafts.get(key) ?? '');
  const edited = aim?.do === 'edit' ? aim.message : undefined;
  useEffect(() => {
    setText(edited === undefined ? (drafts.get(key) ?? '') : (edited.text ?? edited.caption ?? ''));
  }, [edited, key]);
  const { prefill } = useTalk();
  useEffect(() => {
    if (prefill !== undefined) setText(prefill.text);
  }, [prefill]);
  const change = (words: string) => {
    if (edited === undefined) drafts.set(key, words);
    setText(words);
  };
  return [text, change] as const;
};

const useFiles = () => {
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const latest = useRef(attachments);
  latest.current = attachments;
  useEffect(
    () => () => {
      for (const one of latest.current) if (one.preview !== undefined) URL.revokeObjectURL(one.preview);
    },
    [],
  );
  const addFiles = (files: Iterable<File>, asFiles: boolean) => {
    const added = attach(files, asFiles);
    setAttachments((before) => [...before, ...added]);
  };
  const removeFile = (key: string) => setAttachments((before) => before.filter((one) => one.key !== key));
  return { attachments, setAttachments, addFiles, removeFile };
};

interface Letter {
  text: string;
  attachments: Attachment[];
  aim: Aim | undefined;
}

/** Sends a letter part by part; `onPart` is told what is already gone, so that a failure repeats nothing. */
const dispatch = async (
  where: { place: api.Place; thread: number | undefined },
  { text, attachments, aim }: Letter,
  onPart: (gone: Attachment[]) => void,
): Promise<void> => {
  const { place, thread } = where;
  if (aim?.do === 'edit') {
    const field = aim.message.text === undefined ? 'caption' : 'text';
    await api.edit(place, { message_id: aim.message.message_id, [field]: text });
    return;
  }
  const common = {
    ...(thread === undefined ? {} : { thread }),
    ...(aim?.do === 'reply' ? { reply_to: aim.message.message_id } : {}),
    ...(aim?.do === 'comment' ? { comment_on: aim.message.message_id } : {}),
  };
  if (attachments.length === 0) {
    await api.send(place, { text, ...common });
    return;
  }
  let caption = text;
  for (const parcel of parcels(attachments)) {
    await api.send(place, { ...(await packed(parcel, caption)), ...common });
    caption = '';
    onPart(parcel);
  }
};

/** Holds what is being written and sends it. A failure gives everything back that did not leave. */
export const useOutbox = (aim: Aim | undefined, onAim: (aim: Aim | undefined) => void): Outbox => {
  const say = useWords();
  const { toast } = usePhone();
  const { place, thread } = useTalk();
  const refresh = useRefresh(place.person);
  const [text, setText] = useDraft(aim);
  const { attachments, setAttachments, addFiles, removeFile } = useFiles();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const words = text.trim();
  const isEmpty = words === '' && attachments.length === 0;
  const send = async () => {
    if (isEmpty || sending) return;
    const letter = { text: words, attachments, aim };
    let rest = letter.attachments;
    setSending(true);
    setFailure(undefined);
    setText('');
    setAttachments([]);
    try {
      await dispatch({ place, thread }, letter, (gone) => {
        rest = rest.filter((one) => !gone.includes(one));
      });
      onAim(undefined);
      // A comment goes to another chat, so nothing here would show that it left.
      if (aim?.do === 'comment') toast(say('commented'));
    } catch (error) {
      // An album's words left with its first part.
      if (rest.length === letter.attachments.length) setText(text);
      setAttachments(rest);
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
      void refresh();
    }
  };
  return { text, setText, attachments, addFiles, removeFile, aim, isEmpty, sending, failure, send };
};
