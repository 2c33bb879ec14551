import { Button, Textarea, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconLock,
  IconMessageCircleQuestion,
  IconUserOff,
  type TablerIcon,
} from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Permission, Session, Ticket } from '../../../contract/index.ts';
import { firstName } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import { useDraft } from '../data/draft.ts';
import { type Mode, useSend } from '../data/outgoing.ts';
import { useKeys } from '../parts/keys.ts';
import { LANGUAGE_WORDS } from '../words.ts';
import classes from './composer.module.css';
import { MacrosButton, MacrosSheet } from './macros.tsx';
import { Suggested } from './suggested.tsx';

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
    limit: 4096,
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
    limit: 4096,
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
}

function Modes({ modes, mode, choose, macros }: ModesProps) {
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
    </div>
  );
}

/** Ctrl/Cmd+Enter sends, Escape leaves the field, / in an empty one offers macros. */
const writingKeys =
  (send: () => void, macros: (() => void) | null) =>
  (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === '/' && macros && event.currentTarget.value === '') {
      event.preventDefault();
      macros();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      event.currentTarget.blur();
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

/** Where one writes: an answer, a note, a question, or the summary that ends the matter. */
export function Composer({ ticket, session }: { ticket: Ticket; session: Session }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(session.staff.id, ticket.id);
  const { sendNew } = useSend(ticket.id, session.staff.id);
  const low = useMediaQuery('(max-height: 40em)', undefined, { getInitialValueInEffect: false });
  const macros = useMacros(ticket, session, {
    insert: (mode, words) => {
      setDraft({ mode, text: [draft.text.trim(), words].filter(Boolean).join('\n') });
    },
    focus: () => field.current?.focus(),
  });
  const modes = modesFor(ticket, session);
  const facts = modes.find(({ mode }) => mode === draft.mode) ?? modes[0];
  if (!facts) return <p className={classes.closed}>{text('console-read-only')}</p>;

  const words = draft.text.trim();
  const ready = words.length > 0 && words.length <= facts.limit;
  const choose = (mode: Mode): void => {
    setDraft({ mode, text: draft.text });
    field.current?.focus();
  };
  const send = (): void => {
    if (!ready) return;
    sendNew(facts.mode, words);
    setDraft({ mode: 'reply', text: '' });
    field.current?.focus();
  };
  return (
    <section className={classes.composer} data-mode={facts.mode} aria-label={text('console-composer')}>
      <Modes modes={modes} mode={facts.mode} choose={choose} macros={macros.open} />
      {facts.mode === 'reply' && draft.text === '' ? (
        <Suggested
          ticket={ticket}
          session={session}
          insert={(reply) => setDraft({ mode: 'reply', text: reply })}
        />
      ) : null}
      <Textarea
        ref={field}
        className={classes.field ?? ''}
        variant="unstyled"
        autosize
        minRows={low ? 1 : 2}
        maxRows={10}
        value={draft.text}
        error={words.length > facts.limit}
        aria-label={text(facts.name)}
        placeholder={text(facts.placeholder, { name: firstName(ticket.requester.name) })}
        onChange={(event) => {
          setDraft({ mode: facts.mode, text: event.currentTarget.value });
        }}
        onKeyDown={writingKeys(send, macros.open)}
      />
      <Foot facts={facts} ticket={ticket} length={words.length} ready={ready} send={send} />
      {macros.sheet}
    </section>
  );
}
