import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBolt, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { MacroField, MacroPreview, Ticket } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { useRunMacro } from '../data/actions.ts';
import type { Mode } from '../data/outgoing.ts';
import { macroQuery, macrosQuery } from '../data/queries.ts';
import { doesWords } from '../parts/macro-words.ts';
import { reasonWords } from '../words.ts';
import classes from './macros.module.css';

const TYPING_PAUSE_MS = 200;

type Filled = Readonly<Partial<Record<MacroField, string>>>;

/** What the keys of the search do with the macro chosen. */
interface Keys {
  readonly put: () => void;
  readonly send: () => void;
}

const NOTHING: Keys = { put: () => undefined, send: () => undefined };

/** What the customer would read; what has no value yet stands out. */
function Preview({ macro }: { macro: MacroPreview }) {
  const text = useText();
  const does = doesWords(text, macro.actions);
  const parts = macro.text.split(/(\[[^\]\n]+\])/u);
  return (
    <div className={classes.preview} aria-live="polite">
      <p lang={macro.language} className={classes.words}>
        {parts.map((part, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which has no other order
          macro.missing.includes(part.slice(1, -1)) ? <mark key={index}>{part}</mark> : part,
        )}
      </p>
      {does ? <p className={classes.does}>{does}</p> : null}
      {macro.missing.length > 0 ? (
        <p className={classes.does}>{text('console-macro-missing', { names: macro.missing.join(', ') })}</p>
      ) : null}
    </div>
  );
}

interface Props {
  readonly ticket: Ticket;
  readonly insert: (mode: Mode, words: string) => void;
  readonly close: () => void;
}

function useUse({ ticket, insert, close }: Props) {
  const text = useText();
  const [opening] = useState(() => crypto.randomUUID());
  const run = useRunMacro(ticket.id);
  const put = (macro: MacroPreview): void => {
    insert(macro.actions.status ?? 'reply', macro.text);
    close();
  };
  const send = (macro: MacroPreview, fields: Filled): void => {
    if (run.isPending) return;
    run.mutate(
      { macroId: macro.id, fields, key: `${opening}-${String(macro.id)}` },
      {
        onSuccess: close,
        onError: (error) =>
          notifications.show({
            color: 'red',
            title: text('console-macro-failed'),
            message: reasonWords(text, error),
          }),
      },
    );
  };
  return { put, send, busy: run.isPending };
}

function Options(props: { macros: readonly MacroPreview[]; at: number; go: (index: number) => void }) {
  const text = useText();
  if (props.macros.length === 0) return <p className={classes.none}>{text('console-command-nothing')}</p>;
  return (
    <div id="macros" role="listbox" aria-label={text('console-macros')} className={classes.options}>
      {props.macros.map((macro, index) => (
        <div
          key={macro.id}
          id={`macro-${String(macro.id)}`}
          ref={(option) => {
            if (index === props.at) option?.scrollIntoView({ block: 'nearest' });
          }}
          role="option"
          aria-selected={index === props.at}
          tabIndex={-1}
          className={classes.option}
          onClick={() => {
            props.go(index);
          }}
          onKeyDown={() => undefined}
        >
          {macro.title}
        </div>
      ))}
    </div>
  );
}

/** What an agent fills in of a macro. */
function Fields(props: { names: readonly MacroField[]; values: Filled; fill: (values: Filled) => void }) {
  const text = useText();
  return props.names.map((name) => (
    <TextInput
      key={name}
      size="xs"
      label={text('console-macro-field', { field: name })}
      maxLength={1000}
      value={props.values[name] ?? ''}
      onChange={(event) => {
        props.fill({ ...props.values, [name]: event.currentTarget.value });
      }}
    />
  ));
}

function Foot(props: { ready: boolean; full: boolean; busy: boolean; put: () => void; send: () => void }) {
  const text = useText();
  const { ready, full, busy, put, send } = props;
  return (
    <div className={classes.foot}>
      <Button
        size="xs"
        variant="default"
        disabled={!ready || !full}
        loading={busy}
        title={text('console-send-key')}
        onClick={send}
      >
        {text('console-macro-send')}
      </Button>
      <Button size="xs" disabled={!ready} title="Enter" onClick={put}>
        {text('console-macro-insert')}
      </Button>
    </div>
  );
}

/** A macro with what was filled in; `settled` is false while its text is behind what was typed. */
function useFilled(ticketId: number, macro: MacroPreview, typed: Filled) {
  const [fields] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const enabled = Object.values(fields).some((value) => value.trim() !== '');
  const filled = useQuery({ ...macroQuery(ticketId, macro.id, fields), enabled });
  const settled = fields === typed && (!enabled || (filled.isSuccess && !filled.isPlaceholderData));
  return { shown: (enabled && filled.data) || macro, settled };
}

/** The macro chosen: what it says here, what is to be filled in, and using it. */
function Chosen(props: Props & { macro: MacroPreview; keys: RefObject<Keys> }) {
  const [fields, setFields] = useState<Filled>({});
  const { shown, settled } = useFilled(props.ticket.id, props.macro, fields);
  const { put, send, busy } = useUse(props);
  const full = shown.missing.length === 0;
  const act: Keys = {
    put: () => {
      if (settled) put(shown);
    },
    send: () => {
      if (settled && full) send(shown, fields);
    },
  };
  const { keys } = props;
  useEffect(() => {
    keys.current = act;
  });
  return (
    <div
      className={classes.picker}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act.send();
      }}
    >
      <Preview macro={shown} />
      <Fields names={props.macro.fields} values={fields} fill={setFields} />
      <Foot ready={settled} full={full} busy={busy} put={act.put} send={act.send} />
    </div>
  );
}

/** Searching a macro, seeing what it says here, and using it. Enter puts its words where one writes, Ctrl+Enter sends them at once. */
function Picker(props: Props) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const chosen = useRef<Keys>(NOTHING);
  const [q] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const found = useQuery({ ...macrosQuery(props.ticket.id, q), placeholderData: keepPreviousData });
  const macros = found.data ?? [];
  const macro = macros[Math.min(at, macros.length - 1)];
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt(Math.min(Math.max(at + step, 0), Math.max(macros.length - 1, 0)));
    else if (event.key !== 'Enter' || !macro) return;
    else if (event.ctrlKey || event.metaKey) chosen.current.send();
    else chosen.current.put();
    event.preventDefault();
  };
  return (
    <div className={classes.picker}>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={macros.length > 0}
        aria-controls="macros"
        aria-activedescendant={macro ? `macro-${String(macro.id)}` : undefined}
        aria-label={text('console-search')}
        placeholder={text('console-search')}
        maxLength={100}
        leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      {found.error ? <p className={classes.none}>{reasonWords(text, found.error)}</p> : null}
      {found.data ? <Options macros={macros} at={at} go={setAt} /> : null}
      {macro ? <Chosen key={macro.id} {...props} macro={macro} keys={chosen} /> : null}
    </div>
  );
}

/** The way to macros from where one writes (T2): a button, and `open` for the key. */
export function MacrosButton({ open }: { open: () => void }) {
  const text = useText();
  return (
    <UnstyledButton
      className={classes.button}
      aria-label={text('console-macros')}
      title={text('console-mode-key', { key: '/' })}
      onClick={open}
    >
      <IconBolt size="1rem" stroke={1.75} aria-hidden />
      <span className={classes.name}>{text('console-macros')}</span>
    </UnstyledButton>
  );
}

/** The sheet on which a macro is chosen. */
export function MacrosSheet(props: Props & { opened: boolean }) {
  const text = useText();
  const { opened, ...rest } = props;
  return (
    <Modal opened={opened} onClose={rest.close} title={text('console-macros')} size="lg">
      <Picker {...rest} />
    </Modal>
  );
}
