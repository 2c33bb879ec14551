import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Language, ListedArticle, Section } from '../../../../contract/index.ts';
import { deskNow } from '../../../ui/clock.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { NoRows, Row, Rows, Tag } from '../parts/rows.tsx';
import { sectionsQuery } from './data.ts';
import classes from './knowledge.module.css';

type Show = 'all' | 'draft' | 'review' | 'due' | 'archived';
const SHOWS: readonly Show[] = ['all', 'draft', 'review', 'due', 'archived'];

const isDue = ({ review_on, state }: ListedArticle): boolean =>
  state !== 'archived' && review_on !== null && review_on <= new Date(deskNow()).toISOString().slice(0, 10);

const FITS: Readonly<Record<Show, (article: ListedArticle) => boolean>> = {
  all: ({ state }) => state !== 'archived',
  draft: ({ state }) => state === 'draft' || state === 'returned',
  review: ({ state }) => state === 'review',
  due: isDue,
  archived: ({ state }) => state === 'archived',
};

/** What an article is called for a reader of a language. */
export const titleOf = ({ titles, slug }: ListedArticle, language: Language): string =>
  titles[language] ?? titles.en ?? Object.values(titles)[0] ?? slug;

/** What a section is called for a reader of a language. */
export const sectionTitle = ({ titles, slug }: Section, language: Language): string =>
  titles[language] ?? titles.en ?? Object.values(titles)[0] ?? slug;

function Standing({ article }: { article: ListedArticle }) {
  const text = useText();
  if (article.state !== 'published')
    return (
      <Tag tone={article.state === 'archived' ? 'plain' : 'warn'}>
        {text(`settings-article-state-${article.state}`)}
      </Tag>
    );
  return isDue(article) ? <Tag tone="warn">{text('settings-article-due')}</Tag> : null;
}

function ArticleRow({ article, sections }: { article: ListedArticle; sections: readonly Section[] }) {
  const text = useText();
  const navigate = useNavigate();
  const { language } = usePreferences();
  const section = sections.find(({ slug }) => slug === article.section);
  const missing = LANGUAGES.filter((one) => article.titles[one] === undefined);
  const judged = article.helpful + article.unhelpful;
  const detail = [
    section ? `${section.emoji} ${sectionTitle(section, language)}` : article.section,
    article.owner?.name ?? '',
    article.reads > 0 ? text('settings-article-reads', { count: article.reads }) : '',
    judged > 0 ? text('settings-article-helped', { helpful: article.helpful, judged }) : '',
    missing.length > 0 ? text('settings-macro-lacks', { languages: missing.join(', ') }) : '',
  ];
  return (
    <Row
      title={titleOf(article, language)}
      detail={detail.filter(Boolean).join(' · ')}
      off={article.state === 'archived'}
      aside={<Standing article={article} />}
      open={() =>
        void navigate({ to: '/settings/knowledge/$article', params: { article: String(article.id) } })
      }
    />
  );
}

/** Any language, or one that is missing. */
function Coverage({ value, set }: { value: string; set: (language: string) => void }) {
  const text = useText();
  return (
    <NativeSelect
      aria-label={text('settings-article-coverage')}
      value={value}
      data={[
        { value: '', label: text('settings-article-coverage-any') },
        ...LANGUAGES.map((one) => ({
          value: one,
          label: text('settings-article-coverage-lacks', { language: LANGUAGE_NAMES[one] }),
        })),
      ]}
      onChange={(event) => {
        set(event.currentTarget.value);
      }}
    />
  );
}

/** All articles, to be searched and sifted: by state, by a language that is missing, by a day of review that has come. */
export function ArticleList({ articles }: { articles: readonly ListedArticle[] }) {
  const text = useText();
  const sections = useQuery(sectionsQuery).data ?? [];
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [lacks, setLacks] = useState('');
  const words = typed.trim().toLocaleLowerCase();
  const says = ({ slug, titles }: ListedArticle): boolean =>
    [slug, ...Object.values(titles)].some((one) => one.toLocaleLowerCase().includes(words));
  const found = articles.filter(
    (article) =>
      FITS[show](article) && says(article) && (lacks === '' || !Object.keys(article.titles).includes(lacks)),
  );
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
        <Coverage value={lacks} set={setLacks} />
        <div className={classes.shows}>
          <SegmentedControl
            size="xs"
            aria-label={text('settings-article-show')}
            value={show}
            data={SHOWS.map((value) => ({
              value,
              label: `${text(`settings-article-show-${value}`)} ${String(articles.filter(FITS[value]).length)}`,
            }))}
            onChange={(value) => {
              setShow(SHOWS.find((one) => one === value) ?? 'all');
            }}
          />
        </div>
      </div>
      {found.length === 0 ? (
        <NoRows>{text(articles.length === 0 ? 'settings-articles-none' : 'console-command-nothing')}</NoRows>
      ) : (
        <Rows label={text('settings-knowledge-view-articles')}>
          {found.map((article) => (
            <ArticleRow key={article.id} article={article} sections={sections} />
          ))}
        </Rows>
      )}
    </>
  );
}
