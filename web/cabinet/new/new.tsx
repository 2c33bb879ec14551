import { IconLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Cabinet } from '../../../contract/index.ts';
import { ApiError } from '../../ui/api.ts';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { ticketQuery } from '../data/queries.ts';
import { type Question as Asked, ask, wait } from '../data/waiting.ts';
import { Attach } from '../files/attach.tsx';
import { type Attaching, useAttached } from '../files/attached.ts';
import { isCut } from '../files/settle.ts';
import { ButtonRow, Group } from '../kit/group.tsx';
import { MainButton } from '../kit/main-button.tsx';
import { Problem } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { MOST_LETTERS, useGrowing } from '../ticket/composer.tsx';
import { reasonWords } from '../words.ts';
import { Changed } from './changed.tsx';
import { askedOf, type Draft, isBlank, useDraft } from './draft.ts';
import { Fields, type Wrongs } from './form.tsx';
import classes from './new.module.css';
import { Suggestions } from './suggestions.tsx';

type Topic = Cabinet['topics'][number];

/** What is wrong with the answers, as the desk says it: `answers.ID` names the field. */
const wrongsIn = (error: unknown): Wrongs =>
  error instanceof ApiError
    ? Object.fromEntries(
        Object.entries(error.details).flatMap(([name, code]) =>
          name.startsWith('answers.') ? [[name.slice('answers.'.length), String(code)]] : [],
        ),
      )
    : {};

interface Sent {
  readonly draft: Draft;
  readonly topic: Topic;
  readonly files: Attaching;
}

/** The draft as the desk takes it. */
function questionOf({ draft, topic: { slug, form } }: Sent): Asked {
  const { text, answers, key } = draft;
  const asked = askedOf(form, answers).filter(({ id, kind }) => kind !== 'file' && !isBlank(answers[id]));
  return {
    ...{ topic: slug, text: text.trim(), form_version: form.version, request_key: key },
    answers: Object.fromEntries(asked.map(({ id }) => [id, answers[id] ?? ''])),
  };
}

/** Sends the draft; the new ticket's screen takes the place of this one. Without a network it waits among the tickets, and goes by itself. */
function useSending(done: () => void) {
  const { telegram, cabinet } = useMe();
  const [, go] = useLocation();
  const memory = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => ask(questionOf(sent), sent.files.latest.current),
    onSuccess: (ticket, { files }) => {
      telegram?.feel('done');
      done();
      files.clear();
      memory.setQueryData(ticketQuery(ticket.id).queryKey, ticket);
      void memory.invalidateQueries({ queryKey: ['tickets'] });
      go(`/tickets/${String(ticket.id)}`, { replace: true });
    },
    onError: async (error, sent) => {
      if (isCut(error)) {
        await wait(cabinet.customer.id, {
          ...{ question: questionOf(sent), draft: JSON.stringify(sent.draft), emoji: sent.topic.emoji },
          files: sent.files.latest.current.map(({ id, words }) => ({ id, words })),
          failure: null,
        });
        done();
        sent.files.letGo();
        go('/', { replace: true });
        return;
      }
      telegram?.feel('failed');
      // What is asked by now.
      if (error instanceof ApiError && error.code === 'form_changed')
        void memory.invalidateQueries({ queryKey: ['cabinet'] });
    },
  });
}

/** The first field with something wrong comes into sight, and is ready to be typed into. */
function useFirstWrong(wrong: Wrongs): void {
  useEffect(() => {
    const [first] = Object.keys(wrong);
    if (first === undefined) return;
    const field = document.querySelector(`[data-field="${first}"]`);
    field?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    field?.scrollIntoView({ block: 'center' });
  }, [wrong]);
}

/** A new ticket (M2): what it is about, what happened, what the topic needs, files, send. */
export default function Asking() {
  const text = useText();
  const { cabinet, telegram } = useMe();
  const brought = new URLSearchParams(useSearch());
  const { draft, latest, set, forget } = useDraft({
    text: brought.get('words') ?? '',
    topic: brought.get('topic'),
  });
  const topic = cabinet.topics.find(({ slug }) => slug === draft.topic);
  return (
    <Page up title={text('cabinet-ask')}>
      {topic ? (
        <Question key={topic.slug} {...{ topic, draft, latest, set, forget }} />
      ) : (
        <>
          <Topics
            onChoose={(slug) => {
              telegram?.feel('choice');
              set({ topic: slug });
            }}
          />
          {draft.text !== '' && <p className={classes.brought}>{draft.text}</p>}
        </>
      )}
    </Page>
  );
}

type Held = ReturnType<typeof useDraft>;

/** Sending, once what must be answered is; and what is wrong, by the field's id. */
function useAsking({ latest, forget }: Pick<Held, 'latest' | 'forget'>, topic: Topic) {
  const files = useAttached('new');
  const send = useSending(forget);
  const [missing, setMissing] = useState<Wrongs>({});
  const said = useMemo(() => wrongsIn(send.error), [send.error]);
  const wrong = Object.keys(missing).length > 0 ? missing : said;
  useFirstWrong(wrong);
  const submit = async (): Promise<void> => {
    await files.restored.current;
    const now = latest.current;
    const blank = askedOf(topic.form, now.answers).filter(
      ({ id, kind, required }) =>
        required && (kind === 'file' ? files.latest.current.length === 0 : isBlank(now.answers[id])),
    );
    setMissing(Object.fromEntries(blank.map(({ id, kind }) => [kind === 'file' ? 'files' : id, 'missing'])));
    if (blank.length === 0 && now.text.trim() !== '') send.mutate({ draft: now, topic, files });
  };
  return { files, send, wrong, submit };
}

function Question({ topic, draft, latest, set, forget }: Held & { topic: Topic }) {
  const text = useText();
  const { files, send, wrong, submit } = useAsking({ latest, forget }, topic);
  const asked = askedOf(topic.form, draft.answers);
  const wanted = asked.find(({ kind }) => kind === 'file');
  const going = files.files.some(({ id, failure }) => id === null && (!failure || isCut(failure)));
  const seen = {
    version: topic.form.version,
    fields: topic.form.fields.map(({ id, label }) => ({ id, label })),
  };
  return (
    <>
      <Chosen
        topic={topic}
        onChange={() => {
          set({ topic: null, answers: {}, seen: null });
        }}
      />
      <Changed
        {...{ draft, form: topic.form }}
        onSeen={(words) => {
          set({ seen, ...(words ? { text: `${draft.text.trimEnd()}\n${words}` } : {}) });
        }}
      />
      <Words
        prompt={topic.prompt}
        words={draft.text}
        onChange={(words) => {
          set({ text: words });
        }}
      />
      <Suggestions words={draft.text} />
      <Fields
        {...{ fields: asked, answers: draft.answers, wrong }}
        onChange={(id, answer) => {
          const { answers, seen: before } = latest.current;
          set({ answers: { ...answers, [id]: answer }, seen: before ?? seen });
        }}
      />
      <Attach
        attaching={files}
        label={wanted?.label}
        hint={wanted?.hint ?? ''}
        wrong={wrong['files'] !== undefined}
      />
      <Problem words={send.error ? text('cabinet-kept', { reason: reasonWords(text, send.error) }) : null} />
      <MainButton
        label={text(going ? 'cabinet-uploading' : 'cabinet-send')}
        enabled={draft.text.trim() !== '' && !going}
        busy={send.isPending}
        onPress={() => void submit()}
      />
    </>
  );
}

/** The topic, and the way to another one. */
function Chosen({ topic, onChange }: { topic: Topic; onChange: () => void }) {
  const text = useText();
  return (
    <Group heading={text('cabinet-topic')}>
      <ButtonRow icon={topic.emoji} label={topic.title} value={text('cabinet-change')} onPress={onChange} />
    </Group>
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
    </section>
  );
}
