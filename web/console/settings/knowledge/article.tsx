import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ArticleHistory, ArticleTexts, Language, Session } from '../../../../contract/index.ts';
import { LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { sessionQuery } from '../../data/queries.ts';
import { useDraft } from '../parts/draft.ts';
import { NotSaved } from '../parts/editor.tsx';
import { Returned } from '../parts/judging.tsx';
import { Loaded, Page } from '../parts/page.tsx';
import { KeepUnsaved } from '../parts/unsaved.tsx';
import { Versions } from '../parts/versions.tsx';
import { articleQuery, type Draft, sectionsQuery, useSaveArticle } from './data.ts';
import { Files, useArticleFiles } from './files.tsx';
import classes from './knowledge.module.css';
import { Placing } from './placing.tsx';
import { Preview } from './preview.tsx';
import { Standing } from './standing.tsx';
import { Writing } from './writing.tsx';

const NEW_PLACE: Draft['place'] = {
  ...{ slug: '', section: '', topics: [], macros: [], popular: false, owner: null, review_on: null },
};

const draftOf = (article: ArticleHistory): Draft => {
  const { slug, section, topics, macros, popular, owner, review_on, texts, files } = article;
  return {
    texts,
    files,
    place: { slug, section, topics, macros, popular, owner: owner?.id ?? null, review_on },
  };
};

/** Which language is open first: the reader's own, if there is a text in it. */
function firstLanguage(texts: ArticleTexts, own: Language): Language {
  if (texts[own] !== undefined || Object.keys(texts).length === 0) return own;
  return LANGUAGES.find((language) => texts[language] !== undefined) ?? own;
}

/** A draft that can be saved: named, in a section, and every language that was begun has a title and a text. */
const isReady = ({ texts, place }: Draft): boolean =>
  place.slug !== '' &&
  place.section !== '' &&
  Object.keys(texts).length > 0 &&
  Object.values(texts).every(({ title, body }) => title.trim() !== '' && body.trim() !== '');

interface Props {
  readonly article: ArticleHistory | null;
  readonly begin: Draft;
  readonly session: Session;
}

function useSave({ article, begin }: Props) {
  const text = useText();
  const navigate = useNavigate();
  const save = useSaveArticle(article ? { id: article.id, version: article.version, saved: begin } : null);
  const act = (draft: Draft): void => {
    save.mutate(draft, {
      onSuccess: ({ id }) => {
        notifications.show({
          message: text('settings-article-saved'),
        });
        if (article) return;
        const params = { article: String(id) };
        void navigate({ to: '/settings/knowledge/$article', params, replace: true, ignoreBlocker: true });
      },
    });
  };
  return { ...save, act };
}

/** Writing an article: what it says in each language, where it stands, how it looks. */
function ArticleForm(props: Props) {
  const text = useText();
  const own = usePreferences().language;
  const { article, begin, session } = props;
  const locked = !session.permissions.includes('knowledge.edit');
  const save = useSave(props);
  const draft = useDraft<Draft>(begin);
  const [language, setLanguage] = useState(() => firstLanguage(begin.texts, own));
  const { value, dirty } = draft;
  const uploads = useArticleFiles(draft);
  const ready = dirty && isReady(value) && !uploads.busy;
  return (
    <form
      noValidate
      className={classes.desk}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) save.act(value);
      }}
    >
      <div className={classes.paper}>
        {article?.state === 'returned' && article.returned ? <Returned returned={article.returned} /> : null}
        {article ? <Standing article={article} dirty={dirty} session={session} /> : null}
        <fieldset className={classes.set} disabled={locked}>
          <Writing {...{ draft, language, setLanguage, locked }} error={save.error} />
          <Files {...{ draft, uploads, language, locked }} saved={begin.files} />
          <Placing draft={draft} session={session} owner={article?.owner ?? null} error={save.error} />
        </fieldset>
        {save.error ? <NotSaved error={save.error} /> : null}
        {locked ? null : (
          <div className={classes.bar}>
            {dirty ? <span className={classes.hint}>{text('settings-unsaved')}</span> : null}
            <Button type="submit" size="sm" disabled={!ready} loading={save.isPending}>
              {text('settings-save')}
            </Button>
          </div>
        )}
        {article ? <Past article={article} take={locked ? null : draft.put('texts')} /> : null}
      </div>
      {locked ? null : <Preview texts={value.texts} language={language} />}
      <KeepUnsaved dirty={dirty && !save.isPending && !save.isSuccess} />
    </form>
  );
}

/** The versions of an article. */
function Past(props: { article: ArticleHistory; take: ((texts: ArticleTexts) => void) | null }) {
  const text = useText();
  const { article, take } = props;
  return (
    <Versions
      versions={article.versions}
      used={{ version: article.published_version, label: text('settings-article-version-shown') }}
      title={({ version }) => text('settings-version', { version })}
      words={({ texts }, language) => {
        const said = texts[language];
        if (said === undefined) return null;
        return (
          <>
            <b>{said.title}</b>
            {`\n\n${said.body}`}
          </>
        );
      }}
      take={
        take &&
        (({ texts }) => {
          take(texts);
        })
      }
    />
  );
}

/** A new article begins in the first section. */
function NewArticle({ session }: { session: Session }) {
  const sections = useQuery(sectionsQuery);
  return (
    <Loaded query={sections}>
      {([first]) => (
        <ArticleForm
          article={null}
          begin={{ texts: {}, files: [], place: { ...NEW_PLACE, section: first?.slug ?? '' } }}
          session={session}
        />
      )}
    </Loaded>
  );
}

/** An article's own page. */
export function ArticlePage() {
  const text = useText();
  const own = usePreferences().language;
  const { article: id } = useParams({ from: '/settings/knowledge/$article' });
  const session = useQuery(sessionQuery).data;
  const isNew = id === 'new';
  const found = useQuery({ ...articleQuery(Number(id)), enabled: !isNew });
  const named = found.data?.texts[own] ?? Object.values(found.data?.texts ?? {})[0];
  const title = isNew ? text('settings-article-new') : (named?.title ?? text('settings-article'));
  if (!session) return null;
  return (
    <Page title={title} up={{ to: '/settings/knowledge', words: 'settings-knowledge' }} wide>
      {isNew ? (
        <NewArticle key="new" session={session} />
      ) : (
        <Loaded query={found}>
          {(article) => (
            <ArticleForm
              // What was saved is where the next version begins.
              key={[article.id, article.version, JSON.stringify(draftOf(article).place)].join(' ')}
              {...{ article, session, begin: draftOf(article) }}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
