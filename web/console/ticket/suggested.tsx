import { UnstyledButton } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Session, Ticket } from '../../../contract/index.ts';
import { readList } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import classes from './suggested.module.css';

/** The articles that may answer a ticket; read anew when its customer has written. */
const suggestedQuery = ({ id, last_message_at: since }: Ticket) =>
  queryOptions({
    queryKey: ['ticket', id, 'articles', since],
    queryFn: ({ signal }) => readList('SuggestedArticle', `/api/tickets/${String(id)}/articles`, signal),
    staleTime: 60_000,
  });

/** Articles that may answer this ticket: pressing one puts its text where one writes (B4). */
export function Suggested(props: { ticket: Ticket; session: Session; insert: (words: string) => void }) {
  const text = useText();
  const { permissions } = props.session;
  const enabled = permissions.includes('tickets.reply');
  const articles = useQuery({ ...suggestedQuery(props.ticket), enabled }).data ?? [];
  if (articles.length === 0) return null;
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
            props.insert(reply);
          }}
        >
          {title}
        </UnstyledButton>
      ))}
    </div>
  );
}
