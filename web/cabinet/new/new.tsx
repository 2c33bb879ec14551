import { IconLock, IconPhoto } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { change } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { kept, newKey, parseKept } from '../data/kept.ts';
import { useMe } from '../data/me.tsx';
import { ticketQuery } from '../data/queries.ts';
import { ButtonRow, Group } from '../kit/group.tsx';
import { MainButton } from '../kit/main-button.tsx';
import { Problem } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { MOST_LETTERS, useGrowing } from '../ticket/composer.tsx';
import { reasonWords } from '../words.ts';
import classes from './new.module.css';

interface Draft {
  readonly topic: string | null;
  readonly text: string;
  /** Sending the same draft twice opens one ticket. */
  readonly key: string;
}

const KEY = 'draft.new';
const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'topic' in value && 'text' in value && 'key' in value;

/** What is typed is kept on the phone until it is sent. */
function useDraft() {
  const [draft, setDraft] = useState(() =>
    parseKept(kept.get(KEY), isDraft, { topic: null, text: '', key: newKey() }),
  );
  const set = (part: Partial<Draft>): void => {
    // Other words are another request.
    const next = { ...draft, ...part, key: newKey() };
    setDraft(next);
    kept.set(KEY, next.text === '' && next.topic === null ? '' : JSON.stringify(next));
  };
  return { draft, set };
}

/** Sends the draft; the new ticket's screen takes the place of this one. */
function useSending() {
  const { telegram } = useMe();
  const [, go] = useLocation();
  const memory = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => {
      const body = { topic: draft.topic, text: draft.text.trim(), request_key: draft.key };
      return change('OwnTicket', '/api/cabinet/tickets', body);
    },
    onSuccess: (ticket) => {
      telegram?.feel('done');
      kept.set(KEY, '');
      memory.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      void memory.invalidateQueries({ queryKey: ['tickets'] });
      go(`/tickets/${String(ticket.id)}`, { replace: true });
    },
    onError: () => telegram?.feel('failed'),
  });
}

/** A new ticket (M2): what it is about, what happened, send. */
export default function Asking() {
  const text = useText();
  const { cabinet, telegram } = useMe();
  const { draft, set } = useDraft();
  const topic = cabinet.topics.find(({ slug }) => slug === draft.topic);
  const send = useSending();
  const ready = topic !== undefined && draft.text.trim() !== '';
  return (
    <Page up title={text('cabinet-ask')}>
      {topic ? (
        <>
          <Group heading={text('cabinet-topic')}>
            <ButtonRow
              icon={topic.emoji}
              label={topic.title}
              value={text('cabinet-change')}
              onPress={() => {
                set({ topic: null });
              }}
            />
          </Group>
          <Words
            prompt={topic.prompt}
            words={draft.text}
            onChange={(words) => {
              set({ text: words });
            }}
          />
        </>
      ) : (
        <Topics
          onChoose={(slug) => {
            telegram?.feel('choice');
            set({ topic: slug });
          }}
        />
      )}
      <Problem words={send.error ? text('cabinet-kept', { reason: reasonWords(text, send.error) }) : null} />
      {topic && (
        <MainButton
          label={text('cabinet-send')}
          enabled={ready}
          busy={send.isPending}
          onPress={() => {
            send.mutate(draft);
          }}
        />
      )}
    </Page>
  );
}

function Topics({ onChoose }: { onChoose: (slug: string) => void }) {
  const text = useText();
  return (
    <Group heading={text('cabinet-topic-ask')}>
      {useMe().cabinet.topics.map(({ slug, emoji, title }) => (
        <ButtonRow
          key={slug}
          icon={emoji}
          label={title}
          onPress={() => {
            onChoose(slug);
          }}
        />
      ))}
    </Group>
  );
}

function Words(props: { prompt: string; words: string; onChange: (words: string) => void }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowing(field, props.words);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <section className={classes.section}>
      <label className={classes.prompt} htmlFor="words">
        {props.prompt}
      </label>
      <textarea
        ref={field}
        id="words"
        className={classes.field}
        rows={5}
        maxLength={MOST_LETTERS}
        value={props.words}
        aria-describedby="secrets"
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
      />
      <p className={classes.hint} id="secrets">
        <IconLock aria-hidden size="1.25rem" className={classes.lock} />
        <span>{text('cabinet-secrets')}</span>
      </p>
      <p className={classes.hint}>
        <IconPhoto aria-hidden size="1.25rem" className={classes.lock} />
        <span>{text('cabinet-picture')}</span>
      </p>
    </section>
  );
}
