import { Button, FileButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { MOST_FILES } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { useUploads } from '../../data/uploads.ts';
import { AttachedFiles } from '../../ticket/attached.tsx';
import type { Draft as Changing } from '../parts/draft.ts';
import { Part } from '../parts/page.tsx';
import type { Draft } from './data.ts';

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
        { id, kind, file_name: name, mime_type, size_bytes, description: null },
      ];
      draft.set({ files: latest.current });
    },
  });
  const busy = uploads.files.some(({ error }) => error === null);
  return { ...uploads, busy };
}

/** What goes with an article in every language: readers find it below the text, and the bot sends it before its answer (M3, B4). */
export function Files(props: {
  draft: Changing<Draft>;
  saved: Draft['files'];
  uploads: ReturnType<typeof useArticleFiles>;
  locked: boolean;
}) {
  const text = useText();
  const { draft, saved, uploads, locked } = props;
  const { files } = draft.value;
  const room = MOST_FILES - files.length - uploads.files.length;
  const kept = files.map((file) => ({
    ...{ key: String(file.id), name: file.file_name, size: file.size_bytes, progress: 1 },
    ...{ id: file.id, error: null },
    ...(saved.some(({ id }) => id === file.id) ? { href: `/api/knowledge/files/${String(file.id)}` } : {}),
  }));
  const remove = (key: string): void => {
    if (kept.some((file) => file.key === key))
      draft.set({ files: files.filter(({ id }) => String(id) !== key) });
    else uploads.remove(key);
  };
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
      <AttachedFiles files={[...kept, ...uploads.files]} {...(locked ? {} : { remove })} />
    </Part>
  );
}
