import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Places } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { Row, Rows, Tag } from '../parts/rows.tsx';
import { type TopicChange, useSaveTopic } from './data.ts';

type Topic = Places['topics'][number];

function TopicEditor({ topic, close }: { topic: Topic; close: () => void }) {
  const text = useText();
  const save = useSaveTopic(topic.slug);
  const { value, put, dirty } = useDraft({
    name: topic.own_name ?? '',
    thread: topic.thread_id === null ? '' : String(topic.thread_id),
  });
  const thread = value.thread.trim();
  const wrong = thread !== '' && !/^[1-9]\d{0,14}$/.test(thread);
  const change: TopicChange = {
    name: value.name.trim() === '' ? null : value.name.trim(),
    ...(thread === '' ? {} : { thread_id: Number(thread) }),
  };
  return (
    <Editor
      title={topic.title}
      dirty={dirty}
      saving={save.isPending}
      error={save.error}
      fields={['name', 'thread_id']}
      invalid={wrong}
      close={close}
      save={() => {
        save.mutate(change, { onSuccess: close });
      }}
    >
      <TextInput
        label={text('settings-name')}
        description={text('settings-place-topic-name-hint')}
        placeholder={text(`place-topic-${topic.slug}`)}
        error={wrongWith(save.error, 'name')}
        maxLength={128}
        value={value.name}
        onChange={(event) => {
          put('name')(event.currentTarget.value);
        }}
      />
      <TextInput
        label={text('settings-place-topic-thread')}
        description={text('settings-place-topic-thread-hint')}
        error={wrong ? text('settings-place-topic-thread-wrong') : wrongWith(save.error, 'thread_id')}
        inputMode="numeric"
        value={value.thread}
        onChange={(event) => {
          put('thread')(event.currentTarget.value);
        }}
      />
    </Editor>
  );
}

const TONES = { there: 'ok', failed: 'warn', asked: 'plain', absent: 'plain' } as const;

/** The topics of the community group. */
export function TopicList({ topics }: { topics: readonly Topic[] }) {
  const text = useText();
  const [open, setOpen] = useState<Topic | null>(null);
  return (
    <>
      <Rows label={text('settings-place-topics')}>
        {topics.map((topic) => (
          <Row
            key={topic.slug}
            title={topic.title}
            detail={topic.problem ?? text(`settings-place-topic-${topic.slug}`)}
            aside={<Tag tone={TONES[topic.state]}>{text(`settings-place-topic-state-${topic.state}`)}</Tag>}
            open={() => {
              setOpen(topic);
            }}
          />
        ))}
      </Rows>
      {open ? (
        <TopicEditor
          topic={open}
          close={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </>
  );
}
