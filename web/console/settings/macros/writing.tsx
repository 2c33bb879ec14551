import { Button, Popover, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBulb, IconVariable } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Language } from '../../../../contract/index.ts';
import { ApiError } from '../../../ui/api.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { type Draft as Changing, wrongWith } from '../parts/draft.ts';
import { Languages } from '../parts/languages.tsx';
import { type Draft, macroSettingsQuery, toneQuery } from './data.ts';
import classes from './macros.module.css';

const PAUSE_MS = 400;

/** What a text can say by itself, and what the agent fills in. */
const VARIABLES = [
  ...['name', 'agent', 'ticket', 'topic', 'eta', 'time', 'language', 'desk', 'status'],
  ...['field', 'what', 'next', 'detail'],
] as const;

/** What the desk found wrong with the text of a language, in its words. */
function wrongText(error: unknown, language: Language): string | undefined {
  if (error instanceof ApiError && error.details['language'] === language) return error.message;
  return wrongWith(error, `texts.${language}`) ?? wrongWith(error, `draft.texts.${language}`);
}

/** Advice on a text, as it is typed (T6). */
function Tone({ words, language }: { words: string; language: Language }) {
  const text = useText();
  const [settled] = useDebouncedValue(words.trim(), PAUSE_MS);
  const gate = useQuery(macroSettingsQuery).data?.tone_gate ?? false;
  const asked = { ...toneQuery(settled, language), enabled: settled !== '' };
  const advice = useQuery({ ...asked, placeholderData: keepPreviousData }).data ?? [];
  const shown = settled === '' ? [] : advice;
  return (
    <div className={classes.tone} aria-live="polite" data-gate={(gate && shown.length > 0) || undefined}>
      {shown.length > 0 && gate ? <p>{text('settings-tone-gate')}</p> : null}
      {shown.length > 0 ? (
        <ul>
          {shown.map(({ code, words: place, better }) => (
            <li key={`${code} ${place ?? ''}`}>
              <IconBulb size="0.875rem" stroke={1.75} aria-hidden />
              <span>
                {text(`settings-tone-${code.replaceAll('_', '-')}`)}
                {place ? <q lang={language}>{place}</q> : null}
                {better ? (
                  <>
                    {' → '}
                    <q lang={language}>{better}</q>
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Every name that a text may use; pressing one puts it where one writes. */
function Variables({ put }: { put: (name: string) => void }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={320} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconVariable size="1rem" stroke={1.75} aria-hidden />}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {text('settings-variables')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="0.25rem" aria-label={text('settings-variables')}>
        <ul className={classes.variables}>
          {VARIABLES.map((name) => (
            <li key={name}>
              <UnstyledButton
                className={classes.variable}
                onClick={() => {
                  setOpen(false);
                  put(name);
                }}
              >
                <code>{name}</code>
                <span>{text(`settings-variable-${name}`)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

interface Props {
  readonly draft: Changing<Draft>;
  readonly error: unknown;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly locked: boolean;
}

/** A title and a text in one language. */
function Words({ draft, error, language, locked }: Omit<Props, 'setLanguage'>) {
  const text = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const { value, set } = draft;
  const words = value.texts[language] ?? '';
  const write = (next: string): void => {
    const { [language]: _old, ...others } = value.texts;
    set({ texts: next === '' ? others : { ...others, [language]: next } });
  };
  const put = (name: string): void => {
    const field = area.current;
    const [from, until] = [field?.selectionStart ?? words.length, field?.selectionEnd ?? words.length];
    write(`${words.slice(0, from)}{{ ${name} }}${words.slice(until)}`);
    requestAnimationFrame(() => {
      const at = from + name.length + 6;
      field?.focus();
      field?.setSelectionRange(at, at);
    });
  };
  return (
    <div className={classes.words}>
      <TextInput
        label={text('settings-macro-title-in', { language: LANGUAGE_NAMES[language] })}
        placeholder={value.title}
        maxLength={80}
        disabled={locked}
        value={value.titles[language] ?? ''}
        onChange={(event) => {
          const { [language]: _old, ...others } = value.titles;
          const title = event.currentTarget.value;
          set({ titles: title === '' ? others : { ...others, [language]: title } });
        }}
      />
      <Textarea
        ref={area}
        lang={language}
        label={text('settings-macro-text')}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={3900}
        disabled={locked}
        value={words}
        error={wrongText(error, language)}
        onChange={(event) => {
          write(event.currentTarget.value);
        }}
      />
      {locked ? null : <Variables put={put} />}
      <Tone words={words} language={language} />
    </div>
  );
}

/** A macro's texts, a language at a time; a customer reads their own, else the desk's, else English. */
export function Writing(props: Props) {
  const { draft, error, language, setLanguage } = props;
  const none = wrongWith(error, 'texts') ?? wrongWith(error, 'draft.texts');
  const placed = LANGUAGES.some((one) => wrongText(error, one) !== undefined);
  return (
    <Languages
      value={language}
      set={setLanguage}
      lacks={(one) => draft.value.texts[one] === undefined}
      wrong={(one) => wrongText(error, one) !== undefined}
      error={placed ? undefined : none}
    >
      <Words key={language} {...props} />
    </Languages>
  );
}
