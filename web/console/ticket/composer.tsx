import { Button, FileButton, Textarea, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconLock,
  IconMessageCircleQuestion,
  IconPaperclip,
  IconUserOff,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Permission, Session, Ticket } from '../../../contract/index.ts';
import { firstName } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import type { Mode } from '../data/outgoing.ts';
import { useKeys } from '../parts/keys.ts';
import { LANGUAGE_WORDS } from '../words.ts';
import { AimLine, AttachedFiles } from './attached.tsx';
import classes from './composer.module.css';
import { DraftAnswer } from './draft-answer.tsx';
import { MacrosButton, MacrosSheet } from './macros.tsx';
import { marksOf, withMarks } from './marks.ts';
import { Suggested } from './suggested.tsx';
import { canGo, useComposing } from './use-composing.ts';

interface ModeFacts {
  readonly mode: Mode;
  readonly name: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly send: string;
  readonly key: string;
  readonly limit: number;
  readonly permission: Permission;
  readonly Shape: TablerIcon;
}

const MODES: readonly ModeFacts[] = [
  {
    mode: 'reply',
    name: 'console-mode-reply',
    hint: 'console-hint-reply',
    placeholder: 'console-placeholder-reply',
    send: 'console-send-reply',
    key: 'R',
    limit: 16_000,
    permission: 'tickets.reply',
    Shape: IconArrowBackUp,
  },
  {
    mode: 'note',
    name: 'console-mode-note',
    hint: 'console-hint-note',
    placeholder: 'console-placeholder-note',
    send: 'console-send-note',
    key: 'N',
    limit: 16_000,
    permission: 'tickets.note',
    Shape: IconLock,
  },
  {
    mode: 'ask',
    name: 'console-mode-ask',
    hint: 'console-hint-ask',
    placeholder: 'console-placeholder-ask',
    send: 'console-send-ask',
    key: 'A',
    limit: 4096,
    permission: 'tickets.reply',
    Shape: IconMessageCircleQuestion,
  },
  {
    mode: 'resolve',
    name: 'console-mode-resolve',
    hint: 'console-hint-resolve',
    placeholder: 'console-placeholder-resolve',
    send: 'console-send-resolve',
    key: 'E',
    limit: 1000,
    permission: 'tickets.resolve',
    Shape: IconCircleCheck,
  },
];

/** What differs while one changes words that were sent. */
const EDITING = {
  name: 'console-message-edit',
  send: 'console-send-edit',
  hint: 'console-hint-edit',
} as const;

/** What can be done with words in this ticket by this person. A finished ticket can be answered and noted, not asked about or finished
 * once more. */
function modesFor(ticket: Ticket, session: Session): readonly ModeFacts[] {
  const over = ticket.status === 'resolved' || ticket.status === 'closed';
  return MODES.filter(({ mode, permission }) => {
    if (over && (mode === 'ask' || mode === 'resolve')) return false;
    return session.permissions.includes(permission);
  });
}

/** Letters left are counted aloud only near the end. */
const COUNT_FROM = 0.8;

interface FootProps {
  readonly facts: ModeFacts;
  readonly ticket: Ticket;
  readonly length: number;
  readonly ready: boolean;
  readonly send: () => void;
}

function Foot({ facts, ticket, length, ready, send }: FootProps) {
  const text = useText();
  const { requester } = ticket;
  const lost = requester.unreachable && facts.mode !== 'note';
  return (
    <div className={classes.foot}>
      <span className={classes.hint} data-lost={lost || undefined}>
        {lost ? (
          <>
            <IconUserOff size="1rem" stroke={1.75} aria-hidden />
            {text('console-hint-unreachable', { name: firstName(requester.name) })}
          </>
        ) : (
          text(facts.hint, {
            name: firstName(requester.name),
            language: text(LANGUAGE_WORDS[requester.language]),
          })
        )}
      </span>
      {length > facts.limit * COUNT_FROM ? (
        <span className={classes.count} data-over={length > facts.limit || undefined} role="status">
          {length} / {facts.limit}
        </span>
      ) : null}
      <Button size="xs" disabled={!ready} onClick={send} title={text('console-send-key')}>
        {text(facts.send)}
      </Button>
    </div>
  );
}

interface ModesProps {
  readonly modes: readonly ModeFacts[];
  readonly mode: Mode;
  readonly choose: (mode: Mode) => void;
  readonly macros: (() => void) | null;
  /** Takes files, where there can be some. */
  readonly attach: ((files: File[]) => void) | null;
}

function Modes({ modes, mode, choose, macros, attach }: ModesProps) {
  const text = useText();
  useKeys(
    modes.map((one) => [
      one.key,
      () => {
        choose(one.mode);
      },
    ]),
  );
  return (
    <div className={classes.modes}>
      <div className={classes.group} role="group" aria-label={text('console-composer-mode')}>
        {modes.map(({ mode: one, name, key, Shape }) => (
          <UnstyledButton
            key={one}
            className={classes.mode}
            aria-pressed={one === mode}
            title={text('console-mode-key', { key })}
            onClick={() => {
              choose(one);
            }}
          >
            <Shape size="1rem" stroke={1.75} aria-hidden />
            {text(name)}
          </UnstyledButton>
        ))}
      </div>
      {macros ? <MacrosButton open={macros} /> : null}
      {attach ? (
        <FileButton multiple onChange={attach}>
          {(props) => (
            <UnstyledButton className={classes.mode} {...props}>
              <IconPaperclip size="1rem" stroke={1.75} aria-hidden />
              {text('console-attach')}
            </UnstyledButton>
          )}
        </FileButton>
      ) : null}
    </div>
  );
}

interface Writing {
  readonly send: () => void;
  readonly macros: (() => void) | null;
  readonly write: (words: string) => void;
  /** Leaves what the words are aimed at; null: they are aimed at nothing. */
  readonly leave: (() => void) | null;
}

/** Ctrl/Cmd+Enter sends, with B, I, E they format, Escape leaves the field, / in an empty one offers macros. */
const writingKeys =
  ({ send, macros, write, leave }: Writing) =>
  (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    const command = event.ctrlKey || event.metaKey;
    const marks = command ? marksOf(event) : undefined;
    if (event.key === 'Enter' && command) {
      event.preventDefault();
      send();
    } else if (marks !== undefined) {
      event.preventDefault();
      const { selectionStart: from, selectionEnd: to } = field;
      const marked = withMarks({ text: field.value, from, to }, marks);
      write(marked.text);
      requestAnimationFrame(() => {
        field.setSelectionRange(marked.from, marked.to);
      });
    } else if (event.key === '/' && macros && field.value === '') {
      event.preventDefault();
      macros();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (leave) leave();
      else field.blur();
    }
  };

/** Macros, where one may use them: what opens their sheet, and the sheet. */
function useMacros(
  ticket: Ticket,
  session: Session,
  then: { insert: (mode: Mode, words: string) => void; focus: () => void },
) {
  const [opened, setOpened] = useState(false);
  const { permissions } = session;
  if (!permissions.includes('macros.use') || !permissions.includes('tickets.reply')) {
    return { open: null, sheet: null };
  }
  const open = (): void => {
    // The sheet gives the focus back to what had it.
    then.focus();
    setOpened(true);
  };
  const close = (): void => {
    setOpened(false);
  };
  return { open, sheet: <MacrosSheet ticket={ticket} opened={opened} close={close} insert={then.insert} /> };
}

/** Files that are pasted or dropped, where there can be some. */
const takingFiles = (attach: ((files: File[]) => void) | null) => {
  const take = (data: DataTransfer | null, event: { preventDefault: () => void }): void => {
    const files = [...(data?.files ?? [])];
    if (!attach || files.length === 0) return;
    event.preventDefault();
    attach(files);
  };
  return {
    onPaste: (event: ClipboardEvent) => {
      take(event.clipboardData, event);
    },
    onDrop: (event: DragEvent) => {
      take(event.dataTransfer, event);
    },
    onDragOver: (event: DragEvent) => {
      if (attach && event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
  };
};

interface AboveProps {
  readonly ticket: Ticket;
  readonly session: Session;
  readonly composing: ReturnType<typeof useComposing>;
  readonly mode: Mode;
}

/** What stands above the field: the message that the words are aimed at, else answers that may fit. */
function Above({ ticket, session, composing, mode }: AboveProps) {
  const { aim, editing, draft, setDraft, leave } = composing;
  if (aim && (editing || mode === 'reply')) return <AimLine aim={aim} leave={leave} />;
  if (mode !== 'reply' || draft.text !== '') return null;
  const insert = (next: Mode, words: string): void => {
    setDraft({ mode: next, text: words });
  };
  return <Suggested ticket={ticket} session={session} insert={insert} />;
}

/** Where one writes: an answer, a note, a question, or the summary that ends the matter; or other words for a message of one's own. */
export function Composer({ ticket, session }: { ticket: Ticket; session: Session }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useComposing(ticket, session, field);
  const { draft, setDraft, aim, editing, uploads, leave, write } = composing;
  const low = useMediaQuery('(max-height: 40em)', undefined, { getInitialValueInEffect: false });
  const macros = useMacros(ticket, session, {
    insert: (mode, words) => {
      setDraft({ mode, text: [draft.text.trim(), words].filter(Boolean).join('\n') });
    },
    focus: () => field.current?.focus(),
  });
  const modes = modesFor(ticket, session);
  const chosen = modes.find(({ mode }) => mode === draft.mode) ?? modes[0];
  if (!chosen) return <p className={classes.closed}>{text('console-read-only')}</p>;

  const facts = editing ? { ...chosen, ...EDITING } : chosen;
  const takesFiles = !editing && (chosen.mode === 'reply' || chosen.mode === 'note');
  const attach = takesFiles ? uploads.add : null;
  const { length } = composing.text.trim();
  const going = { text: composing.text, files: editing ? [] : uploads.files };
  const ready = canGo(going, { limit: facts.limit, takesFiles }) && !composing.busy;
  const choose = (mode: Mode): void => {
    setDraft({ mode, text: draft.text });
    field.current?.focus();
  };
  const send = (): void => void (ready && composing.finish(chosen.mode));
  return (
    <section
      className={classes.composer}
      data-mode={facts.mode}
      aria-label={text('console-composer')}
      {...takingFiles(attach)}
    >
      <Modes modes={modes} mode={facts.mode} choose={choose} macros={macros.open} attach={attach} />
      <Above ticket={ticket} session={session} composing={composing} mode={chosen.mode} />
      <Textarea
        ref={field}
        className={classes.field ?? ''}
        variant="unstyled"
        autosize
        minRows={low ? 1 : 2}
        maxRows={10}
        value={composing.text}
        error={length > facts.limit}
        aria-label={text(facts.name)}
        placeholder={text(facts.placeholder, { name: firstName(ticket.requester.name) })}
        onChange={(event) => {
          write(event.currentTarget.value);
        }}
        onKeyDown={writingKeys({ send, macros: macros.open, write, leave: aim ? leave : null })}
      />
      <DraftAnswer ticket={ticket} session={session} composing={composing} />
      {editing ? null : <AttachedFiles files={uploads.files} remove={uploads.remove} />}
      <Foot facts={facts} ticket={ticket} length={length} ready={ready} send={send} />
      {macros.sheet}
    </section>
  );
}
