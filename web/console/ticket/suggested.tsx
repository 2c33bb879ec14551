import { UnstyledButton } from '@mantine/core';
import { IconBolt, IconBook2 } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Session, Ticket } from '../../../contract/index.ts';
import { readList } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import type { Mode } from '../data/outgoing.ts';
import classes from './suggested.module.css';

/** The articles that may answer a ticket; read anew when its customer has written. */
const suggestedQuery = ({ id, last_message_at: since }: Ticket) =>
  queryOptions({
    queryKey: ['ticket', id, 'articles', since],
    queryFn: ({ signal }) => readList('SuggestedArticle', `/api/tickets/${String(id)}/articles`, signal),
    staleTime: 60_000,
  });

/** So many macros of the likeliest article are offered. */
const MOST_MACROS = 2;

interface Props {
  readonly ticket: Ticket;
  readonly session: Session;
  readonly insert: (mode: Mode, words: string) => void;
}

/** Articles that may answer this ticket, and macros that belong to the likeliest: pressing one puts its text where one writes (B4, T2). */
export function Suggested(props: Props) {
  const text = useText();
  const { insert, session, ticket } = props;
  const enabled = session.permissions.includes('tickets.reply');
  const articles = useQuery({ ...suggestedQuery(ticket), enabled }).data ?? [];
  const [first] = articles;
  if (!first) return null;
  return (
    <div className={classes.suggested} role="group" aria-label={text('console-articles')}>
      <IconBook2 size="1rem" stroke={1.75} aria-hidden />
      {articles.map(({ id, language, title, summary, reply, confident }) => (
        <UnstyledButton
          key={id}
          lang={language}
          className={classes.article}
          data-sure={confident || undefined}
          title={`${title}\n${summary}`}
          onClick={() => {
            insert('reply', reply);
          }}
        >
          {title}
        </UnstyledButton>
      ))}
      {first.macros.slice(0, MOST_MACROS).map((macro) => (
        <UnstyledButton
          key={macro.id}
          className={classes.article}
          aria-label={text('console-macro-related', { title: macro.title })}
          title={macro.text}
          onClick={() => {
            insert(macro.actions.status ?? 'reply', macro.text);
          }}
        >
          <IconBolt size="0.875rem" stroke={1.75} aria-hidden />
          {macro.title}
        </UnstyledButton>
      ))}
    </div>
  );
}
