import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconFile, IconX } from '@tabler/icons-react';
import { fileSize } from '../../ui/format.ts';
import { useText } from '../../ui/i18n.tsx';
import type { Aim } from '../data/aim.ts';
import type { Attached } from '../data/uploads.ts';
import { kindWords } from '../parts/kinds.ts';
import { reasonWords } from '../words.ts';
import classes from './attached.module.css';

/** The files that go with what is being written: how far each has come, and the way to leave it out. */
export function AttachedFiles({
  files,
  remove,
}: {
  files: readonly Attached[];
  /** Leaves one out; without it they can only be read. */
  remove?: (key: string) => void;
}) {
  const text = useText();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={text('console-attached')}>
      {files.map((file) => (
        <li key={file.key} className={classes.file} data-failed={file.error !== null || undefined}>
          {file.error === null ? (
            <IconFile size="1rem" stroke={1.5} aria-hidden />
          ) : (
            <IconAlertCircle size="1rem" stroke={1.75} aria-hidden />
          )}
          <span className={classes.name} title={file.name}>
            {file.href === undefined ? (
              file.name
            ) : (
              <a href={file.href} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            )}
          </span>
          <span className={classes.size} role={file.error === null ? undefined : 'alert'}>
            {file.error === null ? fileSize(file.size) : reasonWords(text, file.error)}
          </span>
          {remove ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="1.5rem"
              aria-label={text('console-attached-remove', { name: file.name })}
              onClick={() => {
                remove(file.key);
              }}
            >
              <IconX size="0.875rem" stroke={1.75} aria-hidden />
            </ActionIcon>
          ) : null}
          {file.id === null && file.error === null ? (
            <progress
              className={classes.progress}
              value={file.progress}
              aria-label={text('console-attached-progress', { name: file.name })}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the words are aimed at, above the field: the message that they answer or replace, and the way out. */
export function AimLine({ aim, leave }: { aim: Aim; leave: () => void }) {
  const text = useText();
  const { message, kind } = aim;
  return (
    <div className={classes.aim}>
      <span className={classes.aimed}>
        <strong>{text(kind === 'edit' ? 'console-aim-edit' : 'console-aim-reply')}</strong>{' '}
        {message.text || kindWords(text, message.kind)}
      </span>
      <UnstyledButton className={classes.leave} aria-label={text('console-aim-leave')} onClick={leave}>
        <IconX size="0.875rem" stroke={1.75} aria-hidden />
      </UnstyledButton>
    </div>
  );
}
