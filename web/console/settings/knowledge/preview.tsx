import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ArticlePreview, ArticleTexts, ChatText, Language } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { articlePreviewQuery } from './data.ts';
import classes from './knowledge.module.css';

const PAUSE_MS = 300;
const VIEWS = ['page', 'answer', 'chat'] as const;
type View = (typeof VIEWS)[number];

type Stretch = ChatText['entities'][number];

function dressed({ type }: Stretch, words: ReactNode): ReactNode {
  switch (type) {
    case 'bold':
      return <b>{words}</b>;
    case 'italic':
      return <i>{words}</i>;
    case 'strikethrough':
      return <s>{words}</s>;
    case 'code':
    case 'pre':
      return <code>{words}</code>;
    case 'text_link':
      return <u>{words}</u>;
    default:
      return words;
  }
}

/** A message as a chat shows it: stretches by where they begin and end. */
function Bubble({ message, language }: { message: ChatText; language: Language }) {
  const { text: words, entities } = message;
  const cuts = [0, words.length, ...entities.flatMap(({ offset, length }) => [offset, offset + length])];
  const places = [...new Set(cuts)].toSorted((a, b) => a - b);
  return (
    <p lang={language} className={classes.bubble}>
      {places.slice(0, -1).map((from, index) => {
        const until = places[index + 1] ?? words.length;
        const around = entities.filter(({ offset, length }) => offset <= from && offset + length >= until);
        const piece = around.reduceRight<ReactNode>(
          (inner, one) => dressed(one, inner),
          words.slice(from, until),
        );
        return <span key={from}>{piece}</span>;
      })}
    </p>
  );
}

function Shown({ preview, view, language }: { preview: ArticlePreview; view: View; language: Language }) {
  if (view === 'answer') return <Bubble message={preview.answer} language={language} />;
  if (view === 'chat')
    return preview.messages.map((message, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which has no other order
      <Bubble key={index} message={message} language={language} />
    ));
  return (
    <div
      lang={language}
      className={classes.article}
      // The desk writes this HTML itself, and nothing of the author's becomes an element.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the desk out of Markdown, of a few elements only
      dangerouslySetInnerHTML={{ __html: preview.html }}
    />
  );
}

/** An article while it is written: as a page, as the bot's short answer, and as a whole in a chat. */
export function Preview({ texts, language }: { texts: ArticleTexts; language: Language }) {
  const text = useText();
  const [view, setView] = useState<View>('page');
  const { title = '', summary = '', body = '' } = texts[language] ?? {};
  const [settled] = useDebouncedValue(JSON.stringify({ title, summary, body }), PAUSE_MS);
  const wanted = JSON.parse(settled) as { title: string; summary: string; body: string };
  const empty = wanted.body.trim() === '';
  const preview = useQuery({
    ...articlePreviewQuery(wanted),
    enabled: !empty,
    placeholderData: keepPreviousData,
  }).data;
  return (
    <aside className={classes.preview} aria-label={text('settings-article-preview')}>
      <h2>{text('settings-article-preview')}</h2>
      <SegmentedControl
        size="xs"
        aria-label={text('settings-article-preview')}
        value={view}
        data={VIEWS.map((value) => ({ value, label: text(`settings-article-preview-${value}`) }))}
        onChange={(value) => {
          setView(VIEWS.find((one) => one === value) ?? 'page');
        }}
      />
      {empty || !preview ? (
        <p className={classes.hint}>{text('settings-preview-empty')}</p>
      ) : (
        <Shown preview={preview} view={view} language={language} />
      )}
      {!empty && preview && preview.links.length > 0 ? (
        <p className={classes.warning}>
          {text('settings-article-links', { links: preview.links.join(', ') })}
        </p>
      ) : null}
    </aside>
  );
}
