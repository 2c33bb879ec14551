import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { ArticleItem } from '../../../contract/index.ts';
import { useText } from '../../ui/i18n.tsx';
import { Group, LinkRow } from '../kit/group.tsx';
import { Blank, PlainButton } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { reasonWords } from '../words.ts';
import classes from './help.module.css';
import { foundQuery, knowledgeQuery, useSettled } from './queries.ts';

/** Short guides (M3): searched while one types, by section, the most read first; and the way to a person with what was looked for. */
export default function Help() {
  const text = useText();
  const [, go] = useLocation();
  // What is looked for stays when one comes back from an article.
  const sought = new URLSearchParams(useSearch()).get('q') ?? '';
  const settled = useSettled(sought.trim());
  return (
    <Page
      up
      title={text('cabinet-help')}
      under={
        <div className={classes.seek}>
          <IconSearch aria-hidden size="1.25rem" />
          <input
            type="search"
            className={classes.search}
            aria-label={text('cabinet-help-search')}
            placeholder={text('cabinet-help-search')}
            enterKeyHint="search"
            maxLength={300}
            defaultValue={sought}
            onInput={(event) => {
              const words = event.currentTarget.value;
              go(words === '' ? '/help' : `/help?q=${encodeURIComponent(words)}`, { replace: true });
            }}
          />
        </div>
      }
    >
      {settled === '' ? <Everything /> : <Found words={settled} />}
      <Person words={sought} />
    </Page>
  );
}

/** `brief`: by their titles alone, where all are listed; what was looked for is told apart by a line more. */
const Items = ({ articles, brief = false }: { articles: readonly ArticleItem[]; brief?: boolean }) =>
  articles.map(({ slug, title, summary, language }) => (
    <LinkRow
      key={slug}
      to={`/help/${slug}`}
      label={
        <span lang={language} className={classes.item}>
          <span>{title}</span>
          {summary && !brief && <span className={classes.summary}>{summary}</span>}
        </span>
      }
    />
  ));

function Everything() {
  const text = useText();
  const query = useQuery(knowledgeQuery);
  if (query.isPending) return <Skeleton shape="rows" />;
  if (!query.data)
    return (
      <Blank face="🌙" title={text('cabinet-unreachable')} hint={reasonWords(text, query.error)}>
        <PlainButton label={text('cabinet-again')} onPress={() => void query.refetch()} />
      </Blank>
    );
  const { popular, sections } = query.data;
  if (sections.length === 0)
    return <Blank face="📖" title={text('cabinet-help-empty')} hint={text('cabinet-help-empty-hint')} />;
  return (
    <>
      {popular.length > 0 && (
        <Group heading={text('cabinet-help-popular')}>
          <Items articles={popular} brief />
        </Group>
      )}
      {sections.map(({ slug, emoji, title, articles }) => (
        <details key={slug} className={classes.section}>
          <summary className={classes.about}>
            <span aria-hidden>{emoji}</span>
            <h2 className={classes.title}>{title}</h2>
            <span className={classes.count}>{articles.length}</span>
          </summary>
          <Items articles={articles} brief />
        </details>
      ))}
    </>
  );
}

function Found({ words }: { words: string }) {
  const text = useText();
  const query = useQuery({ ...foundQuery(words), placeholderData: keepPreviousData });
  if (query.isPending) return <Skeleton shape="rows" />;
  const found = query.data?.found ?? [];
  return (
    <>
      <p role="status" className={classes.spoken}>
        {text('cabinet-help-found', { count: found.length })}
      </p>
      {found.length > 0 ? (
        <Group heading={text('cabinet-help-results')}>
          <Items articles={found} />
        </Group>
      ) : (
        <Blank
          face="🔎"
          title={text('cabinet-help-none')}
          hint={query.error ? reasonWords(text, query.error) : text('cabinet-help-none-hint')}
        />
      )}
    </>
  );
}

/** The way to a person; what was looked for comes along. */
export function Person({ words }: { words: string }) {
  const text = useText();
  const [, go] = useLocation();
  return (
    <div className={classes.person}>
      <p>{text('cabinet-help-still')}</p>
      <PlainButton
        strong
        label={text('cabinet-help-ask')}
        onPress={() => {
          go(words === '' ? '/new' : `/new?words=${encodeURIComponent(words)}`);
        }}
      />
    </div>
  );
}
