import { ActionIcon, Button, FileButton, TextInput } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { type EditedFile, type Language, MOST_FILES } from '../../../../contract/index.ts';
import { fileSize } from '../../../ui/format.ts';
import { LANGUAGE_NAMES, useText } from '../../../ui/i18n.tsx';
import { useUploads } from '../../data/uploads.ts';
import { AttachedFiles } from '../../ticket/attached.tsx';
import type { Draft as Changing } from '../parts/draft.ts';
import { Moves } from '../parts/moves.tsx';
import { Part } from '../parts/page.tsx';
import type { Draft } from './data.ts';
import classes from './files.module.css';

/** The files of an article that is being written, and those on their way into it. */
export function useArticleFiles(draft: Changing<Draft>) {
  const { files } = draft.value;
  // Several may arrive before the page is drawn anew.
  const latest = useRef(files);
  useEffect(() => {
    latest.current = files;
  });
  const uploads = useUploads({
    path: '/api/knowledge/uploads',
    arrived: ({ id, kind, name, mime_type, size_bytes }) => {
      latest.current = [
        ...latest.current,
        { id, kind, file_name: name, mime_type, size_bytes, descriptions: {} },
      ];
      draft.set({ files: latest.current });
    },
  });
  const busy = uploads.files.some(({ error }) => error === null);
  return { ...uploads, busy };
}

interface Props {
  readonly draft: Changing<Draft>;
  readonly saved: Draft['files'];
  readonly uploads: ReturnType<typeof useArticleFiles>;
  /** In which language it is being written. */
  readonly language: Language;
  readonly locked: boolean;
}

/** One of the files: what it is called, what is seen on it in the language that is open, and its place among the others. */
function FileRow(props: {
  file: EditedFile;
  at: number;
  last: boolean;
  language: Language;
  saved: boolean;
  locked: boolean;
  set: (next: EditedFile | null) => void;
  move: (step: 1 | -1) => void;
}) {
  const text = useText();
  const { file, at, last, language, saved, locked } = props;
  const name = file.file_name;
  return (
    <li className={classes.file}>
      <div className={classes.head}>
        <span className={classes.name} title={name}>
          {saved ? (
            <a href={`/api/knowledge/files/${String(file.id)}`} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </span>
        <span className={classes.size}>{fileSize(file.size_bytes)}</span>
        {locked ? null : (
          <>
            <Moves number={at + 1} name={name} last={last} move={props.move} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text('console-attached-remove', { name })}
              onClick={() => {
                props.set(null);
              }}
            >
              <IconX size="1rem" stroke={1.75} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      <TextInput
        size="xs"
        lang={language}
        maxLength={300}
        disabled={locked}
        aria-label={text('settings-article-file-words', { name, language: LANGUAGE_NAMES[language] })}
        placeholder={text('settings-article-file-seen')}
        value={file.descriptions[language] ?? ''}
        onChange={(event) => {
          const { [language]: _old, ...others } = file.descriptions;
          const words = event.currentTarget.value;
          props.set({ ...file, descriptions: words === '' ? others : { ...others, [language]: words } });
        }}
      />
    </li>
  );
}

function FileRows({ draft, saved, language, locked }: Props) {
  const text = useText();
  const { files } = draft.value;
  const move = (at: number, step: 1 | -1): void => {
    const [one, two] = [files[at], files[at + step]];
    if (one && two) draft.set({ files: files.with(at, two).with(at + step, one) });
  };
  if (files.length === 0) return null;
  return (
    <ol className={classes.files} aria-label={text('settings-article-files')}>
      {files.map((file, at) => (
        <FileRow
          key={file.id}
          {...{ file, at, language, locked }}
          last={at === files.length - 1}
          saved={saved.some(({ id }) => id === file.id)}
          set={(next) => {
            draft.set({ files: files.flatMap((one) => (one.id === file.id ? (next ?? []) : one)) });
          }}
          move={(step) => {
            move(at, step);
          }}
        />
      ))}
    </ol>
  );
}

/** What goes with an article in every language: readers find it below the text, and the bot sends it before its answer (M3, B4). */
export function Files(props: Props) {
  const text = useText();
  const { draft, uploads, locked } = props;
  const room = MOST_FILES - draft.value.files.length - uploads.files.length;
  return (
    <Part
      title={text('settings-article-files')}
      hint={text('settings-article-files-hint', { most: MOST_FILES })}
      action={
        locked ? undefined : (
          <FileButton
            multiple
            onChange={(chosen) => {
              uploads.add(chosen.slice(0, room));
            }}
          >
            {(button) => (
              <Button
                size="compact-sm"
                variant="default"
                disabled={room < 1}
                leftSection={<IconPaperclip size="0.875rem" aria-hidden />}
                {...button}
              >
                {text('settings-article-files-add')}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <FileRows {...props} />
      <AttachedFiles files={uploads.files} {...(locked ? {} : { remove: uploads.remove })} />
    </Part>
  );
}
