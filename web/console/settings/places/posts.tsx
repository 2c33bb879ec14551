import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Places } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Ago } from '../../parts/moment.tsx';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { Editor } from '../parts/editor.tsx';
import { YesNo } from '../parts/fields.tsx';
import { Tag } from '../parts/rows.tsx';
import { useConfirm, useSaveText } from './data.ts';
import classes from './places.module.css';

type Text = Places['texts'][number];

function PostEditor({ post, close }: { post: Text; close: () => void }) {
  const text = useText();
  const save = useSaveText(post.slug);
  const { value, put, dirty } = useDraft({ own: post.own, text: post.text });
  const words = value.text.trim();
  return (
    <Editor
      title={text(`place-post-${post.slug}`)}
      dirty={dirty}
      saving={save.isPending}
      error={save.error}
      fields={['text']}
      invalid={value.own && words.length < 10}
      close={close}
      save={() => {
        save.mutate(value.own ? words : null, { onSuccess: close });
      }}
    >
      <YesNo
        label={text('settings-place-own')}
        hint={text('settings-place-own-hint')}
        value={value.own}
        set={put('own')}
      />
      {value.own ? (
        <Textarea
          label={text('settings-place-words')}
          description={text(`settings-place-words-${post.slug}`)}
          error={wrongWith(save.error, 'text')}
          autosize
          minRows={5}
          maxLength={1500}
          value={value.text}
          onChange={(event) => {
            put('text')(event.currentTarget.value);
          }}
        />
      ) : null}
    </Editor>
  );
}

/** A pinned post: its words, and who last said that they are still right. */
export function PostItem({ post }: { post: Text }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const confirm = useConfirm(post.slug);
  const { confirmed_by: by, confirmed_at: at } = post;
  return (
    <li className={classes.post}>
      <div className={classes.postHead}>
        <span className={classes.postTitle}>{text(`place-post-${post.slug}`)}</span>
        <Tag tone={post.fresh ? 'ok' : 'warn'}>
          {text(post.fresh ? 'settings-place-fresh' : 'settings-place-stale')}
        </Tag>
      </div>
      <p className={classes.words}>{post.text}</p>
      <div className={classes.postFoot}>
        <span className={classes.by}>
          {at === null ? (
            text('settings-place-unconfirmed')
          ) : (
            <>
              {text('settings-place-confirmed', { name: by ?? '' })} · <Ago at={at} />
            </>
          )}
        </span>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setOpen(true);
          }}
        >
          {text('settings-place-edit')}
        </Button>
        <Button
          size="xs"
          variant={post.fresh ? 'default' : 'filled'}
          loading={confirm.isPending}
          onClick={() => {
            confirm.mutate();
          }}
        >
          {text('settings-place-confirm')}
        </Button>
      </div>
      {open ? (
        <PostEditor
          post={post}
          close={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </li>
  );
}
