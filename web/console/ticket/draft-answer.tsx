import { Button } from '@mantine/core';
import { IconPencilStar } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import type { AnswerDraft, Session, Ticket } from '../../../contract/index.ts';
import { change } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { reasonWords } from '../words.ts';
import classes from './draft-answer.module.css';
import type { useComposing } from './use-composing.ts';

type Drafted = Extract<AnswerDraft, { draft: string }>;
type Reason = Extract<AnswerDraft, { draft: null }>['reason'];

const WHY: Readonly<Record<Reason, string>> = {
  no_words: 'console-draft-no-words',
  no_articles: 'console-draft-no-articles',
  not_answered: 'console-draft-not-answered',
  unfounded: 'console-draft-unfounded',
  timeout: 'console-draft-timeout',
  unreachable: 'console-draft-unreachable',
};

interface Props {
  readonly ticket: Ticket;
  readonly session: Session;
  readonly composing: ReturnType<typeof useComposing>;
}

/** Has an answer drafted from articles into the reply box, where the desk can: the agent reads it, sees what it rests on, and sends it or not. */
export function DraftAnswer(props: Props) {
  const { session, composing } = props;
  const can = session.drafts && session.permissions.includes('tickets.reply');
  if (!can || composing.editing || composing.draft.mode !== 'reply') return null;
  return <Drafting {...props} />;
}

function Drafting({ ticket, composing }: Props) {
  const text = useText();
  const { draft } = composing;
  const latest = useRef(composing);
  useLayoutEffect(() => {
    latest.current = composing;
  });
  const [from, setFrom] = useState<Drafted['citations']>([]);
  const ask = useMutation({
    mutationFn: () => change('AnswerDraft', `/api/tickets/${String(ticket.id)}/draft`, {}),
  });
  const take = (drafted: AnswerDraft): void => {
    if (drafted.draft === null) return;
    // Whoever began to write meanwhile keeps their words.
    const { draft: now, setDraft } = latest.current;
    setDraft({ mode: 'reply', text: [now.text.trim(), drafted.draft].filter(Boolean).join('\n\n') });
    setFrom(drafted.citations);
  };
  const answer = ask.data;
  if (draft.text.trim() !== '' && !ask.isPending) {
    if (from.length === 0) return null;
    const titles = from.map(({ title }) => title).join(' · ');
    return (
      <p className={classes.line} role="status">
        {text('console-draft-from', { titles })}
      </p>
    );
  }
  const why = ask.isError ? reasonWords(text, ask.error) : answer?.draft === null && text(WHY[answer.reason]);
  return (
    <div className={classes.line}>
      <Button
        size="compact-xs"
        variant="default"
        loading={ask.isPending}
        leftSection={<IconPencilStar size="0.875rem" stroke={1.75} aria-hidden />}
        title={text('console-draft-hint')}
        onClick={() => {
          setFrom([]);
          // Only while this is still shown: not into a note that was begun meanwhile, nor into a ticket that was left.
          ask.mutate(undefined, { onSuccess: take });
        }}
      >
        {text('console-draft')}
      </Button>
      <span role="status">{ask.isPending ? text('console-draft-pending') : why || null}</span>
    </div>
  );
}
