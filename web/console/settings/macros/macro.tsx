import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Language, MacroHistory, Session } from '../../../../contract/index.ts';
import { LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { NotSaved } from '../parts/editor.tsx';
import { Returned } from '../parts/judging.tsx';
import { Loaded, Page } from '../parts/page.tsx';
import { KeepUnsaved } from '../parts/unsaved.tsx';
import { Versions } from '../parts/versions.tsx';
import { WhereAndWhat } from './actions.tsx';
import { Approving } from './approving.tsx';
import { type Draft, macroQuery, useSaveMacro } from './data.ts';
import classes from './macros.module.css';
import { Preview } from './preview.tsx';
import { Writing } from './writing.tsx';

/** A version as somebody could write it anew. */
const draftOf = (version: Omit<MacroHistory['versions'][number], 'id'>): Draft => {
  const { title, titles, topic, place, texts, actions } = version;
  return { title, titles, topic, place, texts, actions };
};

const EMPTY: Draft = { title: '', titles: {}, topic: null, place: 'ticket', texts: {}, actions: {} };

/** Which language is open first: the reader's own, if there is a text in it. */
function firstLanguage(draft: Draft, own: Language): Language {
  if (draft.texts[own] !== undefined || Object.keys(draft.texts).length === 0) return own;
  return LANGUAGES.find((language) => draft.texts[language] !== undefined) ?? own;
}

function useSave(macro: MacroHistory | null) {
  const text = useText();
  const navigate = useNavigate();
  const save = useSaveMacro(macro);
  const act = (draft: Draft): void => {
    save.mutate(draft, {
      onSuccess: (saved) => {
        const words = saved.state === 'approved' ? 'settings-macro-saved' : 'settings-macro-saved-draft';
        notifications.show({
          message: text(words),
        });
        if (!macro) {
          void navigate({
            to: '/settings/macros/$macro',
            params: { macro: String(saved.id) },
            replace: true,
            ignoreBlocker: true,
          });
        }
      },
    });
  };
  return { ...save, act };
}

/** Writing a macro: what it says in each language, what it does, how it would read. `macro` null: a new one. */
function MacroForm({ macro, session }: { macro: MacroHistory | null; session: Session }) {
  const text = useText();
  const own = usePreferences().language;
  const { permissions } = session;
  const locked = !permissions.includes('macros.edit');
  const save = useSave(macro);
  const draft = useDraft<Draft>(macro ? draftOf(macro) : EMPTY);
  const [language, setLanguage] = useState(() => firstLanguage(draft.value, own));
  const { value, dirty } = draft;
  const ready = value.title.trim() !== '' && Object.values(value.texts).some((one) => one.trim() !== '');
  const wrongTitle = wrongWith(save.error, 'title') ?? wrongWith(save.error, 'draft.title');
  return (
    <form
      noValidate
      className={classes.desk}
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && ready) save.act(value);
      }}
    >
      <div className={classes.paper}>
        {macro?.state === 'returned' && macro.returned ? <Returned returned={macro.returned} /> : null}
        {macro && permissions.includes('macros.approve') ? <Approving macro={macro} dirty={dirty} /> : null}
        <fieldset className={classes.set} disabled={locked}>
          <TextInput
            label={text('settings-macro-title')}
            description={text('settings-macro-title-hint')}
            maxLength={80}
            value={value.title}
            error={wrongTitle}
            onChange={(event) => {
              draft.set({ title: event.currentTarget.value });
            }}
          />
          <Writing {...{ draft, language, setLanguage, locked }} error={save.error} />
          <WhereAndWhat draft={draft} error={save.error} />
        </fieldset>
        {save.error ? <NotSaved error={save.error} /> : null}
        {locked ? null : (
          <div className={classes.bar}>
            {dirty ? <span className={classes.hint}>{text('settings-unsaved')}</span> : null}
            <Button type="submit" size="sm" disabled={!dirty || !ready} loading={save.isPending}>
              {text('settings-save')}
            </Button>
          </div>
        )}
        {macro ? <Past macro={macro} take={locked ? null : draft.set} /> : null}
      </div>
      {locked ? null : (
        <Preview draft={value} language={language} tickets={permissions.includes('tickets.read')} />
      )}
      <KeepUnsaved dirty={dirty && !save.isPending && !save.isSuccess} />
    </form>
  );
}

/** The versions of a macro. */
function Past({ macro, take }: { macro: MacroHistory; take: ((draft: Draft) => void) | null }) {
  const text = useText();
  return (
    <Versions
      versions={macro.versions}
      used={{ version: macro.approved_version, label: text('settings-version-used') }}
      title={({ version, title }) => text('settings-version-title', { version, title })}
      words={({ texts }, language) => texts[language] || null}
      take={
        take &&
        ((version) => {
          take(draftOf(version));
        })
      }
    />
  );
}

/** A macro's own page. */
export function MacroPage() {
  const text = useText();
  const { macro: id } = useParams({ from: '/settings/macros/$macro' });
  const session = useQuery(sessionQuery).data;
  const isNew = id === 'new';
  const found = useQuery({ ...macroQuery(Number(id)), enabled: !isNew });
  const title = isNew ? text('settings-macro-new') : (found.data?.title ?? text('settings-macro'));
  if (!session) return null;
  return (
    <Page title={title} up={{ to: '/settings/macros', words: 'settings-macros' }} wide>
      {isNew ? (
        <MacroForm key="new" macro={null} session={session} />
      ) : (
        <Loaded query={found}>
          {(macro) => (
            // A version that was saved is where the next one begins.
            <MacroForm key={`${String(macro.id)} ${String(macro.version)}`} macro={macro} session={session} />
          )}
        </Loaded>
      )}
    </Page>
  );
}
