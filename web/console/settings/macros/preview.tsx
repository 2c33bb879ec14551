import { Input, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language, MacroField, TicketSummary } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { reasonWords } from '../../words.ts';
import { type Draft, draftPreviewQuery, trialTicketsQuery } from './data.ts';
import classes from './macros.module.css';

const PAUSE_MS = 300;

type Filled = Readonly<Partial<Record<MacroField, string>>>;

const named = ({ id, requester, subject }: TicketSummary) => ({
  value: String(id),
  label: `№ ${String(id)} · ${requester.name} · ${subject}`,
});

/** A real ticket to try a macro on: the newest one, or any other. */
function TicketChoice(props: { value: string | null; set: (ticket: string | null) => void }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.startsWith('№') ? '' : typed.trim(), PAUSE_MS);
  const found = useQuery({ ...trialTicketsQuery(q), placeholderData: keepPreviousData });
  return (
    <Select
      label={text('settings-preview-ticket')}
      placeholder={text('settings-preview-none')}
      data={(found.data?.tickets ?? []).map(named)}
      value={props.value}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': text('settings-clear') }}
      filter={({ options }) => options}
      nothingFoundMessage={text('console-command-nothing')}
      comboboxProps={{ shadow: 'sm' }}
      onSearchChange={setTyped}
      onChange={props.set}
    />
  );
}

/** The text as its customer would read it; what has no value there stands out. */
function Bubble(props: { language: Language; text: string; missing: readonly string[] }) {
  const parts = props.text.split(/(\[[^\]\n]+\])/u);
  return (
    <p lang={props.language} className={classes.bubble}>
      {parts.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which has no other order
        props.missing.includes(part.slice(1, -1)) ? <mark key={index}>{part}</mark> : part,
      )}
    </p>
  );
}

function useFirstTicket(enabled: boolean): string | null {
  const [first] = useQuery({ ...trialTicketsQuery(''), enabled }).data?.tickets ?? [];
  return first ? String(first.id) : null;
}

/** A macro while it is written, in a real ticket (T2). `tickets`: whether whoever writes may read some. */
export function Preview(props: { draft: Draft; language: Language; tickets: boolean }) {
  const text = useText();
  const { draft, language, tickets } = props;
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [fields, setFields] = useState<Filled>({});
  const first = useFirstTicket(tickets);
  const ticket = chosen === undefined ? first : chosen;
  const wanted = {
    ...{ text: draft.texts[language] ?? '', language, actions: draft.actions, fields },
    ticket: ticket === null ? null : Number(ticket),
  };
  const [settled] = useDebouncedValue(JSON.stringify(wanted), PAUSE_MS);
  const request = JSON.parse(settled) as typeof wanted;
  const shown = useQuery({
    ...draftPreviewQuery(request),
    enabled: request.text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const empty = request.text.trim() === '';
  return (
    <section className={classes.preview} aria-label={text('settings-preview')}>
      <h2>{text('settings-preview')}</h2>
      {tickets ? <TicketChoice value={ticket} set={setChosen} /> : null}
      <div aria-live="polite">
        {empty ? <p className={classes.hint}>{text('settings-preview-empty')}</p> : null}
        {!empty && shown.error ? <Input.Error>{reasonWords(text, shown.error)}</Input.Error> : null}
        {!empty && shown.data && !shown.error ? (
          <Bubble language={language} text={shown.data.text} missing={shown.data.missing} />
        ) : null}
        {!empty && shown.data && shown.data.missing.length > 0 ? (
          <p className={classes.hint}>
            {text('console-macro-missing', { names: shown.data.missing.join(', ') })}
          </p>
        ) : null}
      </div>
      {(shown.data?.fields ?? []).map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={text('console-macro-field', { field: name })}
          maxLength={1000}
          value={fields[name] ?? ''}
          onChange={(event) => {
            setFields({ ...fields, [name]: event.currentTarget.value });
          }}
        />
      ))}
    </section>
  );
}
