import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeskMap, Macro } from '../../../../contract/index.ts';
import { LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { doesWords } from '../../parts/macro-words.ts';
import { NotSaved } from '../parts/editor.tsx';
import { YesNo } from '../parts/fields.tsx';
import { Loaded, Page, Part } from '../parts/page.tsx';
import { NoRows, Row, Rows, Tag } from '../parts/rows.tsx';
import { deskMapQuery } from '../queues/data.ts';
import { macroSettingsQuery, macrosQuery, useMacroSettings } from './data.ts';
import classes from './macros.module.css';

type Show = 'all' | 'draft' | 'returned';
const SHOWS: readonly Show[] = ['all', 'draft', 'returned'];

function StateTag({ macro }: { macro: Macro }) {
  const text = useText();
  if (macro.state === 'approved') return null;
  return <Tag tone="warn">{text(`settings-macro-state-${macro.state}`)}</Tag>;
}

function MacroRow({ macro, map }: { macro: Macro; map: DeskMap | undefined }) {
  const text = useText();
  const navigate = useNavigate();
  const { language } = usePreferences();
  const topic = map?.topics.find(({ slug }) => slug === macro.topic);
  const missing = LANGUAGES.filter((one) => macro.texts[one] === undefined);
  const detail = [
    topic ? `${topic.emoji} ${topic.title}` : macro.topic,
    macro.place === 'channel' ? text('settings-macro-post') : '',
    doesWords(text, macro.actions, map),
    missing.length > 0 ? text('settings-macro-lacks', { languages: missing.join(', ') }) : '',
  ];
  return (
    <Row
      title={macro.titles[language] ?? macro.title}
      detail={detail.filter(Boolean).join(' · ')}
      aside={<StateTag macro={macro} />}
      open={() => void navigate({ to: '/settings/macros/$macro', params: { macro: String(macro.id) } })}
    />
  );
}

function MacroList({ macros }: { macros: readonly Macro[] }) {
  const text = useText();
  const map = useQuery(deskMapQuery).data;
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<Show>('all');
  const words = typed.trim().toLocaleLowerCase();
  const says = ({ title, titles, texts }: Macro): boolean =>
    [title, ...Object.values(titles), ...Object.values(texts)].some((one) =>
      one.toLocaleLowerCase().includes(words),
    );
  const found = macros.filter((macro) => (show === 'all' || macro.state === show) && says(macro));
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          aria-label={text('console-search')}
          placeholder={text('console-search')}
          leftSection={<IconSearch size="1rem" stroke={1.75} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label={text('settings-macro-show')}
          value={show}
          data={SHOWS.map((value) => ({
            value,
            label: `${text(`settings-macro-show-${value}`)} ${String(
              value === 'all' ? macros.length : macros.filter(({ state }) => state === value).length,
            )}`,
          }))}
          onChange={(value) => {
            setShow(SHOWS.find((one) => one === value) ?? 'all');
          }}
        />
      </div>
      {found.length === 0 ? (
        <NoRows>{text(macros.length === 0 ? 'settings-macros-none' : 'console-command-nothing')}</NoRows>
      ) : (
        <Rows label={text('settings-macros')}>
          {found.map((macro) => (
            <MacroRow key={macro.id} macro={macro} map={map} />
          ))}
        </Rows>
      )}
    </>
  );
}

/** What is demanded of macros: approval, and tone. */
function Demands() {
  const text = useText();
  const settings = useQuery(macroSettingsQuery);
  const save = useMacroSettings();
  return (
    <Part title={text('settings-macro-demands')} hint={text('settings-macro-demands-hint')}>
      {save.error ? <NotSaved error={save.error} /> : null}
      <Loaded query={settings}>
        {({ approval_required, tone_gate }) => (
          <div className={classes.demands}>
            <YesNo
              label={text('settings-macro-approval')}
              hint={text('settings-macro-approval-hint')}
              value={approval_required}
              set={(on) => {
                save.mutate({ approval_required: on });
              }}
            />
            <YesNo
              label={text('settings-macro-gate')}
              hint={text('settings-macro-gate-hint')}
              value={tone_gate}
              set={(on) => {
                save.mutate({ tone_gate: on });
              }}
            />
          </div>
        )}
      </Loaded>
    </Part>
  );
}

/** Macros: the desk's ready texts (T1–T4). */
export function MacrosPage() {
  const text = useText();
  const macros = useQuery(macrosQuery);
  const may = useQuery(sessionQuery).data?.permissions ?? [];
  return (
    <Page
      title={text('settings-macros')}
      lead={text('settings-macros-lead')}
      actions={
        may.includes('macros.edit') ? (
          <Button
            size="sm"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            renderRoot={(props) => <Link to="/settings/macros/$macro" params={{ macro: 'new' }} {...props} />}
          >
            {text('settings-macro-new')}
          </Button>
        ) : undefined
      }
    >
      {may.includes('macros.approve') ? <Demands /> : null}
      <Loaded query={macros}>{(list) => <MacroList macros={list} />}</Loaded>
    </Page>
  );
}
