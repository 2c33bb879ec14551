import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MouseEvent } from 'react';
import { useLocation } from 'wouter';
import type { ReadArticle } from '../../../contract/index.ts';
import { ApiError, replace } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { Group, LinkRow } from '../kit/group.tsx';
import { Blank, PlainButton } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Skeleton } from '../kit/skeleton.tsx';
import { Pictures } from '../ticket/pictures.tsx';
import { SentFile } from '../ticket/sent-file.tsx';
import { reasonWords } from '../words.ts';
import classes from './help.module.css';
import { Person } from './help.tsx';
import { articleQuery } from './queries.ts';

/** An article (M3): what it says, whether it helped, and the way on. */
export default function Article({ slug }: { slug: string }) {
  const text = useText();
  const query = useQuery(articleQuery(slug));
  const gone = query.error instanceof ApiError && query.error.status === 404;
  return (
    <Page up="/help" title={query.data?.title ?? (gone ? text('cabinet-unknown') : text('cabinet-help'))}>
      {query.isPending && <Skeleton shape="rows" />}
      {!query.data && query.error && (
        <Blank
          face={gone ? '🔎' : '🌙'}
          title={text(gone ? 'cabinet-help-gone' : 'cabinet-unreachable')}
          hint={gone ? text('cabinet-help-gone-hint') : reasonWords(text, query.error)}
        >
          {!gone && <PlainButton label={text('cabinet-again')} onPress={() => void query.refetch()} />}
        </Blank>
      )}
      {gone && <Person words="" />}
      {query.data && <Read article={query.data} />}
    </Page>
  );
}

const FILES = '/api/cabinet/knowledge/files';

function Read({ article }: { article: ReadArticle }) {
  const text = useText();
  const [, go] = useLocation();
  const { format } = useMe();
  const { html, language, title, published_at, section_title, files, related } = article;
  // Another article opens here, and not as a new page.
  const follow = (event: MouseEvent<HTMLDivElement>): void => {
    const link = (event.target as HTMLElement).closest<HTMLElement>('a[data-article]');
    if (!link) return;
    event.preventDefault();
    go(`/help/${link.dataset['article'] ?? ''}`);
  };
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the desk makes it of Markdown, and of nothing else */}
      <div
        className={classes.article}
        lang={language}
        onClick={follow}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {files.length > 0 && (
        <section className={classes.files} aria-label={text('cabinet-help-files')}>
          <Pictures files={files} at={FILES}>
            {files.map((file) => (
              <SentFile key={file.id} file={file} at={FILES} />
            ))}
          </Pictures>
        </section>
      )}
      <p className={classes.when}>
        {section_title} ·{' '}
        {text('cabinet-help-updated', { at: format.day(published_at, Date.parse(published_at)) })}
      </p>
      <Vote article={article} />
      {related.length > 0 && (
        <Group heading={text('cabinet-help-more')}>
          {related.map((other) => (
            <LinkRow
              key={other.slug}
              to={`/help/${other.slug}`}
              label={<span lang={other.language}>{other.title}</span>}
            />
          ))}
        </Group>
      )}
      <Person words={article.helpful === false ? title : ''} />
    </>
  );
}

function Vote({ article }: { article: ReadArticle }) {
  const text = useText();
  const { telegram } = useMe();
  const memory = useQueryClient();
  const { queryKey } = articleQuery(article.slug);
  const vote = useMutation({
    mutationFn: (helpful: boolean) =>
      replace('ReadArticle', `/api/cabinet/knowledge/articles/${article.slug}/vote`, { helpful }),
    onMutate: (helpful) => {
      telegram?.feel('choice');
      memory.setQueryData(queryKey, { ...article, helpful });
    },
    onError: () => {
      memory.setQueryData(queryKey, article);
    },
    onSuccess: (next) => {
      memory.setQueryData(queryKey, next);
    },
  });
  const one = (helpful: boolean, label: string) => (
    <button
      type="button"
      className={classes.vote}
      aria-pressed={article.helpful === helpful}
      onClick={() => {
        vote.mutate(helpful);
      }}
    >
      {label}
    </button>
  );
  const asked = article.helpful === null ? 'ask' : article.helpful ? 'yes' : 'no';
  return (
    <section className={classes.votes} aria-labelledby="helpful">
      <p id="helpful" role="status">
        {text(`cabinet-helpful-${asked}`)}
      </p>
      <div className={classes.choices}>
        {one(true, text('cabinet-helpful-button-yes'))}
        {one(false, text('cabinet-helpful-button-no'))}
      </div>
    </section>
  );
}
