import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncidentRule } from '../../../../contract/index.ts';
import { deskNow } from '../../../ui/clock.ts';
import { useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { type Draft, useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { AnyOf, OneOf } from '../parts/fields.tsx';
import { Languages } from '../parts/languages.tsx';
import { deskMapQuery } from '../queues/data.ts';
import { type Declaration, incidentPreviewQuery, useDeclare, type Words } from './data.ts';
import classes from './incidents.module.css';
import { filled } from './words.ts';

const HOUR_MS = 3_600_000;
const PAUSE_MS = 400;
/** How far back open tickets are looked for, in hours; 0: only new ones belong to it. */
const SINCE = [0, 1, 3, 24] as const;

type Declaring = Omit<Declaration, 'since'> & { hours: (typeof SINCE)[number] };

const NEW: Declaring = {
  ...{ title: {}, texts: {}, hours: 3 },
  rule: { topics: [], queues: [], words: [] },
};

const sinceOf = (hours: number, now: number): string | null =>
  hours === 0 ? null : new Date(now - hours * HOUR_MS).toISOString();

/** What would belong to it, before anything is done. */
function Takes({ rule, hours }: { rule: IncidentRule; hours: number }) {
  const text = useText();
  const [now] = useState(deskNow);
  const [settled] = useDebouncedValue(JSON.stringify(rule), PAUSE_MS);
  const empty = Object.values(rule).every((list) => list.length === 0);
  const since = sinceOf(hours, now);
  const found = useQuery({
    ...incidentPreviewQuery(JSON.parse(settled) as IncidentRule, since ?? ''),
    enabled: !empty && since !== null,
  });
  if (empty) return <p className={classes.hint}>{text('settings-incident-by-hand')}</p>;
  if (since === null) return <p className={classes.hint}>{text('settings-incident-only-new')}</p>;
  if (!found.data) return <p className={classes.hint}>{text('console-loading')}</p>;
  const { count, more, tickets } = found.data;
  return (
    <div className={classes.takes} aria-live="polite">
      <p>{text('settings-incident-takes', { count: `${String(count)}${more ? '+' : ''}` })}</p>
      <ul>
        {tickets.slice(0, 5).map(({ id, subject }) => (
          <li key={id}>
            № {id} · {subject}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Which tickets belong to it. */
function RuleFields({ draft, error }: { draft: Draft<Declaring>; error: unknown }) {
  const text = useText();
  const map = useQuery(deskMapQuery).data;
  const { value, set, put } = draft;
  const { rule } = value;
  const change = (part: Partial<IncidentRule>): void => {
    set({ rule: { ...rule, ...part } });
  };
  return (
    <>
      <TagsInput
        label={text('settings-incident-words')}
        description={text('settings-incident-words-hint')}
        error={wrongWith(error, 'rule.words')}
        value={rule.words}
        maxTags={50}
        onChange={(words) => {
          change({ words });
        }}
      />
      <AnyOf
        label={text('settings-when-topics')}
        none={text('settings-when-any')}
        value={rule.topics}
        choices={(map?.topics ?? []).map(({ slug, emoji, title }) => ({
          value: slug,
          label: `${emoji} ${title}`,
        }))}
        set={(topics) => {
          change({ topics });
        }}
      />
      <OneOf
        label={text('settings-incident-since')}
        value={String(value.hours)}
        choices={SINCE.map((hours) => ({
          value: String(hours),
          label: text('settings-incident-since-hours', { hours }),
        }))}
        set={(hours) => {
          put('hours')(SINCE.find((one) => String(one) === hours) ?? 0);
        }}
      />
      <Takes rule={rule} hours={value.hours} />
    </>
  );
}

/** Words in several languages, each of them optional but one. */
export function WordsFields(props: {
  label: string;
  hint: string;
  title?: { value: Words; set: (title: Words) => void; error: string | undefined };
  value: Words;
  set: (texts: Words) => void;
  error: string | undefined;
}) {
  const text = useText();
  const own = usePreferences().language;
  const [language, setLanguage] = useState(own);
  const { title, value, set } = props;
  return (
    <Languages value={language} set={setLanguage} lacks={(one) => (value[one] ?? '').trim() === ''}>
      <div className={classes.words}>
        {title ? (
          <TextInput
            key={`title ${language}`}
            label={text('settings-incident-title')}
            error={title.error}
            maxLength={80}
            value={title.value[language] ?? ''}
            onChange={(event) => {
              title.set({ ...title.value, [language]: event.currentTarget.value });
            }}
          />
        ) : null}
        <Textarea
          key={language}
          lang={language}
          label={props.label}
          description={props.hint}
          error={props.error}
          autosize
          minRows={3}
          maxLength={600}
          value={value[language] ?? ''}
          onChange={(event) => {
            set({ ...value, [language]: event.currentTarget.value });
          }}
        />
      </div>
    </Languages>
  );
}

/** Declaring an incident: its words, its tickets, and how many there are already. */
export function DeclareEditor({ close }: { close: () => void }) {
  const text = useText();
  const [key] = useState(() => crypto.randomUUID());
  const declare = useDeclare(key);
  const draft = useDraft<Declaring>(NEW);
  const { value, put, dirty } = draft;
  const [title, texts] = [filled(value.title), filled(value.texts)];
  const ready = Object.keys(title).length > 0 && Object.keys(texts).length > 0;
  return (
    <Editor
      size="lg"
      title={text('settings-incident-new')}
      save={() => {
        const { hours, rule } = value;
        declare.mutate({ title, texts, rule, since: sinceOf(hours, deskNow()) }, { onSuccess: close });
      }}
      saveWords={text('settings-incident-declare')}
      dirty={dirty}
      saving={declare.isPending}
      error={declare.error}
      fields={['title', 'texts', 'rule.words']}
      invalid={!ready}
      close={close}
    >
      <WordsFields
        label={text('settings-incident-text')}
        hint={text('settings-incident-text-hint')}
        title={{ value: value.title, set: put('title'), error: wrongWith(declare.error, 'title') }}
        value={value.texts}
        set={put('texts')}
        error={wrongWith(declare.error, 'texts')}
      />
      <RuleFields draft={draft} error={declare.error} />
    </Editor>
  );
}
